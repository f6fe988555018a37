// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/render/demostore.h"

#include "api/endpoints/athlete.h"
#include "api/endpoints/getactivity.h"
#include "api/endpoints/getathlete.h"
#include "api/endpoints/getstreams.h"
#include "api/endpoints/listactivities.h"
#include "api/endpoints/listevents.h"
#include "api/endpoints/listfolders.h"
#include "api/endpoints/listsportsettings.h"
#include "api/endpoints/listwellness.h"
#include "api/endpoints/plans.h"
#include "tests/support/foldlibrary.h"

using namespace Qt::StringLiterals;
using store::RemoteFold;

namespace render {

namespace {

constexpr auto key = "pictures";
constexpr int yearsBehind = 3;
constexpr int daysAhead = 120;

demo::Options optionsFor(const domain::Clock &clock)
{
    demo::Options options;
    options.today = clock.today();
    options.key = key;
    options.now = [&clock] { return clock.now(); };
    return options;
}

}

DemoStore::DemoStore(const domain::Clock &clock, Wording wording)
    : m_clock(clock)
    , m_wording(std::move(wording))
    , m_api(optionsFor(clock))
    , m_failure(m_api.failure())
{
    auto opened = store::Store::open(u":memory:"_s, clock);
    if (opened)
        m_store = *std::move(opened);
    else
        m_failure = opened.error().detail;
    if (m_failure.isEmpty())
        fill();
}

DemoStore::~DemoStore() = default;

template<typename Endpoint>
domain::Result<typename Endpoint::Response> DemoStore::answer(const Endpoint &endpoint)
{
    http::Request request = endpoint.request();
    request.headers.insert("authorization", QByteArray("Bearer ") + key);
    const http::Response response = m_api.handle(request);
    if (response.status != 200)
        return domain::malformed(request.path, u"status %1"_s.arg(response.status));
    return Endpoint::parse(response.body);
}

domain::Weather DemoStore::forecast()
{
    return answer(endpoints::GetWeatherForecast {}).valueOr({}).value;
}

domain::Weather DemoStore::places()
{
    return answer(endpoints::GetWeatherConfig {}).valueOr({}).value;
}

domain::TrainingPlan DemoStore::plan()
{
    return answer(endpoints::GetTrainingPlan {}).valueOr({}).value;
}

template<typename Endpoint, typename Fold>
bool DemoStore::read(const Endpoint &endpoint, Fold fold)
{
    const auto answered = answer(endpoint);
    if (!answered) {
        m_failure = answered.error().item + u": "_s + answered.error().detail;
        return false;
    }
    const auto folded = fold(*answered);
    if (!folded)
        m_failure = folded.error().item + u": "_s + folded.error().detail;
    return folded.ok();
}

template<typename List>
QList<QJsonObject> DemoStore::rawOf(const List &list)
{
    QList<QJsonObject> raw;
    raw.reserve(list.values.size());
    for (const auto &record : list.values)
        raw.append(reworded(record.json));
    return raw;
}

QJsonObject DemoStore::reworded(QJsonObject record)
{
    for (const QString &field : {u"name"_s, u"comments"_s}) {
        const QString typed = record.value(field).toString();
        if (typed.isEmpty())
            continue;
        const QString words = m_wording ? m_wording(typed) : typed;
        m_words.insert(words);
        record.insert(field, words);
    }
    return record;
}

void DemoStore::fill()
{
    const QDate today = m_clock.today();
    const domain::DateRange days {today.addYears(-yearsBehind), today.addDays(daysAhead)};
    RemoteFold fold(*m_store);
    (void)(read(endpoints::GetAthlete {}, [&](const auto &one) {
        return fold.athlete(reworded(one.json));
    }) && read(endpoints::ListSportSettings {}, [&](const auto &list) {
        return fold.sports(rawOf(list));
    }) && read(endpoints::ListActivities {.days = days}, [&](const auto &list) {
        noteRide(list);
        return fold.activities(days, rawOf(list));
    }) && read(endpoints::ListWellness {.days = days}, [&](const auto &list) {
        return fold.wellness(days, rawOf(list));
    }) && read(endpoints::ListEvents {.days = days}, [&](const auto &list) {
        return fold.events(days, rawOf(list));
    }) && read(endpoints::ListFolders {}, [&](const auto &list) {
        return support::foldLibrary(*m_store, rawOf(list.folders), rawOf(list.workouts));
    }));
}

void DemoStore::noteRide(const json::Records<domain::Activity> &newestFirst)
{
    for (const auto &record : newestFirst.values) {
        if (m_ride.isEmpty() && record.value.name.startsWith("VO2"_L1))
            m_ride = record.value.id->value;
    }
}

bool DemoStore::fetch(const domain::LocalId &activity)
{
    const auto summary = m_store->summary(activity);
    if (!summary)
        return false;
    const domain::ActivityId remote {summary->remoteId};
    RemoteFold fold(*m_store);
    return read(endpoints::GetActivity {.activity = remote, .intervals = true}, [&](const auto &one) {
        return fold.record(store::Kind::Activity, reworded(one.json));
    }) && read(endpoints::GetStreams {.activity = remote, .types = {}}, [&](const auto &streams) {
        return fold.streams(activity, domain::packed(streams));
    });
}

}
