// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/icsmonths.h"
#include "tests/models/files/icswording.h"
#include "tests/support/testmain.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;
using namespace files;
using support::berlin;
using support::calendar;
using support::vevent;
using support::wording;

/// Events of calendar files that take place more than once.
class IcsRepeatTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void datesEndWithTheCalendar_data();
    void datesEndWithTheCalendar();
    void longKeysStayApart();
    void monthsWithoutADate_data();
    void monthsWithoutADate();
    void repeats_data();
    void repeats();
    void keepsToTwoYearsAndFiveHundred();
    void manyRulesThatNeverMatchTakeNoLongerThanOne();
};

void IcsRepeatTest::datesEndWithTheCalendar_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<int>("count");
    QTest::newRow("every day of whole days") << QByteArray("DTSTART;VALUE=DATE:22001229\r\nRRULE:FREQ=DAILY\r\n") << 3;
    QTest::newRow("every month") << QByteArray("DTSTART:22001130T060000\r\nRRULE:FREQ=MONTHLY\r\n") << 2;
    QTest::newRow("a last evening that is the next year elsewhere") << QByteArray("DTSTART:22001231T233000Z\r\n") << 1;
    QTest::newRow("a first morning that is the year before elsewhere")
        << QByteArray("DTSTART;TZID=Asia/Tokyo:19000101T003000\r\n") << 1;
    QTest::newRow("added dates") << QByteArray("DTSTART:22001231T060000\r\nRDATE:22010101T060000\r\n") << 1;
}

/// What has been read can be written and read again.
void IcsRepeatTest::datesEndWithTheCalendar()
{
    QFETCH(QByteArray, lines);
    const auto read = readIcs(calendar(vevent(lines)), berlin());
    QVERIFY(read.ok());
    QTEST(int(read->entries.size()), "count");
    QList<domain::Event> events;
    for (const auto &entry : read->entries) {
        domain::Event event;
        event.uid = entry.uid;
        event.start = entry.start;
        events.append(event);
    }
    const auto again = readIcs(writeIcs(events, QDateTime(QDate(2026, 3, 1), QTime(9, 0), Qt::UTC)), berlin());
    QVERIFY(again.ok());
    QCOMPARE(again->entries.size(), read->entries.size());
}

void IcsRepeatTest::longKeysStayApart()
{
    QByteArray file = "BEGIN:VCALENDAR\r\n";
    for (const char last : {'a', 'b'})
        file += "BEGIN:VEVENT\r\nUID:" + QByteArray(300, 'k') + last
            + "\r\nDTSTART:20260330T180000\r\nRRULE:FREQ=DAILY;COUNT=3\r\nEND:VEVENT\r\n";
    const auto read = readIcs(file + "END:VCALENDAR\r\n", berlin());
    QVERIFY(read.ok());
    QList<domain::Event> events;
    QSet<QString> keys;
    for (const auto &entry : read->entries) {
        QVERIFY(entry.uid.size() <= 250);
        keys.insert(entry.uid);
        domain::Event event;
        event.uid = entry.uid;
        event.start = entry.start;
        events.append(event);
    }
    QCOMPARE(keys.size(), 6);
    const auto again = readIcs(writeIcs(events, QDateTime(QDate(2026, 3, 1), QTime(9, 0), Qt::UTC)), berlin());
    QVERIFY(again.ok());
    QSet<QString> kept;
    for (const auto &entry : again->entries)
        kept.insert(entry.uid);
    QCOMPARE(kept, keys);
}

void IcsRepeatTest::monthsWithoutADate_data()
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

void IcsRepeatTest::monthsWithoutADate()
{
    QFETCH(const QByteArray, rule);
    const QDate start(2026, 3, 30);
    QTEST(fallsOnAnyDay(icalrecurrencetype_from_string(rule.constData()), start, start.addYears(8)), "any");
}

void IcsRepeatTest::repeats_data()
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

void IcsRepeatTest::repeats()
{
    QFETCH(QByteArray, file);
    QFETCH(QDate, first);
    const auto read = readIcs(file, berlin(first));
    QTEST(wording(read), "expected");
    QTEST(read ? support::wording(read->notes) : QString(), "notes");
}

void IcsRepeatTest::keepsToTwoYearsAndFiveHundred()
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

void IcsRepeatTest::manyRulesThatNeverMatchTakeNoLongerThanOne()
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

MICROCYCLE_CORE_TEST(IcsRepeatTest)
#include "tst_icsrepeat.moc"
