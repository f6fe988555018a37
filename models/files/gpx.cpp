// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/gpx.h"

#include "models/files/limits.h"
#include "models/files/plaintext.h"
#include "models/files/sportnames.h"
#include "models/files/track.h"
#include "models/files/xmltext.h"

#include <QBuffer>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace files {

namespace {

/// A track with where its points are.
struct Track {
    QString name;
    size_t first = 0;
    size_t end = 0;
};

/// Walks through the file. Names count without their prefix, in any case.
class GpxReader
{
public:
    GpxReader(const QByteArray &text, const Bounds &bounds)
        : m_bounds(bounds)
    {
        m_text.setData(text);
        m_text.open(QIODevice::ReadOnly);
        m_xml.setDevice(&m_text);
    }

    domain::Result<ActivityFile> read()
    {
        if (!m_xml.readNextStartElement())
            return xmlError(m_xml);
        if (!is("gpx"_L1))
            return domain::unreadable(plainLine(m_xml.name(), 40), u"not a GPX file"_s);
        m_file.device = plainLine(m_xml.attributes().value("creator"_L1), 100);
        while (m_xml.readNextStartElement())
            readPart();
        while (!m_xml.atEnd())
            m_xml.readNext();
        if (m_xml.hasError())
            return m_bounds.isCancelled() ? cancelledError() : xmlError(m_xml);
        return made();
    }

private:
    bool is(QLatin1StringView name) const { return m_xml.name().compare(name, Qt::CaseInsensitive) == 0; }
    QString words() { return m_xml.readElementText(QXmlStreamReader::SkipChildElements); }
    double number()
    {
        return numberIn(m_xml.readElementText(QXmlStreamReader::SkipChildElements)).value_or(TrackPoint::absent);
    }

    void readPart()
    {
        if (is("trk"_L1))
            readTrack();
        else if (is("rte"_L1))
            readRoute();
        else if (is("metadata"_L1))
            readMetadata();
        else if (is("name"_L1))
            m_metaName = plainLine(words());
        else if (is("desc"_L1))
            m_metaDescription = plain(words()).trimmed().left(longestProse);
        else {
            m_waypoints += is("wpt"_L1);
            m_xml.skipCurrentElement();
        }
    }

    void readMetadata()
    {
        while (m_xml.readNextStartElement()) {
            if (is("name"_L1))
                m_metaName = plainLine(words());
            else if (is("desc"_L1))
                m_metaDescription = plain(words()).trimmed().left(longestProse);
            else
                m_xml.skipCurrentElement();
        }
    }

    void readTrack()
    {
        Track track {{}, m_points.size(), 0};
        while (m_xml.readNextStartElement()) {
            if (is("trkseg"_L1))
                readSegment();
            else if (!readHead(track.name))
                m_xml.skipCurrentElement();
        }
        track.end = m_points.size();
        if (track.end > track.first)
            m_tracks.append(track);
    }

    /// What tracks and routes share.
    bool readHead(QString &name)
    {
        if (is("name"_L1)) {
            name = plainLine(words());
            if (m_file.name.isEmpty())
                m_file.name = name;
        } else if (is("desc"_L1)) {
            const QString prose = plain(words()).trimmed().left(longestProse);
            if (m_file.description.isEmpty())
                m_file.description = prose;
        } else if (is("type"_L1)) {
            const QString sport = sportOf(words());
            if (m_file.sport.isEmpty())
                m_file.sport = sport;
        } else {
            return false;
        }
        return true;
    }

    void readSegment()
    {
        bool opens = true;
        while (m_xml.readNextStartElement()) {
            if (!is("trkpt"_L1))
                m_xml.skipCurrentElement();
            else if (addPoint(m_points, opens))
                opens = false;
        }
    }

    void readRoute()
    {
        bool opens = true;
        QString name;
        while (m_xml.readNextStartElement()) {
            if (is("rtept"_L1))
                opens = !addPoint(m_route, opens) && opens;
            else if (!readHead(name))
                m_xml.skipCurrentElement();
        }
    }

    /// False if the point is nowhere on the globe.
    bool addPoint(std::vector<TrackPoint> &points, bool opens)
    {
        if (++m_count % 1024 == 0 && m_bounds.isCancelled())
            m_xml.raiseError(u"cancelled"_s);
        if (m_count > m_bounds.records)
            m_xml.raiseError(u"more than %1 points"_s.arg(m_bounds.records));
        TrackPoint point;
        point.opens = opens;
        const auto attributes = m_xml.attributes();
        point.latitude = numberIn(attributes.value("lat"_L1)).value_or(TrackPoint::absent);
        point.longitude = numberIn(attributes.value("lon"_L1)).value_or(TrackPoint::absent);
        while (m_xml.readNextStartElement())
            readValue(point);
        if (!(std::abs(point.latitude) <= 90) || !(std::abs(point.longitude) <= 180)) {
            ++m_offGlobe;
            return false;
        }
        points.push_back(point);
        return true;
    }

