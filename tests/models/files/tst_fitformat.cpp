// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/fitactivity.h"
#include "tests/models/files/fitrecordings.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using namespace files;
using namespace support;

namespace {

/// The check sum of the header or of the file set to something else.
QByteArray flipped(QByteArray bytes, qsizetype at)
{
    bytes[at] = char(bytes.at(at) ^ 0x55);
    return bytes;
}

}

/// The format itself, right and wrong: what is read all the same, and what is refused with which words.
class FitFormatTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refuses_data();
    void refuses();
    void keepsWhatADamagedFileHolds_data();
    void keepsWhatADamagedFileHolds();
    void readsRecords_data();
    void readsRecords();
    void boundsHold();
    void everyCutIsRefusedOrKept();
    void checkSumsAreTheFormats();
};

void FitFormatTest::refuses_data()
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

void FitFormatTest::refuses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, words);
    const auto file = readFitActivity(bytes);
    QVERIFY(!file.ok());
    QCOMPARE(file.error().kind, domain::Error::Kind::Parse);
    QVERIFY2(file.error().detail.contains(words), qPrintable(file.error().detail));
}

void FitFormatTest::keepsWhatADamagedFileHolds_data()
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

void FitFormatTest::keepsWhatADamagedFileHolds()
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

void FitFormatTest::readsRecords_data()
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

void FitFormatTest::readsRecords()
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

void FitFormatTest::boundsHold()
{
    const QByteArray good = threeBeats();
    QVERIFY(support::refusalOf(readFitActivity(good, {.records = 5})).contains(u"too many"_s));
    QVERIFY(readFitActivity(good, {.records = 6}).ok());
    QVERIFY(support::refusalOf(readFitActivity(good, {.bytes = 20})).contains(u"larger"_s));
    QByteArray millions("\x42\x00\x00\x14\x00\x00", 6); // messages of no fields
    millions += QByteArray(10'000'000, '\x02');
    const std::atomic<bool> cancelled = true;
    QVERIFY(support::refusalOf(readFitActivity(FitBuilder().fileId(4).raw(millions).file(), {.cancelled = &cancelled}))
                .contains(u"cancelled"_s));
    QVERIFY(support::refusalOf(readFitActivity(FitBuilder().fileId(4).raw(millions).file()))
                .contains(u"too many"_s)); // F16

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
    QVERIFY(support::refusalOf(readFitActivity(wide.file())).contains(u"more channels"_s));
}

void FitFormatTest::everyCutIsRefusedOrKept()
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

void FitFormatTest::checkSumsAreTheFormats()
{
    QCOMPARE(fit::checksum("123456789"), quint16(0xBB3D)); // the well known check value of this sum
    QCOMPARE(fit::checksum(QByteArrayView()), quint16(0));
    QByteArray bytes;
    quint16 bitByBit = 0;
    for (int i = 0; i < 100; ++i) {
        bytes.append(char(i * 37 + 5));
        bitByBit ^= quint8(bytes.back());
        for (int bit = 0; bit < 8; ++bit)
            bitByBit = quint16((bitByBit >> 1) ^ (bitByBit & 1 ? 0xA001 : 0));
        QCOMPARE(fit::checksum(bytes), bitByBit);
    }
}

MICROCYCLE_CORE_TEST(FitFormatTest)
#include "tst_fitformat.moc"
