// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/demoapi.h"
#include "api/endpoints/getstreams.h"
#include "api/endpoints/listactivities.h"
#include "api/sync/inbulk.h"
#include "models/domain/activity.h"
#include "models/domain/codecof.h"
#include "tests/bench/longstreams.h"
#include "tests/bench/measure.h"

namespace bench {

namespace {

constexpr int turns = 9;
constexpr qsizetype enough = 20'000'000;

/// The demo athlete's activities as the embedded server lists them, again and again until there are 20 MB.
QByteArray longAnswer()
{
    const QDate today(2026, 3, 12);
    demo::DemoApi api({.today = today, .key = "key"});
    const endpoints::ListActivities list {.days = {today.addYears(-3), today}};
    http::Request request = list.request();
    request.headers.insert("authorization", "Bearer key");
    const QByteArray once = api.handle(request).body;
    QByteArray all = "[";
    while (once.size() > 2 && all.size() < enough)
        all += (all.size() > 1 ? "," : "") + once.sliced(1, once.size() - 2);
    return once.size() > 2 ? all + ']' : QByteArray();
}

template<typename T>
void readInto(T &member, const QJsonValue &value)
{
    if (auto read = domain::Codec<T>::read(value))
        member = *std::move(read);
}

/// What a row holds of an activity, from a tree: the same keys into the same members.
domain::Activity fromTree(const QJsonObject &json)
{
    domain::Activity activity;
    const auto take = [&json](const char *key, auto &member) { readInto(member, json.value(QLatin1StringView(key))); };
    take("id", activity.id);
    take("start_date_local", activity.start);
    take("start_date", activity.startUtc);
    take("type", activity.type);
    take("sub_type", activity.subType);
    take("name", activity.name);
    take("description", activity.description);
    take("source", activity.source);
    take("device_name", activity.deviceName);
    take("external_id", activity.externalId);
    take("moving_time", activity.movingTime);
    take("elapsed_time", activity.elapsedTime);
    take("distance", activity.distanceMetres);
    take("icu_distance", activity.icuDistanceMetres);
    take("total_elevation_gain", activity.elevationGainMetres);
    take("average_speed", activity.averageSpeedMps);
    take("max_speed", activity.maxSpeedMps);
    take("average_heartrate", activity.averageHeartrateBpm);
    take("max_heartrate", activity.maxHeartrateBpm);
    take("average_cadence", activity.averageCadenceRpm);
    take("icu_average_watts", activity.averageWatts);
    take("icu_weighted_avg_watts", activity.normalizedWatts);
    take("icu_ftp", activity.ftpWatts);
    take("lthr", activity.lthrBpm);
    take("icu_intensity", activity.intensityPercent);
    take("icu_training_load", activity.load);
    take("icu_ctl", activity.ctl);
    take("icu_atl", activity.atl);
    take("icu_joules", activity.joules);
    take("icu_joules_above_ftp", activity.joulesAboveFtp);
    take("icu_variability_index", activity.variabilityIndex);
    take("decoupling", activity.decouplingPercent);
    take("trimp", activity.trimp);
    take("icu_rpe", activity.rpe);
    take("feel", activity.feel);
    take("calories", activity.calories);
    take("trainer", activity.trainer);
    take("race", activity.race);
    take("commute", activity.commute);
    take("paired_event_id", activity.pairedEvent);
    take("compliance", activity.compliancePercent);
    take("icu_weight", activity.weightKg);
    take("analyzed", activity.analyzed);
    take("updated", activity.updated);
    take("_note", activity.note);
    return activity;
}

/// The same columns through a tree of the whole; each object stays at hand, as the rows' texts do.
QList<std::pair<domain::Activity, QJsonObject>> throughTree(const QByteArray &body)
{
    QList<std::pair<domain::Activity, QJsonObject>> list;
    const QJsonArray entries = QJsonDocument::fromJson(body).array();
    list.reserve(entries.size());
    for (const auto &entry : entries) {
        const QJsonObject json = entry.toObject();
        list.append({fromTree(json), json});
    }
    return list;
}

void addStreams()
{
    const auto body = std::make_shared<QByteArray>();
    measure("streams", turns, [body]() -> std::optional<Turn> {
        if (body->isEmpty())
            *body = longStreams();
        std::optional<domain::Result<domain::StreamSet>> samples;
        domain::StreamSet packed;
        const double ours = timed([&] { samples = api::sync::SamplesInBulk::parse(*body); });
        const double floor = timed([&] {
            if (const auto streams = endpoints::GetStreams::parse(*body))
                packed = domain::packed(*streams);
        });
        if (!samples->ok() || (*samples)->timeSeconds != packed.timeSeconds
            || packed.timeSeconds.size() != ticksOfLongStreams)
            return {};
        return Turn {{"ours", ours}, {"floor", floor}};
    });
}

}

void addAnswers()
{
    addStreams();
    const auto body = std::make_shared<QByteArray>();
    measure("activities", turns, [body]() -> std::optional<Turn> {
        if (body->isEmpty())
            *body = longAnswer();
        std::optional<domain::Result<json::Rows<domain::Activity>>> rows;
        QList<std::pair<domain::Activity, QJsonObject>> tree;
        const double ours = timed([&] { rows = api::sync::InBulk<endpoints::ListActivities>::parse(*body); });
        const double floor = timed([&] { tree = throughTree(*body); });
        if (!rows->ok() || tree.isEmpty() || (*rows)->values.size() != tree.size()
            || (*rows)->values.last().value.load != tree.last().first.load)
            return {};
        return Turn {{"ours", ours}, {"floor", floor}};
    });
}

}
