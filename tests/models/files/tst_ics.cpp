// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/ics.h"
#include "models/files/icsmonths.h"
#include "tests/models/files/filewording.h"
#include "tests/support/testmain.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;
using namespace files;

namespace {

QByteArray calendar(const QByteArray &events, const QByteArray &head = {})
{
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + head + events + "END:VCALENDAR\r\n";
}

QByteArray vevent(const QByteArray &lines, const QByteArray &uid = "UID:one\r\n")
{
    return "BEGIN:VEVENT\r\n" + uid + lines + "END:VEVENT\r\n";
}

/// Berlin's clock, and repetitions from their start.
IcsReading berlin(QDate first = {})
{
    return {QTimeZone("Europe/Berlin"), first};
}

QString wording(const PlannedEntry &entry)
{
    const auto moment = [](const domain::LocalDateTime &time) {
        return time.day.toString(Qt::ISODate) + (time.time ? time.time->toString(u" HH:mm"_s) : QString());
    };
    return entry.uid + u' ' + moment(entry.start) + (entry.end ? u" to "_s + moment(*entry.end) : QString()) + u' '
        + entry.summary + (entry.cancelled ? u" (off)"_s : QString());
}

QString wording(const domain::Result<Calendar> &read)
{
    if (!read)
        return support::wording(read.error());
    QStringList lines;
    for (const auto &entry : read->entries)
        lines << wording(entry);
    return lines.join(u" | "_s);
}

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
    void monthsWithoutADate_data();
    void monthsWithoutADate();
    void repeats_data();
    void repeats();
    void keepsToTwoYearsAndFiveHundred();
    void manyRulesThatNeverMatchTakeNoLongerThanOne();
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

void IcsTest::monthsWithoutADate_data()
{
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<bool>("any");
    QTest::newRow("the day of the start") << QByteArray("FREQ=MONTHLY") << true;
    QTest::newRow("a day that no month has") << QByteArray("FREQ=MONTHLY;BYMONTHDAY=30;BYMONTH=2") << false;
    QTest::newRow("a day that some months have") << QByteArray("FREQ=MONTHLY;BYMONTHDAY=31") << true;
    QTest::newRow("a day from the end") << QByteArray("FREQ=MONTHLY;BYMONTHDAY=-29;BYMONTH=2") << true;
    QTest::newRow("a sixth Monday") << QByteArray("FREQ=MONTHLY;BYDAY=6MO") << false;
    QTest::newRow("a fifth Monday") << QByteArray("FREQ=MONTHLY;BYDAY=5MO") << true;
    QTest::newRow("the last Sunday") << QByteArray("FREQ=MONTHLY;BYDAY=-1SU") << true;
    QTest::newRow("a sixth Sunday from the end") << QByteArray("FREQ=MONTHLY;BYDAY=-6SU") << false;
    QTest::newRow("the last working day") << QByteArray("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1") << true;
    QTest::newRow("the twentieth Monday") << QByteArray("FREQ=MONTHLY;BYDAY=MO;BYSETPOS=-20") << false;
    QTest::newRow("the second of one date") << QByteArray("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;BYSETPOS=2") << false;
    QTest::newRow("the second of two times") << QByteArray("FREQ=MONTHLY;BYMONTHDAY=13;BYHOUR=7,18;BYSETPOS=2") << true;
    QTest::newRow("months that are left out") << QByteArray("FREQ=MONTHLY;INTERVAL=12;BYMONTH=5") << false;
}

void IcsTest::monthsWithoutADate()
{
    QFETCH(const QByteArray, rule);
    const QDate start(2026, 3, 30);
    QTEST(fallsOnAnyDay(icalrecurrencetype_from_string(rule.constData()), start, start.addYears(8)), "any");
}

void IcsTest::repeats_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QDate>("first");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QString>("notes");
    const QByteArray ride = "SUMMARY:R\r\nDTSTART;TZID=Europe/Berlin:20260323T180000\r\n";
    QTest::newRow("three weeks, over the change of clocks")
        << calendar(vevent(ride + "DURATION:PT1H\r\nRRULE:FREQ=WEEKLY;COUNT=3\r\n")) << QDate()
        << u"one/20260323T180000 2026-03-23 18:00 to 2026-03-23 19:00 R | one/20260330T180000 2026-03-30 18:00 to 2026-03-30 19:00 R | one/20260406T180000 2026-04-06 18:00 to 2026-04-06 19:00 R"_s
        << u"R: repeats; 3 dates read"_s;
    QTest::newRow("another zone changes its clocks on another day")
        << calendar(vevent("DTSTART;TZID=America/New_York:20260301T080000\r\nRRULE:FREQ=WEEKLY;COUNT=5\r\n"))
        << QDate(2026, 3, 8)
        << u"one/20260308T080000 2026-03-08 13:00  | one/20260315T080000 2026-03-15 13:00  | one/20260322T080000 2026-03-22 13:00  | one/20260329T080000 2026-03-29 14:00 "_s
        << u"one: repeats; 4 dates read"_s;
    QTest::newRow("an end told in UTC")
        << calendar(vevent(ride + "RRULE:FREQ=DAILY;UNTIL=20260324T170000Z\r\n")) << QDate()
        << u"one/20260323T180000 2026-03-23 18:00 R | one/20260324T180000 2026-03-24 18:00 R"_s
        << u"R: repeats; 2 dates read"_s;
    QTest::newRow("dates left out and added")
        << calendar(vevent(ride
               + "RRULE:FREQ=DAILY;COUNT=3\r\nEXDATE;TZID=Europe/Berlin:20260324T180000\r\nRDATE;TZID=Europe/"
                 "Berlin:20260501T180000,20260502T180000\r\n"))
        << QDate()
        << u"one/20260323T180000 2026-03-23 18:00 R | one/20260325T180000 2026-03-25 18:00 R | one/20260501T180000 2026-05-01 18:00 R | one/20260502T180000 2026-05-02 18:00 R"_s
        << u"R: repeats; 3 dates read"_s;
    QTest::newRow("F70 one date that is moved")
        << calendar(vevent(ride + "RRULE:FREQ=DAILY;COUNT=2\r\n")
               + vevent("SUMMARY:Moved\r\nRECURRENCE-ID;TZID=Europe/Berlin:20260324T180000\r\nDTSTART;TZID=Europe/"
                        "Berlin:20260324T070000\r\n"))
        << QDate() << u"one/20260323T180000 2026-03-23 18:00 R | one/20260324T180000 2026-03-24 07:00 Moved"_s
        << u"R: repeats; 2 dates read"_s;
    QTest::newRow("one date that is cancelled")
        << calendar(vevent(ride + "RRULE:FREQ=DAILY;COUNT=2\r\n")
               + vevent("SUMMARY:R\r\nSTATUS:CANCELLED\r\nRECURRENCE-ID;TZID=Europe/"
                        "Berlin:20260324T180000\r\nDTSTART;TZID=Europe/Berlin:20260324T180000\r\n"))
        << QDate() << u"one/20260323T180000 2026-03-23 18:00 R | one/20260324T180000 2026-03-24 18:00 R (off)"_s
        << u"R: repeats; 2 dates read"_s;
    QTest::newRow("whole days")
        << calendar(
               vevent("SUMMARY:R\r\nDTSTART;VALUE=DATE:20260330\r\nDTEND;VALUE=DATE:20260401\r\nRRULE:FREQ=MONTHLY;"
                      "COUNT=2\r\n"))
        << QDate() << u"one/20260330 2026-03-30 to 2026-04-01 R | one/20260430 2026-04-30 to 2026-05-02 R"_s
        << u"R: repeats; 2 dates read"_s;
    QTest::newRow("a rule that is none") << calendar(vevent(ride + "RRULE:FREQ=SOMETIMES\r\n")) << QDate()
                                         << u"one 2026-03-23 18:00 R"_s
                                         << u"line 3: a line of the event that cannot be read, left out"_s;
    QTest::newRow("F62 seconds with conditions are read once")
        << calendar(vevent(ride + "RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30\r\n")) << QDate()
        << u"one/20260323T180000 2026-03-23 18:00 R"_s << u"R: a repetition that cannot be followed; read once"_s;
    QTest::newRow("a day that never comes")
        << calendar(vevent(ride + "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\r\n")) << QDate()
        << u"one/20260323T180000 2026-03-23 18:00 R"_s << u"R: repeats; one date read"_s;
    QTest::newRow("a monthly rule that is never true")
        << calendar(vevent(ride + "RRULE:FREQ=MONTHLY;BYDAY=MO;BYSETPOS=-20\r\n")) << QDate()
        << u"one/20260323T180000 2026-03-23 18:00 R"_s << u"R: repeats; one date read"_s;
    QTest::newRow("a rule of another calendar")
        << calendar(vevent(ride + "RRULE:RSCALE=HEBREW;FREQ=MONTHLY;BYMONTHDAY=1\r\n")) << QDate()
        << u"one/20260323T180000 2026-03-23 18:00 R"_s << u"R: a repetition that cannot be followed; read once"_s;
    QTest::newRow("the last Monday of every month")
        << calendar(vevent(ride + "RRULE:FREQ=MONTHLY;BYDAY=-1MO;COUNT=2\r\n")) << QDate()
        << u"one/20260330T180000 2026-03-30 18:00 R | one/20260427T180000 2026-04-27 18:00 R"_s
        << u"R: repeats; 2 dates read"_s;
}

