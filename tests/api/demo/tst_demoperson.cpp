// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/demo/demotalk.h"
#include "tests/support/testmain.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace demotalk;

namespace {

const QString me = u"/api/v1/athlete/0"_s;

QJsonObject withId(const QJsonArray &list, const QJsonValue &id)
{
    for (const auto &entry : list) {
        if (entry.toObject().value("id"_L1) == id)
            return entry.toObject();
    }
    return {};
}

}

/// The person of the embedded server: sports, gear, plan, weather, weeks.
class DemoPersonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theAthleteIsMerged();
    void theProfileSaysLess();
    void aSportLivesFromCreateToDelete();
    void heartRateZonesAreDrawnAnew();
    void severalSportsAreAllOrNone();
    void zonesAreGivenToActivities();
    void gearLivesFromAddToDelete();
    void useIsCountedFromActivities();
    void aPartIsReplaced();
    void remindersComeAndGo();
    void thePlanIsChosen();
    void theCalendarFollowsThePlan();
    void foldersAreShared();
    void weeksAreSummedUp();
    void placesHaveWeather();
    void itemsAndSettingsAreRead();
    void strangersAreRefused_data();
    void strangersAreRefused();
};

void DemoPersonTest::theAthleteIsMerged()
{
    auto api = made();
    const auto before = ask(api, "GET", me).json;
    QCOMPARE(before.value("sportSettings"_L1).toArray().size(), 4);
    QCOMPARE(before.value("custom_items"_L1).toArray().size(), 3);
    const auto changed = ask(api, "PUT", me, {{u"city"_s, u"Lyon"_s}, {u"Own"_s, QJsonArray {1}}, {u"id"_s, u"i7"_s}}).json;
    QCOMPARE(changed.value("city"_L1).toString(), u"Lyon"_s);
    QCOMPARE(changed.value("Own"_L1).toArray().size(), 1);
    QCOMPARE(changed.value("id"_L1), before.value("id"_L1));
    QCOMPARE(changed.value("name"_L1), before.value("name"_L1));
    QVERIFY(ask(api, "PUT", me, {{u"icu_weight"_s, -1}}).json.value("icu_weight"_L1).isNull());
    QCOMPARE(ask(api, "PUT", me, {{u"icu_weight"_s, u"heavy"_s}}).status, 422);
}

void DemoPersonTest::theProfileSaysLess()
{
    auto api = made();
    const auto profile = ask(api, "GET", me + u"/profile"_s).json;
    QCOMPARE(profile.keys(), (QStringList {u"athlete"_s, u"customItems"_s, u"sharedFolders"_s}));
    QCOMPARE(profile.value("athlete"_L1).toObject().value("timezone"_L1).toString(), u"Europe/Berlin"_s);
    QVERIFY(!profile.value("athlete"_L1).toObject().contains("icu_weight"_L1));
    QCOMPARE(ask(api, "PUT", me + u"/profile"_s, {{u"name"_s, u"B"_s}}).status, 405);
}

void DemoPersonTest::aSportLivesFromCreateToDelete()
{
    auto api = made();
    const QString sports = me + u"/sport-settings"_s;
    const auto row = ask(api, "POST", sports, {{u"types"_s, QJsonArray {u"Rowing"_s}}, {u"ftp"_s, 200}, {u"Own"_s, 1}}).json;
    QCOMPARE(row.value("power_zones"_L1).toArray().size(), 7);
    QCOMPARE(row.value("ftp"_L1).toInt(), 200);
    const auto read = ask(api, "GET", sports + u"/Rowing"_s).json;
    QCOMPARE(read.value("id"_L1), row.value("id"_L1));
    QCOMPARE(read.value("Own"_L1).toInt(), 1);
    const auto taken = ask(api, "POST", sports, {{u"types"_s, QJsonArray {u"Ride"_s}}});
    QCOMPARE(taken.status, 422);
    QVERIFY2(errorOf(taken).contains("[Ride]"_L1), qPrintable(errorOf(taken)));
    QCOMPARE(ask(api, "POST", sports, {{u"ftp"_s, 1}}).status, 422);
    const QString one = sports + u'/' + QString::number(row.value("id"_L1).toInteger());
    QCOMPARE(ask(api, "DELETE", one).status, 200);
    QCOMPARE(ask(api, "GET", one).status, 404);
    QCOMPARE(ask(api, "DELETE", sports + u"/4"_s).status, 422); // that of all other sports
}

