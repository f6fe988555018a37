// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/fitness.h"
#include "tests/support/testmain.h"

#include <cmath>

using namespace analysis;

class FitnessTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theGainsAreThoseOfTheService();
    void oneDayOfLoad();
    void restDecays();
    void theDifferenceEqualsAFullRecurrence();
    void aMoveOutOfTheWindowOnlyTakesAway();
    void valuesSetByHandEndTheDifference();
    void otherTimeConstantsHoldFromTheirDayOn();
    void knownDaysReplaceTheRecurrence();
    void theCorridorGivesTheLoadBack_data();
    void theCorridorGivesTheLoadBack();
    void formZones_data();
    void formZones();
};

namespace {

std::vector<DayLoad> season(int days)
{
    std::vector<DayLoad> loads(static_cast<size_t>(days));
    for (int i = 0; i < days; ++i) {
        const double load = i % 7 == 0 ? 0 : 40 + 37 * (i % 5);
        loads[size_t(i)] = {load, load};
    }
    return loads;
}

}

void FitnessTest::theGainsAreThoseOfTheService()
{
    QCOMPARE(fitnessGain, 1 - std::exp(-1.0 / 42));
    QCOMPARE(fatigueGain, 1 - std::exp(-1.0 / 7));
    QCOMPARE(gainOf(42), fitnessGain);
}

void FitnessTest::oneDayOfLoad()
{
    const std::vector<DayLoad> loads {{100, 100}};
    std::vector<FitnessPoint> out(1);
    project({50, 50}, loads, out);
    QVERIFY(std::abs(out[0].ctl - 51.1764) < 5e-5);
    QVERIFY(std::abs(out[0].atl - 56.6561) < 5e-5);
    QVERIFY(std::abs(out[0].form() - -5.4797) < 5e-5);
}

void FitnessTest::restDecays()
{
    const std::vector<DayLoad> loads(42);
    std::vector<FitnessPoint> out(42);
    project({80, 80}, loads, out);
    QVERIFY(std::abs(out.back().ctl - 80 * std::exp(-1.0)) < 1e-9);
    QVERIFY(std::abs(out.back().atl - 80 * std::exp(-6.0)) < 1e-9);
}

void FitnessTest::theDifferenceEqualsAFullRecurrence()
{
    std::vector<DayLoad> loads = season(1100);
    std::vector<FitnessPoint> moved(loads.size());
    project({60, 70}, loads, moved);
    std::vector<LoadChange> changes;
    for (int i = 0; i < 50; ++i) {
        changes.push_back({10 + 20 * i, {-40, -40}});
        changes.push_back({13 + 20 * i, {40, 40}});
        loads[size_t(10 + 20 * i)].ctl -= 40;
        loads[size_t(10 + 20 * i)].atl -= 40;
        loads[size_t(13 + 20 * i)].ctl += 40;
        loads[size_t(13 + 20 * i)].atl += 40;
    }
    std::vector<DayLoad> scratch;
    addChanges(changes, moved, {}, scratch);
    std::vector<FitnessPoint> full(loads.size());
    project({60, 70}, loads, full);
    for (size_t i = 0; i < full.size(); ++i) {
        QVERIFY(std::abs(full[i].ctl - moved[i].ctl) < 1e-9);
        QVERIFY(std::abs(full[i].atl - moved[i].atl) < 1e-9);
    }
    // The closed form of a single pulse, as a check of the check: ΔC = L·k·d^t
    std::vector<FitnessPoint> pulse(30);
    const LoadChange one {4, {100, 100}};
    addChanges({&one, 1}, pulse, {}, scratch);
    QCOMPARE(pulse[3].ctl, 0.0);
    QVERIFY(std::abs(pulse[20].ctl - 100 * fitnessGain * std::pow(1 - fitnessGain, 16)) < 1e-12);
}

