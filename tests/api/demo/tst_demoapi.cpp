// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/demoapi.h"
#include "models/domain/activity.h"
#include "tests/support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {

const QDate today(2026, 3, 12);
const QByteArray key = "demokey12345";

demo::DemoApi made(quint32 seed = 1)
{
    return demo::DemoApi(
        {.seed = seed, .today = today, .key = key, .now = [] { return QDateTime(today, QTime(9, 0), Qt::UTC); }});
}

struct Answer {
    int status;
    QJsonValue json;
};

Answer ask(demo::DemoApi &api, const QByteArray &method, const QString &target, const QJsonValue &body = {})
{
    const QUrl url(u"http://x"_s + target);
    http::Request request {method,
        url.path(),
        QUrlQuery(url),
        {},
        {},
        {{"authorization", "Basic " + QByteArray("API_KEY:" + key).toBase64()}}};
    if (body.isObject())
        request.body = QJsonDocument(body.toObject()).toJson();
    else if (body.isArray())
        request.body = QJsonDocument(body.toArray()).toJson();
    const auto response = api.handle(request);
    const QJsonDocument document = QJsonDocument::fromJson(response.body);
    return {response.status, document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object())};
}

QJsonObject workout()
{
    return {{u"category"_s, u"WORKOUT"_s},
        {u"type"_s, u"Ride"_s},
        {u"name"_s, u"Openers"_s},
        {u"start_date_local"_s, u"2026-03-20T00:00:00"_s},
        {u"description"_s, u"- 1h 250w"_s},
        {u"external_id"_s, u"mine:1"_s}};
}

const QString events = u"/api/v1/athlete/0/events"_s;

}

class DemoApiTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theAthleteIsWhole();
    void theSameSeedIsTheSameAthlete();
    void withoutTheKeyNothingIsSaid();
    void fitnessFollowsTheLoads();
    void aCreatedWorkoutIsResolved();
    void creatingTwiceWithOneKeyUpdates();
    void updatesMerge();
    void wrongEventsAreRefused_data();
    void wrongEventsAreRefused();
    void wellnessMergesAndRefusesUnknownFields();
    void streamsFitTheActivity();
    void strangersAreTurnedAway();
};

void DemoApiTest::theAthleteIsWhole()
{
    auto api = made();
    const auto activities = ask(api, "GET", u"/api/v1/athlete/0/activities?oldest=2020-01-01&newest=2026-03-12"_s);
    QCOMPARE(activities.status, 200);
    const qsizetype count = activities.json.toArray().size();
    QVERIFY2(count > 1200 && count < 1600, qPrintable(QString::number(count)));
    const QJsonArray plan = ask(api, "GET", events + u"?oldest=2026-03-12&newest=2026-07-05"_s).json.toArray();
    QVERIFY(plan.size() > 80);
    QSet<QString> categories;
    for (const auto &event : plan) {
        categories.insert(event.toObject().value("category"_L1).toString());
        QVERIFY(event.toObject().contains("push_errors"_L1) || event.toObject().contains("workout_doc"_L1));
    }
    QVERIFY(categories.contains(u"RACE_A"_s) && categories.contains(u"HOLIDAY"_s) && categories.contains(u"NOTE"_s));
    QCOMPARE(ask(api, "GET", u"/api/v1/athlete/0/sport-settings"_s).json.toArray().size(), 4);
}

void DemoApiTest::theSameSeedIsTheSameAthlete()
{
    const QString range = u"/api/v1/athlete/0/activities?oldest=2025-06-01&newest=2026-03-12"_s;
    auto one = made();
    auto same = made();
    auto other = made(2);
    QCOMPARE(ask(one, "GET", range).json, ask(same, "GET", range).json);
    QVERIFY(ask(one, "GET", range).json != ask(other, "GET", range).json);
}

void DemoApiTest::withoutTheKeyNothingIsSaid()
{
    auto api = made();
    const auto response = api.handle({.path = events});
    QCOMPARE(response.status, 401);
    QCOMPARE(QJsonDocument::fromJson(response.body).object().value("status"_L1).toInt(), 401);
    QCOMPARE(api.handle({.path = u"/api/v1/athlete/0"_s, .headers = {{"authorization", "Bearer " + key}}}).status, 200);
    QCOMPARE(
        api.handle({.path = u"/api/v1/athlete/0"_s, .headers = {{"authorization", "ApiKey API_KEY:" + key}}}).status,
        200);
}

