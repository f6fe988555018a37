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
    void usualWritingIsUnderstood_data();
    void usualWritingIsUnderstood();
    void otherDialectsAreReadTheServicesWay_data();
    void otherDialectsAreReadTheServicesWay();
    void wholeTextsAddUp_data();
    void wholeTextsAddUp();
    void proseAndOptionsAreKept();
    void aDocumentHasTheServicesShape();
    void hostileTextsReadQuickly_data();
    void hostileTextsReadQuickly();
};

void WorkoutParseTest::textsAreUnderstood_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QString &text, const QString &expected) {
        QTest::newRow(name) << text << expected;
    };
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
    row("no end of a range amid a word", u"- 55% MMP 20m - 60%9-CZ"_s, u"\"\" 1200s p3:55"_s);
    row("a person's own zones", u"- 10m CZ2-CZ3"_s, u"\"\" 600s CZ2-CZ3"_s);
    row("two families in one step", u"- 5m 82% 77% HR"_s, u"\"\" 300s p0:82 h4:77"_s);
    row("label, range, cadence range and hidden power",
        u"- Sit in 50m 170w-205w 80-90rpm hidepower"_s,
        u"\"Sit in\" 3000s p1:170..205 rpm80..90 hide"_s);
    row("a repeat ends at the blank line",
        u"3x\n- 2m 118%\n- 2m 48%\n\n- 12m 45%"_s,
        u"3x (3)[\"\" 120s p0:118, \"\" 120s p0:48] | \"\" 720s p0:45"_s);
    row("a repeat keeps its line as its text",
        u"Set two 4 X\n- 5m 96%\n- 90s 52%"_s,
        u"Set two 4 X (4)[\"\" 300s p0:96, \"\" 90s p0:52]"_s);
    row("sections flag their steps until the blank line",
        u"Warm-up\n- 8m 55%\n\nMain 2x\n- 6m 95%\n\nCooldown\n- 5m 50%\n\n- 1m 40%"_s,
        u"\"\" 480s p0:55 warmup | Main 2x (2)[\"\" 360s p0:95] | \"\" 300s p0:50 cooldown | \"\" 60s p0:40"_s);
    row("a section with more words is prose", u"Warmup: easy\n- 8m 55%"_s, u"\"\" 480s p0:55"_s);
    row("prose between steps does nothing",
        u"- Low 3m 91%\n- High 2m 107%\nit should sting\n- 6m 48%"_s,
        u"\"Low\" 180s p0:91 | \"High\" 120s p0:107 | \"\" 360s p0:48"_s);
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
    row("a cadence in the prose after the label is its first number",
        u"- Spin 40m 100w-120w at 80-90rpm, seated"_s,
        u"\"Spin\" 2400s p1:100..120 rpm80..80"_s);
    row("a cadence in the prose of the label is a word",
        u"- About 104 rpm. Go 2m 300w"_s,
        u"\"About 104 rpm. Go\" 120s p1:300"_s);
    row("timed cues are label",
        u"- Start 20^Look up at 40s<!> 9m ramp 52-70%"_s,
        u"\"Start 20^Look up at 40s<!>\" 540s p0:52..70 ramp"_s);
    row("lines may end the Windows way",
        u"2x\r\n- 1m 90%\r\n\r\n- 5m 50%\r\n"_s,
        u"2x (2)[\"\" 60s p0:90] | \"\" 300s p0:50"_s);
    row("nothing is nothing", QString(), QString());
}

void WorkoutParseTest::textsAreUnderstood()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(support::wording(parse(text)), expected);
}

