// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/program.h"
#include "tests/support/testmain.h"

#include <QTemporaryDir>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;
using support::Outcome;

/// Calls the built program on workout texts and files, without an account or a server.
class CliWorkoutTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aTextIsParsedForMachines();
    void aTextIsParsedForPeople();
    void figuresComeUnderTheServicesNames();
    void thresholdsDecideTheFigures_data();
    void thresholdsDecideTheFigures();
    void theEndingsDecideTheFormats_data();
    void theEndingsDecideTheFormats();
    void whatAFormatCannotHoldIsTold();
    void badCallsAreToldOnStderr_data();
    void badCallsAreToldOnStderr();

private:
    [[nodiscard]] Outcome run(const QString &arguments, const QByteArray &input = {}) const
    {
        return m_program.run(QString(arguments).replace(u"@"_s, m_folder.path() + u'/').split(u' '), input);
    }
    [[nodiscard]] QByteArray content(const QString &name) const
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    [[nodiscard]] bool write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    }

    QTemporaryDir m_folder;
    support::Program m_program {QStringLiteral(MICROCYCLE_CLI)};
};

void CliWorkoutTest::initTestCase()
{
    m_program.setVariable(u"MICROCYCLE_DATA_DIR"_s, m_folder.filePath(u"data"_s));
    m_program.setVariable(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nonexistent"_s);
    QVERIFY(
        write(u"ride.txt"_s, "Legs first.\n\nWarmup\n- Roll 12m ramp 40-70% 90rpm\n\nMain 2x\n- 8m 100%\n- 4m 50%\n"));
    QVERIFY(write(u"slips.txt"_s, "- 10m 60%\n3x\n- hard 95%\n- 5m 70-60%\n"));
}

void CliWorkoutTest::aTextIsParsedForMachines()
{
    const auto outcome = run(u"workout parse @ride.txt --json"_s);
    QCOMPARE(outcome.code, 0);
    QCOMPARE(outcome.err, QByteArray());
    const QJsonObject document = outcome.object();
    QCOMPARE(document.value("description"_L1).toString(), u"Legs first."_s);
    QCOMPARE(document.value("duration"_L1).toInt(), 720 + 2 * 720);
    QCOMPARE(document.value("target"_L1).toString(), u"POWER"_s);
    const QJsonArray steps = document.value("steps"_L1).toArray();
    QCOMPARE(steps.size(), 2);
    QCOMPARE(steps.at(0)["cadence"_L1]["value"_L1].toInt(), 90);
    QCOMPARE(steps.at(1)["reps"_L1].toInt(), 2);
    QCOMPARE(document.value("warnings"_L1).toArray(), QJsonArray());

    const auto slips = run(u"--json workout parse -"_s, content(u"slips.txt"_s));
    QStringList kinds;
    const QJsonArray warnings = slips.object().value("warnings"_L1).toArray();
    for (const auto &warning : warnings)
        kinds << QString::number(warning["line"_L1].toInt()) + u' ' + warning["kind"_L1].toString();
    QCOMPARE(kinds, (QStringList {u"2 repeat-swallowed"_s, u"3 step-without-duration"_s, u"4 descending-range"_s}));
    QCOMPARE(warnings.at(2)["column"_L1].toInt(), 6);
    QCOMPARE(warnings.at(2)["length"_L1].toInt(), 6);
}

void CliWorkoutTest::aTextIsParsedForPeople()
{
    const auto outcome = run(u"workout parse @ride.txt"_s);
    QCOMPARE(outcome.code, 0);
    QVERIFY2(outcome.out.contains("ramp 40-70% 90rpm  (warm-up) Roll"), outcome.out.constData());
    QVERIFY2(outcome.out.contains("7     2x     8m      100%"), outcome.out.constData());

    const auto slips = run(u"workout parse @slips.txt"_s);
    QCOMPARE(slips.code, 0);
    QCOMPARE(slips.err.count('\n'), 3);
    QVERIFY2(slips.err.startsWith("line 2: "), slips.err.constData());
    QVERIFY(slips.err.contains("blank line"));
}

void CliWorkoutTest::figuresComeUnderTheServicesNames()
{
    const auto outcome = run(u"workout resolve @ride.txt --sport Ride --ftp 250 --json"_s);
    QCOMPARE(outcome.code, 0);
    const QJsonObject figures = outcome.object();
    QCOMPARE(figures.keys(),
        (QStringList {u"average_watts"_s,
            u"distance"_s,
            u"icu_intensity"_s,
            u"icu_training_load"_s,
            u"joules"_s,
            u"joules_above_ftp"_s,
            u"moving_time"_s,
            u"normalized_power"_s,
            u"steps"_s,
            u"target"_s,
            u"warnings"_s,
            u"zoneTimes"_s}));
    QCOMPARE(figures.value("moving_time"_L1).toInt(), 2160);
    // 100..175 W, then twice 250 W and 125 W
    const int joules = 720 * 275 / 2 + 2 * (480 * 250 + 240 * 125);
    QCOMPARE(figures.value("joules"_L1).toInt(), joules);
    QCOMPARE(figures.value("average_watts"_L1).toInt(), qRound(joules / 2160.0));
    const double load = figures.value("icu_training_load"_L1).toInt();
    QVERIFY(std::abs(figures.value("icu_intensity"_L1).toDouble() - 100 * std::sqrt(load * 36 / 2160)) < 1e-4);
    QCOMPARE(figures.value("zoneTimes"_L1).toArray().last()["id"_L1].toString(), u"SS"_s);
    QCOMPARE(figures.value("steps"_L1)[1]["steps"_L1][0]["_power"_L1]["end"_L1].toInt(), 257); // 256.25

    const auto people = run(u"workout resolve @ride.txt --ftp 250"_s);
    QVERIFY2(people.out.contains("moving_time        2160"), people.out.constData());
    QVERIFY2(people.out.contains("zoneTimes          Z1 "), people.out.constData());
}

void CliWorkoutTest::thresholdsDecideTheFigures_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("options");
    QTest::addColumn<QString>("key");
    QTest::addColumn<double>("expected");
    const auto row
        = [](const char *name, const char *text, const QString &options, const QString &key, double expected) {
              QTest::newRow(name) << QByteArray(text) << options << key << expected;
          };
    row("an hour at threshold", "- 1h 100%", u"--ftp 280"_s, u"icu_training_load"_s, 100);
    row("no threshold, no load", "- 1h 100%", u"--sport Ride"_s, u"icu_training_load"_s, -1);
    row("the indoor threshold", "- 1h 100%", u"--ftp 280 --indoor-ftp 270 --indoor"_s, u"average_watts"_s, 270);
    row("a run at threshold pace", "- 1h 100% Pace", u"--sport Run --threshold-pace 4:00/km"_s, u"distance"_s, 15000);
    row("a pace in miles", "- 1mi 100% Pace", u"--sport Run --threshold-pace 8:00/mi"_s, u"moving_time"_s, 480);
    row("a pace in the sport's unit",
        "- 100mtr 100% Pace",
        u"--sport Swim --threshold-pace 1:40"_s,
        u"moving_time"_s,
        100);
    row("a swim counts by the third power",
        "- 1h 50% Pace",
        u"--sport Swim --threshold-pace 1:40/100m"_s,
        u"icu_training_load"_s,
        13); // 12.5
    row("an hour at the threshold of the heart",
        "- 1h 100% LTHR",
        u"--lthr 165 --max-hr 188"_s,
        u"icu_training_load"_s,
        100);
    row("the family asked for",
        "- 1h 50% 100% LTHR",
        u"--ftp 200 --lthr 165 --max-hr 188 --target HR"_s,
        u"icu_training_load"_s,
        100);
    row("zones of one's own", "- 10m Z2", u"--ftp 100 --power-zones 50,60,999"_s, u"average_watts"_s, 56); // 51 to 60
}

