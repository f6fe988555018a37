// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/csv.h"
#include "models/files/csvdates.h"
#include "tests/models/files/filewording.h"
#include "tests/support/testmain.h"

#include <QElapsedTimer>
#include <QStringConverter>

using namespace Qt::StringLiterals;
using namespace files;
using domain::Activity;
using domain::Wellness;

namespace {

QString wording(const domain::Result<CsvTable> &table)
{
    if (!table)
        return support::wording(table.error());
    QStringList rows {table->header.join(u'|')};
    for (const auto &row : table->rows)
        rows << row.cells.join(u'|');
    return rows.join(u" // "_s);
}

QByteArray utf16(const QString &text, QStringConverter::Encoding encoding)
{
    QStringEncoder encoder(encoding, QStringConverter::Flag::WriteBom);
    return encoder(text);
}

QString days(const domain::Result<CsvValues<Wellness>> &read)
{
    if (!read)
        return support::wording(read.error());
    QStringList words;
    for (const auto &day : read->values)
        words << day.day.toString(Qt::ISODate) + (day.weightKg ? u' ' + QString::number(*day.weightKg) : QString());
    return words.join(u", "_s);
}

}

/// Tables in both directions: what spreadsheets make of them comes back as it was.
class CsvTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tables_data();
    void tables();
    void boundsHold();
    void formulas_data();
    void formulas();
    void guesses_data();
    void guesses();
    void dates_data();
    void dates();
    void wellnessComesBack();
    void activitiesComeBack();
    void badCellsAreNotedAndTheRestIsRead();
};

void CsvTest::tables_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("expected");
    QTest::newRow("plain") << QByteArray("a,b\r\n1,2\r\n3,4\r\n") << u"a|b // 1|2 // 3|4"_s;
    QTest::newRow("no line end behind the last row") << QByteArray("a,b\n1,2") << u"a|b // 1|2"_s;
    QTest::newRow("quotes, and quotes within them")
        << QByteArray("a,b\n\"x, \"\"y\"\"\",\"line\r\nbreak\"\n") << u"a|b // x, \"y\"|line\r\nbreak"_s;
    QTest::newRow("words behind a closing quote") << QByteArray("a,b\n\"x\"y,z\n") << u"a|b // xy|z"_s;
    QTest::newRow("a mark of byte order within stays")
        << QByteArray("a,b\n\"x\"\"\xEF\xBB\xBFy\",\xEF\xBB\xBFz\n") << u"a|b // x\"\uFEFFy|\uFEFFz"_s;
    QTest::newRow("empty cells and short rows") << QByteArray("a,b,c\n,,\n1\n") << u"a|b|c // || // 1||"_s;
    QTest::newRow("long rows") << QByteArray("a,b\n1,2,3\n") << u"a|b // 1|2"_s;
    QTest::newRow("blank lines") << QByteArray("\n\na,b\n\n1,2\n  \n") << u"a|b // 1|2"_s;
    QTest::newRow("F79 semicolons") << QByteArray("a;b\n1,5;2\n") << u"a|b // 1,5|2"_s;
    QTest::newRow("F79 tabs") << QByteArray("a\tb\n1\t2\n") << u"a|b // 1|2"_s;
    QTest::newRow("separators within quotes of the header do not count")
        << QByteArray("\"a,b,c\";d\n1;2\n") << u"a,b,c|d // 1|2"_s;
    QTest::newRow("old line ends") << QByteArray("a,b\r1,2\r") << u"a|b // 1|2"_s;
    QTest::newRow("a mark in front") << QByteArray("\xEF\xBB\xBF"
                                                   "a,b\n1,2\n")
                                     << u"a|b // 1|2"_s;
    QTest::newRow("F82 UTF-16") << utf16(u"a,b\nü,€\n"_s, QStringConverter::Utf16LE) << u"a|b // ü|€"_s;
    QTest::newRow("F82 UTF-16, the other way around")
        << utf16(u"a,b\nü,€\n"_s, QStringConverter::Utf16BE) << u"a|b // ü|€"_s;
    QTest::newRow("half a character in UTF-16") << QByteArray("\xFF\xFE"
                                                              "a\0,\0b\0\n\0\0\xD8,\0x\0",
        16) << u"a|b // ?|x"_s;
    QTest::newRow("F82 Windows Western") << QByteArray("a,b\n\xFC,\x80\n") << u"a|b // ü|€"_s;
    QTest::newRow("F76 a formula is words")
        << QByteArray("a,b\n=cmd|'/C calc'!A0,'=1+1\n") << u"a|b // =cmd|'/C calc'!A0|=1+1"_s;
    QTest::newRow("F83 a column twice") << QByteArray("a,B,b\n1,2,3\n")
                                        << u"refused: line 1: two columns are called b"_s;
    QTest::newRow("F84 a zero") << QByteArray("a,b\n1,2\n3,\0\n", 13) << u"refused: line 3: a zero"_s;
    QTest::newRow("F77 a quote that is not closed")
        << QByteArray("a,b\n1,\"2\n3,4\n") << u"refused: line 2: a quote that is not closed"_s;
    QTest::newRow("nothing") << QByteArray("\r\n \n") << u"refused: header: the file is empty"_s;
}

