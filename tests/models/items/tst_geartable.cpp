// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/geartable.h"
#include "tests/support/testmain.h"

#include <QAbstractItemModelTester>

using namespace Qt::StringLiterals;
using items::GearColumn;
using items::GearWear;

namespace {

const QDate day(2026, 3, 12);

domain::GearReminder reminder(std::optional<double> percent, const QString &snoozed = {})
{
    domain::GearReminder made;
    made.id = 1;
    made.name = u"Wax it"_s;
    made.percentUsed = percent;
    made.snoozedUntil = snoozed;
    return made;
}

domain::Gear gear(const QString &id, const QString &name, const QString &type, bool part = false)
{
    domain::Gear made;
    made.id = domain::GearId {id};
    made.name = name;
    made.type = type;
    made.component = part;
    return made;
}

QList<domain::Gear> garage()
{
    domain::Gear road = gear(u"b1"_s, u"Road bike"_s, u"Bike"_s);
    road.distanceMetres = 12'345'600;
    road.timeSeconds = 1'440'000;
    road.activities = 310;
    road.componentIds = {u"c1"_s, u"c0"_s};
    domain::Gear chain = gear(u"c1"_s, u"Chain"_s, u"Chain"_s, true);
    QJsonObject worn = domain::toJson(reminder({}));
    worn.insert(u"percent_used"_s, 104);
    chain.reminders = {worn};
    domain::Gear before = gear(u"c0"_s, u"Chain of last year"_s, u"Chain"_s, true);
    before.retired = u"2026-01-05"_s;
    return {chain,
        before,
        road,
        gear(u"s1"_s, u"Boots"_s, u"SkiBoots"_s),
        gear(u"c9"_s, u"Spare cassette"_s, u"Cassette"_s, true)};
}

QStringList printed(const items::GearTable &table)
{
    QStringList rows;
    for (int row = 0; row < table.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < table.columnCount(); ++column)
            cells.append(table.index(row, column).data().toString().replace(QChar(0xa0), u' '));
        rows.append(
            (table.index(row, 0).data(items::GearPartRole).toBool() ? u"  "_s : QString()) + cells.join(u" | "_s));
    }
    return rows;
}

}

class GearTableTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void partsStandBelowWhatTheyBelongTo();
    void retiredGearIsShownWhenAsked();
    void milesAreForThoseWhoCountInThem();
    void wearIsRead_data();
    void wearIsRead();
    void aRowIsReadAloudWhole();
    void everyKindHasWords();

private:
    const items::GearWords m_words {items::Figures(QLocale::c())};
};

void GearTableTest::partsStandBelowWhatTheyBelongTo()
{
    items::GearTable table(m_words);
    QAbstractItemModelTester tester(&table);
    table.setGear(garage(), day);
    QCOMPARE(printed(table),
        (QStringList {u"Boots | SkiBoots | – | – | – | –"_s,
            u"Road bike | Bike | 12346 km | 400 h | 310 | –"_s,
            u"  Chain | Chain | – | – | – | 104 %"_s,
            u"Spare cassette | Cassette | – | – | – | –"_s}));
    QCOMPARE(table.rowOf({u"c1"_s}), 2);
    QCOMPARE(table.rowOf({u"c0"_s}), -1);
    QCOMPARE(GearWear(table.index(2, 0).data(items::GearWearRole).toInt()), GearWear::Due);
    QCOMPARE(GearWear(table.index(1, 0).data(items::GearWearRole).toInt()), GearWear::None);
}

void GearTableTest::retiredGearIsShownWhenAsked()
{
    items::GearTable table(m_words);
    QAbstractItemModelTester tester(&table);
    table.setGear(garage(), day);
    QCOMPARE(table.retired(), 1);
    table.setRetiredShown(true);
    QCOMPARE(table.rowCount(), 5);
    QCOMPARE(printed(table).at(3), u"  Chain of last year | Chain | – | – | – | –"_s);
    QVERIFY(table.index(3, 0).data(items::GearRetiredRole).toBool());
}

void GearTableTest::milesAreForThoseWhoCountInThem()
{
    const items::GearWords miles {items::Figures(QLocale::c(), true)};
    QCOMPARE(miles.distance(1'609'344).text(), u"1000\u00a0mi"_s);
    domain::GearReminder each;
    each.distanceMetres = 16'093.44;
    each.days = 1;
    QCOMPARE(miles.interval(each), u"after 10\u00a0mi or 1 day"_s);
}

void GearTableTest::wearIsRead_data()
{
    QTest::addColumn<std::optional<double>>("percent");
    QTest::addColumn<QString>("snoozed");
    QTest::addColumn<GearWear>("wear");
    QTest::addColumn<QString>("state");
    using Percent = std::optional<double>;
    QTest::newRow("the service says nothing") << Percent() << QString() << GearWear::None << QString();
    QTest::newRow("much is left") << Percent(43) << QString() << GearWear::Far << u"43 % used"_s;
    QTest::newRow("little is left") << Percent(80) << QString() << GearWear::Soon << u"80 % used"_s;
    QTest::newRow("nothing is left") << Percent(100) << QString() << GearWear::Due << u"due, 100 % used"_s;
    QTest::newRow("it is put off until tomorrow")
        << Percent(120) << u"2026-03-13"_s << GearWear::Far << u"put off until 13 Mar 2026"_s;
    QTest::newRow("it was put off until today")
        << Percent(120) << u"2026-03-12"_s << GearWear::Due << u"due, 120 % used"_s;
}

void GearTableTest::wearIsRead()
{
    QFETCH(std::optional<double>, percent);
    QFETCH(QString, snoozed);
    QFETCH(GearWear, wear);
    QFETCH(QString, state);
    QCOMPARE(items::wearOf(reminder(percent, snoozed), day), wear);
    QCOMPARE(m_words.state(reminder(percent, snoozed), day).replace(QChar(0xa0), u' '), state);
}

void GearTableTest::aRowIsReadAloudWhole()
{
    items::GearTable table(m_words);
    table.setGear(garage(), day);
    const QString said = table.index(2, 0).data(Qt::AccessibleTextRole).toString().replace(QChar(0xa0), u' ');
    QCOMPARE(said, u"Chain, Chain, part of Road bike, –, –, Wax it: due, 104 % used"_s);
}

void GearTableTest::everyKindHasWords()
{
    for (const QString &type : domain::gearTypes()) {
        const QString words = items::GearWords::type(type);
        QVERIFY(!words.isEmpty());
        for (const QChar &letter : words.mid(1))
            QVERIFY2(!letter.isUpper(), qPrintable(words));
    }
    QCOMPARE(items::GearWords::type(u"HoverBoard"_s), u"HoverBoard"_s);
}

MICROCYCLE_CORE_TEST(GearTableTest)
#include "tst_geartable.moc"
