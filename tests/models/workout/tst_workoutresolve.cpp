// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workout/parse.h"
#include "models/workout/series.h"
#include "tests/models/workout/recording.h"
#include "tests/support/testmain.h"
#include "tests/support/workoutgenerator.h"

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
    void slopesAddUpToTheSecondsTheyStandFor();
    void resolvedDocumentsSayAbsoluteValues_data();
    void resolvedDocumentsSayAbsoluteValues();
    void resolvedDocumentsNameTheirThresholds();
    void zonesAreNamedWithTheirBounds();
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
    QCOMPARE(ride(u"- 100s Z2"_s, 251).joules, 100 * 164); // the middle, 163.5, in whole watts too
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

/// The same figures second by second, the long way.
void WorkoutResolveTest::slopesAddUpToTheSecondsTheyStandFor()
{
    support::WorkoutGenerator generator(3, {.mixedFamilies = false, .longestStepSeconds = 900});
    int compared = 0;
    for (int i = 0; i < 60; ++i) {
        const Workout workout = generator.next();
        auto settings = run();
        settings.ftpWatts = 237;
        for (const Family family : {Family::Power, Family::HeartRate, Family::Pace}) {
            const Series series = seriesOf(workout, settings, family, 237);
            std::vector<double> seconds;
            for (const auto &part : series.parts) {
                for (int rep = 0; rep < part.reps; ++rep) {
                    for (const auto &slope : part.slopes) {
                        for (qint64 second = 0; second < slope.seconds; ++second)
                            seconds.push_back(slope.at(second));
                    }
                }
            }
            QCOMPARE(qint64(seconds.size()), series.seconds);
            double sum = 0;
            double powers = 0;
            QList<qint64> zones(3, 0);
            for (size_t at = 0; at < seconds.size(); ++at) {
                sum += seconds.at(at);
                double window = 0;
                const size_t first = at < 29 ? 0 : at - 29;
                for (size_t k = first; k <= at; ++k)
                    window += seconds.at(k);
                powers += std::pow(window / double(at - first + 1), 4);
                ++zones[seconds.at(at) <= 150 ? 0 : seconds.at(at) <= 200 ? 1 : 2];
            }
            QVERIFY(std::abs(series.sum() - sum) <= 1e-9 * std::max(1.0, sum));
            const double expected = seconds.empty() ? 0 : std::pow(powers / double(seconds.size()), 0.25);
            QVERIFY(std::abs(normalized(series) - expected) <= 1e-7 * std::max(1.0, expected));
            QCOMPARE(zoneSeconds(series, {150, 200, 999}), zones);
            compared += sum > 0 ? 1 : 0;
        }
    }
    QVERIFY(compared > 50);
}

void WorkoutResolveTest::resolvedDocumentsSayAbsoluteValues_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const QString &text, const QString &type, const QByteArray &expected) {
        QTest::newRow(name) << text << type << expected;
    };
    row("a value becomes a range on the road",
        u"- 10m 50%"_s,
        u"Ride"_s,
        R"({"_power": {"value": 125, "start": 121, "end": 129}})");
    row("a value stays one on a trainer",
        u"- 10m 50%"_s,
        u"VirtualRide"_s,
        R"({"_power": {"value": 100, "start": 100, "end": 100}})");
    row("a range stays as it is",
        u"- 10m 50-60%"_s,
        u"Ride"_s,
        R"({"_power": {"value": 137.5, "start": 125, "end": 150}})");
    row("a falling ramp falls",
        u"- 10m ramp 60-50%"_s,
        u"Ride"_s,
        R"({"_power": {"value": 137.5, "start": 150, "end": 125}})");
    row("zones of power begin a percent higher", u"- 10m Z2"_s, u"Ride"_s, R"({"_power": {"start": 140, "end": 187}})");
    row("heart rate is wider by less",
        u"- 10m 80% LTHR"_s,
        u"Ride"_s,
        R"({"_hr": {"value": 136, "start": 133, "end": 139}})");
    row("zones of heart rate begin a beat higher",
        u"- 10m Z2-Z3 HR"_s,
        u"Ride"_s,
        R"({"_hr": {"start": 121, "end": 160}})");
    row("a pace comes with its distance",
        u"- 10m 50% Pace"_s,
        u"Run"_s,
        R"({"_pace": {"value": 2, "start": 1.95, "end": 2.05}, "_distance": 1200})");
    row("a pool is as exact as a trainer",
        u"- 100mtr 50% Pace"_s,
        u"Swim"_s,
        R"({"_pace": {"value": 2, "start": 2, "end": 2}})");
    row("open water is not",
        u"- 100mtr 50% Pace"_s,
        u"OpenWaterSwim"_s,
        R"({"_pace": {"value": 2, "start": 1.95, "end": 2.05}})");
    row("two families",
        u"- 10m 50% 80% LTHR"_s,
        u"VirtualRide"_s,
        R"({"_power": {"value": 100, "start": 100, "end": 100}, "_hr": {"value": 136, "start": 136, "end": 136}})");
    row("a best effort of unknown power", u"- 10m 50% MMP 5m"_s, u"Ride"_s, "{}");
}