void IcsTest::repeats()
{
    QFETCH(QByteArray, file);
    QFETCH(QDate, first);
    const auto read = readIcs(file, berlin(first));
    QTEST(wording(read), "expected");
    QTEST(read ? support::wording(read->notes) : QString(), "notes");
}

void IcsTest::keepsToTwoYearsAndFiveHundred()
{
    const auto weekly = readIcs(
        calendar(vevent("SUMMARY:R\r\nDTSTART:20150105T180000\r\nRRULE:FREQ=WEEKLY\r\n")), berlin(QDate(2026, 3, 30)));
    QVERIFY(weekly.ok());
    QCOMPARE(weekly->entries.first().start.day, QDate(2026, 3, 30));
    QCOMPARE(weekly->entries.last().start.day, QDate(2028, 3, 27));
    QCOMPARE(support::wording(weekly->notes), u"R: repeats further; 105 dates read, at most two years and 500"_s);
    for (const QByteArray rule :
        {"FREQ=DAILY", "FREQ=DAILY;COUNT=1000000000", "FREQ=SECONDLY", "FREQ=MINUTELY;INTERVAL=2"}) { // F62, F63
        const auto read
            = readIcs(calendar(vevent("SUMMARY:R\r\nDTSTART:20260330T180000\r\nRRULE:" + rule + "\r\n")), berlin());
        QVERIFY(read.ok());
        QCOMPARE(read->entries.size(), 500);
        QVERIFY(support::wording(read->notes).startsWith(u"R: repeats further"_s));
    }
}

void IcsTest::manyRulesThatNeverMatchTakeNoLongerThanOne()
{
    QByteArray events;
    for (int i = 0; i < 300; ++i)
        events += vevent("DTSTART:19000330T180000\r\nRRULE:FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2\r\n",
            "UID:" + QByteArray::number(i) + "\r\n");
    QElapsedTimer timer;
    timer.start();
    QVERIFY(readIcs(calendar(events), berlin(QDate(2026, 3, 30))).ok());
    QVERIFY2(timer.elapsed() < 4000, qPrintable(QString::number(timer.elapsed()))); // alone, each of them takes 0.3 s
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
