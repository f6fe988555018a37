// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/json/records.h"
#include "models/domain/activity.h"
#include "models/domain/event.h"
#include "models/domain/sportsettings.h"
#include "models/domain/wellness.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(domain::Error::Kind)

class RecordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBodyThatIsNoListIsRefused_data();
    void aBodyThatIsNoListIsRefused();
    void anEmptyListIsAList();
    void theWholeObjectIsKeptBesideTheValue();
    void oneUnreadableRecordIsSetAside_data();
    void oneUnreadableRecordIsSetAside();
    void daysAndActivitiesNeedTheirKeysToo();
    void aSingleRecordIsReadAsStrictly();
    void tooManyRecordsAreRefused();
};

void RecordsTest::aBodyThatIsNoListIsRefused_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("detail");
    QTest::newRow("nothing") << QByteArray() << u"it is empty"_s;
    QTest::newRow("blanks") << QByteArray(" \n ") << u"it is empty"_s;
    QTest::newRow("null") << QByteArray("null") << QString();
    QTest::newRow("a number") << QByteArray("7") << QString();
    QTest::newRow("an object") << QByteArray("{}") << u"expected a list"_s;
    QTest::newRow("a list that breaks off") << QByteArray(R"([{"id":1},)") << QString();
    QTest::newRow("a comma at the end") << QByteArray("[{},]") << QString();
    QTest::newRow("text after the list") << QByteArray("[] x") << QString();
    QTest::newRow("a web page") << QByteArray("<!doctype html><title>Sign in</title>")
                                << u"a web page instead of data"_s;
    QTest::newRow("UTF-16") << QByteArray("\xff\xfe[\0]\0", 6) << QString();
    QTest::newRow("letters that are not UTF-8") << QByteArray("[{\"name\":\"\xc3\x28\"}]") << QString();
    QTest::newRow("not a number") << QByteArray(R"([{"id":NaN}])") << QString();
    QTest::newRow("nested without end") << QByteArray(2000, '[') + QByteArray(2000, ']') << QString();
}

void RecordsTest::aBodyThatIsNoListIsRefused()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, detail);
    const auto events = json::records<domain::Event>(body);
    QVERIFY(!events.ok());
    QCOMPARE(events.error().kind, domain::Error::Kind::Malformed);
    QVERIFY(!events.error().detail.isEmpty());
    if (!detail.isEmpty())
        QCOMPARE(events.error().detail, detail);
}

void RecordsTest::anEmptyListIsAList()
{
    const auto events = json::records<domain::Event>("\xef\xbb\xbf [ ] ");
    QVERIFY(events.ok());
    QVERIFY(events->values.isEmpty() && events->quarantined.isEmpty());
}

void RecordsTest::theWholeObjectIsKeptBesideTheValue()
{
    const auto events = json::records<domain::Event>(
        R"([{"id":9007199254740993,"start_date_local":"2026-03-12T07:30:00","category":"NOTE","push_errors":null,"Mood":{"a":[1]}}])");
    QVERIFY(events.ok());
    QCOMPARE(events->values.size(), 1);
    const auto &record = events->values.first();
    QCOMPARE(record.value.id->value, 9007199254740993LL);
    QCOMPARE(record.json.value("id"_L1).toInteger(), 9007199254740993LL);
    QVERIFY(record.json.value("push_errors"_L1).isNull());
    QCOMPARE(record.json.value("Mood"_L1).toObject().value("a"_L1).toArray().size(), 1);
}