void DemoPersonTest::heartRateZonesAreDrawnAnew()
{
    auto api = made();
    const QString ride = me + u"/sport-settings/Ride"_s;
    const auto unsaid = ask(api, "PUT", ride, {{u"lthr"_s, 178}});
    QCOMPARE(unsaid.status, 422);
    QVERIFY2(errorOf(unsaid).contains("'recalcHrZones'"_L1), qPrintable(errorOf(unsaid)));
    const auto zones = [](const Answer &answer) { return answer.json.value("hr_zones"_L1).toArray(); };
    const auto kept = zones(ask(api, "PUT", ride + u"?recalcHrZones=false"_s, {{u"lthr"_s, 178}, {u"max_hr"_s, 192}}));
    QCOMPARE(kept.first().toInt(), 136);
    const auto drawn = zones(ask(api, "PUT", ride + u"?recalcHrZones=true"_s, {{u"lthr"_s, 178}}));
    QCOMPARE(drawn, (QJsonArray {147, 156, 165, 174, 179, 184, 192}));
    QCOMPARE(ask(api, "PUT", ride + u"?recalcHrZones=true"_s, {{u"ftp"_s, u"much"_s}}).status, 422);
}

void DemoPersonTest::severalSportsAreAllOrNone()
{
    auto api = made();
    const QString sports = me + u"/sport-settings"_s;
    const auto both = askList(api, "PUT", sports + u"?recalcHrZones=false"_s, {QJsonObject {{u"id"_s, 1}, {u"ftp"_s, 260}}, QJsonObject {{u"id"_s, 2}, {u"lthr"_s, 171}}});
    QCOMPARE(both.list.size(), 2);
    QCOMPARE(ask(api, "GET", sports + u"/Run"_s).json.value("lthr"_L1).toInt(), 171);
    const auto half = askList(api, "PUT", sports + u"?recalcHrZones=false"_s, {QJsonObject {{u"id"_s, 1}, {u"ftp"_s, 999}}, QJsonObject {{u"id"_s, 77}}});
    QCOMPARE(half.status, 404);
    QCOMPARE(ask(api, "GET", sports + u"/Ride"_s).json.value("ftp"_L1).toInt(), 260);
}

void DemoPersonTest::zonesAreGivenToActivities()
{
    auto api = made();
    const QString ride = me + u"/sport-settings/Ride"_s;
    const auto matching = ask(api, "GET", ride + u"/matching-activities"_s).list;
    QVERIFY(matching.size() > 100);
    QCOMPARE(matching.first().toObject().keys(), (QStringList {u"id"_s, u"name"_s, u"start_date_local"_s, u"type"_s}));
    const QString activity = u"/api/v1/activity/"_s + matching.last().toObject().value("id"_L1).toString();
    const auto before = ask(api, "GET", activity).json;
    QCOMPARE(ask(api, "PUT", ride + u"?recalcHrZones=false"_s, {{u"power_zones"_s, QJsonArray {50, 70, 999}}}).status, 200);
    QCOMPARE(ask(api, "GET", activity).json.value("icu_power_zones"_L1).toArray().size(), 7);
    QCOMPARE(ask(api, "PUT", ride + u"/apply"_s).status, 200);
    const auto after = ask(api, "GET", activity).json;
    QCOMPARE(after.value("icu_power_zones"_L1).toArray(), (QJsonArray {50, 70, 999}));
    // The times are counted anew from the recording: three zones and the sweet spot, all of it in the three.
    const QJsonArray times = after.value("icu_zone_times"_L1).toArray();
    QCOMPARE(times.size(), 4);
    const double ftp = after.value("icu_ftp"_L1).toDouble();
    const auto watts = ask(api, "GET", activity + u"/streams?types=watts"_s).list.first().toObject().value("data"_L1).toArray();
    int low = 0;
    int all = 0;
    for (const auto &value : watts)
        low += value.toDouble() <= ftp / 2 ? 1 : 0;
    for (qsizetype i = 0; i < 3; ++i)
        all += times.at(i).toObject().value("secs"_L1).toInt();
    QVERIFY2(std::abs(times.at(0).toObject().value("secs"_L1).toInt() - low) <= 2, qPrintable(QString::number(low)));
    QVERIFY(std::abs(all - int(watts.size())) <= 2);
    QCOMPARE(times.last().toObject().value("id"_L1).toString(), u"SS"_s);
    // What was measured and the thresholds of the day stay.
    for (const auto &key : {u"icu_ftp"_s, u"icu_training_load"_s, u"icu_weighted_avg_watts"_s, u"moving_time"_s, u"distance"_s})
        QCOMPARE(after.value(key), before.value(key));
    QVERIFY(ask(api, "GET", me + u"/sport-settings/Run/pace_distances"_s).json.value("distances"_L1).toArray().contains(5000));
    QCOMPARE(ask(api, "GET", me + u"/sport-settings/Chess/pace_distances"_s).status, 404);
}