void CsvTest::tables()
{
    QFETCH(QByteArray, bytes);
    QTEST(wording(readCsvTable(bytes)), "expected");
}

void CsvTest::boundsHold()
{
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(wording(readCsvTable("a,b\n\"" + QByteArray(50'000'000, 'x'))),
        u"refused: line 2: a quote that is not closed"_s); // F77
    QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(
        wording(readCsvTable(QByteArray("a,").repeated(10'000))), u"refused: line 1: more than 1000 columns"_s); // F78
    Bounds bounds;
    bounds.records = 10;
    QVERIFY(!readCsvTable("a\n" + QByteArray("1\n").repeated(11), bounds).ok());
    QVERIFY(readCsvTable("a\n" + QByteArray("1\n").repeated(10), bounds).ok());
}

void CsvTest::formulas_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QString>("written");
    QTest::newRow("words") << u"Easy"_s << u"Easy"_s;
    QTest::newRow("a formula") << u"=1+1"_s << u"'=1+1"_s;
    QTest::newRow("a plus") << u"+49 170"_s << u"'+49 170"_s;
    QTest::newRow("a dash of a workout") << u"- 10m 60%"_s << u"'- 10m 60%"_s;
    QTest::newRow("an at sign") << u"@SUM(A1)"_s << u"'@SUM(A1)"_s;
    QTest::newRow("a tab") << u"\t=1"_s << u"'\t=1"_s;
    QTest::newRow("a return") << u"\r=1"_s << u"'\r=1"_s;
    QTest::newRow("a number below zero") << u"-12.5"_s << u"-12.5"_s;
    QTest::newRow("a number with a plus") << u"+3"_s << u"+3"_s;
    QTest::newRow("an exponent") << u"-1e5"_s << u"-1e5"_s;
    QTest::newRow("a dash alone") << u"-"_s << u"'-"_s;
    QTest::newRow("a sum that begins like a number") << u"-1+2"_s << u"'-1+2"_s;
    QTest::newRow("an apostrophe") << u"'tis hard"_s << u"'tis hard"_s;
    QTest::newRow("what already has one") << u"'=1+1"_s << u"''=1+1"_s;
    QTest::newRow("what has one in front of a number") << u"'-5"_s << u"''-5"_s;
    QTest::newRow("nothing") << u""_s << u""_s;
}

void CsvTest::formulas()
{
    QFETCH(QString, cell);
    QTEST(guarded(cell), "written");
    QCOMPARE(unguarded(guarded(cell)), cell);
    const auto table = readCsvTable(csvLine({u"a"_s, u"b"_s}) + csvLine({cell, u"x"_s}));
    QVERIFY(table.ok());
    QCOMPARE(table->rows.first().cells.first(), cell);
}

void CsvTest::guesses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<bool>("certain");
    QTest::newRow("the service's own names")
        << QByteArray("id,weight\n2026-03-30,70.5\n") << u"2026-03-30 70.5"_s << true;
    QTest::newRow("names in any case, the day as date")
        << QByteArray("Date,WEIGHT\n2026-03-30,70.5\n") << u"2026-03-30 70.5"_s << true;
    QTest::newRow("F81 decimal commas") << QByteArray("id;weight\n2026-03-30;70,5\n") << u"2026-03-30 70.5"_s << true;
    QTest::newRow("a comma that may part thousands")
        << QByteArray("id;weight\n2026-03-30;1,234\n") << u"2026-03-30 1.234"_s << false;
    QTest::newRow("F80 the day first, as one date shows")
        << QByteArray("id,weight\n01/02/2026,70\n13/02/2026,71\n") << u"2026-02-01 70, 2026-02-13 71"_s << true;
    QTest::newRow("F80 the month first, as one date shows")
        << QByteArray("id,weight\n01/02/2026,70\n02/13/2026,71\n") << u"2026-01-02 70, 2026-02-13 71"_s << true;
    QTest::newRow("F80 either could be first") << QByteArray("id,weight\n01/02/03,70\n") << u"2003-02-01 70"_s << false;
    QTest::newRow("dots have the day first") << QByteArray("id;weight\n1.2.2026;70\n") << u"2026-02-01 70"_s << true;
    QTest::newRow("two separators in the header")
        << QByteArray("id,weight;x\n2026-03-30,70\n") << u"2026-03-30"_s << false;
    QTest::newRow("bytes that are not UTF-8") << QByteArray("id,comments\n2026-03-30,m\xFC"
                                                            "de\n")
                                              << u"2026-03-30"_s << false;
    QTest::newRow("F83 no header") << QByteArray("2026-03-30,70\n2026-03-31,71\n")
                                   << u"refused: header: there is no column id"_s << true;
}

void CsvTest::guesses()
{
    QFETCH(QByteArray, bytes);
    const auto read = readWellnessCsv(bytes);
    QTEST(days(read), "expected");
    if (read) {
        const CsvGuess &guess = read->guess;
        QTEST(guess.separatorCertain && guess.encodingCertain && guess.dateOrderCertain && guess.decimalCertain,
            "certain");
    }
}

void CsvTest::dates_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QString>("dayFirst");
    QTest::addColumn<QString>("monthFirst");
    QTest::newRow("the service's") << u"2026-03-04"_s << u"2026-03-04"_s << u"2026-03-04"_s;
    QTest::newRow("with a time") << u"2026-03-04T18:00:00"_s << u"2026-03-04T18:00:00"_s << u"2026-03-04T18:00:00"_s;
    QTest::newRow("slashes") << u"3/4/2026"_s << u"2026-04-03"_s << u"2026-03-04"_s;
    QTest::newRow("the year first with slashes") << u"2026/3/4"_s << u"2026-03-04"_s << u"2026-03-04"_s;
    QTest::newRow("a time behind it") << u"03.04.2026 8:30"_s << u"2026-04-03T08:30"_s << u"2026-03-04T08:30"_s;
    QTest::newRow("no such day") << u"31.02.2026"_s << u"31.02.2026"_s << u"31.02.2026"_s;
    QTest::newRow("two marks") << u"31.02/2026"_s << u"31.02/2026"_s << u"31.02/2026"_s;
    QTest::newRow("words") << u"Monday"_s << u"Monday"_s << u"Monday"_s;
}

void CsvTest::dates()
{
    QFETCH(QString, cell);
    QTEST(isoDate(cell, CsvGuess::DateOrder::DayFirst), "dayFirst");
    QTEST(isoDate(cell, CsvGuess::DateOrder::MonthFirst), "monthFirst");
}

void CsvTest::wellnessComesBack()
{
    Wellness day;
    day.day = QDate(2026, 3, 30);
    day.weightKg = 70.25;
    day.restingHrBpm = 45;
    day.sleep = std::chrono::hours(8);
    day.comments = u"=HYPERLINK(\"x\")\n\"quoted\", ' and ü"_s;
    day.menstrualPhase = u"'-5"_s;
    day.locked = true;
    day.sportInfo = {QJsonObject {{u"type"_s, u"Ride"_s}, {u"eftp"_s, 250.5}}};
    day.extra.insert(u"Caffeine"_s, 120);
    Wellness empty;
    empty.day = QDate(2026, 3, 31);
    const QByteArray bytes
        = writeWellnessCsv({day, empty}, domain::fieldKeys<Wellness>() + QStringList {u"Caffeine"_s});
    QVERIFY(bytes.contains("\"'=HYPERLINK("));
    CsvWishes wishes;
    wishes.ownFields = {u"Caffeine"_s};
    const auto read = readWellnessCsv(bytes, wishes);
    QVERIFY(read.ok());
    QCOMPARE(read->values.size(), 2);
    Wellness again = read->values.first();
    QCOMPARE(again.extra.value(u"Caffeine"_s).toString(), u"120"_s);
    again.extra = day.extra;
    QVERIFY(again == day);
    QVERIFY(read->values.last() == empty);
    QCOMPARE(read->notes, QList<Note>());
    QCOMPARE(readWellnessCsv(bytes)->unknownColumns, QStringList {u"Caffeine"_s});
    QCOMPARE(writeWellnessCsv({empty}, {u"id"_s, u"weight"_s}), QByteArray("id,weight\r\n2026-03-31,\r\n"));
}

void CsvTest::activitiesComeBack()
{
    Activity ride;
    ride.id = domain::ActivityId {u"i12345678901234567"_s};
    ride.start = {QDate(2026, 3, 30), QTime(8, 30)};
    ride.type = u"Ride"_s;
    ride.name = u"1"_s;
    ride.description = u"- felt good; 2 x 20m, 95%"_s;
    ride.tags = {u"a,b"_s, u"c"_s};
    ride.distanceMetres = 40'000.5;
    ride.movingTime = std::chrono::seconds(5400);
    ride.race = true;
    ride.trainer = false;
    ride.heartrateZoneSeconds = {1, 2, 3};
    ride.joulesAboveFtp = -5;
    const auto read = readActivitiesCsv(writeActivitiesCsv({ride}));
    QVERIFY(read.ok());
    QCOMPARE(read->values.size(), 1);
    QVERIFY(read->values.first() == ride);
    QCOMPARE(read->notes, QList<Note>());
}

void CsvTest::badCellsAreNotedAndTheRestIsRead()
{
    const auto read = readWellnessCsv(
        "id,weight,restingHR,nonsense\n2026-03-30,heavy,45.5,1\n,70,45,\n2026-02-30,70,45,\n2026-04-01,71,46,x\n");
    QVERIFY(read.ok());
    QCOMPARE(days(read), u"2026-03-30, 2026-04-01 71"_s);
    QCOMPARE(read->unknownColumns, QStringList {u"nonsense"_s});
    QCOMPARE(support::wording(read->notes),
        u"line 2: weight: expected a number | line 2: restingHR: expected a whole number | line 3: a row without a date, left out | line 4: id: 2026-02-30 | line 4: a row without a date, left out"_s);
    CsvWishes wishes;
    wishes.dateOrder = CsvGuess::DateOrder::MonthFirst;
    QCOMPARE(days(readWellnessCsv("id,weight\n01/02/03,70\n", wishes)), u"2003-01-02 70"_s);
}

MICROCYCLE_CORE_TEST(CsvTest)
#include "tst_csv.moc"
