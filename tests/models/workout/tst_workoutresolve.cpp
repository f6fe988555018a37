// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workout/parse.h"
#include "models/workout/profile.h"
#include "models/workout/resolve.h"
#include "tests/models/workout/wording.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using namespace workout;

namespace {

domain::SportSettings run()
{
    domain::SportSettings settings;
    settings.types = {u"Run"_s};
    settings.thresholdPaceMps = 4;
    settings.lthrBpm = 170;
    settings.maxHrBpm = 190;
    settings.heartrateZonesBpm = {120, 140, 160, 175, 190};
    return settings;
}

Resolved ride(const QString &text, int ftp = 250)
{
    return resolve(parse(text), support::rideAt(ftp), {.type = u"Ride"_s});
}

int secondsIn(const Resolved &figures, const QString &zone)
{
    for (const auto &[id, seconds] : figures.zoneSeconds) {
        if (id == zone)
            return seconds;
    }
    return -1;
}

}

/// The figures of a planned workout, with the service's roundings.
class WorkoutResolveTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSteadyHourAtThresholdIsAHundred();
    void sharesOfFtpBecomeWholeWattsFirst();
    void zonesBecomeWholeWattsFirst();
    void theNormalizedPowerStartsWithWhatThereIs();
    void theLoadFollowsTheRoundedNormalizedPower();
    void aRampRunsSecondBySecond();
    void zonesOverlapInTheSweetSpot();
    void theFamilyFollowsTheTargetThenTheOrder();
    void indoorsTheIndoorThresholdCounts();
    void paceLoadIsSquaredRunningAndCubedSwimming();
    void distanceWithoutPaceIsAtThirtyKilometresPerHour();
    void heartRateLoadIsAHundredForAnHourAtThreshold();
    void stepsInOtherFamiliesCountByTheirOwnIntensity();
    void withoutTargetsOrThresholdsThereIsNoLoad();
    void aProfileHasTheHeightsOfTheWorkout();
    void aProfileSurvivesItsEncoding();
    void aProfileStaysSmall();
    void damagedProfilesAreNothing_data();
    void damagedProfilesAreNothing();
};

void WorkoutResolveTest::aSteadyHourAtThresholdIsAHundred()
{
    const auto figures = ride(u"- 1h 250w"_s);
    QCOMPARE(figures.duration.count(), 3600);
    QCOMPARE(figures.normalizedWatts, 250);
    QCOMPARE(figures.averageWatts, 250);
    QCOMPARE(figures.load, std::optional(100));
    QCOMPARE(figures.intensityPercent, std::optional(100.0));
    QCOMPARE(figures.joules, 900000);
    QCOMPARE(figures.joulesAboveFtp, 0);
    QCOMPARE(ride(u"- 10m 260w\n- 10m 200w"_s).joulesAboveFtp, 6000);
}

void WorkoutResolveTest::sharesOfFtpBecomeWholeWattsFirst()
{
    QCOMPARE(ride(u"- 10m 63%"_s, 251).joules, 600 * 158); // 158.13
    QCOMPARE(ride(u"- 10m 59-60%"_s, 251).joules, 600 * 149); // 148.09 and 150.6 count as 148 and 150
}

void WorkoutResolveTest::zonesBecomeWholeWattsFirst()
{
    // At 251 W the bounds are 138, 188 and 225 W; a zone starts one watt above the one before.
    QCOMPARE(ride(u"- 100s Z2"_s, 251).joules, 100 * 139 / 2 + 100 * 188 / 2);
    QCOMPARE(ride(u"- 100s Z2-Z3"_s, 251).joules, 100 * (139 + 225) / 2);
    QCOMPARE(ride(u"- 100s Z1"_s, 251).joules, 100 * (110 + 138) / 2); // 80 % of 138 is 110.4
    QCOMPARE(ride(u"- 2s ramp Z3-Z2"_s, 251).joules, 225 + 139);
}

void WorkoutResolveTest::theNormalizedPowerStartsWithWhatThereIs()
{
    // 30 s at 100 W and then 30 s at 300 W: means of 100 W, then rising by 200/30 W each second.
    double sum = 30 * 1e8;
    for (int i = 1; i <= 30; ++i)
        sum += std::pow(100 + i * 200.0 / 30, 4);
    QCOMPARE(ride(u"- 30s 100w\n- 30s 300w"_s).normalizedWatts, int(std::floor(std::pow(sum / 60, 0.25) + 0.5)));
    QCOMPARE(ride(u"- 5s 400w"_s).normalizedWatts, 400);
}