    void readValue(TrackPoint &point)
    {
        if (is("ele"_L1)) {
            point.altitudeMetres = number();
        } else if (is("time"_L1)) {
            const auto instant = instantIn(words());
            point.milliseconds = instant ? instant->milliseconds : TrackPoint::timeless;
            if (instant && instant->offset && !m_file.utcOffset)
                m_file.utcOffset = instant->offset;
        } else if (is("speed"_L1)) {
            point.speedMps = float(number());
        } else if (is("extensions"_L1)) {
            readExtensions(point);
        } else {
            m_xml.skipCurrentElement();
        }
    }

    /// Sensors, however deep: programs put them into wrappers of many names.
    void readExtensions(TrackPoint &point)
    {
        while (m_xml.readNextStartElement()) {
            if (is("hr"_L1) || is("heartrate"_L1) || is("heart_rate"_L1))
                point.heartRateBpm = float(number());
            else if (is("cad"_L1) || is("cadence"_L1))
                point.cadenceRpm = float(number());
            else if (is("power"_L1) || is("watts"_L1) || is("powerinwatts"_L1))
                point.watts = float(number());
            else if (is("atemp"_L1) || is("temp"_L1) || is("temperature"_L1))
                point.celsius = float(number());
            else if (is("speed"_L1))
                point.speedMps = float(number());
            else if (is("distance"_L1))
                point.metres = number();
            else
                readExtensions(point);
        }
    }

    domain::Result<ActivityFile> made()
    {
        if (m_points.empty() && m_route.empty())
            return domain::unreadable(u"track"_s, u"the file has no point of a track or a route"_s);
        if (m_offGlobe > 0)
            m_file.notes.append({u"points"_s, u"%1 nowhere on the globe, left out"_s.arg(m_offGlobe)});
        if (m_waypoints > 0)
            m_file.notes.append({u"waypoints"_s, u"%1 left out"_s.arg(m_waypoints)});
        if (m_file.name.isEmpty())
            m_file.name = m_metaName;
        if (m_file.description.isEmpty())
            m_file.description = m_metaDescription;
        if (m_points.empty()) {
            for (TrackPoint &point : m_route)
                point.milliseconds = TrackPoint::timeless;
            setPoints(m_file, std::move(m_route));
            return m_file;
        }
        if (!m_route.empty())
            m_file.notes.append({u"route"_s, u"left out, since there is a track"_s});
        addStretches();
        setPoints(m_file, std::move(m_points));
        return m_file;
    }

    /// A lap for each of several tracks, and a pause between two stretches of recording.
    void addStretches()
    {
        const auto at
            = [](const TrackPoint &point) { return QDateTime::fromMSecsSinceEpoch(point.milliseconds, Qt::UTC); };
        for (size_t i = 1; i < m_points.size(); ++i) {
            if (m_points[i].opens && m_points[i].hasTime() && m_points[i - 1].hasTime()) {
                m_file.moments.append({at(m_points[i - 1]), u"stop"_s});
                m_file.moments.append({at(m_points[i]), u"start"_s});
            }
        }
        for (qsizetype i = 0; m_tracks.size() > 1 && i < m_tracks.size(); ++i) {
            const TrackPoint &first = m_points[m_tracks.at(i).first];
            const TrackPoint &last = m_points[m_tracks.at(i).end - 1];
            if (!first.hasTime() || !last.hasTime())
                continue;
            Stretch lap;
            lap.start = at(first);
            lap.elapsedSeconds = double(last.milliseconds - first.milliseconds) / 1000;
            m_file.laps.append(lap);
        }
    }

    QBuffer m_text;
    QXmlStreamReader m_xml;
    const Bounds &m_bounds;
    ActivityFile m_file;
    QString m_metaName;
    QString m_metaDescription;
    std::vector<TrackPoint> m_points;
    std::vector<TrackPoint> m_route;
    QList<Track> m_tracks;
    qint64 m_count = 0;
    int m_offGlobe = 0;
    int m_waypoints = 0;
};

}

domain::Result<ActivityFile> readGpx(const QByteArray &bytes, const Bounds &bounds)
{
    const auto text = xmlText(bytes, bounds);
    return text ? GpxReader(*text, bounds).read() : domain::Result<ActivityFile>(text.error());
}

}
