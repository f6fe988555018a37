// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/cues.h"
#include "models/files/erg.h"
#include "tests/models/files/filewording.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using namespace files;
using support::planOf;

namespace {

QByteArray course(const QByteArray &data, const QByteArray &columns = "MINUTES WATTS", const QByteArray &head = {})
{
    return "[COURSE HEADER]\r\n" + head + columns + "\r\n[END COURSE HEADER]\r\n[COURSE DATA]\r\n" + data
        + "[END COURSE DATA]\r\n";
}

domain::SportSettings settings()
{
    return support::thresholdsAt(200);
}

}

/// Courses of watts and percentages, and the words that steps show on their way.
class ErgTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsErg_data();
    void readsErg();
    void readsMrc();
    void ergKeepsWhatStandsInTheHeader();
    void namesAreNoPaths_data();
    void namesAreNoPaths();
    void saysWhatACourseHasNoPlaceFor();
    void joinsPointsOnlyIfThereAreTooMany();
    void writesErg_data();
    void writesErg();
    void writesMrc();
    void cues_data();
    void cues();
    void aCancelledReaderEnds();
};

void ErgTest::readsErg_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QString>("notes");
    const QString two = u"\"\" 120s p1:100 | \"\" 60s p1:100..200 ramp"_s;
    QTest::newRow("equal is steady, different is a ramp")
        << course("0.00\t100\r\n2.00\t100\r\n3.00\t200\r\n") << two << u""_s;
    QTest::newRow("the same time is a jump")
        << course("0 100\n1 100\n1 200\n2 200\n") << u"\"\" 60s p1:100 | \"\" 60s p1:200"_s << u""_s;
    QTest::newRow("a point that stands twice is the end of a step")
        << course("0 100\n1 100\n1 100\n2 100\n") << u"\"\" 60s p1:100 | \"\" 60s p1:100"_s << u""_s;
    QTest::newRow("zero-length duplicates take no time")
        << course("0 100\n0 130\n2 130\n2 143\n2 143\n2 150\n3 150\n3 150\n") << u"\"\" 120s p1:130 | \"\" 60s p1:150"_s
        << u""_s;
    QTest::newRow("percentages in an erg file")
        << course("0 50\n1 50\n", "MINUTES PERCENT") << u"\"\" 60s p0:50"_s << u""_s;
    QTest::newRow("no unit") << course("0 50\n1 50\n", "UNITS = ENGLISH") << u"\"\" 60s p1:50"_s
                             << u"course header: no unit; read as watts"_s;
    QTest::newRow("no end tags") << QByteArray("[COURSE HEADER]\nMINUTES WATTS\n[COURSE DATA]\n0 100\n1 100")
                                 << u"\"\" 60s p1:100"_s << u""_s;
    QTest::newRow("seconds from rounded minutes") << course("0 100\n0.33 100\n0.33 200\n0.67 200\n0.67 50\n1.00 50\n")
                                                  << u"\"\" 20s p1:100 | \"\" 20s p1:200 | \"\" 20s p1:50"_s << u""_s;
    QTest::newRow("lap marks are no points") << course("0 100\n4 260\n4 LAP\n5 300\n")
                                             << u"\"\" 240s p1:100..260 ramp | \"\" 60s p1:260..300 ramp"_s << u""_s;
    QTest::newRow("a line that is no point is noted")
        << course("0 100\nhello\n1 100\n") << u"\"\" 60s p1:100"_s << u"line 6: not a point: hello"_s;
    QTest::newRow("a start later than zero") << course("1 100\n2 100\n") << u"\"\" 60s | \"\" 60s p1:100"_s << u""_s;
    QTest::newRow("texts find their steps")
        << course("0 100\n5 100\n5 200\n10 200\n")
            + "[COURSE TEXT]\r\n0\tHello\t10\r\n300\tHarder\t10\r\n315\tHold it\r\n9000\tDone\t5\r\n[END COURSE "
              "TEXT]\r\n"
        << u"\"0^10 Hello<!>\" 300s p1:100 | \"0^10 Harder<!>15^Hold it<!>300^5 Done<!>\" 300s p1:200"_s
        << u"text at 9000 s: after the end; moved to the end"_s;
    QTest::newRow("texts apart by blanks")
        << course("0 100\n5 100\n") + "[COURSE TEXT]\n10  Keep going  10\n20 Only 10\n"
        << u"\"10^10 Keep going<!>20^Only 10<!>\" 300s p1:100"_s << u""_s;
    QTest::newRow("sections of other programs are noted")
        << course("0 100\n1 100\n") + "[PERFPRO DESCRIPTIONS]\r\nDesc0=x\r\n[END PERFPRO DESCRIPTIONS]\r\n"
        << u"\"\" 60s p1:100"_s << u"line 8: section PERFPRO DESCRIPTIONS left out"_s;
    QTest::newRow("F55 commas for points") << course("0,0\t100,5\n1,50\t100,5\n") << u"\"\" 90s p1:100.5"_s << u""_s;
    QTest::newRow("a comma between the columns") << course("0,100\n1.5,100\n") << u"\"\" 90s p1:100"_s << u""_s;
    QTest::newRow("F56 an FTP of zero")
        << course("0 50\n1 50\n", "MINUTES PERCENT", "FTP = 0\n") << u"\"\" 60s p0:50"_s
        << u"line 2: an FTP of 0 says nothing; percentages count for the athlete's own"_s;
    QTest::newRow("F59 old line ends") << course("0 100\r\n2 100\r\n3 200\r\n").replace("\r\n", "\r") << two << u""_s;
    QTest::newRow("F59 mixed line ends") << course("0 100\r2 100\n3 200\r\n") << two << u""_s;
    QTest::newRow("F60 a mark, tabs and blanks")
        << QByteArray("\xEF\xBB\xBF") + course(" 0\t\t100 \r\n\r\n\t2   100\r\n 3 200\r\n") << two << u""_s;
    QTest::newRow("sections in lower case") << course("0 100\n2 100\n3 200\n").toLower() << two << u""_s;

    QTest::newRow("F53 no header") << QByteArray("[COURSE DATA]\n0 100\n1 100\n")
                                   << u"refused: course header: the file has none"_s << u""_s;
    QTest::newRow("F54 minutes that go back")
        << course("0 100\n2 100\n1 100\n") << u"refused: line 7: minutes go back from 2 to 1"_s << u""_s;
    QTest::newRow("F57 one point only") << course("0 100\n") << u"refused: course data: fewer than two points"_s
                                        << u""_s;
    QTest::newRow("F58 a million lines") << course(QByteArray("1 100\n").repeated(1'000'000))
                                         << u"refused: line 100001: more lines than a workout has"_s << u""_s;
    QTest::newRow("no time passes") << course("0 100\n0 200\n") << u"refused: course data: no time passes in it"_s
                                    << u""_s;
    QTest::newRow("a course of slopes") << course("0 1\n1 2\n", "DISTANCE GRADE WIND")
                                        << u"refused: line 5: not a course of power: DISTANCE GRADE WIND"_s << u""_s;
    QTest::newRow("negative power") << course("0 -5\n1 2\n") << u"refused: line 5: a power of -5"_s << u""_s;
    QTest::newRow("a zero byte") << course(QByteArray("0 10\0\n1 2\n", 10)) << u"refused: line 5: a zero"_s << u""_s;
}