void DemoPersonTest::gearLivesFromAddToDelete()
{
    auto api = made();
    const QString gear = me + u"/gear"_s;
    const auto all = ask(api, "GET", gear).list;
    QCOMPARE(all.size(), 5);
    QCOMPARE(std::count_if(all.begin(), all.end(), [](const auto &one) { return one.toObject().value("type"_L1) == "Bike"_L1; }), 2);
    const auto added = ask(api, "POST", gear, {{u"name"_s, u"Tyre"_s}, {u"type"_s, u"Tyre"_s}, {u"Own"_s, u"x"_s}}).json;
    const QString one = gear + u'/' + added.value("id"_L1).toString();
    const auto retired = ask(api, "PUT", one, {{u"retired"_s, u"2026-03-12"_s}}).json;
    QCOMPARE(retired.value("retired"_L1).toString(), u"2026-03-12"_s);
    QCOMPARE(retired.value("Own"_L1).toString(), u"x"_s);
    QVERIFY(ask(api, "PUT", one, {{u"retired"_s, QString()}}).json.value("retired"_L1).isNull());
    const auto table = ask(api, "GET", gear + u".csv"_s);
    QVERIFY2(table.body.contains("Road bike"), table.body.left(200).constData());
    QCOMPARE(errorOf(ask(api, "POST", gear, {{u"type"_s, u"Bike"_s}})), u"Name is required"_s);
    QCOMPARE(errorOf(ask(api, "POST", gear, {{u"name"_s, u"A"_s}, {u"type"_s, u"bike"_s}})), u"Invalid type [bike]"_s);
    QCOMPARE(ask(api, "DELETE", one).status, 200);
    QCOMPARE(ask(api, "PUT", one, {{u"name"_s, u"B"_s}}).status, 404);
}

void DemoPersonTest::useIsCountedFromActivities()
{
    auto api = made();
    const auto listed = withId(ask(api, "GET", me + u"/gear"_s).list, u"b1"_s);
    const auto counted = ask(api, "GET", me + u"/gear/b1/calc"_s).json;
    QVERIFY(counted.value("activities"_L1).toInt() > 100);
    QCOMPARE(listed.value("activities"_L1), counted.value("activities"_L1));
    QVERIFY(std::abs(listed.value("distance"_L1).toDouble() - counted.value("distance"_L1).toDouble()) < 1);
    QCOMPARE(ask(api, "GET", me + u"/gear/none/calc"_s).status, 404);
}

void DemoPersonTest::aPartIsReplaced()
{
    auto api = made();
    const auto both = ask(api, "POST", me + u"/gear/g5/replace"_s, {{u"name"_s, u"Chain two"_s}}).list;
    QCOMPARE(both.size(), 2);
    QCOMPARE(both.first().toObject().value("retired"_L1).toString(), u"2026-03-12"_s);
    const QJsonObject fresh = both.last().toObject();
    QCOMPARE(fresh.value("name"_L1).toString(), u"Chain two"_s);
    QCOMPARE(fresh.value("distance"_L1).toInt(), 0);
    QCOMPARE(fresh.value("reminders"_L1).toArray().first().toObject().value("percent_used"_L1).toDouble(), 0.0);
    const auto bike = withId(ask(api, "GET", me + u"/gear"_s).list, u"b1"_s);
    QCOMPARE(bike.value("component_ids"_L1).toArray(), (QJsonArray {fresh.value("id"_L1)}));
    QCOMPARE(ask(api, "POST", me + u"/gear/b1/replace"_s, {{u"name"_s, u"Bike two"_s}}).status, 422);
}

