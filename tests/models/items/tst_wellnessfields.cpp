// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/fields.h"
#include "models/items/wellnesshistory.h"
#include "models/items/wellnessnumbers.h"
#include "tests/support/testmain.h"

#include <cmath>

using namespace items;
using namespace Qt::StringLiterals;
using State = items::WellnessInput::State;

namespace {

const QDate today(2026, 3, 12);

const WellnessField &field(QStringView key)
{
    const WellnessField *found = wellnessField(key);
    Q_ASSERT(found);
    return *found;
}

QStringList keysOf(const QList<const WellnessField *> &fields)
{
    QStringList keys;
    for (const WellnessField *each : fields)
        keys.append(QString(each->key));
    return keys;
}

domain::Wellness weighed(QDate day, double kilograms)
{
    domain::Wellness wellness;
    wellness.day = day;
    wellness.weightKg = kilograms;
    return wellness;
}

}

class WellnessFieldsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyEditableFieldOfADayIsInTheTable();
    void everyAccessorWritesItsOwnKey();
    void theFormFollowsTheAthletesOrderWithinGroups();
    void aTypedWeightIsNoLongerCarriedOver();
    void typedNumbersAreReadStrictly_data();
    void typedNumbersAreReadStrictly();
    void whatIsWrittenReadsBack_data();
    void whatIsWrittenReadsBack();
    void poundsKeepTheirTenths();
    void meansTakeSevenDaysAndSkipGaps();
    void theBandNeedsAFortnightOfValues();
    void carriedOverValuesAreNotMeasurements();
};

void WellnessFieldsTest::everyEditableFieldOfADayIsInTheTable()
{
    QStringList keys = domain::editableKeys<domain::Wellness>();
    keys.removeAll(u"locked"_s); // cannot be taken back through the service's interface, so it is not offered
    keys.sort();
    QStringList inTable;
    for (const WellnessField &each : wellnessFields())
        inTable.append(QString(each.key));
    inTable.sort();
    QCOMPARE(inTable, keys);
}

void WellnessFieldsTest::everyAccessorWritesItsOwnKey()
{
    for (const WellnessField &each : wellnessFields()) {
        const domain::Wellness before;
        domain::Wellness after;
        if (each.hasNumber())
            each.setNumber(after, each.allowed.high);
        else
            each.setText(after, u"PERIOD"_s);
        QCOMPARE(domain::difference(before, after).changes.keys(), QStringList {QString(each.key)});
        QVERIFY(each.isSet(after));
        if (each.hasNumber()) {
            QCOMPARE(each.number(after), std::optional(each.allowed.high));
            each.setNumber(after, {});
        } else {
            each.setText(after, {});
        }
        QCOMPARE(after, before);
    }
}

void WellnessFieldsTest::theFormFollowsTheAthletesOrderWithinGroups()
{
    QCOMPARE(keysOf(chosenWellnessFields(
                 {u"mood"_s, u"hrv"_s, u"Unknown"_s, u"weight"_s, u"fatigue"_s, u"hrv"_s, u"comments"_s})),
        (QStringList {u"hrv"_s, u"weight"_s, u"mood"_s, u"fatigue"_s, u"comments"_s}));
    const QStringList common = keysOf(chosenWellnessFields({}));
    QCOMPARE(common.first(), u"weight"_s);
    QCOMPARE(common.last(), u"comments"_s);
    QCOMPARE(keysOf(chosenWellnessFields({u"nothing"_s})), common);
}

void WellnessFieldsTest::aTypedWeightIsNoLongerCarriedOver()
{
    domain::Wellness day = weighed(today, 72);
    day.temporaryWeight = true;
    QVERIFY(field(u"weight").isCarriedOver(day));
    QVERIFY(!field(u"hrv").isCarriedOver(day));
    field(u"weight").setNumber(day, 71.5);
    QVERIFY(!field(u"weight").isCarriedOver(day));
    QCOMPARE(field(u"weight").measured(day), std::optional(71.5));
}

