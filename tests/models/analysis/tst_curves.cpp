// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/criticalpower.h"
#include "models/analysis/curves.h"
#include "models/analysis/distribution.h"
#include "models/analysis/recorded.h"
#include "tests/support/testmain.h"

#include <cmath>
#include <numeric>

using namespace Qt::StringLiterals;
using namespace analysis;

namespace {

/// A recording of one sample a second, each channel by a function of the second.
domain::StreamSet ride(int seconds, const std::map<QString, std::function<float(int)>> &channels)
{
    domain::StreamSet streams;
    for (int i = 0; i < seconds; ++i)
        streams.timeSeconds.push_back(float(i));
    for (const auto &[type, value] : channels) {
        domain::Samples samples {type, {}, {}};
        for (int i = 0; i < seconds; ++i)
            samples.values.push_back(value(i));
        streams.channels.append(samples);
    }
    return streams;
}

const QString watts = u"watts"_s;
const QString beats = u"heartrate"_s;

}

class CurvesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theBestAverageIsFoundWhereItIs();
    void whatIsRareCountsAsLongAsItLasts();
    void pausesAreCutOut();
    void everyAverageEqualsASearchByHand();
    void aTiredRidersCurveStartsLater();
    void theFastestWayIsFound();
    void lengthsGrowAndEnd();
    void effortsDoNotOverlap();
    void effortsObeyTheirLimits();
    void aHistogramHoldsEverySecond();
    void decouplingIsTheLossOfTheSecondHalf();
    void theModelIsFoundAgain();
    void theSpeedOfAWayIsFoundAgain();
};

void CurvesTest::theBestAverageIsFoundWhereItIs()
{
    const auto streams = ride(600, {{watts, [](int i) { return i >= 100 && i < 160 ? 400.0F : 200.0F; }}});
    const Curve curve = bestAverages(streams, watts, {1, 60, 120, 600, 601});
    QCOMPARE(curve.size(), size_t(4));
    QCOMPARE(curve[0].value, 400.0);
    QCOMPARE(curve[1], (CurvePoint {60, 400, 100, 160}));
    QCOMPARE(curve[2].value, 300.0);
    QCOMPARE(curve[3].value, 220.0);
    QVERIFY(bestAverages(streams, beats, {1}).empty());
}

void CurvesTest::whatIsRareCountsAsLongAsItLasts()
{
    domain::StreamSet streams;
    for (int i = 0; i < 60; ++i)
        streams.timeSeconds.push_back(float(10 * i));
    domain::Samples power {watts, std::vector<float>(60, 200), {}};
    power.values[30] = 500;
    streams.channels.append(power);
    const Curve curve = bestAverages(streams, watts, {5, 20});
    QCOMPARE(curve[0].value, 500.0);
    QCOMPARE(curve[1].value, 350.0);
}

void CurvesTest::pausesAreCutOut()
{
    auto streams = ride(200, {{watts, [](int) { return 300.0F; }}});
    for (size_t i = 100; i < 200; ++i)
        streams.timeSeconds[i] += 3600;
    const Curve curve = bestAverages(streams, watts, {200, 300});
    QCOMPARE(curve.size(), size_t(1));
    QCOMPARE(curve[0].value, 300.0);
}

void CurvesTest::everyAverageEqualsASearchByHand()
{
    std::vector<float> values;
    quint32 dice = 12345;
    const auto streams = ride(500, {{watts, [&](int) {
                                         dice = dice * 1664525 + 1013904223;
                                         values.push_back(float(dice >> 24));
                                         return values.back();
                                     }}});
    for (const auto &point : bestAverages(streams, watts, curveSeconds(500))) {
        double best = 0;
        for (size_t i = 0; i + size_t(point.length) <= values.size(); ++i)
            best = std::max(best,
                std::accumulate(
                    values.begin() + qsizetype(i), values.begin() + qsizetype(i) + qsizetype(point.length), 0.0)
                    / point.length);
        QVERIFY2(std::abs(point.value - best) < 1e-6, qPrintable(QString::number(point.length)));
    }
}