/// Not in the service's own guide, or there only by an example; read as a person means it where nothing speaks against
/// it.
void WorkoutParseTest::usualWritingIsUnderstood_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QString &text, const QString &expected) {
        QTest::newRow(name) << text << expected;
    };
    row("minutes and hours in longer words",
        u"- 5min 80%\n- 1hr15min 60%\n- 90secs 110%\n- 2hours Z2"_s,
        u"\"\" 300s p0:80 | \"\" 4500s p0:60 | \"\" 90s p0:110 | \"\" 7200s p2:2"_s);
    row("hours and minutes with decimals", u"- 1.5h 60%\n- 2.5m 110%"_s, u"\"\" 5400s p0:60 | \"\" 150s p0:110"_s);
    row("such a time first, without a target", u"- 5min easy"_s, u"\"\" 300s"_s);
    row("such a time in a label is a word",
        u"- 20min effort 21m 270w\n- hold for 1.5h, at most 2hrs 40m 150w"_s,
        u"\"20min effort\" 1260s p1:270 | \"hold for 1.5h, at most 2hrs\" 2400s p1:150"_s);
    row("such a time in a bullet is a word", u"- Rest 2min between sets"_s, QString());
    row("distances in longer words",
        u"- 200metres Z2 Pace\n- 50yards Z1 Pace\n- 2miles 80% Pace"_s,
        u"\"\" 200m v9:2 | \"\" 45.72m v9:1 | \"\" 3218.68m v8:80"_s);
    row("blanks around the dash of a range",
        u"- 10m 95 - 105%\n- 2m 315w - 330w\n- 5m 85 - 95 rpm\n- 5m Z2 - Z3"_s,
        u"\"\" 600s p0:95..105 | \"\" 120s p1:315..330 | \"\" 300s rpm85..95 | \"\" 300s p2:2..3"_s);
    row("blanks around a dash in a label",
        u"- Part 1 - 70% 2m 75%\n- Z2 - 45m 150w\n- 90% - 10m"_s,
        u"\"Part 1 -\" 120s p0:75 | \"\" 2700s p1:150 | \"\" 600s p0:90"_s);
    row("the unit at both ends",
        u"- 9m 75% HR-85% HR\n- 9m Z2 HR-Z3 HR\n- 9m 140bpm-150bpm\n- 9m 200W-220W\n- 9m 80rpm-90rpm"_s,
        u"\"\" 540s h4:75..85 | \"\" 540s h6:2..3 | \"\" 540s h7:140..150 | \"\" 540s p1:200..220 | \"\" 540s rpm80..90"_s);
    row("the unit at one end",
        u"- 9m 75%-85\n- 9m 200w-220\n- 9m Z2-3 HR"_s,
        u"\"\" 540s p0:75..85 | \"\" 540s p1:200..220 | \"\" 540s h6:2..3"_s);
    row("ends that do not go together", u"- 9m 75%-200w"_s, u"\"\" 540s p1:200"_s);
    row("paces with blanks and other names",
        u"- 5m 4:45 - 4:30/km Pace\n- 5m 7:30/mile pace\n- 5m 2:00/500m\n- 5m 1:30/100yd PACE"_s,
        u"\"\" 300s v10:285..270 | \"\" 300s v11:450 | \"\" 300s v14:120 | \"\" 300s v13:90"_s);
    row("capital letters",
        u"- GO 10M RAMP 50-75% 90RPM PRESS LAP\n\nSET 2X\n- 1H Z2 HR\n\nCOOL-DOWN\n- 5M 50%"_s,
        u"\"GO\" 600s p0:50..75 rpm90..90 ramp lap | SET 2X (2)[\"\" 3600s h6:2] | \"\" 300s p0:50 cooldown"_s);
    row("an at sign before a token", u"- 10m @75% @ 90rpm"_s, u"\"\" 600s p0:75 rpm90..90"_s);
    row("marks that word processors bend",
        u"- 5\u201930\u201d 90%\n- 4\u2032 80\u201190%\n- 4m 200\u2212220w"_s,
        u"\"\" 330s p0:90 | \"\" 240s p0:80..90 | \"\" 240s p1:200..220"_s);
    row("tabs and hard blanks", u"-\tGo\t10m\t75%\n-\u00a05m\u202f60%"_s, u"\"Go\" 600s p0:75 | \"\" 300s p0:60"_s);
    row("a mark at the start of a file", u"\ufeff- 5m 60%"_s, u"\"\" 300s p0:60"_s);
    row("pictures and entities in a label",
        u"- \U0001f525Go &amp; hold 10m 105%"_s,
        u"\"\U0001f525Go &amp; hold\" 600s p0:105"_s);
    row("press lap between other words",
        u"- 9m Z2 press lap\n- recover 2m press lap Z2\n- PRESS LAP 5m 50%"_s,
        u"\"\" 540s p2:2 lap | \"recover\" 120s p2:2 lap | \"\" 300s p0:50 lap"_s);
    row("hidden power, and shown again",
        u"- 5m 60% hidepower\n- 5m 60% /hidepower"_s,
        u"\"\" 300s p0:60 hide | \"\" 300s p0:60"_s);
    row("an option with a value of another kind", u"- 5m 60% power=5s intensity=hard"_s, u"\"\" 300s p0:60"_s);
    row("a decimal comma is none", u"- 1,5km 90% Pace"_s, u"\"1,\" 5000m v8:90"_s);
    row("m is minutes, at a pace too", u"- 400m 110% Pace"_s, u"\"\" 24000s v8:110"_s);
    row("the last of two times", u"- 100m 95% pace 20s rest"_s, u"\"\" 20s v8:95"_s);
    row("a colon before the count", u"Main set: 4x\n- 3m 110%"_s, u"Main set: 4x (4)[\"\" 180s p0:110]"_s);
    row("a colon behind the count is prose", u"Main set 4x:\n- 3m 110%"_s, u"\"\" 180s p0:110"_s);
    row("a count at the end of a word is none", u"See route A66x\n- 5m 50%"_s, u"\"\" 300s p0:50"_s);
    row("a word behind the first end only", u"- 9m 75% HR-85%"_s, u"\"\" 540s h4:75..85"_s);
    row("a count beyond what anyone does", u"1000000000000x\n- 1s 90%"_s, u"1000000000000x (999)[\"\" 1s p0:90]"_s);
    row("a repeat right after a step is lost",
        u"- 9m ramp 50-80%\n3x\n- 30s 100%\n- 30s 55%"_s,
        u"\"\" 540s p0:50..80 ramp | \"\" 30s p0:100 | \"\" 30s p0:55"_s);
    row("steps set in under a repeat are its own",
        u"Main 3x\n  - 5m 110%\n\t- Rest 3m 50%"_s,
        u"Main 3x (3)[\"\" 300s p0:110, \"Rest\" 180s p0:50]"_s);
    row("lines of an old Mac", u"2x\r- 1m 90%\r\r- 5m 50%"_s, u"2x (2)[\"\" 60s p0:90] | \"\" 300s p0:50"_s);
    row("a rule of dashes is no step", u"--- Notes ---\n-\n- \n----\n- 5m 50%"_s, u"\"\" 300s p0:50"_s);
}

