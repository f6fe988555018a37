// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/importtable.h"
#include "tests/support/testmain.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using items::Candidate;
using items::ImportTable;

namespace {

const QByteArray gpx
    = R"(<gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1"><trk><name>Lake loop</name><trkseg>
<trkpt lat="47.0" lon="8.0"><time>2026-03-10T23:30:00Z</time></trkpt>
<trkpt lat="47.001" lon="8.0"><time>2026-03-10T23:30:40Z</time></trkpt></trkseg></trk></gpx>)";

QByteArray calendar(const QByteArray &more, const QByteArray &description = "bring water")
{
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//"
           "EN\r\nBEGIN:VEVENT\r\nUID:a1\r\nDTSTAMP:20260301T000000Z\r\n"
           "DTSTART;VALUE=DATE:20260320\r\nSUMMARY:Track club\r\nDESCRIPTION:"
        + description + "\r\n" + more + "END:VEVENT\r\nEND:VCALENDAR\r\n";
}

/// One candidate in a line: kind, name, sport, day, seconds, load.
QString line(const Candidate &candidate)
{
    static const QStringList kinds {u"workout"_s, u"entry"_s, u"activity"_s, u"refused"_s};
    QStringList parts {kinds.at(int(candidate.kind)), candidate.name(), candidate.sport};
    parts.append(candidate.day ? candidate.day->toString(Qt::ISODate) : u"-"_s);
    parts.append(candidate.seconds ? QString::number(*candidate.seconds) : u"-"_s);
    parts.append(candidate.load ? QString::number(*candidate.load) : u"-"_s);
    return parts.join(u'|');
}

}

class ImportTableTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filesOfferWhatIsInThem_data();
    void filesOfferWhatIsInThem();
    void foldersOfferTheirFilesInOrder();
    void onlyWhatCanBeReadCanBeTicked();

private:
    [[nodiscard]] static items::ImportSettings settings();
};

items::ImportSettings ImportTableTest::settings()
{
    domain::SportSettings ride;
    ride.types = {u"Ride"_s};
    ride.ftpWatts = 250;
    return {{ride}, QTimeZone("Europe/Berlin"), QDate(2026, 3, 11), nullptr};
}

void ImportTableTest::filesOfferWhatIsInThem_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QByteArray &bytes, const QString &path, const QString &expected) {
        QTest::newRow(name) << bytes << path << expected;
    };
    row("a text of steps is a workout named after its file",
        "- 60m 100%\n",
        u"/x/hour.txt"_s,
        u"workout|hour|Ride|-|3600|100"_s);
    row("an activity lies on the day of its start where the athlete lives",
        gpx,
        u"/x/run.gpx"_s,
        u"activity|Lake loop||2026-03-11|41|-"_s);
    row("an entry of a calendar keeps its day", calendar({}), u"/x/club.ics"_s, u"entry|Track club||2026-03-20|-|-"_s);
    row("an entry with steps is a workout on its day",
        calendar({}, "- 60m 100%"),
        u"/x/club.ics"_s,
        u"entry|Track club|Ride|2026-03-20|3600|100"_s);
    row("what a calendar takes back is not taken away unasked",
        calendar("STATUS:CANCELLED\r\n"),
        u"/x/club.ics"_s,
        u"refused|Track club||-|-|-"_s);
    row("nothing is refused by its name", QByteArray(), u"/x/empty.zwo"_s, u"refused|empty.zwo||-|-|-"_s);
}

void ImportTableTest::filesOfferWhatIsInThem()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, path);
    QFETCH(QString, expected);
    QStringList lines;
    for (const Candidate &candidate : items::candidatesOf(bytes, path, settings()))
        lines.append(line(candidate));
    QCOMPARE(lines.join(u'\n'), expected);
}

void ImportTableTest::foldersOfferTheirFilesInOrder()
{
    const QTemporaryDir folder;
    for (const QString &name : {u"b.txt"_s, u"a.txt"_s, u"readme.rst"_s}) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(name.endsWith("txt"_L1) ? "- 10m 50%\n" : "nothing to train\n");
    }
    QStringList lines;
    for (const Candidate &candidate : items::readCandidates({folder.path()}, settings()))
        lines.append(line(candidate).section(u'|', 0, 1));
    QCOMPARE(lines, (QStringList {u"workout|a"_s, u"workout|b"_s, u"refused|readme.rst"_s}));
    const std::atomic<bool> stop = true;
    auto stopped = settings();
    stopped.cancelled = &stop;
    QVERIFY(items::readCandidates({folder.path()}, stopped).isEmpty());
}

void ImportTableTest::onlyWhatCanBeReadCanBeTicked()
{
    QList<Candidate> candidates = items::candidatesOf("- 60m 100%\n", u"/x/hour.txt"_s, settings());
    candidates += items::candidatesOf(QByteArray("\0\1", 2), u"/x/junk.fit"_s, settings());
    ImportTable table(candidates, QLocale::c(), [](const QString &type) { return type.toUpper(); });
    const QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(table.index(0, items::ImportWhat).data().toString(), u"Workout · RIDE"_s);
    QCOMPARE(table.index(0, items::ImportFigures).data().toString(), u"1:00:00 · load 100"_s);
    QCOMPARE(table.index(0, 0).data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
    QVERIFY(!table.index(1, 0).data(Qt::CheckStateRole).isValid());
    QVERIFY(!table.index(1, 0).data(items::ImportReasonRole).toStringList().join(QString()).isEmpty());
    QSignalSpy changed(&table, &ImportTable::chosenChanged);
    QVERIFY(!table.setData(table.index(1, 0), Qt::Checked, Qt::CheckStateRole));
    QVERIFY(table.setData(table.index(0, 0), Qt::Unchecked, Qt::CheckStateRole));
    QCOMPARE(changed.count(), 1);
    QVERIFY(table.chosen().isEmpty());
    table.chooseAll(true);
    QCOMPARE(table.chosen().size(), 1);
}

MICROCYCLE_CORE_TEST(ImportTableTest)
#include "tst_importtable.moc"