void CurvesTest::aTiredRidersCurveStartsLater()
{
    // A minute of 400 W, ten minutes of 200 W, a minute of 300 W: 24, 120 and 18 kJ.
    const auto streams = ride(720, {{watts, [](int i) { return i < 60 ? 400.0F : i < 660 ? 200.0F : 300.0F; }}});
    QCOMPARE(sampleAfterWork(streams, 0), std::optional<size_t>(0));
    QCOMPARE(sampleAfterWork(streams, 24), std::optional<size_t>(60));
    QCOMPARE(sampleAfterWork(streams, 44), std::optional<size_t>(160));
    QCOMPARE(sampleAfterWork(streams, 163), std::optional<size_t>());
    const Curve tired = bestAverages(streams, watts, {60, 600}, 60);
    QCOMPARE(tired.size(), size_t(2));
    QCOMPARE(tired[0], (CurvePoint {60, 300, 660, 720}));
    QCOMPARE(tired[1].value, 210.0);
    QVERIFY(bestAverages(streams, watts, {60}, 700).empty());
}

void CurvesTest::theFastestWayIsFound()
{
    // Five minutes at 3 m/s, one at 5 m/s, five at 3 m/s.
    float metres = 0;
    const auto streams = ride(660, {{u"distance"_s, [&](int i) {
                                         const float now = metres;
                                         metres += i >= 300 && i < 360 ? 5.0F : 3.0F;
                                         return now;
                                     }}});
    const auto way = sampleMetres(streams);
    const Curve curve = fastest(streams, way, {300, 600, 100'000});
    QCOMPARE(curve.size(), size_t(2));
    QVERIFY(std::abs(curve[0].value - 60) < 0.01);
    QCOMPARE(curve[0].start, 300);
    QVERIFY(std::abs(curve[1].value - 160) < 0.01);
    QVERIFY(levelSampleMetres(streams).empty()); // no altitude, no slope
}

void CurvesTest::lengthsGrowAndEnd()
{
    const auto seconds = curveSeconds(20'000);
    QVERIFY(seconds.size() > 60 && seconds.size() < 140);
    QVERIFY(std::is_sorted(seconds.begin(), seconds.end()) && seconds.front() == 1 && seconds.back() <= 20'000);
    for (const double wanted : {5.0, 15.0, 60.0, 300.0, 1200.0, 3600.0})
        QVERIFY2(std::count(seconds.begin(), seconds.end(), wanted) == 1, qPrintable(QString::number(wanted)));
    const auto metres = curveMetres(5000);
    QVERIFY(std::is_sorted(metres.begin(), metres.end()) && metres.back() == 5000);
    QVERIFY(curveSeconds(0).empty());
}

void CurvesTest::effortsDoNotOverlap()
{
    const auto streams = ride(1000, {{watts, [](int i) { return i / 100 % 2 ? 300.0F + float(i / 100) : 100.0F; }}});
    const auto efforts = bestEfforts(streams, watts, {.length = 100, .count = 3});
    QCOMPARE(efforts.size(), size_t(3));
    QCOMPARE(efforts[0].start, 900);
    QCOMPARE(efforts[0].average, 309.0);
    QCOMPARE(efforts[1].start, 700);
    QCOMPARE(efforts[2].start, 500);
    QCOMPARE(efforts[2].seconds, 100.0);
}

void CurvesTest::effortsObeyTheirLimits()
{
    const auto streams = ride(1000, {{watts, [](int i) { return i / 100 % 2 ? 300.0F : 100.0F; }}});
    QCOMPARE(bestEfforts(streams, watts, {.length = 100, .count = 8, .least = 299}).size(), size_t(5));
    QCOMPARE(bestEfforts(streams, watts, {.length = 100, .least = 299, .from = 0, .to = 400}).size(), size_t(2));
    QCOMPARE(bestEfforts(streams, watts, {.length = 100, .least = 299, .except = {{100, 200}}}).size(), size_t(4));
    QVERIFY(bestEfforts(streams, watts, {.length = 0}).empty());
    QVERIFY(bestEfforts(streams, u"hrv"_s, {.length = 60}).empty());
}

void CurvesTest::aHistogramHoldsEverySecond()
{
    const auto streams = ride(
        300, {{watts, [](int i) { return float(i); }}, {beats, [](int i) { return i < 100 ? 100.0F : 150.0F; }}});
    const auto buckets = histogram(streams, streams.find(watts)->values, 25);
    QCOMPARE(buckets.size(), size_t(12));
    double seconds = 0;
    for (const auto &bucket : buckets)
        seconds += bucket.seconds;
    QCOMPARE(seconds, 300.0);
    QCOMPARE(buckets[1].start, 25.0);
    QCOMPARE(buckets[1].watts, std::optional(37.0));
    QCOMPARE(buckets[1].heartRateBpm, std::optional(100.0));
    QVERIFY(!buckets[1].cadenceRpm);
    QVERIFY(histogram(streams, {domain::Samples::gap}, 25).empty());
    QCOMPARE(secondsPerKilometre({4, 0})[0], 250.0F);
    QVERIFY(std::isnan(secondsPerKilometre({4, 0})[1]));
}

void CurvesTest::decouplingIsTheLossOfTheSecondHalf()
{
    const auto streams
        = ride(7200, {{watts, [](int) { return 200.0F; }}, {beats, [](int i) { return i < 3600 ? 120.0F : 132.0F; }}});
    const auto found = powerAgainstHeart(streams, 0, 0);
    QVERIFY(found);
    QVERIFY(std::abs(found->decouplingPercent - 100 * (1 - 120.0 / 132)) < 0.01);
    QVERIFY(std::abs(found->firstHalf - 200.0 / 120) < 1e-6);
    QCOMPARE(found->minutes.size(), size_t(120));
    QVERIFY(!powerAgainstHeart(streams, 7100, 50));
    QVERIFY(!powerAgainstHeart(ride(600, {{watts, [](int) { return 200.0F; }}}), 0, 0));
}

void CurvesTest::theModelIsFoundAgain()
{
    Curve two;
    Curve three;
    for (const double seconds : curveSeconds(3600)) {
        two.push_back({seconds, 280 + 20'000 / seconds, 0, 0});
        three.push_back({seconds, 280 + 20'000 / (seconds + 20'000 / 720.0), 0, 0}); // 1000 W at most
    }
    const auto simple = twoParameterModel(two);
    QVERIFY(simple);
    QVERIFY(std::abs(simple->criticalWatts - 280) < 0.01 && std::abs(simple->storeJoules - 20'000) < 1);
    QVERIFY(std::abs(simple->wattsFor(400) - 330) < 0.01);
    three.insert(three.begin(), {0.01, 1000, 0, 0});
    const auto full = threeParameterModel(three);
    QVERIFY(full);
    QVERIFY2(std::abs(full->criticalWatts - 280) < 2, qPrintable(QString::number(full->criticalWatts)));
    QVERIFY(std::abs(full->storeJoules - 20'000) < 500);
    QVERIFY(std::abs(full->wattsFor(60) - (280 + 20'000 / (60 + 20'000 / 720.0))) < 5);
    QVERIFY(!twoParameterModel({{60, 400, 0, 0}, {120, 300, 0, 0}}));
}

void CurvesTest::theSpeedOfAWayIsFoundAgain()
{
    Curve pace;
    for (const double metres : curveMetres(5000))
        pace.push_back({metres, (metres - 150) / 4.2, 0, 0});
    const auto model = criticalSpeed(pace);
    QVERIFY(model);
    QVERIFY(std::abs(model->criticalSpeedMps - 4.2) < 1e-6 && std::abs(model->storeMetres - 150) < 1e-3);
    QVERIFY(model->r2 > 0.9999);
}

MICROCYCLE_CORE_TEST(CurvesTest)
#include "tst_curves.moc"