void WorkoutParseTest::usualWritingIsUnderstood()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(support::wording(parse(text)), expected);
}

/// Texts made for other programs, where these and the service differ; the service's reading counts.
void WorkoutParseTest::otherDialectsAreReadTheServicesWay_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<Warning::Kind>("told");
    using Kind = Warning::Kind;
    const auto row = [](const char *name, const QString &text, const QString &expected, Kind told) {
        QTest::newRow(name) << text << expected << told;
    };
    // Elsewhere the step is done so often. The service knows repeats only as lines of their own: the count is a word.
    row("a count within a step", u"- 3x 30s 110%"_s, u"\"3x\" 30s p0:110"_s, Kind::RepeatInStep);
    // Elsewhere a length of water. The service's guide: m is always minutes, metres are mtr.
    row("m for metres", u"- 400m 95% pace"_s, u"\"\" 24000s v8:95"_s, Kind::MinutesNotMetres);
    // Elsewhere a swim and a rest. The service keeps one time per step, the last.
    row("a rest in the same line", u"- 100m 95% pace 20s rest"_s, u"\"\" 20s v8:95"_s, Kind::TwoDurations);
    // Elsewhere steps of the repeat. The service was seen to do them once; here they are repeated, and told.
    row("steps set in", u"3x\n  - 4m 105%"_s, u"3x (3)[\"\" 240s p0:105]"_s, Kind::IndentedStep);
    // Elsewhere a repeat. The service's guide asks for a blank line before it; without, the line is lost.
    row("no blank line before a repeat",
        u"- 9m 50%\n3x\n- 4m 105%"_s,
        u"\"\" 540s p0:50 | \"\" 240s p0:105"_s,
        Kind::RepeatSwallowed);
    // Elsewhere a rest without swimming. The service drops steps that take no time.
    row("a rest of no distance", u"- 0.0km 0% Pace"_s, QString(), Kind::ZeroStep);
    // Elsewhere a ramp down. The service has ranges from low to high and the word ramp.
    row("a falling range for a ramp", u"- 9m 50-40%"_s, u"\"\" 540s p0:50..40"_s, Kind::DescendingRange);
    // Elsewhere a target. The service was seen to drop it.
    row("an exertion", u"- 9m RPE 8"_s, u"\"\" 540s"_s, Kind::UnknownWord);
}