void WorkoutResolveTest::resolvedDocumentsSayAbsoluteValues()
{
    QFETCH(QString, text);
    QFETCH(QString, type);
    QFETCH(QByteArray, expected);
    auto settings = run();
    settings.ftpWatts = 250;
    settings.indoorFtpWatts = 200;
    const Workout workout = parse(text);
    const auto figures = resolve(workout, settings, {.type = type});
    const auto step = [&](bool resolved) {
        return toDocument(workout, settings, figures, {.resolved = resolved, .type = type})
            .value("steps"_L1)[0]
            .toObject();
    };
    QJsonObject absolute = step(true);
    const QJsonObject written = step(false);
    for (auto it = written.begin(); it != written.end(); ++it)
        absolute.remove(it.key());
    const QJsonObject wanted = QJsonDocument::fromJson(expected).object();
    QCOMPARE(absolute.keys(), wanted.keys());
    QVERIFY2(support::agrees(absolute, wanted), qPrintable(support::textOf(absolute)));
}

void WorkoutResolveTest::resolvedDocumentsNameTheirThresholds()
{
    auto settings = run();
    settings.ftpWatts = 250;
    settings.paceUnits = u"MINS_KM"_s;
    const Workout workout = parse(u"- 10m 50%"_s);
    const auto figures = resolve(workout, settings, {});
    const QJsonObject plain = toDocument(workout, settings, figures);
    const QJsonObject resolved = toDocument(workout, settings, figures, {.resolved = true});
    const QJsonObject wanted {{u"ftp"_s, 250},
        {u"lthr"_s, 170},
        {u"max_hr"_s, 190},
        {u"threshold_pace"_s, 4},
        {u"pace_units"_s, u"MINS_KM"_s}};
    for (auto it = wanted.begin(); it != wanted.end(); ++it) {
        QVERIFY(!plain.contains(it.key()));
        QCOMPARE(resolved.value(it.key()), it.value());
    }
}

void WorkoutResolveTest::zonesAreNamedWithTheirBounds()
{
    auto settings = support::rideAt(200);
    settings.powerZonesPercent = {60, 80, 999};
    settings.powerZoneNames = {u"Easy"_s, u"Work"_s};
    const auto expected = QJsonDocument::fromJson(R"([
        {"id": "Z1", "name": "Easy", "zone": 1, "max": 60, "minWatts": 1, "maxWatts": 120, "percentRange": "0% - 60%", "secs": 300},
        {"id": "Z2", "name": "Work", "zone": 2, "max": 80, "minWatts": 121, "maxWatts": 160, "percentRange": "61% - 80%", "secs": 0},
        {"id": "Z3", "name": "Z3", "zone": 3, "max": 999, "minWatts": 161, "maxWatts": 9999, "percentRange": "81% +", "secs": 60},
        {"id": "SS", "name": "Sweet Spot", "zone": 4, "min": 84, "max": 97, "minWatts": 168, "maxWatts": 194, "percentRange": "84% - 97%", "gap": true, "secs": 60}])");
    QCOMPARE(zoneTimes(resolve(parse(u"- 5m 60%\n- 1m 90%"_s), settings, {}), settings), expected.array());
    const auto beats = zoneTimes(resolve(parse(u"- 5m 130bpm"_s), run(), {}), run());
    QCOMPARE(beats.at(1).toObject(), (QJsonObject {{u"id"_s, u"Z2"_s}, {u"secs"_s, 300}}));
}

MICROCYCLE_CORE_TEST(WorkoutResolveTest)
#include "tst_workoutresolve.moc"
