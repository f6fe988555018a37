// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/recorded.h"
#include "tests/support/testmain.h"

#include <cmath>

using namespace Qt::StringLiterals;
using analysis::recordedFigures;
using domain::Samples;
using domain::StreamSet;

namespace {

/// An hour at one sample a second.
StreamSet hour(const QString &type, const std::function<float(int)> &value)
{
    StreamSet streams;
    Samples channel {type, {}, {}};
    for (int i = 0; i < 3600; ++i) {
        streams.timeSeconds.push_back(float(i));
        channel.values.push_back(value(i));
    }
    streams.channels.append(channel);
    return streams;
}

void add(StreamSet &streams, const QString &type, const std::function<float(int)> &value)
{
    Samples channel {type, {}, {}};
    for (size_t i = 0; i < streams.timeSeconds.size(); ++i)
        channel.values.push_back(value(int(i)));
    streams.channels.append(channel);
}

bool isNear(std::optional<double> value, double wanted, double by)
{
    return value && std::abs(*value - wanted) <= by;
}

}

class RecordedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void evenPowerIsItsOwnNorm();
    void hardAndEasyCostMoreThanTheirMean();
    void pausesAndStandstillsDoNotCount();
    void sparseSamplesAreHeld();
    void aPoolHasOneSampleALength();
    void gapsAreNeitherZeroNorRest();
    void positionsBecomeAWay();
    void sparsePositionsHaveASpeedToo();
    void aHillIsClimbedAndNoiseIsNot();
    void uphillIsFasterThanItLooks();
    void zonesAddUp();
    void anHourAtThresholdIsAHundred();
    void aPartBeginsAtNought();
    void nothingIsNothing();
};