void DemoPersonTest::remindersComeAndGo()
{
    auto api = made();
    const QString reminders = me + u"/gear/g5/reminder"_s;
    const auto last = [](const Answer &answer) { return answer.json.value("reminders"_L1).toArray().last().toObject(); };
    const auto added = last(ask(api, "POST", reminders, {{u"name"_s, u"Wax"_s}, {u"distance"_s, 300000}}));
    QCOMPARE(added.value("id"_L1).toInt(), 2);
    QCOMPARE(added.value("percent_used"_L1).toDouble(), 0.0);
    QCOMPARE(ask(api, "PUT", me + u"/gear/g5"_s, {{u"distance"_s, 2300000}}).status, 200);
    QCOMPARE(last(ask(api, "PUT", reminders + u"/2?snoozeDays=7"_s, {{u"name"_s, u"Wax it"_s}})).value("snoozed_until"_L1).toString(), u"2026-03-19"_s);
    QCOMPARE(last(ask(api, "PUT", reminders + u"/2?snoozeDays=7"_s, {{u"name"_s, u"Wax it"_s}})).value("percent_used"_L1).toDouble(), 50.0);
    const auto begun = last(ask(api, "PUT", reminders + u"/2?reset=true"_s, {{u"name"_s, u"Wax it"_s}}));
    QCOMPARE(begun.value("percent_used"_L1).toDouble(), 0.0);
    QVERIFY(!begun.contains("snoozed_until"_L1));
    QCOMPARE(ask(api, "DELETE", reminders + u"/2"_s).json.value("reminders"_L1).toArray().size(), 1);
    QCOMPARE(ask(api, "DELETE", reminders + u"/2"_s).status, 404);
    QCOMPARE(ask(api, "POST", reminders, {{u"distance"_s, 1}}).status, 422);
}

void DemoPersonTest::thePlanIsChosen()
{
    auto api = made();
    const QString path = me + u"/training-plan"_s;
    const auto plan = ask(api, "GET", path).json;
    QCOMPARE(plan.value("training_plan"_L1).toObject().value("type"_L1).toString(), u"PLAN"_s);
    QCOMPARE(ask(api, "PUT", path, {{u"training_plan_alias"_s, u"Mine"_s}}).json.value("training_plan_alias"_L1).toString(), u"Mine"_s);
    QCOMPARE(ask(api, "PUT", path, {{u"training_plan_id"_s, 999999}}).status, 404);
    QCOMPARE(ask(api, "PUT", path, {{u"training_plan_start_date"_s, u"soon"_s}}).status, 422);
    const QJsonObject start {{u"id"_s, plan.value("athlete_id"_L1)}, {u"training_plan_start_date"_s, u"2028-01-03"_s}};
    QCOMPARE(askList(api, "PUT", u"/api/v1/athlete-plans"_s, {start}).status, 200);
    QCOMPARE(ask(api, "GET", path).json.value("training_plan_start_date"_L1).toString(), u"2028-01-03"_s);
    QCOMPARE(askList(api, "PUT", u"/api/v1/athlete-plans"_s, {QJsonObject {{u"id"_s, u"i999"_s}}}).status, 403);
    const auto none = ask(api, "PUT", path, {{u"training_plan_id"_s, -1}}).json;
    QVERIFY(none.value("training_plan_id"_L1).isNull() && none.value("training_plan_start_date"_L1).isNull());
    QCOMPARE(ask(api, "PUT", me + u"/apply-plan-changes"_s).status, 422);
}

