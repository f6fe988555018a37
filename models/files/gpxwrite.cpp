// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/activitywrite.h"

#include <QXmlStreamWriter>
#include <cmath>

using namespace Qt::StringLiterals;

namespace files {

namespace {

const QString garmin = u"http://www.garmin.com/xmlschemas/TrackPointExtension/v1"_s;

/// The values of a channel, or nothing if it is not there or not to be shared.
const std::vector<float> *sharedValues(const ActivityFile &activity, const QString &type, bool isShared = true)
{
    const auto *samples = activity.streams.find(type);
    return samples && isShared ? &samples->values : nullptr;
}

void writeNumber(
    QXmlStreamWriter &xml, const QString &element, const std::vector<float> *values, size_t i, int decimals)
{
    if (values && !std::isnan((*values)[i]))
        xml.writeTextElement(element, QString::number(double((*values)[i]), 'f', decimals));
}

}

domain::Result<QByteArray> writeGpx(const ActivityFile &activity, const Shared &shared)
{
    const auto *track = activity.streams.find(u"latlng"_s);
    if (!activity.start.isValid())
        return domain::unreadable(u"start"_s, u"an activity without a start cannot be written"_s);
    if (!track || track->values2.size() != track->values.size())
        return domain::unreadable(u"latlng"_s, u"no position was recorded"_s);
    const auto *altitude = sharedValues(activity, u"altitude"_s);
    const auto *watts = sharedValues(activity, u"watts"_s, shared.power);
    const auto *beats = sharedValues(activity, u"heartrate"_s, shared.heartRate);
    const auto *cadence = sharedValues(activity, u"cadence"_s);
    const auto *temperature = sharedValues(activity, u"temp"_s);
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.setAutoFormatting(true);
    xml.writeStartDocument();
    xml.writeStartElement(u"gpx"_s);
    xml.writeAttribute(u"version"_s, u"1.1"_s);
    xml.writeAttribute(u"creator"_s, u"Microcycle"_s);
    xml.writeDefaultNamespace(u"http://www.topografix.com/GPX/1/1"_s);
    xml.writeNamespace(garmin, u"gpxtpx"_s);
    xml.writeStartElement(u"trk"_s);
    xml.writeTextElement(u"name"_s, activity.name);
    xml.writeTextElement(u"type"_s, activity.sport);
    xml.writeStartElement(u"trkseg"_s);
    bool any = false;
    for (size_t i = 0; i < track->values.size(); ++i) {
        if (std::isnan(track->values[i]) || std::isnan(track->values2[i]))
            continue;
        any = true;
        xml.writeStartElement(u"trkpt"_s);
        xml.writeAttribute(u"lat"_s, QString::number(double(track->values[i]), 'f', 6));
        xml.writeAttribute(u"lon"_s, QString::number(double(track->values2[i]), 'f', 6));
        writeNumber(xml, u"ele"_s, altitude, i, 1);
        const auto moment
            = activity.start.toUTC().addMSecs(std::llround(double(activity.streams.timeSeconds[i]) * 1000));
        xml.writeTextElement(u"time"_s, moment.toString(Qt::ISODate));
        xml.writeStartElement(u"extensions"_s);
        writeNumber(xml, u"power"_s, watts, i, 0);
        xml.writeStartElement(garmin, u"TrackPointExtension"_s);
        writeNumber(xml, u"gpxtpx:atemp"_s, temperature, i, 0);
        writeNumber(xml, u"gpxtpx:hr"_s, beats, i, 0);
        writeNumber(xml, u"gpxtpx:cad"_s, cadence, i, 0);
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndElement();
    }
    xml.writeEndDocument();
    if (!any)
        return domain::unreadable(u"latlng"_s, u"no position was recorded"_s);
    return bytes;
}

}