void RecordedTest::evenPowerIsItsOwnNorm()
{
    const auto figures = recordedFigures(hour(u"watts"_s, [](int) { return 250.0F; }), 200);
    QCOMPARE(figures.movingSeconds, 3600.0);
    QCOMPARE(figures.elapsedSeconds, 3600.0);
    QVERIFY(isNear(figures.normalizedWatts, 250, 1e-6));
    QVERIFY(isNear(figures.joules, 900'000, 1e-6));
    QVERIFY(isNear(figures.joulesAboveThreshold, 180'000, 1e-6));
    QVERIFY(!figures.metres && !figures.averageHeartRateBpm && !figures.ascentMetres);
}

void RecordedTest::hardAndEasyCostMoreThanTheirMean()
{
    const auto figures = recordedFigures(hour(u"watts"_s, [](int i) { return i / 300 % 2 ? 300.0F : 100.0F; }), 0);
    QVERIFY(isNear(figures.averageWatts, 200, 1e-6));
    QVERIFY(*figures.normalizedWatts > 245 && *figures.normalizedWatts < 255); // (300⁴/2 + 100⁴/2)^¼ is 253
    QVERIFY(!figures.joulesAboveThreshold);
}

void RecordedTest::pausesAndStandstillsDoNotCount()
{
    StreamSet streams = hour(u"velocity_smooth"_s, [](int i) { return i >= 1000 && i < 1600 ? 0.0F : 10.0F; });
    for (size_t i = 2000; i < streams.timeSeconds.size(); ++i)
        streams.timeSeconds[i] += 900; // the recording was stopped
    add(streams, u"heartrate"_s, [](int i) { return i >= 1000 && i < 1600 ? 60.0F : 150.0F; });
    const auto figures = recordedFigures(streams, 0);
    QCOMPARE(figures.elapsedSeconds, 4500.0);
    QCOMPARE(figures.recordedSeconds, 3600.0);
    QCOMPARE(figures.movingSeconds, 3000.0);
    QVERIFY(isNear(figures.averageHeartRateBpm, 150, 1e-6));
}

void RecordedTest::sparseSamplesAreHeld()
{
    StreamSet streams;
    Samples watts {u"watts"_s, {}, {}};
    for (int i = 0; i < 360; ++i) {
        streams.timeSeconds.push_back(float(i * 10));
        watts.values.push_back(i % 2 ? 300.0F : 100.0F);
    }
    streams.channels.append(watts);
    const auto figures = recordedFigures(streams, 0);
    QVERIFY(isNear(figures.joules, 3591 * 200, 2000)); // the last one counts a second
    QVERIFY(isNear(figures.averageWatts, 200, 1));
}

void RecordedTest::aPoolHasOneSampleALength()
{
    StreamSet streams;
    Samples distance {u"distance"_s, {}, {}};
    for (int i = 0; i <= 40; ++i) {
        streams.timeSeconds.push_back(float(i * 50 + (i > 20 ? 600 : 0))); // ten minutes on the edge
        distance.values.push_back(float(i * 50));
    }
    streams.channels.append(distance);
    analysis::addImpliedChannels(streams);
    const auto figures = recordedFigures(streams, 0);
    QCOMPARE(figures.movingSeconds, 39 * 50.0 + 2);
    QVERIFY(isNear(figures.averageSpeedMps, 1, 0.03));
}

void RecordedTest::gapsAreNeitherZeroNorRest()
{
    const auto streams = hour(u"watts"_s, [](int i) { return i % 3 ? Samples::gap : 240.0F; });
    QVERIFY(isNear(recordedFigures(streams, 0).averageWatts, 240, 1e-6));
    const auto none = hour(u"watts"_s, [](int) { return Samples::gap; });
    QVERIFY(!recordedFigures(none, 0).averageWatts);
}

void RecordedTest::positionsBecomeAWay()
{
    StreamSet streams;
    Samples track {u"latlng"_s, {}, {}};
    for (int i = 0; i < 100; ++i) {
        streams.timeSeconds.push_back(float(i));
        track.values.push_back(i == 50 ? Samples::gap : 52.0F + float(i) * 0.0001F); // a hundredth of a minute is 11 m
        track.values2.push_back(i == 50 ? Samples::gap : 13.0F);
    }
    streams.channels.append(track);
    analysis::addImpliedChannels(streams);
    const auto figures = recordedFigures(streams, 0);
    QVERIFY(isNear(figures.metres, 99 * 11.12, 8));
    QVERIFY(isNear(figures.averageSpeedMps, 11, 0.5));
    QCOMPARE(streams.channels.size(), 3);
    analysis::addImpliedChannels(streams);
    QCOMPARE(streams.channels.size(), 3);
}

void RecordedTest::sparsePositionsHaveASpeedToo()
{
    StreamSet streams;
    Samples distance {u"distance"_s, {}, {}};
    for (int i = 0; i < 100; ++i) {
        streams.timeSeconds.push_back(float(i * 20 + (i >= 50 ? 600 : 0)));
        distance.values.push_back(float(i * 20 * 4));
    }
    streams.channels.append(distance);
    analysis::addImpliedChannels(streams);
    for (const float speed : streams.find(u"velocity_smooth"_s)->values)
        QCOMPARE(speed, 4.0F);
    QCOMPARE(recordedFigures(streams, 0).movingSeconds,
        98 * 20.0 + 2); // the samples before the pause and the end count a second
}

void RecordedTest::aHillIsClimbedAndNoiseIsNot()
{
    const auto hill = hour(u"altitude"_s, [](int i) { return i < 1800 ? float(i) / 18 : float(3600 - i) / 18; });
    QVERIFY(isNear(recordedFigures(hill, 0).ascentMetres, 100, 3));
    QVERIFY(isNear(recordedFigures(hill, 0).descentMetres, 100, 3));
    const auto noise = hour(u"altitude"_s, [](int i) { return i % 2 ? 100.0F : 101.0F; });
    QCOMPARE(recordedFigures(noise, 0).ascentMetres, 0.0);
}

void RecordedTest::uphillIsFasterThanItLooks()
{
    const auto runAt = [](double grade) {
        StreamSet streams = hour(u"distance"_s, [](int i) { return float(i) * 3; });
        add(streams, u"velocity_smooth"_s, [](int) { return 3.0F; });
        add(streams, u"altitude"_s, [grade](int i) { return float(i * 3 * grade); });
        return recordedFigures(streams, 0).levelSpeedMps.value_or(0);
    };
    QVERIFY(isNear(runAt(0), 3, 0.01));
    QVERIFY(runAt(0.05) > 3.7);
    QVERIFY(runAt(-0.05) < 2.5);
}

void RecordedTest::zonesAddUp()
{
    const auto streams = hour(u"watts"_s, [](int i) { return float(i) / 9; }); // 0 to 400
    const auto zones = analysis::zoneSeconds(streams, u"watts"_s, {100, 200, 300});
    QCOMPARE(zones, (QList<int> {901, 900, 1799}));
    QCOMPARE(analysis::secondsBetween(streams, u"watts"_s, 100, 200), 901);
    QCOMPARE(analysis::zoneSeconds(streams, u"heartrate"_s, {100}), QList<int>());
}

void RecordedTest::anHourAtThresholdIsAHundred()
{
    const auto at = [](float beats) {
        return analysis::heartRateLoad(hour(u"heartrate"_s, [beats](int) { return beats; }),
            {.resting = 50, .highest = 190, .threshold = 170, .male = true});
    };
    QVERIFY(isNear(at(170), 100, 1e-6));
    QVERIFY(*at(150) < 75 && *at(150) > 55);
    QVERIFY(!analysis::heartRateLoad(hour(u"watts"_s, [](int) { return 1.0F; }), {}));
    QVERIFY(!analysis::heartRateLoad(hour(u"heartrate"_s, [](int) { return 150.0F; }),
        {.resting = 50, .highest = 190, .threshold = 0, .male = true}));
}

void RecordedTest::aPartBeginsAtNought()
{
    StreamSet streams = hour(u"distance"_s, [](int i) { return float(i) * 5; });
    add(streams, u"heartrate"_s, [](int i) { return float(i); });
    const auto half = analysis::part(streams, 1800, 2400);
    QCOMPARE(half.timeSeconds.size(), size_t(600));
    QCOMPARE(half.timeSeconds.front(), 0.0F);
    QCOMPARE(half.find(u"distance"_s)->values.front(), 0.0F);
    QCOMPARE(half.find(u"distance"_s)->values.back(), 2995.0F);
    QCOMPARE(half.find(u"heartrate"_s)->values.front(), 1800.0F);
    QVERIFY(analysis::part(streams, 9000, 9999).isEmpty());
}

void RecordedTest::nothingIsNothing()
{
    const auto figures = recordedFigures({}, 250);
    QCOMPARE(figures.movingSeconds, 0.0);
    QVERIFY(!figures.metres && !figures.averageWatts);
    StreamSet empty;
    analysis::addImpliedChannels(empty);
    QCOMPARE(empty.channels.size(), 0);
}

MICROCYCLE_CORE_TEST(RecordedTest)
#include "tst_recorded.moc"