void ErgTest::readsErg()
{
    QFETCH(QByteArray, file);
    const auto read = readErg(file);
    QTEST(support::wording(read), "expected");
    QTEST(read ? support::wording(read->notes) : QString(), "notes");
}

void ErgTest::readsMrc()
{
    QCOMPARE(support::wording(readMrc(course("0 50\n1 50\n", "MINUTES PERCENTAGE"))), u"\"\" 60s p0:50"_s);
    QCOMPARE(support::wording(readMrc(course("0 50\n1 50\n", "UNITS = METRIC"))), u"\"\" 60s p0:50"_s);
    QCOMPARE(support::wording(readMrc(course("0 50\n1 50\n", "MINUTES WATTS"))), u"\"\" 60s p1:50"_s);
}

void ErgTest::ergKeepsWhatStandsInTheHeader()
{
    const auto read = readErg(course("0 100\n1 100\n",
        "MINUTES WATTS",
        "FTP=260\r\nVERSION = 2\r\nDESCRIPTION = Fl\xE4mische H\xFCgel\r\nFILE NAME = 2x20m@80%Iso.erg\r\n"));
    QVERIFY(read.ok());
    QCOMPARE(read->name, u"2x20m@80%Iso"_s);
    QCOMPARE(read->description, u"Flämische Hügel"_s);
    QCOMPARE(read->ftpWatts, std::optional(260));
    QVERIFY(read->sport.isEmpty());
}