void FitnessTest::aMoveOutOfTheWindowOnlyTakesAway()
{
    std::vector<FitnessPoint> points(10, FitnessPoint {50, 50});
    std::vector<DayLoad> scratch;
    const std::vector<LoadChange> changes {{3, {-100, -100}}, {40, {100, 100}}, {-1, {100, 100}}};
    addChanges(changes, points, {}, scratch);
    QCOMPARE(points[2].ctl, 50.0);
    QVERIFY(std::abs(points[3].ctl - (50 - 100 * fitnessGain)) < 1e-12);
    QVERIFY(points[9].ctl < 50);
}

void FitnessTest::valuesSetByHandEndTheDifference()
{
    std::vector<FitnessPoint> points(10);
    std::vector<DayLoad> scratch;
    const std::vector<Turn> turns {{5, {}, {}, 70.0, 60.0}};
    const LoadChange change {2, {100, 100}};
    addChanges({&change, 1}, points, turns, scratch);
    QVERIFY(points[4].ctl > 0);
    QCOMPARE(points[5].ctl, 0.0);
    QCOMPARE(points[9].atl, 0.0);
    const std::vector<DayLoad> loads(10, DayLoad {50, 50});
    project({10, 10}, loads, points, turns);
    QCOMPARE(points[5], (FitnessPoint {70, 60}));
}

void FitnessTest::otherTimeConstantsHoldFromTheirDayOn()
{
    const std::vector<Turn> turns {{1, 30.0, {}, {}, {}}};
    const std::vector<DayLoad> loads(2, DayLoad {100, 100});
    std::vector<FitnessPoint> out(2);
    project({}, loads, out, turns);
    QCOMPARE(out[0].ctl, 100 * fitnessGain);
    QCOMPARE(out[1].ctl, out[0].ctl + (100 - out[0].ctl) * gainOf(30));
    QCOMPARE(out[1].atl, out[0].atl + (100 - out[0].atl) * fatigueGain);
}

void FitnessTest::knownDaysReplaceTheRecurrence()
{
    const std::vector<DayLoad> loads(3, DayLoad {100, 100});
    std::vector<std::optional<FitnessPoint>> known(3);
    known[1] = FitnessPoint {40, 30};
    std::vector<FitnessPoint> out(3);
    project({}, loads, out, {}, known);
    QCOMPARE(out[1], (FitnessPoint {40, 30}));
    QCOMPARE(out[2].ctl, 40 + 60 * fitnessGain);
}

void FitnessTest::theCorridorGivesTheLoadBack_data()
{
    QTest::addColumn<bool>("percent");
    QTest::newRow("form as a difference") << false;
    QTest::newRow("form as a percentage of fitness") << true;
}

void FitnessTest::theCorridorGivesTheLoadBack()
{
    QFETCH(bool, percent);
    const std::vector<DayLoad> loads {{100, 100}};
    std::vector<FitnessPoint> out(1);
    project({50, 50}, loads, out);
    QVERIFY(std::abs(loadForForm({50, 50}, formOf(out[0], percent), percent) - 100) < 1e-9);
}

void FitnessTest::formZones_data()
{
    QTest::addColumn<double>("form");
    QTest::addColumn<bool>("percent");
    QTest::addColumn<int>("zone");
    QTest::newRow("far below is high risk") << -31.0 << false << int(FormZone::HighRisk);
    QTest::newRow("minus thirty still is optimal") << -30.0 << false << int(FormZone::Optimal);
    QTest::newRow("minus twelve is optimal") << -12.0 << false << int(FormZone::Optimal);
    QTest::newRow("about zero is grey") << 0.0 << false << int(FormZone::Grey);
    QTest::newRow("twelve is fresh") << 12.0 << false << int(FormZone::Fresh);
    QTest::newRow("twenty-two still is fresh as a difference") << 22.0 << false << int(FormZone::Fresh);
    QTest::newRow("twenty-two percent is transition") << 22.0 << true << int(FormZone::Transition);
    QTest::newRow("thirty is transition") << 30.0 << false << int(FormZone::Transition);
}

void FitnessTest::formZones()
{
    QFETCH(double, form);
    QFETCH(bool, percent);
    QFETCH(int, zone);
    QCOMPARE(int(formZone(form, percent)), zone);
}

MICROCYCLE_CORE_TEST(FitnessTest)
#include "tst_fitness.moc"