void DemoApiTest::fitnessFollowsTheLoads()
{
    auto api = made();
    const QJsonArray days
        = ask(api, "GET", u"/api/v1/athlete/0/wellness?oldest=2026-01-01&newest=2026-04-30"_s).json.toArray();
    QCOMPARE(days.size(), 120);
    for (qsizetype i = 1; i < days.size(); ++i) {
        const QJsonObject before = days.at(i - 1).toObject();
        const QJsonObject now = days.at(i).toObject();
        const double load = now.value("ctlLoad"_L1).toDouble();
        const double ctl = before.value("ctl"_L1).toDouble();
        const double atl = before.value("atl"_L1).toDouble();
        QVERIFY(std::abs(now.value("ctl"_L1).toDouble() - (ctl + (load - ctl) * (1 - std::exp(-1.0 / 42)))) < 1e-4);
        QVERIFY(std::abs(now.value("atl"_L1).toDouble() - (atl + (load - atl) * (1 - std::exp(-1.0 / 7)))) < 1e-4);
    }
    QVERIFY(days.last().toObject().value("ctl"_L1).toDouble() > 20);
}

void DemoApiTest::aCreatedWorkoutIsResolved()
{
    auto api = made();
    const QJsonObject event = ask(api, "POST", events, workout()).json.toObject();
    QCOMPARE(event.value("icu_training_load"_L1).toInt(), 100);
    QCOMPARE(event.value("moving_time"_L1).toInt(), 3600);
    QCOMPARE(event.value("icu_intensity"_L1).toDouble(), 100.0);
    QCOMPARE(event.value("end_date_local"_L1).toString(), u"2026-03-21T00:00:00"_s);
    QVERIFY(!event.value("uid"_L1).toString().isEmpty());
    const QString one = events + u'/' + QString::number(event.value("id"_L1).toInteger());
    QCOMPARE(ask(api, "GET", one).json.toObject(), event);
    QCOMPARE(ask(api, "DELETE", one).status, 200);
    QCOMPARE(ask(api, "GET", one).status, 404);
}

void DemoApiTest::creatingTwiceWithOneKeyUpdates()
{
    auto api = made();
    const auto first = ask(api, "POST", events + u"/bulk?upsert=true"_s, QJsonArray {workout()}).json.toArray();
    QJsonObject renamed = workout();
    renamed.insert(u"name"_s, u"Renamed"_s);
    const auto second = ask(api, "POST", events + u"/bulk?upsert=true"_s, QJsonArray {renamed}).json.toArray();
    QCOMPARE(first.at(0).toObject().value("id"_L1), second.at(0).toObject().value("id"_L1));
    QCOMPARE(second.at(0).toObject().value("name"_L1).toString(), u"Renamed"_s);
}

void DemoApiTest::updatesMerge()
{
    auto api = made();
    const QJsonObject event = ask(api, "POST", events, workout()).json.toObject();
    const QString one = events + u'/' + QString::number(event.value("id"_L1).toInteger());
    const QJsonObject moved
        = ask(api, "PUT", one, QJsonObject {{u"start_date_local"_s, u"2026-03-23T00:00:00"_s}}).json.toObject();
    QCOMPARE(moved.value("name"_L1).toString(), u"Openers"_s);
    QCOMPARE(moved.value("icu_training_load"_L1).toInt(), 100);
    QCOMPARE(moved.value("end_date_local"_L1).toString(), u"2026-03-24T00:00:00"_s);
    QVERIFY(moved.value("updated"_L1) != event.value("updated"_L1));
    const QJsonObject cleared
        = ask(api, "PUT", one, QJsonObject {{u"icu_training_load"_s, -1}, {u"Custom"_s, u"kept"_s}}).json.toObject();
    QVERIFY(cleared.value("icu_training_load"_L1).isNull());
    QCOMPARE(cleared.value("Custom"_L1).toString(), u"kept"_s);
    QCOMPARE(
        ask(api, "PUT", one, QJsonObject {{u"name"_s, QJsonValue::Null}}).json.toObject().value("name"_L1).toString(),
        u"Openers"_s);
}