void ErgTest::namesAreNoPaths_data()
{
    QTest::addColumn<QString>("header");
    QTest::addColumn<QString>("name");
    QTest::newRow("a slash is part of a name") << u"Over/under 4x8.erg"_s << u"Over/under 4x8"_s;
    QTest::newRow("so is a slash in front") << u"/ easy / hard.erg"_s << u"/ easy / hard"_s;
    QTest::newRow("a point without an ending") << u"Ramp 2.5"_s << u"Ramp 2.5"_s;
    QTest::newRow("an ending in capitals") << u"ANGELS.ERG"_s << u"ANGELS"_s;
    QTest::newRow("a path of Windows") << u"C:\\Rides\\Winter\\Over.mrc"_s << u"Over"_s;
    QTest::newRow("a path of Unix") << u"/srv/rides/Over.erg"_s << u"Over"_s;
}

void ErgTest::namesAreNoPaths()
{
    QFETCH(QString, header);
    const auto read = readErg(course("0 100\n1 100\n", "MINUTES WATTS", "FILE NAME = " + header.toUtf8() + "\r\n"));
    QVERIFY(read.ok());
    QTEST(read->name, "name");
}

void ErgTest::saysWhatACourseHasNoPlaceFor()
{
    WorkoutFile file = planOf(u"- 1m 100w"_s);
    file.name = u"Over/under"_s;
    file.description = u"First\nsecond"_s;
    file.tags = QStringList {u"hard"_s};
    const auto written = writeErg(file, settings());
    QVERIFY(written.ok());
    QCOMPARE(
        support::wording(written->notes), u"description: written in one line | tags: the file has no place for them"_s);
    QCOMPARE(readErg(written->bytes)->name, file.name);
}

void ErgTest::joinsPointsOnlyIfThereAreTooMany()
{
    QByteArray data;
    for (int second = 0; second <= 1800; ++second)
        data += QByteArray::number(second / 60.0, 'f', 6) + ' '
            + QByteArray::number(second <= 900 ? 100 + second : 1900 - second) + '\n';
    QCOMPARE(support::wording(readErg(course(data))), u"\"\" 900s p1:100..1000 ramp | \"\" 900s p1:1000..100 ramp"_s);
    QByteArray jagged;
    for (int second = 0; second <= 1800; ++second)
        jagged += QByteArray::number(second / 60.0, 'f', 6) + ' ' + QByteArray::number(100 + second % 2) + '\n';
    QCOMPARE(support::wording(readErg(course(jagged))), u"refused: course data: more than 1000 steps"_s);
}

void ErgTest::writesErg_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("data"); ///< without line ends
    QTest::addColumn<QString>("notes");
    QTest::newRow("watts as they are") << u"- 10m 150w\n- 5m ramp 150-100w"_s << u"0 150|10 150|10 150|15 100"_s
                                       << u""_s;
    QTest::newRow("percentages of FTP") << u"- 90s 75%"_s << u"0 150|1.5 150"_s << u""_s;
    QTest::newRow("odd seconds") << u"- 1s 100w\n- 7s 200w"_s << u"0 100|0.0167 100|0.0167 200|0.1333 200"_s << u""_s;
    QTest::newRow("a range is its middle")
        << u"- 1m 90-100%"_s << u"0 190|1 190"_s << u"step 1: range written as its middle"_s;
    QTest::newRow("repeats are written out")
        << u"2x\n- 1m 100w\n- 1m 50w"_s << u"0 100|1 100|1 50|2 50|2 100|3 100|3 50|4 50"_s << u""_s;
    QTest::newRow("no target") << u"- 1m"_s << u"0 100|1 100"_s << u"step 1: no target; written as 50 % of FTP"_s;
    QTest::newRow("all out") << u"- 1m maxeffort"_s << u"0 300|1 300"_s
                             << u"step 1: no target; written as 150 % of FTP"_s;
    QTest::newRow("heart rate by zone")
        << u"- 1m Z2 HR"_s << u"0 130.5|1 130.5"_s
        << u"step 1: heart rate written as the power zone of the same number | step 1: range written as its middle"_s;
    QTest::newRow("cadence is left out") << u"- 1m 100w 90rpm"_s << u"0 100|1 100"_s
                                         << u"step 1: written without its cadence"_s;
}

