// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/activity.h"
#include "models/domain/event.h"
#include "models/domain/wellness.h"
#include "tests/support/testmain.h"

#include <QJsonDocument>

using namespace domain;
using namespace Qt::StringLiterals;

namespace {

QJsonObject object(const char *json)
{
    return QJsonDocument::fromJson(json).object();
}

}

class FieldsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unknownKeysAndCustomFieldsSurviveARoundTrip();
    void aKnownKeyOfTheWrongTypeNamesItself();
    void numbersAreReadInEveryFormTheServiceSends_data();
    void numbersAreReadInEveryFormTheServiceSends();
    void aPatchHoldsOnlyWhatAPersonChanged();
    void clearingUsesTheServicesWayOfClearing();
    void anUnknownCategoryIsKeptAsItIs();
    void changesFoldIntoOne();
};

void FieldsTest::unknownKeysAndCustomFieldsSurviveARoundTrip()
{
    const QJsonObject json = object(R"({"id":120000001,"category":"WORKOUT","start_date_local":"2026-03-12T07:30:00",
        "name":"Openers","icu_training_load":42,"CustomField":{"a":[1,null,"x"]},"push_errors":null,"calendar_id":1})");
    const auto event = fromJson<Event>(json);
    QVERIFY(event.ok());
    QCOMPARE(event->start.day, QDate(2026, 3, 12));
    QCOMPARE(*event->start.time, QTime(7, 30));
    const QJsonObject back = toJson(*event);
    for (auto it = json.begin(); it != json.end(); ++it)
        QCOMPARE(back.value(it.key()), it.value());
}

void FieldsTest::aKnownKeyOfTheWrongTypeNamesItself()
{
    const auto event = fromJson<Event>(object(R"({"id":1,"start_date_local":"2026-02-30T00:00:00"})"));
    QVERIFY(!event.ok());
    QCOMPARE(event.error().item, u"start_date_local"_s);
    const auto load = fromJson<Event>(object(R"({"id":1,"icu_training_load":"many"})"));
    QVERIFY(!load.ok());
    QCOMPARE(load.error().item, u"icu_training_load"_s);
}

void FieldsTest::numbersAreReadInEveryFormTheServiceSends_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("seconds"); // -1: not set, -2: refused
    QTest::newRow("a whole number") << QByteArray("3600") << 3600;
    QTest::newRow("a float that is whole") << QByteArray("3600.0") << 3600;
    QTest::newRow("digits in quotes") << QByteArray("\"3600\"") << 3600;
    QTest::newRow("minus one means not set") << QByteArray("-1") << -1;
    QTest::newRow("null means not set") << QByteArray("null") << -1;
    QTest::newRow("an absurd duration means not set") << QByteArray("1000000000000") << -1;
    QTest::newRow("blanks around digits are refused") << QByteArray("\" 12 \"") << -2;
    QTest::newRow("a word is refused") << QByteArray("\"nan\"") << -2;
}

void FieldsTest::numbersAreReadInEveryFormTheServiceSends()
{
    QFETCH(QByteArray, json);
    QFETCH(int, seconds);
    const auto event = fromJson<Event>(object(("{\"moving_time\":" + json + "}").constData()));
    QCOMPARE(event.ok(), seconds != -2);
    if (event.ok())
        QCOMPARE(event->movingTime ? int(event->movingTime->count()) : -1, seconds);
}

void FieldsTest::aPatchHoldsOnlyWhatAPersonChanged()
{
    const auto before
        = fromJson<Event>(object(R"({"id":5,"name":"A","start_date_local":"2026-03-12T00:00:00","icu_ctl":50.1})"));
    Event after = *before;
    after.start.day = QDate(2026, 3, 15);
    after.ctl = 51.0;
    const Patch patch = difference(*before, after);
    QCOMPARE(patch.changes.keys(), QStringList {u"start_date_local"_s});
    QCOMPARE(wireBody<Event>(patch), object(R"({"start_date_local":"2026-03-15T00:00:00"})"));
    QCOMPARE(difference(after, *before), patch.inverted());
    QCOMPARE(*Patch::fromJson(patch.toJson()), patch);
}

void FieldsTest::clearingUsesTheServicesWayOfClearing()
{
    Wellness before;
    before.day = QDate(2026, 3, 12);
    before.weightKg = 71.5;
    before.comments = u"heavy legs"_s;
    Wellness after = before;
    after.weightKg.reset();
    after.comments.clear();
    QCOMPARE(wireBody<Wellness>(difference(before, after)), object(R"({"weight":-1,"comments":""})"));
    QVERIFY(!difference(before, after).applied(toJson(before)).contains("weight"_L1));
}

void FieldsTest::anUnknownCategoryIsKeptAsItIs()
{
    const auto event = fromJson<Event>(object(R"({"category":"FUTURE_THING"})"));
    QVERIFY(event.ok());
    QVERIFY(event->category == OpenEnum<Category>::fromText(u"FUTURE_THING"_s));
    QCOMPARE(event->category.value(), Category::Other);
    QCOMPARE(toJson(*event).value("category"_L1).toString(), u"FUTURE_THING"_s);
}

void FieldsTest::changesFoldIntoOne()
{
    Patch first;
    first.changes.insert(u"name"_s, {u"A"_s, u"B"_s});
    Patch second;
    second.changes.insert(u"name"_s, {u"B"_s, u"C"_s});
    QCOMPARE(first.then(second).changes.value(u"name"_s), (FieldChange {u"A"_s, u"C"_s}));
    QVERIFY(first.then(first.inverted()).isEmpty());
}

MICROCYCLE_CORE_TEST(FieldsTest)
#include "tst_fields.moc"