void WorkoutResolveTest::theLoadFollowsTheRoundedNormalizedPower()
{
    const auto figures = ride(u"4x\n- 8m 104%\n- 4m 55%"_s, 263);
    const double ratio = figures.normalizedWatts / 263.0;
    QCOMPARE(*figures.load, int(std::floor(2880 / 36.0 * ratio * ratio + 0.5)));
    QCOMPARE(*figures.intensityPercent, 100 * std::sqrt(*figures.load * 36 / 2880.0));
    QCOMPARE(intensityPercent(64, std::chrono::hours(1)), std::optional(80.0));
    QVERIFY(!intensityPercent(64, std::chrono::seconds(0)));
}

void WorkoutResolveTest::aRampRunsSecondBySecond()
{
    const auto figures = ride(u"- 10m ramp 10-60%"_s, 240);
    QCOMPARE(figures.joules, 600 * 84);
    QCOMPARE(secondsIn(figures, u"Z1"_s), 540);
    QCOMPARE(secondsIn(figures, u"Z2"_s), 60);
}

void WorkoutResolveTest::zonesOverlapInTheSweetSpot()
{
    const auto figures = ride(u"- 7m 88%\n- 3m 95%\n- 1m 160%"_s, 200);
    QCOMPARE(secondsIn(figures, u"Z3"_s), 420);
    QCOMPARE(secondsIn(figures, u"Z4"_s), 180);
    QCOMPARE(secondsIn(figures, u"Z7"_s), 60);
    QCOMPARE(secondsIn(figures, u"SS"_s), 600);
}

void WorkoutResolveTest::theFamilyFollowsTheTargetThenTheOrder()
{
    auto settings = support::rideAt(250);
    settings.lthrBpm = 165;
    const auto workout = parse(u"- 10m 80% 75% LTHR"_s);
    QCOMPARE(resolve(workout, settings, {}).family, std::optional(Family::Power));
    QCOMPARE(resolve(workout, settings, {.target = u"HR"_s}).family, std::optional(Family::HeartRate));
    settings.workoutOrder = u"HR_POWER_PACE"_s;
    QCOMPARE(resolve(workout, settings, {.target = u"AUTO"_s}).family, std::optional(Family::HeartRate));
    QCOMPARE(resolve(workout, settings, {.target = u"PACE"_s}).family, std::optional(Family::HeartRate));
}

void WorkoutResolveTest::indoorsTheIndoorThresholdCounts()
{
    auto settings = support::rideAt(250);
    settings.indoorFtpWatts = 200;
    const auto workout = parse(u"- 1h 100%"_s);
    QCOMPARE(resolve(workout, settings, {.type = u"Ride"_s}).averageWatts, 250);
    QCOMPARE(resolve(workout, settings, {.type = u"Ride"_s, .indoor = true}).averageWatts, 200);
    QCOMPARE(resolve(workout, settings, {.type = u"VirtualRide"_s}).averageWatts, 200);
}

void WorkoutResolveTest::paceLoadIsSquaredRunningAndCubedSwimming()
{
    const auto workout = parse(u"- 30m 90% Pace"_s);
    const auto running = resolve(workout, run(), {.type = u"Run"_s});
    QCOMPARE(running.load, std::optional(41)); // 50 * 0.81
    QCOMPARE(running.metres, 6480.0);
    QCOMPARE(secondsIn(running, u"Z3"_s), 1800);
    auto pool = run();
    pool.paceLoadType = u"SWIM"_s;
    QCOMPARE(resolve(workout, pool, {.type = u"Swim"_s}).load, std::optional(36)); // 50 * 0.729
    const auto absolute = resolve(parse(u"- 1500mtr 5:00/km Pace"_s), run(), {.type = u"Run"_s});
    QCOMPARE(absolute.duration.count(), 450);
    QCOMPARE(absolute.metres, 1500.0);
    QCOMPARE(resolve(parse(u"- 1.6km 50% Pace"_s), run(), {}).duration.count(), 800);
    auto miles = run();
    miles.paceUnits = u"MINS_MILE"_s;
    QCOMPARE(resolve(parse(u"- 1mi 8:00 Pace"_s), miles, {}).duration.count(), 480);
}

void WorkoutResolveTest::distanceWithoutPaceIsAtThirtyKilometresPerHour()
{
    QCOMPARE(ride(u"- 700mtr 210w"_s).duration.count(), 84);
    QCOMPARE(ride(u"- 2km 90% Pace"_s).duration.count(), 240);
    QCOMPARE(ride(u"- 1mi 90w"_s).duration.count(), 193); // 193.12, cut
}

void WorkoutResolveTest::heartRateLoadIsAHundredForAnHourAtThreshold()
{
    const auto figures = resolve(parse(u"- 1h 100% LTHR"_s), run(), {.restingHrBpm = 48});
    QCOMPARE(figures.load, std::optional(100));
    QCOMPARE(secondsIn(figures, u"Z4"_s), 3600);
    const auto easy = parse(u"- 1h 70% LTHR"_s);
    const auto load = [&](bool male) { return *resolve(easy, run(), {.restingHrBpm = 48, .male = male}).load; };
    QCOMPARE(load(true), 29); // half of the reserve against 122/142 of it: 0.5 e^0.96 / (0.859 e^1.65)
    QVERIFY(load(false) > load(true));
    QVERIFY(!resolve(easy, run(), {.restingHrBpm = 175}).load);
}

