// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/fitactivity.h"
#include "tests/models/files/fitrecordings.h"
#include "tests/support/testmain.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace files;
using namespace support;

/// What a recorded activity holds, out of bytes that this test puts together itself.
class FitActivityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryChannel();
    void aggregatesAreRead();
    void developerFieldsBecomeChannels();
    void timeIsPutInOrder();
    void oneFileOfSeveral();
    void heartbeatsOfAStrapFindTheirRecords();
};

void FitActivityTest::readsEveryChannel()
{
    constexpr qint32 north = 1 << 29; // 45 degrees
    FitBuilder builder;
    builder.fileId(4).define(1,
        20,
        {{253, 4, uint32Type},
            {0, 4, sint32Type},
            {1, 4, sint32Type},
            {78, 4, uint32Type},
            {2, 2, uint16Type},
            {3, 1, uint8Type},
            {4, 1, uint8Type},
            {5, 4, uint32Type},
            {73, 4, uint32Type},
            {6, 2, uint16Type},
            {7, 2, uint16Type},
            {9, 2, 0x83},
            {13, 1, sint8Type},
            {30, 1, uint8Type},
            {8, 3, 0x0D}});
    const QByteArray none(3, '\xff');
    builder.data(1,
        little(noon,
            north,
            -north,
            quint32(2'600),
            quint16(2'500),
            quint8(140),
            quint8(90),
            quint32(1'234),
            quint32(8'000),
            quint16(7'000),
            quint16(250),
            qint16(-150),
            qint8(-3),
            quint8(0x80 | 48))
            + none);
    builder.data(1,
        little(noon + 1,
            qint32(0x7FFFFFFF),
            north,
            quint32(0xFFFFFFFF),
            quint16(2'510),
            quint8(141),
            quint8(91),
            quint32(2'468),
            quint32(0xFFFFFFFF),
            quint16(7'100),
            quint16(0xFFFF),
            qint16(0x7FFF),
            qint8(0x7F),
            quint8(52))
            + none);
    const ActivityFile file = readAll(builder.file());
    QCOMPARE(channel(file, u"latlng"_s), (QList<double> {45, -1}));
    QCOMPARE(file.streams.find(u"latlng"_s)->values2.at(0), -45.0F);
    QVERIFY(std::isnan(file.streams.find(u"latlng"_s)->values2.at(1)));
    QCOMPARE(channel(file, u"altitude"_s),
        (QList<double> {20, 2})); // the fine field where it has a value, else the coarse one
    QCOMPARE(channel(file, u"velocity_smooth"_s), (QList<double> {8, 7.1}));
    QCOMPARE(channel(file, u"distance"_s), (QList<double> {12.34, 24.68}));
    QCOMPARE(channel(file, u"cadence"_s), (QList<double> {90, 91}));
    QCOMPARE(channel(file, u"watts"_s), (QList<double> {250, -1}));
    QCOMPARE(channel(file, u"grade_smooth"_s), (QList<double> {-1.5, -1}));
    QCOMPARE(channel(file, u"temp"_s), (QList<double> {-3, -1}));
    QCOMPARE(channel(file, u"left_right_balance"_s), (QList<double> {52, 52}));
    QCOMPARE(file.start, QDateTime(QDate(2021, 9, 8), QTime(1, 46, 40), QTimeZone::utc()));

    FitBuilder packed;
    packed.fileId(4).define(1, 20, {{253, 4, uint32Type}, {8, 3, 0x0D}});
    // 5 m/s; distances of 250 m and, after the count started anew at 256, of 3 m
    packed.data(1, little(noon, quint8(0xF4), quint8(0x01), quint8(0xFA)))
        .data(1, little(noon + 1, quint8(0xF4), quint8(0x01), quint8(0x03)));
    const ActivityFile short_ = readAll(packed.file());
    QCOMPARE(channel(short_, u"velocity_smooth"_s), (QList<double> {5, 5}));
    QCOMPARE(channel(short_, u"distance"_s), (QList<double> {250, 259}));
}

void FitActivityTest::aggregatesAreRead()
{
    FitBuilder builder;
    builder.define(0, 0, {{0, 1, 0}, {1, 2, uint16Type}, {2, 2, uint16Type}});
    builder.data(0, little(quint8(4), quint16(1), quint16(2530)));
    builder.define(1, 20, {{253, 4, uint32Type}, {7, 2, uint16Type}}).data(1, little(noon + 10, quint16(200)));
    builder.define(2, 21, {{253, 4, uint32Type}, {0, 1, 0}, {1, 1, 0}});
    builder.data(2, little(noon, quint8(0), quint8(0)))
        .data(2, little(noon + 60, quint8(0), quint8(4)))
        .data(2, little(noon + 60, quint8(42), quint8(3)));
    builder.define(3, 19, {{2, 4, uint32Type}, {7, 4, uint32Type}, {9, 4, uint32Type}, {15, 1, uint8Type}, {24, 1, 0}});
    builder.data(3, little(noon, quint32(60'500), quint32(40'000), quint8(150), quint8(0)));
    builder.define(4,
        18,
        {{2, 4, uint32Type},
            {5, 1, 0},
            {6, 1, 0},
            {8, 4, uint32Type},
            {11, 2, uint16Type},
            {20, 2, uint16Type},
            {22, 2, uint16Type},
            {17, 1, uint8Type}});
    builder.data(
        4, little(noon, quint8(2), quint8(46), quint32(59'000), quint16(321), quint16(210), quint16(12), quint8(255)));
    builder.define(5, 34, {{253, 4, uint32Type}, {5, 4, uint32Type}})
        .data(5, little(noon + 61, quint32(noon + 61 + 7200 - 1)));
    const ActivityFile file = readAll(builder.file());
    QCOMPARE(file.sport, u"GravelRide"_s);
    QCOMPARE(file.device, u"Garmin Edge 820"_s);
    QCOMPARE(times(file), QList<double> {10}); // from the start of the session
    QCOMPARE(file.utcOffset.value_or(std::chrono::seconds(0)).count(), 7200);
    QCOMPARE(file.sessions.size(), 1);
    QCOMPARE(file.sessions.first().start, file.start);
    QCOMPARE(file.sessions.first().timerSeconds.value_or(0), 59.0);
    QCOMPARE(file.sessions.first().kilocalories.value_or(0), 321);
    QCOMPARE(file.sessions.first().averageWatts.value_or(0), 210);
    QCOMPARE(file.sessions.first().ascentMetres.value_or(0), 12.0);
    QVERIFY(!file.sessions.first().maxHeartRateBpm);
    QCOMPARE(file.laps.size(), 1);
    QCOMPARE(file.laps.first().elapsedSeconds.value_or(0), 60.5);
    QCOMPARE(file.laps.first().metres.value_or(0), 400.0);
    QCOMPARE(file.laps.first().averageHeartRateBpm.value_or(0), 150);
    QCOMPARE(file.laps.first().trigger, u"manual"_s);
    QCOMPARE(file.moments.size(), 2); // a change of gears is none
    QCOMPARE(file.moments.first().what, u"start"_s);
    QCOMPARE(file.moments.last(), (Moment {file.start.addSecs(60), u"stop"_s}));
}

void FitActivityTest::developerFieldsBecomeChannels()
{
    const auto description = [](int number, int type, const QByteArray &name, int native) {
        return little(quint8(0), quint8(number), quint8(type)) + name.leftJustified(12, '\0')
            + little(quint16(native < 0 ? 0xFFFF : 20), quint8(native < 0 ? 0xFF : native));
    };
    FitBuilder builder;
    builder.fileId(4).define(1, 207, {{3, 1, uint8Type}}).data(1, QByteArray(1, '\0'));
    builder.define(3, 20, {{253, 4, uint32Type}, {3, 1, uint8Type}}, {{0, 4, 0}, {1, 2, 0}, {2, 1, 0}, {3, 3, 0}});
    builder.define(2,
        206,
        {{0, 1, uint8Type},
            {1, 1, uint8Type},
            {2, 1, uint8Type},
            {3, 12, textType},
            {14, 2, uint16Type},
            {15, 1, uint8Type}});
    // Described after the layout that uses them.
    builder.data(2, description(0, floatType, "Air power", -1)).data(2, description(1, uint16Type, "Power", 7));
    builder.data(2, description(2, uint8Type, "heartrate", -1)).data(2, description(3, textType, "Mood", -1));
    builder.data(2, description(0, uint8Type, "again", -1)); // only the first counts
    builder.data(3, beat(0, 120) + little(1.5F, quint16(250), quint8(7)) + "abc")
        .data(3, beat(1, 121) + little(-2.5F, quint16(0xFFFF), quint8(8)) + "abc");
    const ActivityFile file = readAll(builder.file());
    QCOMPARE(channel(file, u"Air power"_s), (QList<double> {1.5, -2.5}));
    QCOMPARE(channel(file, u"Power"_s), (QList<double> {250, -1}));
    QCOMPARE(channel(file, u"watts"_s), (QList<double> {250, -1})); // it stands for the power that the file lacks
    QCOMPARE(channel(file, u"heartrate"_s), (QList<double> {120, 121}));
    QCOMPARE(channel(file, u"heartrate_2"_s), (QList<double> {7, 8}));
    QVERIFY(!file.streams.find(u"Mood"_s));
    QVERIFY(notesOf(file).contains(u"developer fields"_s));
}

void FitActivityTest::timeIsPutInOrder()
{
    const ActivityFile file = readAll(
        heartRates().data(1, beat(4, 104)).data(1, beat(2, 102)).data(1, beat(2, 103)).data(1, beat(3, 255)).file());
    QCOMPARE(times(file), (QList<double> {0, 0, 1, 2}));
    QCOMPARE(channel(file, u"heartrate"_s), (QList<double> {102, 103, -1, 104}));
    QVERIFY(notesOf(file).contains(u"backwards 1 times"_s));
    QVERIFY(notesOf(file).contains(u"1 have the same time"_s));
    QCOMPARE(file.start.time(), QTime(1, 46, 42));
}

void FitActivityTest::oneFileOfSeveral()
{
    const QByteArray two = threeBeats() + heartRates().data(1, beat(100, 90)).file();
    const ActivityFile first = readAll(two);
    QCOMPARE(first.streams.timeSeconds.size(), size_t(3));
    QVERIFY(notesOf(first).contains(u"only the first"_s));
    const ActivityFile tail = readAll(threeBeats() + "and then some");
    QCOMPARE(tail.streams.timeSeconds.size(), size_t(3));
    QVERIFY(notesOf(tail).contains(u"13 bytes"_s));
}

void FitActivityTest::heartbeatsOfAStrapFindTheirRecords()
{
    FitBuilder builder = heartRates();
    for (quint32 second = 0; second < 4; ++second)
        builder.data(1, beat(second, 255));
    builder.define(2, 132, {{253, 4, uint32Type}, {0, 2, uint16Type}, {6, 1, uint8Type}, {9, 4, uint32Type}});
    builder.data(2, little(noon, quint16(16'384), quint8(100), quint32(4'000))); // half a second past noon
    builder.define(3, 132, {{6, 2, uint8Type}, {10, 3, 0x0D}});
    // One and two seconds later: 5024 and 6048 of 1024 ticks, of which twelve bits are stored.
    builder.data(3,
        little(quint8(110),
            quint8(130),
            quint8(5024 & 0xFF),
            quint8((5024 & 0xFFF) >> 8 | (6048 & 0x0F) << 4),
            quint8((6048 & 0xFFF) >> 4)));
    const ActivityFile file = readAll(builder.file());
    // Each rate holds until the next in quarters of a second: the second one has one quarter at 100 and three at 110.
    QCOMPARE(channel(file, u"heartrate"_s), (QList<double> {-1, 100, 108, 120}));
}

MICROCYCLE_CORE_TEST(FitActivityTest)
#include "tst_fitactivity.moc"
