// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/ics.h"
#include "tests/models/files/icswording.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using namespace files;
using support::berlin;
using support::calendar;
using support::vevent;
using support::wording;

namespace {

domain::Event planned(const QString &name, const QString &description = {})
{
    domain::Event event;
    event.uid = u"11111111-2222"_s;
    event.category = domain::Category::Workout;
    event.type = u"Ride"_s;
    event.name = name;
    event.description = description;
    event.start = {QDate(2026, 3, 30), QTime(18, 30)};
    event.movingTime = std::chrono::minutes(90);
    return event;
}

}

/// Calendar files in both directions.
class IcsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void readsTexts();
    void aMissingKeyIsMadeTheSameAgain();
    void writesAndReadsAgain();
    void textCannotBreakOutOfItsLine();
    void hugeFilesAreRefused();
};

void IcsTest::reads_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QString>("notes");
    const QByteArray day = "DTSTART;VALUE=DATE:20260330\r\n";
    QTest::newRow("a moment in UTC") << calendar(
        vevent("SUMMARY:Ride\r\nDTSTART:20260330T160000Z\r\nDTEND:20260330T173000Z\r\n"))
                                     << u"one 2026-03-30 18:00 to 2026-03-30 19:30 Ride"_s << u""_s;
    QTest::newRow("a moment wherever one is") << calendar(vevent("DTSTART:20260330T160000\r\nDURATION:PT1H30M\r\n"))
                                              << u"one 2026-03-30 16:00 to 2026-03-30 17:30 "_s << u""_s;
    QTest::newRow("a moment of another zone")
        << calendar(vevent("DTSTART;TZID=America/New_York:20260330T080000\r\n")) << u"one 2026-03-30 14:00 "_s << u""_s;
    QTest::newRow("a zone as Windows calls it")
        << calendar(vevent("DTSTART;TZID=\"W. Europe Standard Time\":20260330T080000\r\n"))
        << u"one 2026-03-30 08:00 "_s << u""_s;
    QTest::newRow("a zone behind the name of a program")
        << calendar(vevent("DTSTART;TZID=/example.org/2020/America/New_York:20260330T080000\r\n"))
        << u"one 2026-03-30 14:00 "_s << u""_s;
    QTest::newRow("F64 a zone that nobody knows")
        << calendar(vevent("DTSTART;TZID=../../etc/passwd:20260330T080000\r\n")) << u"one 2026-03-30 08:00 "_s
        << u"../../etc/passwd: unknown time zone; taken for the local one"_s;
    QTest::newRow("a whole day") << calendar(vevent("SUMMARY:Rest\r\n" + day)) << u"one 2026-03-30 to 2026-03-31 Rest"_s
                                 << u""_s;
    QTest::newRow("several days") << calendar(vevent(day + "DTEND;VALUE=DATE:20260403\r\n"))
                                  << u"one 2026-03-30 to 2026-04-03 "_s << u""_s;
    QTest::newRow("F61 a file without its end") << QByteArray("BEGIN:VCALENDAR\r\n" + vevent(day))
                                                << u"refused: VCALENDAR: the file ends within VCALENDAR"_s << u""_s;
    QTest::newRow("F61 an event without its end") << QByteArray("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VCALENDAR\r\n")
                                                  << u"refused: line 3: ends what has not begun"_s << u""_s;
    QTest::newRow("no calendar") << QByteArray("hello\r\n") << u"refused: line 1: not a calendar file"_s << u""_s;
    QTest::newRow("an empty file") << QByteArray() << u"refused: VCALENDAR: not a calendar file"_s << u""_s;
    QTest::newRow("an empty calendar") << calendar({}) << u""_s << u""_s;
    QByteArray zones;
    for (int i = 0; i < 3000; ++i)
        zones += "BEGIN:VTIMEZONE\r\nTZID:Z" + QByteArray::number(i)
            + "\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nRRULE:FREQ=SECONDLY\r\nEND:STANDARD\r\nEND:"
              "VTIMEZONE\r\n";
    QTest::newRow("F65 thousands of zones are passed over")
        << calendar(zones + vevent(day)) << u"one 2026-03-30 to 2026-03-31 "_s << u""_s;
    QTest::newRow("F66 a date with a time is a date")
        << calendar(vevent("DTSTART;VALUE=DATE:20260330T101500\r\n")) << u"one 2026-03-30 to 2026-03-31 "_s << u""_s;
    QTest::newRow("F67 an end before the start")
        << calendar(vevent("SUMMARY:Ride\r\nDTSTART:20260330T160000\r\nDTEND:20260330T150000\r\n"))
        << u"one 2026-03-30 16:00 Ride"_s << u"Ride: ends before it starts; read without its end"_s;
    QTest::newRow("F68 a line folded within a character")
        << calendar(vevent("SUMMARY:Fl\xC3\r\n \xA4mische H\xC3\xBC\r\n\tgel\r\n" + day))
        << u"one 2026-03-30 to 2026-03-31 Flämische Hügel"_s << u""_s;
    QTest::newRow("F69 a line of ten megabytes")
        << calendar(vevent("SUMMARY:" + QByteArray(10'000'000, 'x') + "\r\n" + day))
        << u"refused: line 5: longer than 1048576 bytes"_s << u""_s;
    QTest::newRow("F69 ten megabytes in folded lines") << calendar(vevent("SUMMARY:x\r\n"
        + QByteArray(" xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\r\n").repeated(170'000) + day))
                                                       << u"refused: line 5: longer than 1048576 bytes"_s << u""_s;
    QTest::newRow("F70 the newest of two counts")
        << calendar(vevent("SUMMARY:New\r\nSEQUENCE:2\r\n" + day) + vevent("SUMMARY:Old\r\nSEQUENCE:1\r\n" + day))
        << u"one 2026-03-30 to 2026-03-31 New"_s << u"events: 1 older ones of the same key left out"_s;
    QTest::newRow("F72 attachments and links are dropped") << calendar(vevent(
        "ATTACH:file:///etc/passwd\r\nURL:file:///etc/passwd\r\nATTACH;FMTTYPE=text/html:http://example.org/x\r\n"
        + day)) << u"one 2026-03-30 to 2026-03-31 "_s << u"attachments: 2 left out | links: 1 left out"_s;
    QTest::newRow("alarms are none of ours")
        << calendar(vevent(day + "BEGIN:VALARM\r\nACTION:EMAIL\r\nSUMMARY:Wrong\r\nATTACH:x\r\nEND:VALARM\r\n"))
        << u"one 2026-03-30 to 2026-03-31 "_s << u""_s;
    QTest::newRow("F75 a cancelled event is told as such")
        << calendar(vevent("SUMMARY:Ride\r\nSTATUS:CANCELLED\r\n" + day))
        << u"one 2026-03-30 to 2026-03-31 Ride (off)"_s << u""_s;
    QTest::newRow("F75 a file that cancels") << calendar(vevent("SUMMARY:Ride\r\n" + day), "METHOD:CANCEL\r\n")
                                             << u"one 2026-03-30 to 2026-03-31 Ride (off)"_s << u""_s;
    QTest::newRow("an event without a start")
        << calendar(vevent("SUMMARY:Ride\r\n") + vevent(day, "UID:two\r\n")) << u"two 2026-03-30 to 2026-03-31 "_s
        << u"line 3: an event without a start, left out"_s;
    QTest::newRow("a day that does not exist") << calendar(vevent("DTSTART;VALUE=DATE:20260230\r\n")) << u""_s
                                               << u"line 3: an event without a start, left out"_s;
    QTest::newRow("in order of time, of several calendars")
        << QByteArray(calendar(vevent("DTSTART:20260401T100000\r\n"))
               + calendar(vevent("DTSTART:20260331T100000\r\n", "UID:two\r\n"))
               + "BEGIN:VCALENDAR\nBEGIN:VTODO\nEND:VTODO\nEND:VCALENDAR")
        << u"two 2026-03-31 10:00  | one 2026-04-01 10:00 "_s << u"to-dos: 1 left out"_s;
    QTest::newRow("a zero byte") << calendar(vevent(QByteArray("SUMMARY:a\0b\r\n", 13) + day))
                                 << u"refused: line 5: a zero"_s << u""_s;
    QTest::newRow("names in lower case, other line ends")
        << calendar(vevent(day)).toLower().replace("\r\n", "\n") << u"one 2026-03-30 to 2026-03-31 "_s << u""_s;
}

void IcsTest::reads()
{
    QFETCH(QByteArray, file);
    const auto read = readIcs(file, berlin());
    QTEST(wording(read), "expected");
    QTEST(read ? support::wording(read->notes) : QString(), "notes");
}

void IcsTest::readsTexts()
{
    const auto read = readIcs(
        calendar(vevent("SUMMARY;LANGUAGE=en:Over\\, under\\; over\r\nDESCRIPTION:Warmup\\n- 10m 60%\\n\\n2x\\N- 5m "
                        "90%\\\\n <b>hard</b>\r\nX-ALT-DESC;FMTTYPE=text/html:<b>other</b>\r\n"
                        "CATEGORIES:Ride,Key session\r\nDTSTART:20260330T160000\r\n"),
            "X-WR-CALNAME:Team\r\n"),
        berlin());
    QVERIFY(read.ok());
    QCOMPARE(read->name, u"Team"_s);
    QCOMPARE(read->entries.first().summary, u"Over, under; over"_s); // F74
    QCOMPARE(read->entries.first().description, u"Warmup\n- 10m 60%\n\n2x\n- 5m 90%\\n <b>hard</b>"_s); // F73
    QCOMPARE(read->entries.first().categories, (QStringList {u"Ride"_s, u"Key session"_s}));
}

void IcsTest::aMissingKeyIsMadeTheSameAgain()
{
    const QByteArray file = calendar(vevent("SUMMARY:Ride\r\nDTSTART:20260330T160000\r\n", {})
        + vevent("SUMMARY:Run\r\nDTSTART:20260330T160000\r\n", {}));
    const auto once = readIcs(file, berlin());
    const auto twice = readIcs(file, berlin());
    QVERIFY(once.ok() && twice.ok()); // F71
    QCOMPARE(once->entries, twice->entries);
    QCOMPARE(once->entries.size(), 2);
    QVERIFY(once->entries.first().uid.startsWith(u"ics-"_s));
    QVERIFY(once->entries.first().uid != once->entries.last().uid);
}

void IcsTest::writesAndReadsAgain()
{
    domain::Event timed = planned(u"Über–unter, 3×10; \"hart\""_s,
        u"Warmup\n- 10m 60%\n\n3x\n- 10m 95%, steady; no \\ surges\n- 5m 50%\n"_s.repeated(5).trimmed());
    timed.tags = {u"key"_s};
    domain::Event whole = planned(u"Rest"_s);
    whole.uid.clear();
    whole.id = domain::EventId {42};
    whole.start = {QDate(2026, 3, 31), {}};
    domain::Event keyless = planned(u"Later"_s);
    keyless.uid.clear();
    keyless.start = {QDate(2026, 4, 1), QTime(23, 30)};
    const QByteArray bytes = writeIcs({timed, whole, keyless}, QDateTime(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC));
    QVERIFY(bytes.contains("DTSTAMP:20260301T120000Z\r\n"));
    for (const auto &line : bytes.split('\n')) {
        QVERIFY2(line.size() <= 76, line.constData()); // with the end of the line
        QVERIFY2(QByteArrayView(line).isValidUtf8(), line.constData());
        QVERIFY(line.isEmpty() || line.endsWith('\r'));
    }
    const auto read = readIcs(bytes, berlin());
    QCOMPARE(wording(read),
        u"11111111-2222 2026-03-30 18:30 to 2026-03-30 20:00 Über–unter, 3×10; \"hart\" | event-42@intervals.icu 2026-03-31 to 2026-04-01 Rest | "_s
            + read->entries.last().uid + u" 2026-04-01 23:30 to 2026-04-02 01:00 Later"_s);
    QCOMPARE(read->entries.first().description, timed.description);
    QCOMPARE(read->entries.first().categories, (QStringList {u"Ride"_s, u"key"_s}));
    QCOMPARE(read->notes, QList<Note>());
    QCOMPARE(writeIcs({timed, whole, keyless}, QDateTime(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC)), bytes);
}

void IcsTest::textCannotBreakOutOfItsLine()
{
    domain::Event event
        = planned(u"Ride\r\nATTACH:file:///etc/passwd"_s, u"a\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:evil\rX:y\u2028Z"_s);
    event.uid = u"key\r\nSUMMARY:other"_s;
    event.type = u"Ride\r\nX:1"_s;
    const QByteArray bytes = writeIcs({event}, QDateTime(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC));
    const auto lines = bytes.split('\n');
    for (const auto &line : lines)
        QVERIFY2(
            !line.startsWith("ATTACH") && !line.startsWith("UID:evil") && !line.startsWith("X:"), line.constData());
    const auto read = readIcs(bytes, berlin());
    QVERIFY(read.ok());
    QCOMPARE(read->entries.size(), 1);
    QCOMPARE(read->entries.first().summary, u"Ride ATTACH:file:///etc/passwd"_s);
}

void IcsTest::hugeFilesAreRefused()
{
    Bounds bounds;
    bounds.bytes = 100;
    QVERIFY(!readIcs(calendar(vevent("DTSTART:20260330T180000\r\n").repeated(10)), berlin(), bounds).ok());
    QVERIFY(!readIcs(
        calendar(vevent("DTSTART:20260330T180000\r\n" + QByteArray("EXDATE:20260330T180000\r\n").repeated(3000))),
        berlin())
                 .ok());
    QVERIFY(!readIcs(QByteArray("BEGIN:VCALENDAR\r\n").repeated(100'000), berlin()).ok());
    const std::atomic<bool> cancelled = true;
    bounds = {};
    bounds.cancelled = &cancelled;
    QCOMPARE(readIcs(calendar(vevent("DTSTART:20260330T180000\r\n")), berlin(), bounds).error().detail, u"cancelled"_s);
}

MICROCYCLE_CORE_TEST(IcsTest)
#include "tst_ics.moc"
