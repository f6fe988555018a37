// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/athlete.h"
#include "api/endpoints/gear.h"
#include "api/endpoints/listwellness.h"
#include "api/endpoints/plans.h"
#include "api/endpoints/putwellness.h"
#include "api/endpoints/sportsettings.h"
#include "tests/api/endpoints/readingcheck.h"
#include "tests/api/endpoints/requesttext.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using namespace endpoints;
using support::Reader;
using support::refusalOf;

/// What is asked about the person: wellness, sports, gear, plans, weather.
class PersonEndpointsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void requestsReadAsTheServiceDocumentsThem_data();
    void requestsReadAsTheServiceDocumentsThem();
    void answersAreReadOrRefused_data();
    void answersAreReadOrRefused();
    void aTableOfDaysGoesAsAForm();
    void aProfileKeepsWhatItDoesNotKnow();
    void unknownKeysSurvive();
    void wrongDistancesAreRefused();
};

void PersonEndpointsTest::requestsReadAsTheServiceDocumentsThem_data()
{
    QTest::addColumn<QString>("made");
    QTest::addColumn<QString>("expected");
    const QString me = u" /api/v1/athlete/0"_s;
    const auto row = [&me](const char *name, const http::Request &request, const QString &method, const QString &rest) {
        QTest::newRow(name) << support::text(request).remove(u" [application/json]"_s) << method + me + rest;
    };
    const domain::DateRange week {QDate(2026, 3, 9), QDate(2026, 3, 15)};
    const QJsonObject named {{u"name"_s, u"Größe"_s}};
    const QString body = u" {\"name\":\"Größe\"}"_s;
    const domain::GearId bike {u"b1"_s};
    const domain::FolderId plan {u"9"_s};
    row("some fields of days",
        ListWellness {.days = week, .fields = {u"weight"_s}}.request(),
        u"GET"_s,
        u"/wellness?oldest=2026-03-09&newest=2026-03-15&fields=id,weight"_s);
    row("days as a table",
        ExportWellness {.days = week, .columns = {u"date"_s, u"weight"_s}}.request(),
        u"GET"_s,
        u"/wellness.csv?oldest=2026-03-09&newest=2026-03-15&cols=date,weight"_s);
    row("today's figures",
        PutWellness {.day = week.first, .body = {{u"weight"_s, 71}}, .today = week.first}.request(),
        u"PUT"_s,
        u"/wellness/2026-03-09?localDate=2026-03-09 {\"weight\":71}"_s);
    row("a record with its day",
        PutWellnessRecord {.body = {{u"id"_s, u"2026-03-09"_s}}}.request(),
        u"PUT"_s,
        u"/wellness {\"id\":\"2026-03-09\"}"_s);
    row("many days",
        PutManyWellness {.days = {QJsonObject {{u"id"_s, u"2026-03-09"_s}}}}.request(),
        u"PUT"_s,
        u"/wellness-bulk [{\"id\":\"2026-03-09\"}]"_s);
    row("changing the athlete", UpdateAthlete {.body = named}.request(), u"PUT"_s, body);
    row("the profile", GetProfile {}.request(), u"GET"_s, u"/profile"_s);
    row("settings of a device", GetDeviceSettings {.device = u"phone"_s}.request(), u"GET"_s, u"/settings/phone"_s);
    row("the last week", ListWeekSummaries {}.request(), u"GET"_s, u"/athlete-summary"_s);
    row("weeks of a group",
        ListWeekSummaries {.days = week, .tags = {u"a b"_s, u"c"_s}}.request(),
        u"GET"_s,
        u"/athlete-summary?start=2026-03-09&end=2026-03-15&tags=a%20b,c"_s);
    row("weeks as a table",
        ExportWeekSummaries {.days = week}.request(),
        u"GET"_s,
        u"/athlete-summary.csv?start=2026-03-09&end=2026-03-15"_s);
    row("places", GetWeatherConfig {}.request(), u"GET"_s, u"/weather-config"_s);
    row("choosing places", PutWeatherConfig {.body = named}.request(), u"PUT"_s, u"/weather-config"_s + body);
    row("the forecast", GetWeatherForecast {}.request(), u"GET"_s, u"/weather-forecast"_s);
    row("custom items", ListCustomItems {}.request(), u"GET"_s, u"/custom-item"_s);
    row("a custom item", GetCustomItem {.item = 3}.request(), u"GET"_s, u"/custom-item/3"_s);
    row("one sport", GetSportSettings {.sport = u"Ride"_s}.request(), u"GET"_s, u"/sport-settings/Ride"_s);
    row("a new sport", CreateSportSettings {.body = named}.request(), u"POST"_s, u"/sport-settings"_s + body);
    row("changing a sport always says about zones",
        UpdateSportSettings {.sport = u"7"_s, .body = named}.request(),
        u"PUT"_s,
        u"/sport-settings/7?recalcHrZones=false"_s + body);
    row("changing several sports",
        UpdateManySportSettings {.settings = {named}, .recalculateHeartRateZones = true}.request(),
        u"PUT"_s,
        u"/sport-settings?recalcHrZones=true [{\"name\":\"Größe\"}]"_s);
    row("deleting a sport", DeleteSportSettings {.settings = 7}.request(), u"DELETE"_s, u"/sport-settings/7"_s);
    row("applying zones", ApplySportSettings {.sport = u"Run"_s}.request(), u"PUT"_s, u"/sport-settings/Run/apply"_s);
    row("what applying would change",
        ListMatchingActivities {.sport = u"Run"_s}.request(),
        u"GET"_s,
        u"/sport-settings/Run/matching-activities"_s);
    row("distances", GetPaceDistances {.sport = u"Run"_s}.request(), u"GET"_s, u"/sport-settings/Run/pace_distances"_s);
    row("gear", ListGear {}.request(), u"GET"_s, u"/gear"_s);
    row("gear as a table", ExportGear {}.request(), u"GET"_s, u"/gear.csv"_s);
    row("new gear", CreateGear {.body = named}.request(), u"POST"_s, u"/gear"_s + body);
    row("changing gear", UpdateGear {.gear = bike, .body = named}.request(), u"PUT"_s, u"/gear/b1"_s + body);
    row("deleting gear", DeleteGear {.gear = bike}.request(), u"DELETE"_s, u"/gear/b1"_s);
    row("counting use", CountGearUse {.gear = bike}.request(), u"GET"_s, u"/gear/b1/calc"_s);
    row("replacing a part", ReplaceGear {.gear = bike}.request(), u"POST"_s, u"/gear/b1/replace {}"_s);
    row("a reminder",
        AddGearReminder {.gear = bike, .body = named}.request(),
        u"POST"_s,
        u"/gear/b1/reminder"_s + body);
    row("a reminder put off",
        UpdateGearReminder {.gear = bike, .reminder = 2, .snoozeDays = 7}.request(),
        u"PUT"_s,
        u"/gear/b1/reminder/2?reset=false&snoozeDays=7 {}"_s);
    row("a reminder begun again",
        UpdateGearReminder {.gear = bike, .reminder = 2, .reset = true}.request(),
        u"PUT"_s,
        u"/gear/b1/reminder/2?reset=true&snoozeDays=0 {}"_s);
    row("a reminder deleted",
        DeleteGearReminder {.gear = bike, .reminder = 2}.request(),
        u"DELETE"_s,
        u"/gear/b1/reminder/2"_s);
    row("the plan", GetTrainingPlan {}.request(), u"GET"_s, u"/training-plan"_s);
    row("another plan", PutTrainingPlan {.body = named}.request(), u"PUT"_s, u"/training-plan"_s + body);
    row("changes of the plan", ApplyPlanChanges {}.request(), u"PUT"_s, u"/apply-plan-changes"_s);
    row("days of a plan",
        HidePlanDays {.folder = plan, .oldest = 0, .newest = 6}.request(),
        u"PUT"_s,
        u"/folders/9/workouts?oldest=0&newest=6 {\"hide_from_athlete\":true}"_s);
    row("who shares", ListSharing {.folder = plan}.request(), u"GET"_s, u"/folders/9/shared-with"_s);
    row("sharing",
        PutSharing {.folder = plan, .people = {domain::SharedWith {domain::AthleteId {u"i9"_s}, {}, true, {}}}}
            .request(),
        u"PUT"_s,
        u"/folders/9/shared-with [{\"canEdit\":true,\"id\":\"i9\"}]"_s);
    QTest::newRow("plans of several")
        << support::text(PutAthletePlans {.plans = {named}}.request()).remove(u" [application/json]"_s)
        << u"PUT /api/v1/athlete-plans [{\"name\":\"Größe\"}]"_s;
}

