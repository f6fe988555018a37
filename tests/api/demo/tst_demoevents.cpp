// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/demo/demotalk.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using namespace demotalk;

namespace {

const QString athletePath = u"/api/v1/athlete/0"_s;
const QString farWeek = u"?oldest=2028-01-03&newest=2028-01-09"_s; // beyond everything that is planned

QString eventPath(qint64 id)
{
    return events + u'/' + QString::number(id);
}

QJsonObject note(const QString &day, const QString &name)
{
    return {{u"category"_s, u"NOTE"_s}, {u"name"_s, name}, {u"start_date_local"_s, day + u"T00:00:00"_s}};
}

}

/// The calendar of the embedded server beyond one event at a time.
class DemoEventsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void longEventsAreInEveryWindowTheyTouch();
    void categoriesAreExact();
    void anotherCalendarIsEmpty();
    void targetsAreResolvedOnDemand();
    void aListMayBeATable();
    void daysAreHiddenAtOnce();
    void daysAreClearedByCategory();
    void eventsGoByName();
    void thoseOfOnePlanGoTogether();
    void copiesStandWeeksApart();
    void doneMeansAnActivityAsPlanned();
    void notesCannotBeDone();
    void tagsAreCollected();
    void whatChangesFitnessIsListed();
    void targetsMatchByWeekAndSport();
    void strangersAreRefused();
};

void DemoEventsTest::longEventsAreInEveryWindowTheyTouch()
{
    auto api = made();
    QJsonObject camp = note(u"2028-01-01"_s, u"Camp"_s);
    camp.insert(u"end_date_local"_s, u"2028-01-05T00:00:00"_s);
    QCOMPARE(ask(api, "POST", events, camp).status, 200);
    QCOMPARE(ask(api, "GET", events + farWeek).list.size(), 1);
    QCOMPARE(ask(api, "GET", events + u"?oldest=2028-01-05&newest=2028-01-09"_s).list.size(), 0);
}

void DemoEventsTest::categoriesAreExact()
{
    auto api = made();
    QVERIFY(ask(api, "GET", events + u"?oldest=2026-03-01&newest=2026-06-01&category=NOTE,RACE_A"_s).list.size() > 1);
    const auto wrong = ask(api, "GET", events + u"?category=Note"_s);
    QCOMPARE(wrong.status, 422);
    QCOMPARE(errorOf(wrong), u"Invalid category [Note]"_s);
}

void DemoEventsTest::anotherCalendarIsEmpty()
{
    auto api = made();
    const QString days = events + u"?oldest=2026-03-01&newest=2026-06-01&calendar_id="_s;
    QVERIFY(!ask(api, "GET", days + u"1"_s).list.isEmpty());
    QVERIFY(ask(api, "GET", days + u"2"_s).list.isEmpty());
    QCOMPARE(ask(api, "GET", days + u"mine"_s).status, 422);
}

void DemoEventsTest::targetsAreResolvedOnDemand()
{
    auto api = made();
    QJsonObject ride {{u"category"_s, u"WORKOUT"_s},
        {u"type"_s, u"Ride"_s},
        {u"name"_s, u"A"_s},
        {u"start_date_local"_s, u"2028-01-04T00:00:00"_s},
        {u"description"_s, u"- 10m 80%"_s}};
    QCOMPARE(ask(api, "POST", events, ride).status, 200);
    const auto step = [&api](const QString &more) {
        const auto answer = ask(api, "GET", events + farWeek + more);
        return answer.list.first()
            .toObject()
            .value("workout_doc"_L1)
            .toObject()
            .value("steps"_L1)
            .toArray()
            .first()
            .toObject();
    };
    QVERIFY(!step({}).contains("_power"_L1));
    QCOMPARE(step(u"&resolve=true"_s).value("_power"_L1).toObject(),
        (QJsonObject {{u"value"_s, 200}, {u"start"_s, 195}, {u"end"_s, 205}}));
    QCOMPARE(step(u"&resolve=true&powerRange=10"_s).value("_power"_L1).toObject().value("start"_L1).toDouble(), 180.0);
    QCOMPARE(ask(api, "GET", events + u"?powerRange=wide"_s).status, 422);
}