void ErgTest::writesErg()
{
    QFETCH(QString, text);
    const auto written = writeErg(planOf(text), settings());
    QVERIFY(written.ok());
    const QString file = QString::fromUtf8(written->bytes);
    const qsizetype start = file.indexOf(u"[COURSE DATA]\r\n"_s) + 15;
    const QString data = file.mid(start, file.indexOf(u"[END COURSE DATA]"_s) - start)
                             .trimmed()
                             .replace(u"\r\n"_s, u"|"_s)
                             .replace(u'\t', u' ');
    QTEST(data, "data");
    QTEST(support::wording(written->notes), "notes");
    QVERIFY(file.startsWith(
        u"[COURSE HEADER]\r\nFTP = 200\r\nVERSION = 2\r\nUNITS = METRIC\r\nDESCRIPTION = \r\nFILE NAME = Practice.erg\r\nMINUTES WATTS\r\n[END COURSE HEADER]\r\n"_s));
}

void ErgTest::writesMrc()
{
    const auto written = writeMrc(planOf(u"- Easy 33^Look up<!> 10m 150w\n- 5m ramp 50-60.5%"_s), settings());
    QVERIFY(written.ok());
    QVERIFY(written->bytes.contains("MINUTES PERCENT\r\n"));
    QVERIFY(written->bytes.contains("[COURSE DATA]\r\n0\t75\r\n10\t75\r\n10\t50\r\n15\t60.5\r\n[END COURSE DATA]\r\n"));
    QVERIFY(written->bytes.contains("[COURSE TEXT]\r\n0\tEasy\t\r\n33\tLook up\t\r\n[END COURSE TEXT]\r\n"));

    // Without a threshold there are no watts in percent and no percentages in watts.
    QVERIFY(writeMrc(planOf(u"- 10m 75%"_s), {}).ok());
    QVERIFY(!writeMrc(planOf(u"- 10m 150w"_s), {}).ok());
    QVERIFY(writeErg(planOf(u"- 10m 150w"_s), {}).ok());
    QCOMPARE(writeErg(planOf(u"- 10m 75%"_s), {}).error().item, u"FTP"_s);
    QVERIFY(!writeErg(planOf(u"just words"_s), settings()).ok());
}

void ErgTest::cues_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("cues");
    QTest::addColumn<QString>("again");
    QTest::newRow("a label") << u"Settle in"_s << u"0 Settle in"_s << u"Settle in"_s;
    QTest::newRow("nothing") << u""_s << u""_s << u""_s;
    QTest::newRow("a label and a cue") << u"Settle in 33^Find your rhythm<!>"_s << u"0 Settle in|33 Find your rhythm"_s
                                       << u"Settle in 33^Find your rhythm<!>"_s;
    QTest::newRow("a label with a number") << u"Ramp 2 33^Up<!>"_s << u"0 Ramp 2|33 Up"_s << u"Ramp 2 33^Up<!>"_s;
    QTest::newRow("two cues") << u"10^A<!>20^30 B<!>"_s << u"10 A|20+30 B"_s << u"10^A<!>20^30 B<!>"_s;
    QTest::newRow("out of order") << u"20^B<!>10^A<!>"_s << u"20 B|10 A"_s << u"10^A<!>20^B<!>"_s;
    QTest::newRow("words behind the last mark are the label's")
        << u"Go 10^A<!> now"_s << u"0 Go now|10 A"_s << u"Go now 10^A<!>"_s;
    QTest::newRow("a caret in words is left out") << u"x^2 is no cue"_s << u"0 x^2 is no cue"_s << u"x2 is no cue"_s;
}

void ErgTest::cues()
{
    QFETCH(QString, text);
    QStringList said;
    const auto cues = cuesOf(text);
    for (const auto &cue : cues)
        said << QString::number(cue.at.count())
                + (cue.shownFor ? u'+' + QString::number(cue.shownFor->count()) : QString()) + u' ' + cue.text;
    QTEST(said.join(u'|'), "cues");
    QTEST(stepText(cues), "again");
}

void ErgTest::aCancelledReaderEnds()
{
    const std::atomic<bool> cancelled = true;
    Bounds bounds;
    bounds.cancelled = &cancelled;
    QVERIFY(!readErg(course(QByteArray("0 100\n").repeated(5000)), bounds).ok());
    bounds = {};
    bounds.bytes = 10;
    QVERIFY(!readErg(course("0 100\n1 100\n"), bounds).ok());
}

MICROCYCLE_CORE_TEST(ErgTest)
#include "tst_erg.moc"
