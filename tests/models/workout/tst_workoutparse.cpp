// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workout/document.h"
#include "models/workout/parse.h"
#include "tests/models/workout/wording.h"
#include "tests/support/testmain.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace workout;

/// What the native workout text means, construct by construct.
class WorkoutParseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textsAreUnderstood_data();
    void textsAreUnderstood();
    void linesThatDoNotDoWhatTheySayAreTold_data();
    void linesThatDoNotDoWhatTheySayAreTold();
    void proseAndOptionsAreKept();
    void aDocumentHasTheServicesShape();
    void hostileTextsReadQuickly_data();
    void hostileTextsReadQuickly();
};

void WorkoutParseTest::textsAreUnderstood_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QString &text, const QString &expected) { QTest::newRow(name) << text << expected; };
    row("a share of FTP", u"- 25m 62%"_s, u"\"\" 1500s p0:62"_s);
    row("label, watts and cadence", u"- Roll 9m 110w 95rpm"_s, u"\"Roll\" 540s p1:110 rpm95..95"_s);
    row("hours, minutes and seconds in one", u"- 1h3m20s 60-68%"_s, u"\"\" 3800s p0:60..68"_s);
    row("a rising ramp with cadence", u"- 14m ramp 42-77% 88 rpm"_s, u"\"\" 840s p0:42..77 rpm88..88 ramp"_s);
    row("a falling ramp keeps its direction", u"- 7m ramp 72-38%"_s, u"\"\" 420s p0:72..38 ramp"_s);
    row("a power zone", u"- 40m z2"_s, u"\"\" 2400s p2:2"_s);
    row("a range of heart rate zones", u"- 40m Z2-Z3 HR"_s, u"\"\" 2400s h6:2..3"_s);
    row("threshold heart rate", u"- 30m 80-86% LTHR"_s, u"\"\" 1800s h5:80..86"_s);
    row("a share of the highest heart rate", u"- 35m 72% hr"_s, u"\"\" 2100s h4:72"_s);
    row("the word may touch the number", u"- 35m 72%HR"_s, u"\"\" 2100s h4:72"_s);
    row("beats per minute", u"- 35m 140-150bpm"_s, u"\"\" 2100s h7:140..150"_s);
    row("distance at a share of threshold pace", u"- 3km 91% Pace"_s, u"\"\" 3000m v8:91"_s);
    row("absolute pace per kilometre", u"- 6m 4:50-4:35/km Pace"_s, u"\"\" 360s v10:290..275"_s);
    row("both ends may name the unit", u"- 6m 2:10/100m-2:00/100m Pace"_s, u"\"\" 360s v12:130..120"_s);
    row("a pace without a unit is in the sport's own", u"- 6m 5:05 Pace"_s, u"\"\" 360s v17:305"_s);
    row("metres and a pace zone", u"- 300mtr Z4 Pace"_s, u"\"\" 300m v9:4"_s);
    row("miles", u"- 0.5mi 8:00/mi Pace"_s, u"\"\" 804.67m v11:480"_s);
    row("yards", u"- 100y 90% Pace"_s, u"\"\" 91.44m v8:90"_s);
    row("free riding keeps its range", u"- 20m freeride 55-65%"_s, u"\"\" 1200s p0:55..65 freeride"_s);
    row("all out", u"- Jump 14s maxeffort"_s, u"\"Jump\" 14s max"_s);
    row("press lap is no label", u"- Press lap 8m 52%"_s, u"\"\" 480s p0:52 lap"_s);
    row("averaging by the device", u"- 6m 103% power=3s"_s, u"\"\" 360s p0:103=3s"_s);
    row("averaging said before its target", u"- 6m hr=lap 150bpm"_s, u"\"\" 360s h7:150=lap"_s);
    row("an option is not the word after a share", u"- 6m 71% hr=3s 150bpm"_s, u"\"\" 360s p0:71 h7:150=3s"_s);
    row("intensity for devices", u"- Float 4m 50% intensity=recovery"_s, u"\"Float\" 240s p0:50 recovery"_s);
    row("best power over a time of its own", u"- 6m 55% MMP 12m"_s, u"\"\" 360s p3:55/720s"_s);
    row("best power over the step", u"- 55-60% MMP 4m"_s, u"\"\" 240s p3:55..60"_s);
    row("a person's own zones", u"- 10m CZ2-CZ3"_s, u"\"\" 600s CZ2-CZ3"_s);
    row("two families in one step", u"- 5m 82% 77% HR"_s, u"\"\" 300s p0:82 h4:77"_s);
    row("label, range, cadence range and hidden power", u"- Sit in 50m 170w-205w 80-90rpm hidepower"_s, u"\"Sit in\" 3000s p1:170..205 rpm80..90 hide"_s);
    row("a repeat ends at the blank line", u"3x\n- 2m 118%\n- 2m 48%\n\n- 12m 45%"_s, u"3x (3)[\"\" 120s p0:118, \"\" 120s p0:48] | \"\" 720s p0:45"_s);
    row("a repeat keeps its line as its text", u"Set two 4 X\n- 5m 96%\n- 90s 52%"_s, u"Set two 4 X (4)[\"\" 300s p0:96, \"\" 90s p0:52]"_s);
    row("sections flag their steps until the blank line", u"Warm-up\n- 8m 55%\n\nMain 2x\n- 6m 95%\n\nCooldown\n- 5m 50%\n\n- 1m 40%"_s,
        u"\"\" 480s p0:55 warmup | Main 2x (2)[\"\" 360s p0:95] | \"\" 300s p0:50 cooldown | \"\" 60s p0:40"_s);
    row("a section with more words is prose", u"Warmup: easy\n- 8m 55%"_s, u"\"\" 480s p0:55"_s);
    row("prose between steps does nothing", u"- Low 3m 91%\n- High 2m 107%\nit should sting\n- 6m 48%"_s, u"\"Low\" 180s p0:91 | \"High\" 120s p0:107 | \"\" 360s p0:48"_s);
    row("a step without time is dropped", u"- Stretch well\n- 0s 180w\n- 9m 60%"_s, u"\"\" 540s p0:60"_s);
    row("rests at the wall", u"6x\n- 75mtr 95% Pace\n- 20s 0"_s, u"6x (6)[\"\" 75m v8:95, \"\" 20s]"_s);
    row("the last token of a kind wins", u"- 1m 140w 112-130%"_s, u"\"\" 60s p0:112..130"_s);
    row("a zone before the time takes the label", u"- Calm Z2 - or less 50m 150w-180w"_s, u"\"\" 3000s p1:150..180"_s);
    row("a zone after the time does not", u"- Calm 50m Z2"_s, u"\"Calm\" 3000s p2:2"_s);
    row("minutes and seconds with marks", u"- 1'40\" 90%"_s, u"\"\" 100s p0:90"_s);
    row("seconds without their letter", u"- 1m40 90%"_s, u"\"\" 100s p0:90"_s);
    row("minutes without their letter", u"- 2h15 60%"_s, u"\"\" 8100s p0:60"_s);
    row("no blank after the dash", u"-Hard 40s 350w"_s, u"\"Hard\" 40s p1:350"_s);
    row("a long dash makes a range", u"- 10m 70\u201380%"_s, u"\"\" 600s p0:70..80"_s);
    row("a number in the label is text", u"- Ramp 2 1m 220w"_s, u"\"Ramp 2\" 60s p1:220"_s);
    row("a ramp in the label is a word", u"- Ramp until done 2m 150w"_s, u"\"Ramp until done\" 120s p1:150"_s);
    row("a token inside a word ends the label", u"- easy, <35% 10m 30%"_s, u"\"easy, <\" 600s p0:30"_s);
    row("a decimal in prose does not", u"- lose 0.25s there 10m 30%"_s, u"\"lose 0.25s there\" 600s p0:30"_s);
    row("a unit with a sign behind it does not", u"- Go at 450w+ 20s 460w"_s, u"\"Go at 450w+\" 20s p1:460"_s);
    row("a repeat count inside a step is text", u"- Do 4x 30s 105%"_s, u"\"Do 4x\" 30s p0:105"_s);
    row("a cadence in the prose after the label is its first number", u"- Spin 40m 100w-120w at 80-90rpm, seated"_s, u"\"Spin\" 2400s p1:100..120 rpm80..80"_s);
    row("a cadence in the prose of the label is a word", u"- About 104 rpm. Go 2m 300w"_s, u"\"About 104 rpm. Go\" 120s p1:300"_s);
    row("timed cues are label", u"- Start 20^Look up at 40s<!> 9m ramp 52-70%"_s, u"\"Start 20^Look up at 40s<!>\" 540s p0:52..70 ramp"_s);
    row("lines may end the Windows way", u"2x\r\n- 1m 90%\r\n\r\n- 5m 50%\r\n"_s, u"2x (2)[\"\" 60s p0:90] | \"\" 300s p0:50"_s);
    row("nothing is nothing", QString(), QString());
}

