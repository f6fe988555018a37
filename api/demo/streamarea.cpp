// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/streamarea.h"

#include "api/demo/channels.h"
#include "api/demo/formdata.h"
#include "api/demo/recordedmeasure.h"

using namespace Qt::StringLiterals;

namespace demo {

namespace {

QString cellOf(const QJsonValue &value)
{
    return value.isNull() || value.isUndefined() ? QString() : value.toVariant().toString();
}

/// A row a tick, a column a stream, positions in two.
QString tableOf(const QJsonArray &streams)
{
    QList<QStringList> rows {QStringList {}};
    QList<QJsonArray> columns;
    for (const auto &entry : streams) {
        const QJsonObject stream = entry.toObject();
        const QString type = stream.value("type"_L1).toString();
        const bool position = type == "latlng"_L1;
        rows[0].append(position ? u"lat"_s : type);
        columns.append(stream.value("data"_L1).toArray());
        if (!position)
            continue;
        rows[0].append(u"lng"_s);
        columns.append(stream.value("data2"_L1).toArray());
    }
    const qsizetype count = columns.isEmpty() ? 0 : columns.first().size();
    for (qsizetype i = 0; i < count; ++i) {
        QStringList row;
        for (const auto &column : std::as_const(columns))
            row.append(cellOf(column.at(i)));
        rows.append(row);
    }
    return csvOf(rows);
}

QJsonObject streamJson(const QString &type, const QJsonArray &data)
{
    return {{u"type"_s, type}, {u"data"_s, data}};
}

/// The two columns of positions as the one stream they are.
void joinPositions(QList<QJsonObject> &streams)
{
    QJsonArray longitudes;
    streams.removeIf([&longitudes](const QJsonObject &stream) {
        if (stream.value("type"_L1) != "lng"_L1)
            return false;
        longitudes = stream.value("data"_L1).toArray();
        return true;
    });
    for (auto &stream : streams) {
        if (stream.value("type"_L1) != "lat"_L1)
            continue;
        stream.insert(u"type"_s, u"latlng"_s);
        stream.insert(u"data2"_s, longitudes);
    }
}

/// The figures of the activity as they are with other channels; its thresholds stay.
void reanalyse(domain::Activity &activity, const domain::StreamSet &streams, const Owner &owner)
{
    files::Stretch session;
    session.sport = activity.type;
    Measure measure = measureOf(streams, session, owner);
    if (activity.ftpWatts) {
        measure.ftp = *activity.ftpWatts;
        measure.figures.joulesAboveThreshold = analysis::recordedFigures(streams, measure.ftp).joulesAboveThreshold;
    }
    activity.zoneTimes = {};
    activity.powerZonesPercent.clear();
    addFigures(activity, measure, session);
    activity.streamTypes = QStringList {u"time"_s};
    for (const auto &channel : streams.channels)
        activity.streamTypes.append(channel.type);
}

}

Reply StreamArea::handle(const http::Request &request, const QJsonObject &activity, bool csv)
{
    if (request.method != "GET" && request.method != "PUT")
        return wrongMethod(request.method);
    if (request.method == "PUT") {
        const auto streams = csv ? streamsInTable(request) : bodyObjects(request);
        return streams ? update(activity, *streams) : Reply(streams.error());
    }
    return csv ? table(request, activity)
               : Reply(QJsonValue(streamsIn(m_core, activity, listOf(request.query, u"types"_s))));
}

Reply StreamArea::table(const http::Request &request, const QJsonObject &activity)
{
    return QJsonValue(tableOf(streamsIn(m_core, activity, listOf(request.query, u"types"_s))));
}

domain::Result<QList<QJsonObject>> StreamArea::streamsInTable(const http::Request &request)
{
    QByteArray bytes = request.body;
    if (request.contentType.startsWith("multipart/")) {
        const auto part = uploadedFile(request);
        if (!part)
            return part.error();
        bytes = part->bytes;
    }
    const QList<QByteArray> lines = bytes.replace("\r", "").split('\n');
    const QStringList names = QString::fromUtf8(lines.first()).split(u',', Qt::SkipEmptyParts);
    if (names.isEmpty() || lines.size() < 2)
        return refusal(422, u"A heading of stream names and a row for each tick are required"_s);
    QList<QJsonArray> columns(names.size());
    for (qsizetype i = 1; i < lines.size(); ++i) {
        if (lines.at(i).isEmpty())
            continue;
        const QStringList cells = QString::fromUtf8(lines.at(i)).split(u',');
        if (cells.size() != names.size())
            return refusal(422, u"Line %1: %2 values, not %3"_s.arg(i + 1).arg(cells.size()).arg(names.size()));
        for (qsizetype k = 0; k < cells.size(); ++k) {
            bool ok = false;
            const double value = cells.at(k).trimmed().toDouble(&ok);
            if (!ok && !cells.at(k).trimmed().isEmpty())
                return refusal(422, u"Line %1: [%2] is no number"_s.arg(i + 1).arg(cells.at(k).left(40)));
            columns[k].append(ok ? QJsonValue(value) : QJsonValue(QJsonValue::Null));
        }
    }
    QList<QJsonObject> streams;
    for (qsizetype k = 0; k < names.size(); ++k)
        streams.append(streamJson(names.at(k).trimmed(), columns.at(k)));
    joinPositions(streams);
    return streams;
}

Reply StreamArea::update(const QJsonObject &activity, const QList<QJsonObject> &streams)
{
    const QString id = activity.value("id"_L1).toString();
    domain::StreamSet set = channelsIn(m_core, activity);
    QJsonArray updated;
    QJsonArray deleted;
    for (const auto &json : streams) {
        const auto stream = domain::fromJson<domain::Stream>(json);
        if (!stream)
            return unreadableKey(stream.error());
        if (stream->type.isEmpty())
            return refusal(422, u"type: a stream needs one"_s);
        domain::Samples samples = domain::packed(*stream);
        const auto count = set.timeSeconds.size();
        if (!samples.values.empty() && count > 0 && samples.values.size() != count)
            return refusal(422, u"%1: %2 values, not %3"_s.arg(stream->type).arg(samples.values.size()).arg(count));
        set.channels.removeIf([&](const domain::Samples &known) { return known.type == stream->type; });
        (samples.values.empty() ? deleted : updated).append(stream->type);
        if (stream->type == "time"_L1 && !samples.values.empty())
            set.timeSeconds = std::move(samples.values);
        else if (!samples.values.empty())
            set.channels.append(std::move(samples));
    }
    if (set.timeSeconds.empty() && !set.channels.isEmpty())
        return refusal(422, u"time: the activity has none and needs it"_s);
    auto known = domain::fromJson<domain::Activity>(activity);
    if (!known)
        return unreadableKey(known.error());
    reanalyse(*known, set, ownerOf(m_core));
    known->analyzed = known->updated = m_core.stamp();
    m_core.state().begin();
    m_core.recordings().replace(id, set);
    m_book.forget(id);
    m_core.state().put(Shelf::Activity, id, known->start.day, domain::toJson(*known));
    m_core.state().commit();
    m_core.loadsChanged();
    return QJsonValue(QJsonObject {{u"updated"_s, updated}, {u"deleted"_s, deleted}});
}

}
