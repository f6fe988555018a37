// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/fitactivity.h"
#include "models/files/fitdecode.h"
#include "tests/models/files/fitbuilder.h"
#include "tests/support/testmain.h"

#include <QTimeZone>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace files;
using support::FitBuilder;
using support::little;

namespace {

constexpr quint32 noon = 1'000'000'000; ///< 2021-09-08 of the format's epoch
constexpr int uint8Type = 0x02, sint8Type = 0x01, uint16Type = 0x84, uint32Type = 0x86, sint32Type = 0x85,
              textType = 0x07, floatType = 0x88;

/// A file with an activity's id and records of a time and a heart rate.
FitBuilder heartRates()
{
    FitBuilder builder;
    builder.fileId(4).define(1, 20, {{253, 4, uint32Type}, {3, 1, uint8Type}});
    return builder;
}

QByteArray beat(quint32 second, int bpm)
{
    return little(quint32(noon + second), quint8(bpm));
}

QByteArray threeBeats()
{
    return heartRates().data(1, beat(0, 120)).data(1, beat(1, 121)).data(1, beat(2, 122)).file();
}

QList<double> channel(const ActivityFile &file, const QString &type)
{
    QList<double> values;
    if (const auto *samples = file.streams.find(type)) {
        for (const float value : samples->values)
            values << (std::isnan(value) ? -1 : std::round(double(value) * 1000) / 1000);
    }
    return values;
}

QList<double> times(const ActivityFile &file)
{
    return {file.streams.timeSeconds.begin(), file.streams.timeSeconds.end()};
}

QString notesOf(const ActivityFile &file)
{
    QStringList notes;
    for (const auto &note : file.notes)
        notes << note.item + u": "_s + note.detail;
    return notes.join(u" | "_s);
}

/// The check sum of the header or of the file set to something else.
QByteArray flipped(QByteArray bytes, qsizetype at)
{
    bytes[at] = char(bytes.at(at) ^ 0x55);
    return bytes;
}

ActivityFile readAll(const QByteArray &bytes)
{
    const auto file = readFitActivity(bytes);
    if (file.ok())
        return *file;
    qWarning("refused: %s", qPrintable(file.error().detail));
    return {};
}

}

/// Recorded activities out of bytes that this test puts together itself: what is read, and what is refused with which
/// words.
class FitActivityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refuses_data();
    void refuses();
    void keepsWhatADamagedFileHolds_data();
    void keepsWhatADamagedFileHolds();
    void readsRecords_data();
    void readsRecords();
    void readsEveryChannel();
    void aggregatesAreRead();
    void developerFieldsBecomeChannels();
    void timeIsPutInOrder();
    void oneFileOfSeveral();
    void heartbeatsOfAStrapFindTheirRecords();
    void boundsHold();
    void everyCutIsRefusedOrKept();
};

void FitActivityTest::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("words");
    const QByteArray good = threeBeats();
    const auto row = [](const char *name, const QByteArray &bytes, const QString &words) {
        QTest::newRow(name) << bytes << words;
    };
    row("F1 an empty file", {}, u"empty"_s);
    row("F2 one byte", "\x0e", u"not a FIT file"_s);
    row("F3 the mark is missing", QByteArray(good).replace(".FIT", ".FAT"), u"not a FIT file"_s);
    row("F4 a header of no bytes", QByteArray(good).replace(0, 1, QByteArray(1, '\0')), u"12 or 14"_s);
    row("F4 a header of 255 bytes", QByteArray(good).replace(0, 1, "\xff"), u"12 or 14"_s);
    row("F5 data beyond the end of the file", good.chopped(9), u"cut off"_s);
    row("F6 data of four gigabytes", FitBuilder::fileOf(good.mid(14).chopped(2), 0xFFFFFFFF), u"cut off"_s);
    row("F7 a wrong check sum of the header", flipped(good, 12), u"header"_s);
    row("F8 a wrong check sum of the file", flipped(good, good.size() - 1), u"check sum"_s);
    row("F9 data before its definition", FitBuilder().fileId(4).data(5, "abc").file(), u"undefined"_s);
    row("a message beyond the end of the data",
        heartRates().raw(QByteArray("\x01") + "ab").file(),
        u"beyond the end"_s);
    row("a definition beyond the end of the data",
        heartRates().raw(QByteArray("\x42\x00\x00\x14\x00\xff", 6)).file(),
        u"beyond the end"_s);
    row("a recording that was never finished", FitBuilder::fileOf(good.mid(14).chopped(2), 0), u"never finished"_s);
    row("a planned workout", FitBuilder().fileId(5).file(), u"planned workout"_s);
    row("settings", FitBuilder().fileId(2).file(), u"settings of a device"_s);
    row("a weight scale", FitBuilder().fileId(9).file(), u"weight measurements"_s);
    row("monitoring", FitBuilder().fileId(32).file(), u"monitoring"_s);
    row("a kind that nobody knows", FitBuilder().fileId(99).file(), u"type 99"_s);
    row("nothing in it", FitBuilder().fileId(4).file(), u"no records"_s);
}