void DemoPersonTest::theCalendarFollowsThePlan()
{
    auto api = made();
    const auto plan = ask(api, "PUT", me + u"/training-plan"_s, {{u"training_plan_start_date"_s, u"2028-01-03"_s}}).json;
    const auto planned2028 = [&api] { return ask(api, "GET", events + u"?oldest=2028-01-01&newest=2028-12-31"_s).list; };
    const auto first = ask(api, "PUT", me + u"/apply-plan-changes"_s).json;
    QVERIFY(first.value("added"_L1).toInt() > 20);
    QCOMPARE(planned2028().size(), first.value("added"_L1).toInt());
    const auto again = ask(api, "PUT", me + u"/apply-plan-changes"_s).json;
    QCOMPARE(again, (QJsonObject {{u"added"_s, 0}, {u"updated"_s, 0}, {u"deleted"_s, 0}}));
    QList<QJsonObject> workouts;
    const auto all = ask(api, "GET", me + u"/workouts"_s).list;
    for (const auto &entry : all) {
        const QJsonObject workout = entry.toObject();
        if (workout.value("folder_id"_L1) == plan.value("training_plan_id"_L1) && workout.value("type"_L1) == "Ride"_L1)
            workouts.append(workout);
    }
    const auto path = [](const QJsonObject &workout) { return me + u"/workouts/"_s + QString::number(workout.value("id"_L1).toInteger()); };
    QCOMPARE(ask(api, "PUT", path(workouts.at(0)), {{u"name"_s, u"Renamed"_s}}).status, 200);
    QCOMPARE(ask(api, "DELETE", path(workouts.at(1))).status, 200);
    const auto followed = ask(api, "PUT", me + u"/apply-plan-changes"_s).json;
    QCOMPARE(followed, (QJsonObject {{u"added"_s, 0}, {u"updated"_s, 1}, {u"deleted"_s, 1}}));
    const auto names = planned2028();
    QVERIFY(std::any_of(names.begin(), names.end(), [](const auto &event) { return event.toObject().value("name"_L1) == "Renamed"_L1; }));
}

void DemoPersonTest::foldersAreShared()
{
    auto api = made();
    const QString id = QString::number(ask(api, "GET", me + u"/folders"_s).list.first().toObject().value("id"_L1).toInteger());
    const QString path = me + u"/folders/"_s + id + u"/shared-with"_s;
    QCOMPARE(ask(api, "GET", path).list.size(), 0);
    const auto shared = askList(api, "PUT", path, {QJsonObject {{u"id"_s, u"i9"_s}, {u"canEdit"_s, true}, {u"Own"_s, 1}}});
    QCOMPARE(shared.list.first().toObject().value("Own"_L1).toInt(), 1);
    QCOMPARE(ask(api, "GET", path).list.first().toObject().value("canEdit"_L1).toBool(), true);
    const auto folder = ask(api, "GET", me + u"/folders"_s).list.first().toObject();
    QCOMPARE(folder.value("sharedWithCount"_L1).toInt(), 1);
    QVERIFY(!folder.contains("shared_with"_L1));
    QCOMPARE(askList(api, "PUT", path, {QJsonObject {{u"canEdit"_s, true}}}).status, 422);
    QCOMPARE(ask(api, "GET", me + u"/folders/999999/shared-with"_s).status, 404);
}

void DemoPersonTest::weeksAreSummedUp()
{
    auto api = made();
    const QString path = me + u"/athlete-summary"_s;
    const auto weeks = ask(api, "GET", path + u"?start=2026-02-16&end=2026-03-08"_s).list;
    QCOMPARE(weeks.size(), 3);
    const QJsonObject last = weeks.first().toObject(); // newest first
    QCOMPARE(last.value("date"_L1).toString(), u"2026-03-02"_s);
    double load = 0;
    const auto activities = ask(api, "GET", me + u"/activities?oldest=2026-03-02&newest=2026-03-08"_s).list;
    for (const auto &activity : activities)
        load += activity.toObject().value("icu_training_load"_L1).toDouble();
    QCOMPARE(last.value("training_load"_L1).toDouble(), load);
    QCOMPARE(last.value("count"_L1).toInt(), int(activities.size()));
    const auto sunday = ask(api, "GET", me + u"/wellness/2026-03-08"_s).json;
    QCOMPARE(last.value("fitness"_L1), sunday.value("ctl"_L1));
    QCOMPARE(last.value("rampRate"_L1), sunday.value("rampRate"_L1));
    QVERIFY(!last.value("byCategory"_L1).toArray().isEmpty());
    QVERIFY(ask(api, "GET", path).list.size() <= 2);
    QVERIFY(ask(api, "GET", path + u".csv"_s).body.contains("training_load"));
    QCOMPARE(ask(api, "GET", path + u"?start=2026-03-09&end=2026-03-01"_s).status, 422);
}