void WellnessFieldsTest::typedNumbersAreReadStrictly_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<State>("state");
    QTest::addColumn<double>("value");
    const auto row = [](const char *name,
                         const QString &key,
                         const QString &language,
                         const QString &typed,
                         State state,
                         double value = 0) { QTest::newRow(name) << key << language << typed << state << value; };
    const QString en = u"en_GB"_s;
    const QString de = u"de_DE"_s;
    row("a point in English", u"weight"_s, en, u"71.8"_s, State::Good, 71.8);
    row("a comma in German", u"weight"_s, de, u"71,8"_s, State::Good, 71.8);
    row("spaces around are dropped", u"weight"_s, en, u" 71.8 "_s, State::Good, 71.8);
    row("a comma in English is not a number", u"weight"_s, en, u"71,8"_s, State::Unreadable);
    row("a point in German is not a number", u"weight"_s, de, u"71.8"_s, State::Unreadable);
    row("groups are never accepted", u"steps"_s, en, u"9,412"_s, State::Unreadable);
    row("groups are never accepted in German", u"steps"_s, de, u"9.412"_s, State::Unreadable);
    row("steps without groups", u"steps"_s, de, u"9412"_s, State::Good, 9412);
    row("an unfinished decimal", u"weight"_s, en, u"71."_s, State::Unreadable);
    row("too many decimals", u"weight"_s, en, u"71.801"_s, State::Unreadable);
    row("whole beats only", u"restingHR"_s, en, u"47.5"_s, State::Unreadable);
    row("negative", u"hrv"_s, en, u"-1"_s, State::Unreadable);
    row("zero variability", u"hrv"_s, en, u"0"_s, State::OutOfRange);
    row("an exponent", u"hrv"_s, en, u"6e1"_s, State::Unreadable);
    row("hexadecimal", u"hrv"_s, en, u"0x10"_s, State::Unreadable);
    row("not a number by name", u"hrv"_s, en, u"nan"_s, State::Unreadable);
    row("infinite by name", u"hrv"_s, en, u"inf"_s, State::Unreadable);
    row("digits of another script", u"hrv"_s, en, u"١٢"_s, State::Unreadable);
    row("letters after", u"hrv"_s, en, u"66 ms"_s, State::Unreadable);
    row("no weight at all", u"weight"_s, en, u"0"_s, State::OutOfRange);
    row("weight of a child", u"weight"_s, en, u"5"_s, State::OutOfRange);
    row("weight of a cow", u"weight"_s, en, u"700"_s, State::OutOfRange);
    row("unusual weight", u"weight"_s, en, u"205"_s, State::Unusual, 205);
    row("impossible heart rate", u"restingHR"_s, en, u"400"_s, State::OutOfRange);
    row("unusual heart rate", u"restingHR"_s, en, u"28"_s, State::Unusual, 28);
    row("nothing clears", u"weight"_s, en, u"  "_s, State::Empty);
    row("sleep with a colon", u"sleepSecs"_s, en, u"7:30"_s, State::Good, 27000);
    row("sleep with seconds", u"sleepSecs"_s, en, u"7:30:20"_s, State::Good, 27020);
    row("sleep with an h", u"sleepSecs"_s, en, u"7h30"_s, State::Good, 27000);
    row("sleep with h and m", u"sleepSecs"_s, en, u"7H 5m"_s, State::Good, 25500);
    row("sleep in minutes", u"sleepSecs"_s, en, u"450 min"_s, State::Good, 27000);
    row("sleep in hours", u"sleepSecs"_s, en, u"7.5"_s, State::Good, 27000);
    row("sleep in hours with an h", u"sleepSecs"_s, en, u"7.5h"_s, State::Good, 27000);
    row("sleep in German hours", u"sleepSecs"_s, de, u"7,5"_s, State::Good, 27000);
    row("sleep of sixty minutes past", u"sleepSecs"_s, en, u"1:60"_s, State::Unreadable);
    row("sleep backwards", u"sleepSecs"_s, en, u"-10"_s, State::Unreadable);
    row("sleep of more than a day", u"sleepSecs"_s, en, u"24:01"_s, State::OutOfRange);
    row("sleep in bare seconds is too long", u"sleepSecs"_s, en, u"5400"_s, State::OutOfRange);
    row("short sleep", u"sleepSecs"_s, en, u"2:10"_s, State::Unusual, 7800);
    row("blood oxygen above a hundred", u"spO2"_s, en, u"101"_s, State::OutOfRange);
    row("a scale beyond four", u"mood"_s, en, u"5"_s, State::OutOfRange);
}

void WellnessFieldsTest::typedNumbersAreReadStrictly()
{
    QFETCH(QString, key);
    QFETCH(QString, language);
    QFETCH(QString, typed);
    QFETCH(State, state);
    QFETCH(double, value);
    const WellnessInput input = WellnessNumbers(QLocale(language)).read(field(key), typed);
    QCOMPARE(input.state, state);
    const bool accepted = state == State::Good || state == State::Unusual;
    QCOMPARE(input.value, accepted ? std::optional(value) : std::nullopt);
    QCOMPARE(input.isRefused(), state == State::Unreadable || state == State::OutOfRange);
}

