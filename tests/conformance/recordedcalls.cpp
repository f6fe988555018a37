// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/conformance/recordedcalls.h"

#include "api/endpoints/activityfigures.h"
#include "api/endpoints/activityintervals.h"
#include "api/endpoints/createactivities.h"
#include "api/endpoints/curves.h"
#include "api/endpoints/deleteactivity.h"
#include "api/endpoints/downloadactivity.h"
#include "api/endpoints/getactivities.h"
#include "api/endpoints/getactivity.h"
#include "api/endpoints/getstreams.h"
#include "api/endpoints/listactivities.h"
#include "api/endpoints/searchactivities.h"
#include "api/endpoints/updateactivity.h"
#include "api/endpoints/updatestreams.h"
#include "api/endpoints/uploadactivity.h"

using namespace Qt::StringLiterals;

namespace conformance {

namespace {

QByteArray shortTrack()
{
    QByteArray points;
    for (int second = 0; second < 120; ++second) {
        points
            += QStringLiteral("<trkpt lat=\"%1\" lon=\"6.1\"><ele>375</ele><time>2026-03-10T07:%2:%3Z</time></trkpt>")
                   .arg(46.2 + second * 0.00003, 0, 'f', 6)
                   .arg(second / 60, 2, 10, QChar(u'0'))
                   .arg(second % 60, 2, 10, QChar(u'0'))
                   .toUtf8();
    }
    return R"(<?xml version="1.0"?><gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1"><trk><type>running</type><trkseg>)"
        + points + "</trkseg></trk></gpx>";
}

/// What is worked out of one recorded ride.
void callFigures(Surface &surface, const domain::ActivityId &id)
{
    using Kind = endpoints::GetHistogram::Kind;
    for (const Kind kind : {Kind::Power, Kind::HeartRate, Kind::Pace, Kind::GradePace})
        surface.visit(endpoints::GetHistogram {.activity = id, .kind = kind});
    surface.visit(endpoints::GetTimeAtHeartRate {.activity = id});
    surface.visit(endpoints::GetPowerVsHeart {.activity = id});
    surface.visit(endpoints::FindBestEfforts {.activity = id, .stream = u"watts"_s, .seconds = 60, .count = 2});
    surface.visit(endpoints::GetActivityMap {.activity = id, .bounds = {}, .boundsOnly = true});
    surface.visit(endpoints::GetWeatherSummary {.activity = id});
    for (const auto kind : {endpoints::CurveKind::Power, endpoints::CurveKind::HeartRate, endpoints::CurveKind::Pace})
        surface.visit(endpoints::GetActivityCurve {.activity = id, .kind = kind});
    surface.visit(endpoints::GetActivityCurves {.activity = id});
    surface.visit(endpoints::GetActivityCurves {.activity = id, .fatigue = {u"normal"_s, u"kj0"_s}});
    surface.visit(endpoints::ExportActivityCurve {{.activity = id, .fatigue = u"kj0"_s}});
    surface.visit(endpoints::ExportPowerCurves {{.activity = id}});
    surface.visit(endpoints::AddMessage {.activity = id, .content = u"Strong legs"_s});
    surface.visit(endpoints::ListMessages {.activity = id});
    surface.visit(endpoints::DownloadActivity {.activity = id, .form = endpoints::DownloadActivity::Form::Gpx});
}

void callIntervals(Surface &surface, const domain::ActivityId &id)
{
    const auto part = [](int from, int to) { return QJsonObject {{u"start_index"_s, from}, {u"end_index"_s, to}}; };
    surface.visit(endpoints::GetIntervals {.activity = id});
    const auto parts
        = surface.call(endpoints::ReplaceIntervals {.activity = id, .intervals = {part(60, 600), part(700, 900)}});
    surface.visit(endpoints::SplitInterval {.activity = id, .at = 300});
    surface.visit(endpoints::GetIntervalStats {.activity = id, .startIndex = 60, .endIndex = 300});
    if (!parts || parts->value.intervals.size() < 2)
        return;
    const qint64 second = parts->value.intervals.at(1).toObject().value("id"_L1).toInteger();
    surface.visit(endpoints::PutInterval {.activity = id, .interval = second, .body = part(60, 500)});
    surface.visit(endpoints::DeleteIntervals {.activity = id, .intervals = {second}});
}

void callStreams(Surface &surface, const domain::ActivityId &id)
{
    const auto streams = surface.call(endpoints::GetStreams {.activity = id, .types = {u"watts"_s}});
    surface.visit(endpoints::DownloadStreamTable {.activity = id, .types = {u"watts"_s}});
    if (!streams || streams->isEmpty())
        return;
    surface.visit(endpoints::UpdateStreams {.activity = id, .streams = *streams});
    QByteArray table = "watts\n";
    for (qsizetype i = 0; i < streams->first().data.size(); ++i)
        table += "200\n";
    surface.visit(endpoints::UpdateStreamTable {.activity = id, .table = table});
}

/// What goes over many activities.
void callSearches(Surface &surface, const domain::ActivityId &id, const domain::DateRange &month)
{
    surface.visit(endpoints::GetActivities {.activities = {id}, .intervals = true});
    surface.visit(endpoints::SearchActivities {.text = u"long"_s, .limit = 3});
    surface.visit(endpoints::SearchActivities {.text = u"#long"_s, .limit = 3, .whole = true});
    surface.visit(endpoints::FindIntervals {
        .minSeconds = 180, .maxSeconds = 300, .minPercent = 95, .maxPercent = 130, .limit = 3});
    surface.visit(endpoints::ActivitiesAround {.activity = id, .limit = 3});
    surface.visit(endpoints::ListActivityTags {});
    surface.visit(endpoints::DownloadActivityTable {});
    surface.visit(endpoints::ListCurves {.type = u"Ride"_s, .spans = {u"14d"_s}});
    surface.visit(endpoints::ListCurves {.type = u"Ride"_s, .spans = {u"14d-kj0"_s}, .others = 2});
    surface.visit(endpoints::ListCurves {.kind = endpoints::CurveKind::HeartRate, .spans = {u"14d"_s}});
    surface.visit(endpoints::ExportCurves {{.type = u"Ride"_s, .spans = {u"14d"_s, u"14d-kj1"_s}}});
    surface.visit(endpoints::ExportActivityCurves {{.kind = endpoints::CurveKind::HeartRate, .days = month}});
    surface.visit(endpoints::ListCurves {.kind = endpoints::CurveKind::Pace, .type = u"Run"_s, .spans = {u"14d"_s}});
    surface.visit(endpoints::ListActivityCurves {.days = month, .type = u"Ride"_s, .lengths = {60, 300}});
    surface.visit(endpoints::GetPowerHeartCurve {.days = month, .type = u"Ride"_s});
    surface.visit(endpoints::GetMmpModel {.type = u"Ride"_s});
}

void callManual(Surface &surface, QDate today)
{
    QJsonObject walk {{u"start_date_local"_s, today.toString(Qt::ISODate) + u"T10:00:00"_s},
        {u"type"_s, u"Walk"_s},
        {u"name"_s, u"Round the lake"_s},
        {u"moving_time"_s, 3600}};
    const auto made = surface.call(endpoints::CreateActivity {.body = walk});
    walk.insert(u"external_id"_s, u"lake-1"_s);
    surface.visit(endpoints::CreateActivities {.activities = {walk}});
    if (!made || !made->value.id)
        return;
    surface.visit(endpoints::DeleteActivity {.activity = *made->value.id});
    surface.visit(endpoints::DeleteTombstone {.activity = *made->value.id});
}

}