void DemoEventsTest::aListMayBeATable()
{
    auto api = made();
    QVERIFY(planned(api, QDate(2028, 1, 4), u"Quoted, \"name\""_s, 3600) > 0);
    const auto table = ask(api, "GET", events + u".csv"_s + farWeek + u"&cols=name,moving_time,paired_activity_id"_s);
    QCOMPARE(table.status, 200);
    QCOMPARE(table.body, QByteArray("name,moving_time,paired_activity_id\r\n\"Quoted, \"\"name\"\"\",3600,\r\n"));
    QCOMPARE(ask(api, "GET", events + u".csv?category=Note"_s).status, 422);
    QCOMPARE(strangersStatus(api, "GET", events + u".csv"_s), 401);
}

void DemoEventsTest::daysAreHiddenAtOnce()
{
    auto api = made();
    const qint64 inside = planned(api, QDate(2028, 1, 4), u"Inside"_s, 3600);
    const qint64 outside = planned(api, QDate(2028, 1, 10), u"Outside"_s, 3600);
    const auto changed = ask(api, "PUT", events + farWeek, {{u"hide_from_athlete"_s, true}, {u"name"_s, u"No"_s}});
    QCOMPARE(changed.status, 200);
    QCOMPARE(changed.list.size(), 1);
    const auto one = ask(api, "GET", eventPath(inside)).json;
    QCOMPARE(one.value("hide_from_athlete"_L1).toBool(), true);
    QCOMPARE(one.value("name"_L1).toString(), u"Inside"_s);
    QCOMPARE(ask(api, "GET", eventPath(outside)).json.value("hide_from_athlete"_L1).toBool(), false);
    const auto missing = ask(api, "PUT", events + u"?oldest=2028-01-03"_s, {{u"hide_from_athlete"_s, true}});
    QCOMPARE(missing.status, 422);
    QVERIFY2(errorOf(missing).contains("'newest'"_L1), qPrintable(errorOf(missing)));
    QCOMPARE(ask(api, "PUT", events + farWeek, {{u"hide_from_athlete"_s, u"yes"_s}}).status, 422);
}

void DemoEventsTest::daysAreClearedByCategory()
{
    auto api = made();
    QVERIFY(planned(api, QDate(2028, 1, 4), u"Ride"_s, 3600) > 0);
    QCOMPARE(ask(api, "POST", events, note(u"2028-01-05"_s, u"A note"_s)).status, 200);
    QCOMPARE(ask(api, "DELETE", events + farWeek).status, 422);
    QCOMPARE(ask(api, "DELETE", events + farWeek + u"&category=note"_s).status, 422);
    QCOMPARE(ask(api, "DELETE", events + farWeek + u"&category=NOTE&createdById=i9"_s).status, 200);
    QCOMPARE(ask(api, "GET", events + farWeek).list.size(), 2);
    QCOMPARE(ask(api, "DELETE", events + farWeek + u"&category=NOTE"_s).status, 200);
    const auto left = ask(api, "GET", events + farWeek).list;
    QCOMPARE(left.size(), 1);
    QCOMPARE(left.first().toObject().value("name"_L1).toString(), u"Ride"_s);
    QCOMPARE(ask(api, "DELETE", events + u"?oldest=2027-12-01&category=WORKOUT"_s).status, 200);
    QCOMPARE(ask(api, "GET", events + farWeek).list.size(), 0);
}

void DemoEventsTest::eventsGoByName()
{
    auto api = made();
    const qint64 id = planned(api, QDate(2028, 1, 4), u"A"_s, 3600);
    QJsonObject other = note(u"2028-01-05"_s, u"B"_s);
    other.insert(u"external_id"_s, u"mine-1"_s);
    QCOMPARE(ask(api, "POST", events, other).status, 200);
    const auto gone = askList(api,
        "PUT",
        events + u"/bulk-delete"_s,
        {QJsonObject {{u"id"_s, id}},
            QJsonObject {{u"id"_s, id}, {u"external_id"_s, u"mine-1"_s}},
            QJsonObject {{u"id"_s, 999999}}});
    QCOMPARE(gone.status, 200);
    QCOMPARE(gone.json.value("eventsDeleted"_L1).toInt(), 2);
    QCOMPARE(ask(api, "GET", events + farWeek).list.size(), 0);
    QCOMPARE(ask(api, "PUT", events + u"/bulk-delete"_s, {{u"id"_s, 1}}).status, 422);
}