void WellnessFieldsTest::whatIsWrittenReadsBack_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("text");
    QTest::newRow("tenths always") << u"weight"_s << 72.0 << u"72,0"_s;
    QTest::newRow("hundredths if there are any") << u"weight"_s << 71.85 << u"71,85"_s;
    QTest::newRow("noise of single precision is not shown") << u"weight"_s << 71.80000305 << u"71,8"_s;
    QTest::newRow("no groups") << u"steps"_s << 19412.0 << u"19412"_s;
    QTest::newRow("a tenth of variability") << u"hrv"_s << 66.4 << u"66,4"_s;
    QTest::newRow("a long sleep") << u"sleepSecs"_s << 37320.0 << u"10:22"_s;
    QTest::newRow("a scale") << u"mood"_s << 2.0 << u"2"_s;
}

void WellnessFieldsTest::whatIsWrittenReadsBack()
{
    QFETCH(QString, key);
    QFETCH(double, value);
    QFETCH(QString, text);
    const WellnessNumbers numbers(QLocale(u"de_DE"_s));
    QCOMPARE(numbers.text(field(key), value), text);
    const WellnessInput back = numbers.read(field(key), text);
    QVERIFY(back.value);
    QVERIFY(std::abs(*back.value - value) < 0.001);
}

void WellnessFieldsTest::poundsKeepTheirTenths()
{
    const WellnessNumbers numbers(QLocale(u"en_US"_s), true);
    const WellnessField &weight = field(u"weight");
    for (int tenths = 900; tenths < 3000; ++tenths) {
        const QString typed = QLocale::c().toString(tenths / 10.0, 'f', 1);
        const WellnessInput input = numbers.read(weight, typed);
        QVERIFY(input.value);
        QCOMPARE(numbers.text(weight, *input.value), typed);
    }
    QCOMPARE(numbers.shownLimits(weight), (Limits {45, 881}));
    QCOMPARE(numbers.read(weight, u"44"_s).state, State::OutOfRange);
    QCOMPARE(numbers.text(field(u"restingHR"), 47), u"47"_s);
}

void WellnessFieldsTest::meansTakeSevenDaysAndSkipGaps()
{
    QList<domain::Wellness> days;
    for (int back = 0; back < 10; ++back) {
        if (back != 2)
            days.append(weighed(today.addDays(-back), 70 + back));
    }
    const WellnessHistory history(today, days);
    const WellnessSeries series = history.series(field(u"weight"), 28);
    QCOMPARE(series.first, today.addDays(-27));
    QCOMPARE(series.values.size(), std::size_t(28));
    QCOMPARE(series.means.size(), std::size_t(28));
    QCOMPARE(series.values.back(), 70.0);
    QVERIFY(std::isnan(series.values.at(25)));
    QVERIFY(std::isnan(series.means.front()));
    QCOMPARE(series.latestMean(), (70 + 71 + 73 + 74 + 75 + 76) / 6.0);
    QCOMPARE(history.meanBefore(field(u"weight")), std::optional((71 + 73 + 74 + 75 + 76 + 77) / 6.0));
    QCOMPARE(series.extent(), std::optional(Limits {70, 79}));
    QVERIFY(!series.normal);
    QVERIFY(!history.meanBefore(field(u"hrv")));
    QVERIFY(!history.series(field(u"hrv"), 28).hasData());
}

void WellnessFieldsTest::theBandNeedsAFortnightOfValues()
{
    QList<domain::Wellness> days;
    for (int back = 0; back < 80; ++back) // those older than 60 days must not count
        days.append(weighed(today.addDays(-back), back >= 60 ? 300 : back % 2 ? 71 : 73));
    const WellnessSeries series = WellnessHistory(today, days).series(field(u"weight"), 28);
    QVERIFY(series.normal);
    const double deviation = std::sqrt(60.0 / 59.0);
    QCOMPARE(series.normal->low, 72 - deviation);
    QCOMPARE(series.normal->high, 72 + deviation);
    QCOMPARE(series.mean60, std::optional(72.0));
    days.resize(13);
    QVERIFY(!WellnessHistory(today, days).series(field(u"weight"), 28).normal);
}

void WellnessFieldsTest::carriedOverValuesAreNotMeasurements()
{
    domain::Wellness day = weighed(today, 72);
    day.temporaryWeight = true;
    QVERIFY(!WellnessHistory(today, {day}).series(field(u"weight"), 28).hasData());
    day.temporaryWeight = false;
    QVERIFY(WellnessHistory(today, {day}).series(field(u"weight"), 28).hasData());
}

MICROCYCLE_CORE_TEST(WellnessFieldsTest)
#include "tst_wellnessfields.moc"