void FitActivityTest::refuses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, words);
    const auto file = readFitActivity(bytes);
    QVERIFY(!file.ok());
    QCOMPARE(file.error().kind, domain::Error::Kind::Parse);
    QVERIFY2(file.error().detail.contains(words), qPrintable(file.error().detail));
}

void FitActivityTest::keepsWhatADamagedFileHolds_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("records");
    const QByteArray good = threeBeats();
    QTest::newRow("a wrong check sum") << flipped(good, good.size() - 1) << 3;
    QTest::newRow("a wrong check sum of the header") << flipped(good, 12) << 3;
    QTest::newRow("cut in the last record") << good.chopped(4) << 2;
    QTest::newRow("only the check sum is missing") << good.chopped(2) << 3;
    QTest::newRow("never finished") << FitBuilder::fileOf(good.mid(14).chopped(2), 0).chopped(2) << 3;
    QTest::newRow("rubbish after the second record")
        << heartRates().data(1, beat(0, 100)).data(1, beat(1, 101)).data(9, "rubbish").file() << 2;
}

void FitActivityTest::keepsWhatADamagedFileHolds()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, records);
    QVERIFY(!readFitActivity(bytes).ok());
    const auto file = readFitActivity(bytes, {}, Damaged::Keep);
    QVERIFY(file.ok());
    QVERIFY(!file->complete);
    QVERIFY(!file->notes.isEmpty());
    QCOMPARE(int(file->streams.timeSeconds.size()), records);
}

void FitActivityTest::readsRecords_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QList<double>>("seconds");
    QTest::addColumn<QList<double>>("rates");
    QTest::addColumn<QString>("note");
    const QList<double> two {0, 1};
    const QList<double> rates {120, 121};
    const auto row = [](const char *name,
                         const QByteArray &bytes,
                         const QList<double> &seconds,
                         const QList<double> &bpm,
                         const QString &note) { QTest::newRow(name) << bytes << seconds << bpm << note; };
    const FitBuilder plain = heartRates().data(1, beat(0, 120)).data(1, beat(1, 121));
    row("a header of 14 bytes", plain.file(), two, rates, {});
    row("a header of 12 bytes", plain.file(12), two, rates, {});
    QByteArray noSum = plain.file().replace(12, 2, QByteArray(2, '\0')).chopped(2);
    noSum += little(fit::checksum(noSum));
    row("F7 a header without its check sum", noSum, two, rates, {});

    const QList<support::BuiltField> fields {{253, 4, uint32Type}, {3, 1, uint8Type}};
    const auto big
        = [](quint32 second, int bpm) { return support::bytesOf(true, quint32(noon + second), quint8(bpm)); };
    row("F13 big endian",
        FitBuilder().fileId(4).define(3, 20, fields, {}, true).data(3, big(0, 120)).data(3, big(1, 121)).file(),
        two,
        rates,
        {});

    QList<support::BuiltField> wide {{253, 4, uint32Type}, {3, 1, uint8Type}};
    for (int i = 0; i < 253; ++i)
        wide << support::BuiltField {200, 255, uint16Type};
    const QByteArray filler(253 * 255, '\x7f');
    row("F10 a definition of 255 fields of 255 bytes",
        FitBuilder().fileId(4).define(1, 20, wide).data(1, beat(0, 120) + filler).data(1, beat(1, 121) + filler).file(),
        two,
        rates,
        {});
    row("F11 a field that does not fit its type",
        FitBuilder()
            .fileId(4)
            .define(1, 20, {{253, 4, uint32Type}, {7, 3, uint16Type}, {3, 1, uint8Type}})
            .data(1, little(quint32(noon)) + "xyz" + little(quint8(120)))
            .data(1, little(quint32(noon + 1)) + "xyz" + little(quint8(121)))
            .file(),
        two,
        rates,
        {});
    row("F12 a field of an unknown type",
        FitBuilder()
            .fileId(4)
            .define(1, 20, {{253, 4, uint32Type}, {7, 2, 0x1F}, {3, 1, uint8Type}})
            .data(1, little(quint32(noon)) + "xy" + little(quint8(120)))
            .data(1, little(quint32(noon + 1)) + "xy" + little(quint8(121)))
            .file(),
        two,
        rates,
        u"fields: 1 of unknown types"_s);
    row("compressed times go on from the last full one, over the edge of 32 seconds",
        heartRates()
            .data(1, beat(0, 120))
            .define(2, 20, {{3, 1, uint8Type}})
            .compressed(2, (noon + 5) & 31, "\x79")
            .compressed(2, (noon + 36) & 31, "\x7a")
            .file(),
        {0, 5, 36},
        {120, 121, 122},
        {});
    row("F14 a compressed time before any full one",
        heartRates()
            .define(2, 20, {{3, 1, uint8Type}})
            .compressed(2, 7, "\x50")
            .data(1, beat(0, 120))
            .data(1, beat(1, 121))
            .file(),
        two,
        rates,
        u"records: 1 with a compressed time"_s);
    row("F15 developer fields that nobody described",
        FitBuilder()
            .fileId(4)
            .define(1, 20, fields, {{0, 2, 0}})
            .data(1, beat(0, 120) + "ab")
            .data(1, beat(1, 121) + "ab")
            .file(),
        two,
        rates,
        {});
    row("F19 marks for none", heartRates().data(1, beat(0, 255)).data(1, beat(1, 121)).file(), two, {-1, 121}, {});
    FitBuilder storm = heartRates();
    for (int i = 0; i < 5000; ++i)
        storm.define(1, 20, fields).define(15, quint16(i), fields);
    row("F24 a storm of definitions", storm.data(1, beat(0, 120)).data(1, beat(1, 121)).file(), two, rates, {});
    row("a local type that changes its meaning",
        heartRates()
            .data(1, beat(0, 120))
            .define(1, 20, {{3, 1, uint8Type}, {253, 4, uint32Type}})
            .data(1, little(quint8(121), quint32(noon + 1)))
            .file(),
        two,
        rates,
        {});
    row("records without any time",
        FitBuilder().fileId(4).define(1, 20, {{3, 1, uint8Type}}).data(1, "\x78").data(1, "\x79").file(),
        two,
        rates,
        u"one per second"_s);
    row("no file id",
        FitBuilder().define(1, 20, fields).data(1, beat(0, 120)).data(1, beat(1, 121)).file(),
        two,
        rates,
        u"does not say what it is"_s);
}