void DemoApiTest::wrongEventsAreRefused_data()
{
    QTest::addColumn<QJsonObject>("change");
    QTest::newRow("a day that does not exist") << QJsonObject {{u"start_date_local"_s, u"2026-02-30T00:00:00"_s}};
    QTest::newRow("a day without a time") << QJsonObject {{u"start_date_local"_s, u"2026-03-20"_s}};
    QTest::newRow("a category in the wrong case") << QJsonObject {{u"category"_s, u"Workout"_s}};
    QTest::newRow("a workout without a sport") << QJsonObject {{u"type"_s, QString()}};
    QTest::newRow("a load that is a word") << QJsonObject {{u"icu_training_load"_s, u"much"_s}};
}

void DemoApiTest::wrongEventsAreRefused()
{
    QFETCH(QJsonObject, change);
    auto api = made();
    QJsonObject event = workout();
    for (auto it = change.begin(); it != change.end(); ++it)
        event.insert(it.key(), it.value());
    const auto answer = ask(api, "POST", events, event);
    QCOMPARE(answer.status, 422);
    QVERIFY(!answer.json.toObject().value("error"_L1).toString().isEmpty());
}

void DemoApiTest::wellnessMergesAndRefusesUnknownFields()
{
    auto api = made();
    const QString day = u"/api/v1/athlete/0/wellness/2026-03-12"_s;
    QCOMPARE(
        ask(api, "PUT", day, QJsonObject {{u"weight"_s, 61.9}}).json.toObject().value("weight"_L1).toDouble(), 61.9);
    const auto both = ask(api, "PUT", day, QJsonObject {{u"fatigue"_s, 2}}).json.toObject();
    QCOMPARE(both.value("weight"_L1).toDouble(), 61.9);
    QCOMPARE(both.value("fatigue"_L1).toInt(), 2);
    QVERIFY(ask(api, "PUT", day, QJsonObject {{u"weight"_s, -1}}).json.toObject().value("weight"_L1).isNull());
    const auto unknown = ask(api, "PUT", day, QJsonObject {{u"feel"_s, 2}});
    QCOMPARE(unknown.status, 422);
    QCOMPARE(unknown.json.toObject().value("error"_L1).toString(), u"Unrecognized wellness field [feel]"_s);
    QCOMPARE(ask(api, "DELETE", day).status, 405);
}

void DemoApiTest::streamsFitTheActivity()
{
    auto api = made();
    const QJsonArray rides
        = ask(api, "GET", u"/api/v1/athlete/0/activities?oldest=2025-08-01&newest=2026-03-11"_s).json.toArray();
    for (const auto &entry : rides) {
        const QJsonObject ride = entry.toObject();
        if (ride.value("type"_L1).toString() != "Ride"_L1)
            continue;
        const QString one = u"/api/v1/activity/"_s + ride.value("id"_L1).toString();
        const QJsonArray streams = ask(api, "GET", one + u"/streams"_s).json.toArray();
        qsizetype length = -1;
        for (const auto &stream : streams) {
            const QJsonObject channel = stream.toObject();
            if (length < 0)
                length = channel.value("data"_L1).toArray().size();
            QCOMPARE(channel.value("data"_L1).toArray().size(), length);
            if (channel.value("type"_L1).toString() == "latlng"_L1)
                QVERIFY(std::abs(channel.value("data"_L1).toArray().first().toDouble()
                            - channel.value("data"_L1).toArray().last().toDouble())
                    < 0.01);
        }
        QCOMPARE(length, qsizetype(ride.value("moving_time"_L1).toInt()));
        const auto detail = ask(api, "GET", one + u"?intervals=true"_s).json.toObject();
        QCOMPARE(
            detail.value("icu_intervals"_L1).toArray().last().toObject().value("end_index"_L1).toInteger(), length);
        return;
    }
    QFAIL("the athlete has no ride");
}

void DemoApiTest::strangersAreTurnedAway()
{
    auto api = made();
    QCOMPARE(ask(api, "GET", u"/api/v1/athlete/i999/events"_s).status, 403);
    QCOMPARE(ask(api, "GET", u"/api/v1/activity/i999"_s).status, 404);
    QCOMPARE(ask(api, "GET", u"/api/v1/nothing"_s).json.toObject().value("error"_L1).toString(), u"Not Found"_s);
    QCOMPARE(ask(api, "GET", events + u"?oldest=2026-02-30"_s).status, 422);
    QCOMPARE(ask(api, "GET", events + u"?oldest=2026-03-30&newest=2026-03-01"_s).status, 422);
}

MICROCYCLE_CORE_TEST(DemoApiTest)
#include "tst_demoapi.moc"