void CliWorkoutTest::thresholdsDecideTheFigures()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, options);
    QFETCH(QString, key);
    QFETCH(double, expected);
    const auto outcome = run(u"--json workout resolve - "_s + options, text);
    QCOMPARE(outcome.code, 0);
    QCOMPARE(outcome.object().value(key).toDouble(-1), expected);
}

void CliWorkoutTest::theEndingsDecideTheFormats_data()
{
    QTest::addColumn<QString>("ending");
    for (const char *ending : {"zwo", "erg", "mrc", "fit", "txt"})
        QTest::newRow(ending) << QString::fromLatin1(ending);
}

void CliWorkoutTest::theEndingsDecideTheFormats()
{
    QFETCH(QString, ending);
    const auto there = run(u"workout convert @ride.txt @there.%1 --ftp 250 --json"_s.arg(ending));
    QVERIFY2(there.code == 0, there.err.constData());
    QCOMPARE(there.object().value("format"_L1).toString(), ending);
    QCOMPARE(there.object().value("bytes"_L1).toInt(), int(content(u"there."_s + ending).size()));
    const auto back = run(u"workout convert @there.%1 @back.txt --ftp 250"_s.arg(ending));
    QVERIFY2(back.code == 0, back.err.constData());
    const auto figures = run(u"--json workout resolve @back.txt --ftp 250"_s).object();
    QCOMPARE(figures.value("moving_time"_L1).toInt(), 2160);
    QVERIFY(std::abs(figures.value("average_watts"_L1).toInt() - 185) <= 1);
}