void PersonEndpointsTest::requestsReadAsTheServiceDocumentsThem()
{
    QFETCH(QString, made);
    QFETCH(QString, expected);
    QCOMPARE(made, expected);
}

void PersonEndpointsTest::answersAreReadOrRefused_data()
{
    QTest::addColumn<Reader>("read");
    QTest::addColumn<QByteArray>("good");
    QTest::addColumn<bool>("mayBeAnything");
    const auto row = [](const char *name, const Reader &read, const QByteArray &good, bool anything = false) {
        QTest::newRow(name) << read << good << anything;
    };
    const QByteArray gear
        = R"({"id":123,"name":"A","distance":1234.5,"reminders":[{"id":9,"name":"B"}],"retired":null})";
    row("gear", refusalOf<ListGear>, '[' + gear + ']');
    row("one gear", refusalOf<UpdateGear>, gear);
    row("replaced", refusalOf<ReplaceGear>, '[' + gear + ',' + gear + ']');
    row("use", refusalOf<CountGearUse>, R"({"activities":3,"distance":1.5,"moving_time":2,"elapsed_time":3})");
    row("a record of a day", refusalOf<PutWellnessRecord>, R"({"id":"2026-03-12","weight":71})");
    row("many days", refusalOf<PutManyWellness>, "{}", true);
    row("athlete", refusalOf<UpdateAthlete>, R"({"id":"i42","name":"A"})");
    row("profile",
        refusalOf<GetProfile>,
        R"({"athlete":{"id":"i42","name":"A"},"sharedFolders":[],"customItems":null})");
    row("device", refusalOf<GetDeviceSettings>, R"({"a":1})");
    row("weeks", refusalOf<ListWeekSummaries>, R"([{"date":"2026-03-09","count":3,"timeInZones":[1,2]}])");
    row("weather", refusalOf<GetWeatherForecast>, R"({"forecasts":[{"id":1,"lat":52.5,"lon":13.4,"daily":[]}]})");
    row("custom items", refusalOf<ListCustomItems>, R"([{"id":1,"type":"ZONES","content":{}}])");
    row("custom item", refusalOf<GetCustomItem>, R"({"id":1,"type":"ZONES","content":{}})");
    row("sport", refusalOf<GetSportSettings>, R"({"id":3,"types":["Ride"],"ftp":250})");
    row("sports", refusalOf<UpdateManySportSettings>, R"([{"id":3,"types":["Ride"]}])");
    row("matching",
        refusalOf<ListMatchingActivities>,
        R"([{"id":"i7","start_date_local":"2026-03-12T07:00:00","type":"Run"}])");
    row("distances", refusalOf<GetPaceDistances>, R"({"distances":[400,1000.5],"defaults":[400]})");
    row("plan", refusalOf<GetTrainingPlan>, R"({"athlete_id":"i42","training_plan_id":null,"training_plan":null})");
    row("shared", refusalOf<ListSharing>, R"([{"id":"i9","name":"B","canEdit":true}])");
    row("hidden days", refusalOf<HidePlanDays>, R"([{"id":5,"name":"B","day":0}])");
    row("deleted", refusalOf<DeleteGear>, "{}", true);
}