void WorkoutParseTest::textsAreUnderstood()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(support::wording(parse(text)), expected);
}

void WorkoutParseTest::linesThatDoNotDoWhatTheySayAreTold_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Warning::Kind>("kind");
    QTest::addColumn<int>("line");
    QTest::newRow("a target without time") << u"- hard 95%\n- 10m 60%"_s << Warning::Kind::StepWithoutDuration << 0;
    QTest::newRow("a repeat right after a step") << u"- 10m 60%\n3x\n- 1m 120%"_s << Warning::Kind::RepeatSwallowed << 1;
    QTest::newRow("a repeat in a repeat") << u"3x\n- 1m 120%\n2x\n- 5m 50%"_s << Warning::Kind::NestedRepeat << 2;
    QTest::newRow("a repeat of nothing") << u"- 9m 60%\n\n3x\n\n- 1m 120%"_s << Warning::Kind::EmptyRepeat << 2;
    QTest::newRow("a list set in") << u"3x\n  - 1m 120%"_s << Warning::Kind::IndentedStep << 1;
    QTest::newRow("more steps than anyone does") << u"- 1s 50%\n"_s.repeated(1500) << Warning::Kind::TooLong << 1000;
}

void WorkoutParseTest::linesThatDoNotDoWhatTheySayAreTold()
{
    QFETCH(QString, text);
    QFETCH(Warning::Kind, kind);
    QFETCH(int, line);
    QCOMPARE(parse(text).warnings, (QList<Warning> {{kind, line}}));
}