void RecordsTest::oneUnreadableRecordIsSetAside_data()
{
    QTest::addColumn<QByteArray>("record");
    QTest::addColumn<QString>("item");
    QTest::newRow("no id") << QByteArray(R"({"start_date_local":"2026-03-12T00:00:00"})") << u"id"_s;
    QTest::newRow("an id of null") << QByteArray(R"({"id":null,"start_date_local":"2026-03-12T00:00:00"})") << u"id"_s;
    QTest::newRow("an id with a fraction")
        << QByteArray(R"({"id":123.5,"start_date_local":"2026-03-12T00:00:00"})") << u"id"_s;
    QTest::newRow("an id of zero") << QByteArray(R"({"id":0,"start_date_local":"2026-03-12T00:00:00"})") << u"id"_s;
    QTest::newRow("no start") << QByteArray(R"({"id":5})") << u"start_date_local"_s;
    QTest::newRow("a day that does not exist")
        << QByteArray(R"({"id":5,"start_date_local":"2026-02-30T00:00:00"})") << u"start_date_local"_s;
    QTest::newRow("a date with a tail") << QByteArray(R"({"id":5,"start_date_local":"2026-03-12x"})")
                                        << u"start_date_local"_s;
    QTest::newRow("a load in words") << QByteArray(
        R"({"id":5,"start_date_local":"2026-03-12","icu_training_load":"much"})")
                                     << u"icu_training_load"_s;
    QTest::newRow("a number among objects") << QByteArray("17") << QString();
    QTest::newRow("null among objects") << QByteArray("null") << QString();
}

void RecordsTest::oneUnreadableRecordIsSetAside()
{
    QFETCH(QByteArray, record);
    QFETCH(QString, item);
    const QByteArray good = R"({"id":1,"start_date_local":"2026-03-12T00:00:00","name":"A"})";
    const auto events = json::records<domain::Event>('[' + good + ',' + record + ',' + good + ']');
    QVERIFY(events.ok());
    QCOMPARE(events->values.size(), 2);
    QCOMPARE(events->quarantined.size(), 1);
    QCOMPARE(events->quarantined.first().reason.item, item);
    QVERIFY(!events->quarantined.first().reason.detail.isEmpty());
    QCOMPARE(events->quarantined.first().raw, json::array('[' + record + ']')->first());
}

void RecordsTest::daysAndActivitiesNeedTheirKeysToo()
{
    const auto days
        = json::records<domain::Wellness>(R"([{"id":"2026-03-12","weight":70},{"id":"yesterday"},{"weight":70}])");
    QVERIFY(days.ok());
    QCOMPARE(days->values.size(), 1);
    QCOMPARE(days->quarantined.size(), 2);
    const auto activities = json::records<domain::Activity>(
        R"([{"id":"i7","start_date_local":"2026-03-12T07:00:00"},{"id":2049151,"start_date_local":"2026-03-12T07:00:00","source":"STRAVA"},{"id":"i8"}])");
    QVERIFY(activities.ok());
    QCOMPARE(activities->values.size(), 2);
    QCOMPARE(activities->values.last().value.id->value, u"2049151"_s);
    QCOMPARE(activities->quarantined.first().reason.item, u"start_date_local"_s);
    QCOMPARE(json::records<domain::SportSettings>(R"([{"types":["Ride"]}])")->values.size(), 1);
}

void RecordsTest::aSingleRecordIsReadAsStrictly()
{
    QVERIFY(json::record<domain::Event>(R"({"id":1,"start_date_local":"2026-03-12T00:00:00"})").ok());
    for (const char *body :
        {"", "null", "[]", "{}", R"({"id":1})", R"({"id":1,"start_date_local":"2026-03-12T)", "<p>"}) {
        const auto event = json::record<domain::Event>(body);
        QVERIFY2(!event.ok(), body);
        QCOMPARE(event.error().kind, domain::Error::Kind::Malformed);
    }
}

void RecordsTest::tooManyRecordsAreRefused()
{
    QByteArray body = "[1";
    for (qsizetype i = 0; i < json::mostRecords; ++i)
        body += ",1";
    QVERIFY(!json::array(body + ']').ok());
    QVERIFY(json::array(body.chopped(2) + ']').ok());
}

MICROCYCLE_CORE_TEST(RecordsTest)
#include "tst_records.moc"