void DemoEventsTest::thoseOfOnePlanGoTogether()
{
    auto api = made();
    const auto batch = askList(api,
        "POST",
        events + u"/bulk?updatePlanApplied=true"_s,
        {note(u"2028-01-03"_s, u"A"_s),
            note(u"2028-01-04"_s, u"B"_s),
            note(u"2028-01-05"_s, u"C"_s),
            note(u"2028-01-06"_s, u"D"_s)});
    QCOMPARE(batch.list.size(), 4);
    QCOMPARE(ask(api, "POST", events, note(u"2028-01-06"_s, u"Alone"_s)).status, 200);
    const qint64 third = batch.list.at(2).toObject().value("id"_L1).toInteger();
    QCOMPARE(ask(api, "DELETE", eventPath(third) + u"?others=true&notBefore=2028-01-04"_s).status, 200);
    QStringList left;
    const auto events2028 = ask(api, "GET", events + farWeek).list;
    for (const auto &event : events2028)
        left.append(event.toObject().value("name"_L1).toString());
    QCOMPARE(left, (QStringList {u"A"_s, u"Alone"_s}));
}

void DemoEventsTest::copiesStandWeeksApart()
{
    auto api = made();
    QJsonObject camp = note(u"2028-01-03"_s, u"Camp"_s);
    camp.insert(u"end_date_local"_s, u"2028-01-06T00:00:00"_s);
    camp.insert(u"external_id"_s, u"camp"_s);
    camp.insert(u"Custom"_s, u"kept"_s);
    const auto original = ask(api, "POST", events, camp).json;
    const QJsonObject order {
        {u"numCopies"_s, 2}, {u"weeksBetween"_s, 2}, {u"eventIds"_s, QJsonArray {original.value("id"_L1)}}};
    const auto copies = ask(api, "POST", athletePath + u"/duplicate-events"_s, order).list;
    QCOMPARE(copies.size(), 2);
    const QJsonObject last = copies.at(1).toObject();
    QCOMPARE(last.value("start_date_local"_L1).toString(), u"2028-01-31T00:00:00"_s);
    QCOMPARE(last.value("end_date_local"_L1).toString(), u"2028-02-03T00:00:00"_s);
    QVERIFY(last.value("id"_L1) != original.value("id"_L1) && last.value("uid"_L1) != original.value("uid"_L1));
    QVERIFY(last.value("external_id"_L1).isNull());
    QCOMPARE(last.value("Custom"_L1).toString(), u"kept"_s);
    QCOMPARE(
        ask(api, "POST", athletePath + u"/duplicate-events"_s, {{u"eventIds"_s, QJsonArray {999999}}}).status, 404);
    QCOMPARE(
        ask(api, "POST", athletePath + u"/duplicate-events"_s, {{u"numCopies"_s, 1000}, {u"eventIds"_s, QJsonArray()}})
            .status,
        422);
}

void DemoEventsTest::doneMeansAnActivityAsPlanned()
{
    auto api = made();
    const qint64 id = planned(api, today.addDays(3), u"Tempo"_s, 3600);
    const auto before = ask(api, "GET", athletePath + u"/wellness/2026-03-15"_s).json;
    const auto done = ask(api, "POST", eventPath(id) + u"/mark-done"_s);
    QCOMPARE(done.status, 200);
    QCOMPARE(done.json.value("source"_L1).toString(), u"MANUAL"_s);
    QCOMPARE(done.json.value("name"_L1).toString(), u"Tempo"_s);
    QCOMPARE(done.json.value("moving_time"_L1).toInt(), 3600);
    QCOMPARE(done.json.value("icu_training_load"_L1).toInt(), 80);
    QCOMPARE(done.json.value("compliance"_L1).toDouble(), 100.0);
    QCOMPARE(done.json.value("paired_event_id"_L1).toInteger(), id);
    const QString activity = done.json.value("id"_L1).toString();
    QCOMPARE(ask(api, "GET", u"/api/v1/activity/"_s + activity).json.value("name"_L1).toString(), u"Tempo"_s);
    QCOMPARE(ask(api, "GET", eventPath(id)).json.value("paired_activity_id"_L1).toString(), activity);
    const auto after = ask(api, "GET", athletePath + u"/wellness/2026-03-15"_s).json;
    QCOMPARE(after.value("ctlLoad"_L1), before.value("ctlLoad"_L1)); // done counts once, instead of planned
    QCOMPARE(ask(api, "POST", eventPath(id) + u"/mark-done"_s).status, 422);
}