void WorkoutParseTest::proseAndOptionsAreKept()
{
    const auto workout = parse(u"Two quiet laps.\n\nThen the rest.\npool length: 33.3m\nPower: 3s\nPower: as you like\nCategory: Hills\n\n- 9m 60%\nnot this"_s);
    QCOMPARE(workout.description, u"Two quiet laps.\n\nThen the rest.\nPower: as you like"_s);
    QCOMPARE(workout.options, (QMap<QString, QString> {{u"pool_length"_s, u"33.3m"_s}, {u"power"_s, u"3s"_s}, {u"category"_s, u"Hills"_s}}));
    QVERIFY(workout.warnings.isEmpty());
    QCOMPARE(workout.blocks.first().steps.first().line, 8);
}

void WorkoutParseTest::aDocumentHasTheServicesShape()
{
    auto settings = support::rideAt(200);
    settings.paceUnits = u"MINS_MILE"_s;
    const auto workout = parse(u"Ease in\n\npool length: 50m\n\n2x\n- A <b> 1m 50-60% power=3s\n- 2km ramp 90% Pace 80rpm\n\n- 3m 7:30 Pace"_s);
    const auto document = toDocument(workout, settings, resolve(workout, settings, {}));
    const auto expected = QJsonDocument::fromJson(R"([
        {"reps": 2, "text": "2x", "duration": 600, "distance": 4000, "steps": [
            {"text": "A &lt;b&gt;", "duration": 60, "power": {"start": 50, "end": 60, "units": "%ftp", "target": "3s"}},
            {"duration": 240, "distance": 2000, "ramp": true, "pace": {"start": 90, "end": 90, "units": "%pace"}, "cadence": {"value": 80, "units": "rpm"}}]},
        {"duration": 180, "pace": {"value": 450, "units": "secs/mi"}}])");
    QCOMPARE(document.value("steps"_L1).toArray(), expected.array());
    QCOMPARE(document.value("description"_L1).toString(), u"Ease in"_s);
    QCOMPARE(document.value("options"_L1).toObject(), (QJsonObject {{u"pool_length"_s, u"50m"_s}}));
    QCOMPARE(document.value("duration"_L1).toInt(), 780);
    QCOMPARE(document.value("target"_L1).toString(), u"POWER"_s);
}

void WorkoutParseTest::hostileTextsReadQuickly_data()
{
    QTest::addColumn<QString>("text");
    QString noise;
    quint32 state = 7;
    const QString alphabet = u"0123456789-%xXzZcCmhskw:/^<!> '\"\n=.ramp"_s;
    for (int i = 0; i < 100'000; ++i) {
        state = state * 1664525U + 1013904223U;
        noise += alphabet.at(int(state >> 8) % int(alphabet.size()));
    }
    QTest::newRow("noise") << noise;
    QTest::newRow("one line of noise") << u'-' + QString(noise).replace(u'\n', u' ');
    QTest::newRow("digits without end") << u"- "_s + QString(100'000, u'9');
    QTest::newRow("times without end") << u"- "_s + u"9999999h"_s.repeated(12'000);
    QTest::newRow("times joined by dashes") << u"- "_s + u"1h-"_s.repeated(30'000);
    QTest::newRow("percent and blanks") << u"- 9%"_s + QString(90'000, u' ') + u'x';
    QTest::newRow("percent signs with blanks between") << u"- "_s + u"9% "_s.repeated(30'000);
    QTest::newRow("numbers with blanks between") << u"- "_s + u"9  "_s.repeated(30'000);
    QTest::newRow("zones joined by dashes") << u"- "_s + u"Z2-"_s.repeated(30'000);
    QTest::newRow("cues without end") << u"- "_s + u"1^<!>"_s.repeated(20'000);
    QTest::newRow("repeats in repeats") << u"9999x\n"_s.repeated(15'000) + u"- 9999h 999999999999%"_s;
    QTest::newRow("the most repeats of the most steps") << u"9999x\n"_s + u"- 9999999km 99999999999:99/km Pace\n"_s.repeated(1200);
    QTest::newRow("zones beyond counting") << u"- 1m Z99999999999999999999 99999999999999999999rpm"_s;
    QTest::newRow("control characters") << QString(50'000, QChar(0)) + QString(50'000, QChar(0xd800));
}

void WorkoutParseTest::hostileTextsReadQuickly()
{
    QFETCH(QString, text);
    QElapsedTimer timer;
    timer.start();
    const auto workout = parse(text);
    const auto figures = resolve(workout, support::rideAt(250), {});
    QVERIFY(figures.duration <= std::chrono::hours(24 * 31));
    (void)toDocument(workout, support::rideAt(250), figures);
    // A text of this size takes milliseconds; a quadratic reader would take minutes.
    QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
}

MICROCYCLE_CORE_TEST(WorkoutParseTest)
#include "tst_workoutparse.moc"