void callRecorded(Surface &surface, QDate today)
{
    const domain::DateRange month {today.addDays(-30), today};
    const auto listed = surface.call(endpoints::ListActivities {.days = month});
    surface.visit(endpoints::ListActivities {.days = month, .limit = 3, .fields = {u"name"_s, u"icu_training_load"_s}});
    surface.visit(endpoints::UploadActivity {.file = shortTrack(), .fileName = u"loop.gpx"_s, .name = u"Loop"_s});
    if (!listed || listed->values.isEmpty() || !listed->values.first().value.id)
        return;
    const domain::ActivityId id = *listed->values.first().value.id;
    surface.visit(endpoints::GetActivity {.activity = id});
    surface.visit(endpoints::GetStreams {.activity = id});
    surface.visit(endpoints::GetStreams {.activity = id, .types = {u"time"_s, u"heartrate"_s}});
    surface.visit(endpoints::UpdateActivity {.activity = id, .body = {{u"icu_rpe"_s, 5}, {u"feel"_s, 2}}});
    const auto isRide = [](const auto &record) { return record.value.type == "Ride"_L1; };
    const auto ride = std::find_if(listed->values.begin(), listed->values.end(), isRide);
    if (ride == listed->values.end() || !ride->value.id)
        return;
    surface.visit(endpoints::DownloadFitFiles {.activities = {id}});
    callFigures(surface, *ride->value.id);
    callIntervals(surface, *ride->value.id);
    callSearches(surface, *ride->value.id, month);
    callManual(surface, today);
    callStreams(surface, *ride->value.id);
}

}