void WorkoutParseTest::otherDialectsAreReadTheServicesWay()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QFETCH(Warning::Kind, told);
    const Workout workout = parse(text);
    QCOMPARE(support::wording(workout), expected);
    QCOMPARE(workout.warnings.size(), 1);
    QCOMPARE(workout.warnings.first().kind, told);
}

void WorkoutParseTest::wholeTextsAddUp_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("seconds");
    QTest::addColumn<double>("metres");
    QTest::newRow("sections around a repeat")
        << u"Warmup\n- 12m 55%\n- 3m 70%\n\nSet one 4x\n- 5m 98%\n- 2m 55%\n\nCooldown\n- 7m 50%"_s
        << 900 + 4 * 420 + 420 << 0.0;
    QTest::newRow("two repeats with a rest between")
        << u"3x\n- 50s 130%\n- 10s 50%\n\n- 4m 50%\n\n3x\n- 50s 130%\n- 10s 50%"_s << 600 << 0.0;
    QTest::newRow("a swim with rests")
        << u"pool length: 25m\n\n- 300mtr Z1 Pace\n\n8x\n- 100mtr 97% Pace\n- 15s 0\n\n- 200mtr 2:00/100m Pace"_s
        << 36 + 8 * (12 + 15) + 240 << 1300.0;
    QTest::newRow("a repeat of one") << u"1x\n- 10m 60%"_s << 600 << 0.0;
    QTest::newRow("blank lines with blanks in them") << u"2x\n- 1m 90%\n  \t\n- 5m 50%"_s << 420 << 0.0;
}

void WorkoutParseTest::wholeTextsAddUp()
{
    QFETCH(QString, text);
    QFETCH(int, seconds);
    QFETCH(double, metres);
    const auto figures = resolve(parse(text), support::rideAt(250), {});
    QCOMPARE(figures.duration.count(), seconds);
    QCOMPARE(figures.metres, metres);
}

void WorkoutParseTest::proseAndOptionsAreKept()
{
    const auto workout = parse(
        u"Two quiet laps.\n\nThen the rest.\npool length: 33.3m\nPower: 3s\nPower: as you like\nCategory: Hills\n\n- 9m 60%\nnot this"_s);
    QCOMPARE(workout.description, u"Two quiet laps.\n\nThen the rest.\nPower: as you like"_s);
    QCOMPARE(workout.options,
        (QMap<QString, QString> {{u"pool_length"_s, u"33.3m"_s}, {u"power"_s, u"3s"_s}, {u"category"_s, u"Hills"_s}}));
    QVERIFY(workout.warnings.isEmpty());
    QCOMPARE(workout.blocks.first().steps.first().line, 8);
}

void WorkoutParseTest::aDocumentHasTheServicesShape()
{
    auto settings = support::rideAt(200);
    settings.paceUnits = u"MINS_MILE"_s;
    const auto workout = parse(
        u"Ease in\n\npool length: 50m\n\n2x\n- A <b> 1m 50-60% power=3s\n- 2km ramp 90% Pace 80rpm\n\n- 3m 7:30 Pace"_s);
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
    QTest::newRow("the most repeats of the most steps")
        << u"9999x\n"_s + u"- 9999999km 99999999999:99/km Pace\n"_s.repeated(1200);
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