void DemoEventsTest::notesCannotBeDone()
{
    auto api = made();
    const qint64 id = ask(api, "POST", events, note(u"2028-01-03"_s, u"A"_s)).json.value("id"_L1).toInteger();
    QCOMPARE(ask(api, "POST", eventPath(id) + u"/mark-done"_s).status, 422);
    QCOMPARE(ask(api, "POST", eventPath(999999) + u"/mark-done"_s).status, 404);
    QCOMPARE(ask(api, "GET", eventPath(id) + u"/mark-done"_s).status, 405);
}

void DemoEventsTest::tagsAreCollected()
{
    auto api = made();
    QJsonObject tagged = note(u"2028-01-03"_s, u"A"_s);
    tagged.insert(u"tags"_s, QJsonArray {u"travel"_s, u"Hills"_s});
    QCOMPARE(ask(api, "POST", events, tagged).status, 200);
    QCOMPARE(ask(api, "POST", events, tagged).status, 200);
    QCOMPARE(ask(api, "GET", athletePath + u"/event-tags"_s).list, (QJsonArray {u"Hills"_s, u"travel"_s}));
}

void DemoEventsTest::whatChangesFitnessIsListed()
{
    auto api = made();
    const QJsonObject constants {{u"category"_s, u"FITNESS_DAYS"_s},
        {u"start_date_local"_s, u"2026-04-01T00:00:00"_s},
        {u"ctl_days"_s, 50},
        {u"atl_days"_s, 10}};
    QCOMPARE(ask(api, "POST", events, constants).status, 200);
    QCOMPARE(ask(api,
                 "POST",
                 events,
                 {{u"category"_s, u"SET_FITNESS"_s},
                     {u"start_date_local"_s, u"2026-03-20T00:00:00"_s},
                     {u"icu_ctl"_s, 70},
                     {u"icu_atl"_s, 60}})
                 .status,
        200);
    QStringList listed;
    const auto model = ask(api, "GET", athletePath + u"/fitness-model-events"_s).list;
    for (const auto &event : model)
        listed.append(event.toObject().value("category"_L1).toString());
    QCOMPARE(
        listed, (QStringList {u"SET_FITNESS"_s, u"SET_FITNESS"_s, u"FITNESS_DAYS"_s})); // one came with the athlete
    const auto day = ask(api, "GET", athletePath + u"/wellness/2026-03-20"_s).json;
    QCOMPARE(day.value("ctl"_L1).toDouble(), 70.0);
    QCOMPARE(day.value("atl"_L1).toDouble(), 60.0);
}

void DemoEventsTest::targetsMatchByWeekAndSport()
{
    auto api = made();
    QJsonObject target {{u"category"_s, u"TARGET"_s},
        {u"type"_s, u"Ride"_s},
        {u"start_date_local"_s, u"2028-01-03T00:00:00"_s},
        {u"load_target"_s, 400},
        {u"for_week"_s, true}};
    const auto first = askList(api, "POST", events + u"/bulk?upsertOnUid=true"_s, {target}).list.first().toObject();
    target.insert(u"load_target"_s, 450);
    const auto second = askList(api, "POST", events + u"/bulk?upsertOnUid=true"_s, {target}).list.first().toObject();
    QCOMPARE(second.value("id"_L1), first.value("id"_L1));
    QCOMPARE(second.value("load_target"_L1).toInt(), 450);
    target.insert(u"type"_s, u"Run"_s);
    const auto other = askList(api, "POST", events + u"/bulk?upsertOnUid=true"_s, {target}).list.first().toObject();
    QVERIFY(other.value("id"_L1) != first.value("id"_L1));
}

void DemoEventsTest::strangersAreRefused()
{
    auto api = made();
    for (const auto &[method, rest] : {std::pair {QByteArray("PUT"), u"/events/bulk-delete"_s},
             std::pair {QByteArray("POST"), u"/duplicate-events"_s},
             std::pair {QByteArray("GET"), u"/event-tags"_s},
             std::pair {QByteArray("GET"), u"/fitness-model-events"_s},
             std::pair {QByteArray("GET"), u"/calendars"_s},
             std::pair {QByteArray("POST"), u"/events/1/mark-done"_s}})
        QCOMPARE(strangersStatus(api, method, athletePath + rest), 401);
    QCOMPARE(ask(api, "GET", athletePath + u"/calendars"_s).list.first().toObject().value("id"_L1).toInt(), 1);
    QCOMPARE(ask(api, "DELETE", athletePath + u"/calendars"_s).status, 405);
}

MICROCYCLE_CORE_TEST(DemoEventsTest)
#include "tst_demoevents.moc"