void FitActivityTest::readsRecords()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QList<double>, seconds);
    QFETCH(QList<double>, rates);
    QFETCH(QString, note);
    const ActivityFile file = readAll(bytes);
    QCOMPARE(times(file), seconds);
    QCOMPARE(channel(file, u"heartrate"_s), rates);
    QVERIFY(file.complete);
    if (note.isEmpty())
        QCOMPARE(notesOf(file), QString());
    else
        QVERIFY2(notesOf(file).contains(note), qPrintable(notesOf(file)));
}

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

void FitActivityTest::boundsHold()
{
    const QByteArray good = threeBeats();
    QVERIFY(readFitActivity(good, {.records = 5}).error().detail.contains(u"too many"_s));
    QVERIFY(readFitActivity(good, {.records = 6}).ok());
    QVERIFY(readFitActivity(good, {.bytes = 20}).error().detail.contains(u"larger"_s));
    QByteArray millions("\x42\x00\x00\x14\x00\x00", 6); // messages of no fields
    millions += QByteArray(10'000'000, '\x02');
    const std::atomic<bool> cancelled = true;
    QVERIFY(readFitActivity(FitBuilder().fileId(4).raw(millions).file(), {.cancelled = &cancelled})
                .error()
                .detail.contains(u"cancelled"_s));
    QVERIFY(readFitActivity(FitBuilder().fileId(4).raw(millions).file()).error().detail.contains(u"too many"_s)); // F16

    // Many channels of one value each must not blow small records up.
    FitBuilder wide;
    wide.fileId(4).define(1, 207, {{3, 1, uint8Type}}).data(1, QByteArray(1, '\0'));
    wide.define(2, 206, {{0, 1, uint8Type}, {1, 1, uint8Type}, {2, 1, uint8Type}, {3, 2, textType}});
    QList<support::BuiltField> developers;
    for (int i = 0; i < 250; ++i) {
        wide.data(2, little(quint8(0), quint8(i), quint8(uint8Type), quint8(i + 1), quint8(0)));
        developers << support::BuiltField {i, 1, 0};
    }
    wide.define(3, 20, {{3, 1, uint8Type}}, developers).data(3, QByteArray(251, '\x01'));
    QByteArray tiny;
    for (int i = 0; i < 300'000; ++i)
        tiny += "\x05\x64";
    wide.define(5, 20, {{3, 1, uint8Type}}).raw(tiny);
    QVERIFY(readFitActivity(wide.file()).error().detail.contains(u"more channels"_s));
}

void FitActivityTest::everyCutIsRefusedOrKept()
{
    const QByteArray good = threeBeats();
    for (qsizetype size = 0; size < good.size(); ++size) {
        const QByteArray cut = good.left(size);
        QVERIFY2(!readFitActivity(cut).ok(), qPrintable(QString::number(size)));
        const auto kept = readFitActivity(cut, {}, Damaged::Keep);
        QVERIFY(!kept.ok() || (!kept->complete && kept->streams.timeSeconds.size() <= 3));
        QVERIFY(kept.ok() || !kept.error().detail.isEmpty());
    }
    QCOMPARE(fitFileType(good).value_or(0), 4);
    QVERIFY(!fitFileType(good.left(20)));
}

MICROCYCLE_CORE_TEST(FitActivityTest)
#include "tst_fitactivity.moc"