void CliWorkoutTest::whatAFormatCannotHoldIsTold()
{
    const auto outcome = run(u"workout convert - @flat.mrc --ftp 250"_s, "- Go 10m 60% 90rpm\n- 5m 150bpm\n");
    QCOMPARE(outcome.code, 0);
    QVERIFY2(outcome.err.contains("cadence"), outcome.err.constData());
    QVERIFY(outcome.out.startsWith("Saved "));
}

void CliWorkoutTest::badCallsAreToldOnStderr_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("told");
    const auto row
        = [](const char *name, const QString &arguments, const QByteArray &input, int code, const QByteArray &told) {
              QTest::newRow(name) << arguments << input << code << told;
          };
    row("no command", u"workout"_s, {}, 2, "subcommand");
    row("no file", u"workout parse"_s, {}, 2, "file");
    row("a file that is not there", u"workout parse @nowhere.txt"_s, {}, 1, "nowhere.txt");
    row("a folder", u"workout parse @"_s, {}, 1, "file");
    row("nothing at all", u"workout parse -"_s, {}, 1, "standard input");
    row("bytes that are no text", u"workout resolve -"_s, "\xff\xfe\x80", 1, "no text");
    row("a text of the size of a book", u"workout parse -"_s, QByteArray(70'000, 'a'), 1, "65536");
    row("an FTP of nothing", u"workout resolve @ride.txt --ftp 0"_s, {}, 2, "--ftp");
    row("an FTP that is no number", u"workout resolve @ride.txt --ftp fast"_s, {}, 2, "--ftp");
    row("a pace that is none", u"workout resolve @ride.txt --threshold-pace 4:30/kn"_s, {}, 2, "4:30/kn");
    row("a pace that is a range",
        u"workout resolve @ride.txt --threshold-pace 4:30-5:00/km"_s,
        {},
        2,
        "--threshold-pace");
    row("a pace of light", u"workout resolve @ride.txt --threshold-pace 0:01/km"_s, {}, 2, "--threshold-pace");
    row("a family that does not exist", u"workout resolve @ride.txt --target SPEED"_s, {}, 2, "--target");
    row("zones that are words", u"workout resolve @ride.txt --power-zones low,high"_s, {}, 2, "--power-zones");
    row("a format that does not exist", u"workout convert @ride.txt @ride.pdf"_s, {}, 1, "ride.pdf");
    row("a format that is for activities", u"workout convert @ride.txt @ride.gpx"_s, {}, 1, "ride.gpx");
    row("nothing to convert", u"workout convert @nowhere.zwo @x.txt"_s, {}, 1, "nowhere.zwo");
    row("a text without steps", u"workout convert - @x.zwo"_s, "words only\n", 1, "standard input");
    row("a folder that is not there", u"workout convert @ride.txt @nowhere/x.txt"_s, {}, 1, "x.txt");
}

void CliWorkoutTest::badCallsAreToldOnStderr()
{
    QFETCH(QString, arguments);
    QFETCH(QByteArray, input);
    QFETCH(int, code);
    QFETCH(QByteArray, told);
    const auto outcome = run(arguments, input);
    QVERIFY2(outcome.err.contains(told), outcome.err.constData());
    QCOMPARE(outcome.code, code);
    QCOMPARE(outcome.out, QByteArray());
    if (code == 1)
        QCOMPARE(outcome.err.count('\n'), 1);
}

MICROCYCLE_CORE_TEST(CliWorkoutTest)
#include "tst_cliworkout.moc"