void PersonEndpointsTest::answersAreReadOrRefused()
{
    QFETCH(Reader, read);
    QFETCH(QByteArray, good);
    QFETCH(bool, mayBeAnything);
    support::checkReading(read, good, mayBeAnything);
}

void PersonEndpointsTest::aTableOfDaysGoesAsAForm()
{
    const auto request
        = UploadWellness {.fileName = u"days.csv"_s, .file = "date,weight\n", .ignoreMissing = true}.request();
    QCOMPARE(request.method, QByteArray("POST"));
    QCOMPARE(request.path, u"/api/v1/athlete/0/wellness"_s);
    QCOMPARE(request.query.toString(), u"ignoreMissingFields=true"_s);
    QVERIFY(request.body.contains("filename=\"days.csv\""));
    QVERIFY(UploadWellness::parse("").ok());
}

void PersonEndpointsTest::aProfileKeepsWhatItDoesNotKnow()
{
    const auto profile = GetProfile::parse(
        R"({"athlete":{"id":"i42","name":"A","Custom":1},"sharedFolders":[{"id":7,"name":"F"},{"id":{}}],"customItems":[{"id":1,"name":"C"}],"more":2})");
    QVERIFY(profile.ok());
    QCOMPARE(profile->athlete.extra.value("Custom"_L1).toInt(), 1);
    QCOMPARE(profile->sharedFolders.size(), 1);
    QCOMPARE(profile->customItems.constFirst().name, u"C"_s);
    QCOMPARE(profile->json.value("more"_L1).toInt(), 2);
    QVERIFY(!GetProfile::parse(R"({"athlete":[]})").ok());
}

void PersonEndpointsTest::unknownKeysSurvive()
{
    const auto gear = ListGear::parse(R"([{"id":123,"name":"A","activity_filters":[{"x":1}]},{"id":"b1","name":{}}])");
    QVERIFY(gear.ok());
    QCOMPARE(gear->values.constFirst().value.id->value, u"123"_s);
    QCOMPARE(gear->quarantined.size(), 1);
    QVERIFY(domain::toJson(gear->values.constFirst().value).contains("activity_filters"_L1));
    const auto weather
        = GetWeatherConfig::parse(R"({"forecasts":[{"id":1,"label":"B","units":"c"},7],"theme":"dark"})");
    QVERIFY(weather.ok());
    QCOMPARE(domain::placesOf(weather->value).size(), 1);
    QCOMPARE(domain::toJson(weather->value).value("theme"_L1).toString(), u"dark"_s);
}

void PersonEndpointsTest::wrongDistancesAreRefused()
{
    QVERIFY(!GetPaceDistances::parse(R"({"distances":["far"]})").ok());
    QVERIFY(!GetPaceDistances::parse(R"({"distances":7})").ok());
    QCOMPARE(GetPaceDistances::parse(R"({"distances":[400]})")->defaults.size(), 0);
}

MICROCYCLE_CORE_TEST(PersonEndpointsTest)
#include "tst_personendpoints.moc"
