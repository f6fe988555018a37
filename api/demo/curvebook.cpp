// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/curvebook.h"

#include "api/demo/channels.h"
#include "models/analysis/recorded.h"

#include <QDataStream>
#include <QIODevice>
#include <QSqlDatabase>
#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

QByteArray packedCurve(const analysis::Curve &curve)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    for (const auto &point : curve)
        out << point.length << point.value << qint32(point.start) << qint32(point.end);
    return bytes;
}

analysis::Curve unpackedCurve(const QByteArray &bytes)
{
    analysis::Curve curve;
    QDataStream in(bytes);
    while (!in.atEnd()) {
        analysis::CurvePoint point;
        qint32 start = 0;
        qint32 end = 0;
        in >> point.length >> point.value >> start >> end;
        point.start = start;
        point.end = end;
        curve.push_back(point);
    }
    return curve;
}

QByteArray packedSpans(const std::vector<analysis::Bucket> &spans)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    for (const auto &span : spans)
        out << span.start << span.movingSeconds << span.heartRateBpm.value_or(0) << span.cadenceRpm.value_or(0);
    return bytes;
}

std::vector<analysis::Bucket> unpackedSpans(const QByteArray &bytes)
{
    std::vector<analysis::Bucket> spans;
    QDataStream in(bytes);
    while (!in.atEnd()) {
        analysis::Bucket span;
        double beats = 0;
        double cadence = 0;
        in >> span.start >> span.movingSeconds >> beats >> cadence;
        span.seconds = span.movingSeconds;
        span.heartRateBpm = beats;
        span.cadenceRpm = cadence;
        spans.push_back(span);
    }
    return spans;
}

constexpr int tiredKinds = 1000; // from here on a kind is the work that came before

double secondsOf(const domain::StreamSet &streams)
{
    double seconds = 0;
    for (const double length : analysis::sampleSeconds(streams))
        seconds += length;
    return seconds;
}

QSqlQuery inDatabase(const QString &connection, const QString &sql, const QVariantList &values = {})
{
    QSqlQuery query(QSqlDatabase::database(connection));
    query.setForwardOnly(true);
    query.prepare(sql);
    for (const auto &value : values)
        query.addBindValue(value);
    query.exec();
    return query;
}

}

CurveBook::CurveBook(Core &core)
    : m_core(core)
{
    if (core.state().isOpen())
        inDatabase(core.state().connection(),
            u"CREATE TABLE IF NOT EXISTS curve(activity TEXT, kind INTEGER, points BLOB, "
            "PRIMARY KEY(activity, kind)) WITHOUT ROWID"_s);
}

analysis::Curve CurveBook::curve(const QJsonObject &activity, Kind kind)
{
    const QString id = activity.value("id"_L1).toString();
    auto bytes = kept(id, int(kind));
    if (!bytes) {
        measure(id, activity, kind);
        bytes = kept(id, int(kind));
    }
    return unpackedCurve(bytes.value_or(QByteArray()));
}

analysis::Curve CurveBook::tiredCurve(const QJsonObject &activity, int afterKilojoules)
{
    const QString id = activity.value("id"_L1).toString();
    const int kind = tiredKinds + afterKilojoules;
    if (const auto bytes = kept(id, kind))
        return unpackedCurve(*bytes);
    const auto streams = channelsIn(m_core, activity);
    const auto from = analysis::sampleAfterWork(streams, afterKilojoules);
    const auto tired = from
        ? analysis::bestAverages(streams, u"watts"_s, analysis::curveSeconds(secondsOf(streams)), *from)
        : analysis::Curve();
    keep(id, kind, packedCurve(tired));
    return tired;
}

std::vector<analysis::Bucket> CurveBook::powerSpans(const QJsonObject &activity)
{
    const QString id = activity.value("id"_L1).toString();
    auto bytes = kept(id, int(Kind::PowerSpans));
    if (!bytes) {
        measure(id, activity, Kind::PowerSpans);
        bytes = kept(id, int(Kind::PowerSpans));
    }
    return unpackedSpans(bytes.value_or(QByteArray()));
}

/// A kind with those that come of the same channels: a season of power should not wait for that of pace.
void CurveBook::measure(const QString &id, const QJsonObject &activity, Kind kind)
{
    const auto streams = channelsIn(m_core, activity);
    if (kind == Kind::HeartRate) {
        keep(id,
            int(kind),
            packedCurve(analysis::bestAverages(streams, u"heartrate"_s, analysis::curveSeconds(secondsOf(streams)))));
        return;
    }
    if (kind == Kind::Power || kind == Kind::PowerSpans) {
        keep(id,
            int(Kind::Power),
            packedCurve(analysis::bestAverages(streams, u"watts"_s, analysis::curveSeconds(secondsOf(streams)))));
        const auto *watts = streams.find(u"watts"_s);
        keep(id,
            int(Kind::PowerSpans),
            watts ? packedSpans(analysis::histogram(streams, watts->values, spanWatts)) : QByteArray());
        return;
    }
    const auto metres = analysis::sampleMetres(streams);
    double way = 0;
    for (const float step : metres)
        way += double(step);
    const auto ways = analysis::curveMetres(way);
    keep(id, int(Kind::Pace), packedCurve(analysis::fastest(streams, metres, ways)));
    const auto level = analysis::levelSampleMetres(streams);
    keep(id, int(Kind::GradePace), packedCurve(analysis::fastest(streams, level.empty() ? metres : level, ways)));
}

std::optional<QByteArray> CurveBook::kept(const QString &id, int kind)
{
    auto query = inDatabase(
        m_core.state().connection(), u"SELECT points FROM curve WHERE activity=? AND kind=?"_s, {id, kind});
    return query.next() ? std::optional(query.value(0).toByteArray()) : std::nullopt;
}

void CurveBook::keep(const QString &id, int kind, const QByteArray &bytes)
{
    inDatabase(m_core.state().connection(),
        u"INSERT OR REPLACE INTO curve(activity,kind,points) VALUES(?,?,?)"_s,
        {id, kind, bytes});
}

void CurveBook::forget(const QString &activity)
{
    inDatabase(m_core.state().connection(), u"DELETE FROM curve WHERE activity=?"_s, {activity});
}

}