void DemoPersonTest::placesHaveWeather()
{
    auto api = made();
    const auto config = ask(api, "GET", me + u"/weather-config"_s).json;
    QCOMPARE(config.value("forecasts"_L1).toArray().size(), 2);
    const auto forecast = ask(api, "GET", me + u"/weather-forecast"_s).json;
    QCOMPARE(forecast.value("forecasts"_L1).toArray().size(), 1); // the other place is off
    const QJsonObject day = forecast.value("forecasts"_L1).toArray().first().toObject().value("daily"_L1).toArray().first().toObject();
    QVERIFY(day.value("temp"_L1).toObject().value("min"_L1).toDouble() < day.value("temp"_L1).toObject().value("max"_L1).toDouble());
    QCOMPARE(ask(api, "GET", me + u"/weather-forecast"_s).json, forecast);
    const auto none = ask(api, "PUT", me + u"/weather-config"_s, {{u"forecasts"_s, QJsonArray()}, {u"Own"_s, 1}}).json;
    QCOMPARE(none.value("forecasts"_L1).toArray().size(), 0);
    QCOMPARE(ask(api, "GET", me + u"/weather-config"_s).json.value("Own"_L1).toInt(), 1);
    QCOMPARE(ask(api, "PUT", me + u"/weather-config"_s, {{u"forecasts"_s, QJsonArray {QJsonObject {{u"lat"_s, u"north"_s}}}}}).status, 422);
}

void DemoPersonTest::itemsAndSettingsAreRead()
{
    auto api = made();
    const auto items = ask(api, "GET", me + u"/custom-item"_s).list;
    QCOMPARE(items.size(), 3);
    QCOMPARE(ask(api, "GET", me + u"/custom-item/2"_s).json, items.at(1).toObject());
    QCOMPARE(ask(api, "GET", me + u"/custom-item/99"_s).status, 404);
    QVERIFY(!ask(api, "GET", me + u"/settings/desktop"_s).json.isEmpty());
    QCOMPARE(ask(api, "GET", me + u"/settings/phone"_s).status, 200);
    QCOMPARE(ask(api, "GET", me + u"/settings/toaster"_s).status, 422);
}

void DemoPersonTest::strangersAreRefused_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("rest");
    for (const auto &[method, rest] : {std::pair {"PUT", u""_s}, std::pair {"GET", u"/profile"_s}, std::pair {"GET", u"/settings/phone"_s},
             std::pair {"GET", u"/custom-item"_s}, std::pair {"GET", u"/weather-config"_s}, std::pair {"PUT", u"/weather-config"_s},
             std::pair {"GET", u"/weather-forecast"_s}, std::pair {"GET", u"/athlete-summary"_s}, std::pair {"GET", u"/athlete-summary.csv"_s},
             std::pair {"GET", u"/gear"_s}, std::pair {"GET", u"/gear.csv"_s}, std::pair {"POST", u"/gear/g5/replace"_s},
             std::pair {"POST", u"/sport-settings"_s}, std::pair {"PUT", u"/sport-settings/Ride/apply"_s}, std::pair {"GET", u"/training-plan"_s},
             std::pair {"PUT", u"/apply-plan-changes"_s}, std::pair {"GET", u"/folders/1/shared-with"_s}})
        QTest::newRow(qPrintable(QString::fromLatin1(method) + u" me"_s + rest)) << QByteArray(method) << rest;
}

void DemoPersonTest::strangersAreRefused()
{
    QFETCH(QByteArray, method);
    QFETCH(QString, rest);
    auto api = made();
    QCOMPARE(strangersStatus(api, method, me + rest), 401);
    QCOMPARE(ask(api, method, u"/api/v1/athlete/i999"_s + rest).status, 403);
}

MICROCYCLE_CORE_TEST(DemoPersonTest)
#include "tst_demoperson.moc"