void WorkoutResolveTest::stepsInOtherFamiliesCountByTheirOwnIntensity()
{
    auto settings = run();
    settings.ftpWatts = 250;
    const auto figures = resolve(parse(u"- 30m 100%\n- 30m 100% LTHR"_s), settings, {});
    QCOMPARE(figures.load, std::optional(100));
}

void WorkoutResolveTest::withoutTargetsOrThresholdsThereIsNoLoad()
{
    const auto squats = resolve(parse(u"- Squats 20m"_s), support::rideAt(250), {.type = u"WeightTraining"_s});
    QCOMPARE(squats.duration.count(), 1200);
    QVERIFY(!squats.load);
    QVERIFY(!squats.intensityPercent);
    QVERIFY(!squats.family);
    const auto watts = resolve(parse(u"- 20m 200w"_s), {}, {});
    QCOMPARE(watts.averageWatts, 200);
    QVERIFY(!watts.load);
    domain::SportSettings zeros;
    zeros.ftpWatts = zeros.lthrBpm = zeros.maxHrBpm = 0;
    zeros.thresholdPaceMps = 0;
    for (const auto &text : {u"- 20m 80%"_s, u"- 20m 80% LTHR"_s, u"- 2km 80% Pace"_s, u"- 20m Z2 HR"_s})
        QVERIFY(!resolve(parse(text), zeros, {}).load);
}

void WorkoutResolveTest::aProfileHasTheHeightsOfTheWorkout()
{
    const Profile ride = profile(parse(u"2x\n- 3m 115%\n- 3m ramp 50-40%\n\n- 1m"_s), support::rideAt(200));
    const Bar high {180, 115, 115, 5};
    const Bar low {180, 50, 40, 1};
    QCOMPARE(ride, (Profile {high, low, high, low, {60, 40, 40, 0}}));
    const Profile running = profile(parse(u"- 10m 90% Pace\n- 10m 100% LTHR"_s), run());
    QCOMPARE(running, (Profile {{600, 90, 90, 3}, {600, 100, 100, 4}}));
    QVERIFY(profile(parse(u"words"_s), run()).isEmpty());
}

void WorkoutResolveTest::aProfileSurvivesItsEncoding()
{
    const Profile shape = profile(parse(u"9x\n- 3m 115%\n- 3m ramp 50-40%"_s), support::rideAt(200));
    QCOMPARE(shape.size(), 18);
    QCOMPARE(decode(encode(shape)), shape);
    QVERIFY(encode({}).isEmpty());
}

void WorkoutResolveTest::aProfileStaysSmall()
{
    for (const auto &text : {u"100x\n- 30s 130%\n- 30s 50%"_s, u"900x\n- 30s 130%\n- 30s 50%"_s, u"9999x\n"_s + u"- 30s 130%\n- 30s 50%\n"_s.repeated(499)}) {
        const auto workout = parse(text);
        const Profile shape = profile(workout, support::rideAt(250));
        QVERIFY(!shape.isEmpty() && shape.size() <= 120);
        double seconds = 0;
        double expected = 0;
        for (const auto &bar : shape)
            seconds += double(bar.seconds);
        for (const auto &step : workout.blocks.first().steps)
            expected += double(step.duration->count()) * workout.blocks.first().reps;
        QVERIFY(std::abs(seconds - expected) <= expected / 1000);
        QCOMPARE(shape.first().startPercent, quint8(90));
    }
}

void WorkoutResolveTest::damagedProfilesAreNothing_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray whole = encode(profile(parse(u"- 3m 115%\n- 3m 50%"_s), support::rideAt(200)));
    QVERIFY(!decode(whole).isEmpty());
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("words") << QByteArray("nonsense");
    QTest::newRow("cut short") << whole.chopped(1);
    QTest::newRow("too long") << whole + 'x';
    QTest::newRow("a time that is no number") << QByteArray(whole).replace(1, 4, QByteArray::fromHex("7fc00000"));
    QTest::newRow("a time below zero") << QByteArray(whole).replace(1, 4, QByteArray::fromHex("bf800000"));
    QTest::newRow("a zone that is none") << QByteArray(whole).replace(7, 1, QByteArray::fromHex("08"));
    QTest::newRow("more bars than are made") << QByteArray(1, char(200)) + QByteArray(200 * 7, '\0');
}

void WorkoutResolveTest::damagedProfilesAreNothing()
{
    QFETCH(QByteArray, bytes);
    QCOMPARE(decode(bytes), Profile());
}

MICROCYCLE_CORE_TEST(WorkoutResolveTest)
#include "tst_workoutresolve.moc"
