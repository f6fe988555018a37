// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/fitactivity.h"
#include "models/files/fitdecode.h"
#include "models/files/fitworkout.h"
#include "tests/models/files/filewording.h"
#include "tests/models/files/fitworkouts.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using namespace files;
using support::BuiltStep;
using support::none;
using support::planOf;
using support::workoutOf;

namespace {

QString worded(const domain::Result<WorkoutFile> &file)
{
    return file.ok() ? support::wording(file->workout)
                     : u"refused: "_s + file.error().item + u": "_s + file.error().detail;
}

domain::SportSettings settings()
{
    return support::thresholdsAt(250);
}

/// Where a step came from is no part of it.
workout::Workout withoutLines(workout::Workout workout)
{
    for (auto &block : workout.blocks) {
        for (auto &step : block.steps)
            step.line = 0;
    }
    return workout;
}

/// The step messages of a file, each as "duration type/value target type/value/low/high intensity"; ~ where there is
/// none.
class StepLister : public fit::Visitor
{
public:
    bool visit(const fit::Message &message) override
    {
        if (message.layout.message != 27)
            return true;
        const auto field = [&](int number) {
            const auto value = message.integer(number);
            return value ? QString::number(*value) : u"~"_s;
        };
        QString line = field(1) + u'/' + field(2) + u' ' + field(3) + u'/' + field(4) + u'/' + field(5) + u'/'
            + field(6) + u' ' + field(7);
        if (message.find(19))
            line += u" + "_s + field(19) + u'/' + field(20) + u'/' + field(21) + u'/' + field(22);
        for (const int text : {0, 8}) {
            if (!message.text(text).isEmpty())
                line += u" '"_s + message.text(text) + u'\'';
        }
        lines << line;
        return true;
    }

    QStringList lines;
};

QStringList stepsOf(const QByteArray &bytes)
{
    StepLister lister;
    const auto outcome = fit::decode(bytes, {}, lister);
    return outcome.trouble == fit::Trouble::None ? lister.lines : QStringList {outcome.sentence()};
}

}

/// Planned workouts: what other programs write is read, what this one writes reads the same again.
class FitWorkoutTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void writes_data();
    void writes();
    void readsItsOwn_data();
    void readsItsOwn();
    void saysWhatOnlyNotesHold_data();
    void saysWhatOnlyNotesHold();
    void textsFitTheirFields();
    void notesAreBelievedOnlyIfTheyAgree();
    void theFileSaysWhatItIs();
};

void FitWorkoutTest::reads_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QList<BuiltStep> &steps, const QString &expected) {
        QTest::newRow(name) << workoutOf(steps) << expected;
    };
    row("time in milliseconds, power as a percentage",
        {{.targetType = 4, .low = 75, .high = 85}},
        u"\"\" 60s p0:75..85"_s);
    row("distance in centimetres, watts",
        {{.durationType = 1, .duration = 50'000, .targetType = 4, .low = 1'300, .high = 1'310}},
        u"\"\" 500m p1:300..310"_s);
    row("a power zone", {{.targetType = 4, .target = 3}}, u"\"\" 60s p2:3"_s);
    row("power averaged",
        {{.targetType = 7, .low = 90, .high = 90}, {.targetType = 10, .low = 91, .high = 91}},
        u"\"\" 60s p0:90=3s | \"\" 60s p0:91=lap"_s);
    row("a share of the maximum heart rate, and beats",
        {{.targetType = 1, .low = 60, .high = 70}, {.targetType = 13, .low = 240, .high = 250}},
        u"\"\" 60s h4:60..70 | \"\" 60s h7:140..150=lap"_s);
    row("a speed becomes a pace", {{.targetType = 0, .low = 2'500, .high = 4'000}}, u"\"\" 60s v10:400..250"_s);
    row("cadence alone", {{.targetType = 3, .low = 85, .high = 95}}, u"\"\" 60s rpm85..95"_s);
    row("intensities",
        {{.intensity = 2}, {.intensity = 0}, {.intensity = 4}, {.intensity = 1}, {.intensity = 3}},
        u"\"\" 60s warmup | \"\" 60s | \"\" 60s recovery | \"\" 60s rest | \"\" 60s cooldown"_s);
    row("open until the lap button", {{.durationType = 5, .duration = none}}, u"\"\" 300s lap"_s);
    row("a repeat",
        {{.name = "On"}, {.name = "Off"}, {.durationType = 6, .duration = 0, .target = 4}},
        u"4x (4)[\"On\" 60s, \"Off\" 60s]"_s);
    row("a repeat with a name",
        {{}, {.durationType = 6, .duration = 0, .target = 3, .name = "Main set"}},
        u"Main set 3x (3)[\"\" 60s]"_s);
    row("a repeat within a repeat is written out",
        {{.name = "a"},
            {.name = "b"},
            {.durationType = 6, .duration = 1, .target = 2},
            {.durationType = 6, .duration = 0, .target = 3},
            {.name = "c"}},
        u"3x (3)[\"a\" 60s, \"b\" 60s, \"b\" 60s] | \"c\" 60s"_s);
    row("until the heart rate falls: read as open", {{.durationType = 2, .duration = 220}}, u"\"\" 300s lap"_s);
    row("repeats until a condition stand once", {{}, {.durationType = 11, .duration = 0, .target = 80}}, u"\"\" 60s"_s);
    row("notes join the name",
        {{.name = "Easy", .notes = "Keep it light"}, {.notes = "Spin"}},
        u"\"Easy \u2013 Keep it light\" 60s | \"Spin\" 60s"_s);
    row("steps without a length are left out", {{.duration = 0}, {.name = "x"}}, u"\"x\" 60s"_s);
    row("F21 no steps", {}, u"refused: FIT file: the workout has no steps"_s);
    row("F22 a repeat of itself",
        {{}, {.durationType = 6, .duration = 1, .target = 2}},
        u"refused: step 2: it repeats from a step that is not before it"_s);
    row("F22 a repeat that points forward",
        {{}, {.durationType = 6, .duration = 2, .target = 2}, {}},
        u"refused: step 2: it repeats from a step that is not before it"_s);
    row("F22 a repeat of a step that is not there",
        {{}, {.durationType = 6, .duration = 700, .target = 2}},
        u"refused: step 2: it repeats from a step that is not before it"_s);
    row("a repeat from the middle of another",
        {{}, {}, {.durationType = 6, .duration = 0, .target = 2}, {.durationType = 6, .duration = 1, .target = 2}},
        u"refused: step 4: it repeats from the middle of another repeat"_s);
    row("F23 repeats without end",
        {{},
            {.durationType = 6, .duration = 0, .target = 65'535},
            {.durationType = 6, .duration = 0, .target = 65'535}},
        u"refused: step 2: with all repeats done the workout has more than 2000 steps"_s);
    row("F23 more repeats than a text counts",
        {{}, {.durationType = 6, .duration = 0, .target = 1'200}},
        u"refused: step 2: it repeats more than 999 times"_s);
    row("F23 repeats that multiply",
        {{}, {.durationType = 6, .duration = 0, .target = 50}, {.durationType = 6, .duration = 0, .target = 50}},
        u"refused: step 3: with all repeats done the workout has more than 2000 steps"_s);
    QTest::newRow("F25 a recorded activity")
        << workoutOf({{}}, 4) << u"refused: FIT file: this is a recorded activity, not a planned workout"_s;
    QTest::newRow("settings") << workoutOf({{}}, 2)
                              << u"refused: FIT file: this file holds settings of a device, not a planned workout"_s;
    QTest::newRow("a damaged file") << workoutOf({{}}).chopped(1)
            + 'x' << u"refused: FIT file: the file is damaged: the check sum of its 3 messages is wrong"_s;
    QTest::newRow("no FIT file") << QByteArray(
        "<workout_file/>") << u"refused: FIT file: this is not a FIT file: the mark .FIT is missing from its header"_s;
}

void FitWorkoutTest::reads()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, expected);
    const auto file = readFitWorkout(bytes);
    QCOMPARE(worded(file), expected);
    if (file.ok()) {
        QCOMPARE(file->name, u"Over \uFFFDxx"_s);
        QCOMPARE(file->sport, u"Ride"_s);
    }
    QVERIFY(!readFitActivity(bytes).ok() || expected.contains(u"recorded activity"_s));
}

void FitWorkoutTest::writes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("steps");
    const auto row
        = [](const char *name, const QString &text, const QStringList &steps) { QTest::newRow(name) << text << steps; };
    row("time and a percentage of FTP", u"- 10m 75%"_s, {u"0/600000 4/0/75/75 0"_s});
    row("a label", u"- Spin easy 10m 45-55%"_s, {u"0/600000 4/0/45/55 0 'Spin easy'"_s});
    row("distance and watts", u"- 2km 200-240w"_s, {u"1/200000 4/0/1200/1240 0"_s});
    row("a zone", u"- 20m Z2"_s, {u"0/1200000 4/2/~/~ 0"_s});
    row("several zones are a range, and the notes say so",
        u"- 20m Z2-Z3 HR"_s,
        {u"0/1200000 1/0/216/255 0 '20m Z2-Z3 HR'"_s});
    row("of the maximum heart rate", u"- 40m 70% HR"_s, {u"0/2400000 1/0/70/70 0"_s});
    row("of the threshold heart rate", u"- 40m 90% LTHR"_s, {u"0/2400000 1/0/253/253 0 '40m 90% LTHR'"_s});
    row("beats", u"- 40m 150-160bpm"_s, {u"0/2400000 1/0/250/260 0"_s});
    row("a pace", u"- 1km 5:00-4:10/km Pace"_s, {u"1/100000 0/0/3333/4000 0"_s});
    row("of the threshold pace", u"- 1km 90% Pace"_s, {u"1/100000 0/0/3600/3600 0 '1km 90% Pace'"_s});
    row("a ramp is a range; the notes hold its direction",
        u"- 10m ramp 75-50%"_s,
        {u"0/600000 4/0/50/75 0 '10m ramp 75-50%'"_s});
    row("averages",
        u"- 5m 105% power=3s\n- 5m 80% HR hr=lap"_s,
        {u"0/300000 7/0/105/105 0"_s, u"0/300000 13/0/80/80 0"_s});
    row("cadence is a second target", u"- 5m 90% 85-95rpm"_s, {u"0/300000 4/0/90/90 0 + 3/0/85/95"_s});
    row("cadence alone", u"- 5m 90rpm"_s, {u"0/300000 3/0/90/90 0"_s});
    row("a press of the lap button", u"- Press lap 10m 50%"_s, {u"5/~ 4/0/50/50 0 '10m 50% press lap'"_s});
    row("sections",
        u"Warmup\n- 10m 50%\n\n- 5m 90%\n\nCooldown\n- 5m 40%"_s,
        {u"0/600000 4/0/50/50 2"_s, u"0/300000 4/0/90/90 0"_s, u"0/300000 4/0/40/40 3"_s});
    row("a repeat",
        u"4x\n- 3m 115%\n- 3m 50% intensity=recovery"_s,
        {u"0/180000 4/0/115/115 0"_s, u"0/180000 4/0/50/50 4"_s, u"6/0 2/4/~/~ 0"_s});
    row("a free ride", u"- 20m freeride"_s, {u"0/1200000 2/0/~/~ 0 '20m freeride'"_s});
    row("timed cues",
        u"- Settle in 33^Find your rhythm<!> 10m 60%"_s,
        {u"0/600000 4/0/60/60 0 'Settle in' 'Settle in 33^Find your rhythm<!> 10m 60%'"_s});
    row("a target of nothing is a rest", u"- 1m 0w"_s, {u"0/60000 2/0/~/~ 1 '1m 0w'"_s});
    row("the least of watts is one, for 1000 would be a percentage",
        u"- 1m 0-100w"_s,
        {u"0/60000 4/0/1001/1100 0 '1m 0-100w'"_s});
}

void FitWorkoutTest::writes()
{
    QFETCH(QString, text);
    QFETCH(QStringList, steps);
    QCOMPARE(stepsOf(writeFitWorkout(planOf(text), settings())), steps);
}

void FitWorkoutTest::readsItsOwn_data()
{
    QTest::addColumn<QString>("text");
    for (const auto &text : {u"- 20m 60%"_s,
             u"- 15m ramp 45-75% 90rpm"_s,
             u"- 8m ramp 70-40%"_s,
             u"- 45m Z2-Z3 HR"_s,
             u"- 30m 82-88% LTHR"_s,
             u"- 2km 92% Pace"_s,
             u"- 6m 4:45-4:30/km Pace"_s,
             u"- 0.5mi 7:30/mi Pace"_s,
             u"- 25m freeride 60-70%"_s,
             u"- Sprint 12s maxeffort"_s,
             u"- Press lap 10m 50%"_s,
             u"- 5m 60% MMP 20m"_s,
             u"- Hold back 45m 180w-215w 85-95rpm hidepower"_s,
             u"- 5m 80% 75% HR"_s,
             u"- 5m CZ2-CZ3"_s,
             u"- 5m 87.5%"_s,
             u"Warmup\n- 10m 55%\n- 5m 70%\n\nSet one 3x\n- 6m 98%\n- 2m 55%\n\nCooldown\n- 8m 50%"_s,
             u"3x\n- 40s 130%\n- 20s 50%\n\n- 4m 50%\n\n3x\n- 40s 130%\n- 20s 50%"_s,
             u"- Na\u00efve \u6b65 10m 60%"_s,
             u"- 10m 60% intensity=warmup"_s,
             u"- Settle in 33^Find your rhythm<!> 10m ramp 50-75%"_s})
        QTest::newRow(qPrintable(text.simplified().left(60))) << text;
}

void FitWorkoutTest::readsItsOwn()
{
    QFETCH(QString, text);
    const WorkoutFile wanted = planOf(text);
    const auto read = readFitWorkout(writeFitWorkout(wanted, settings()));
    QVERIFY(read.ok());
    QCOMPARE(support::wording(read->workout), support::wording(wanted.workout));
    QCOMPARE(read->workout.blocks, withoutLines(wanted.workout).blocks);
    QCOMPARE(read->name, wanted.name);
    QCOMPARE(read->sport, wanted.sport);
    QVERIFY(read->notes.isEmpty());
}

void FitWorkoutTest::saysWhatOnlyNotesHold_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("notes");
    QTest::newRow("nothing of a plain step") << u"- Easy 10m 60% 90rpm"_s << u""_s;
    QTest::newRow("a ramp") << u"- 10m ramp 50-70%"_s
                            << u"step 1: ramp written as a range; its direction stands in the notes"_s;
    QTest::newRow("a third target") << u"- 10m 60% 70% HR 90rpm"_s
                                    << u"step 1: two targets written; the others stand in the notes"_s;
    QTest::newRow("timed cues") << u"- Go 30^Look up<!> 10m 60%"_s << u"step 1: timed cues stand in the notes"_s;
    QTest::newRow("free riding and all out")
        << u"- 10m 60%\n- 10m freeride\n- 12s maxeffort"_s << u"steps 2, 3: what to ride stands in the notes"_s;
}

void FitWorkoutTest::saysWhatOnlyNotesHold()
{
    QFETCH(QString, text);
    QStringList notes;
    for (const auto &note : writtenFitWorkout(planOf(text), settings()).notes)
        notes << note.item + u": "_s + note.detail;
    QTEST(notes.join(u" | "_s), "notes");
}

void FitWorkoutTest::textsFitTheirFields()
{
    WorkoutFile file = planOf(u"- 5m 60%"_s);
    file.name = QString(100, u'\u6b65'); // three bytes each
    file.description = u"Why we do this"_s;
    file.workout.blocks.first().steps.first().text = QString(251, u'a') + u"\u20ac\u20ac"_s;
    file.workout.options.insert(u"pool_length"_s, u"25y"_s);
    file.tags = QStringList {u"hard"_s};
    const Written written = writtenFitWorkout(file, settings());
    QStringList losses;
    for (const auto &note : written.notes)
        losses << note.item;
    QCOMPARE(losses, (QStringList {u"name"_s, u"tags"_s, u"step 1"_s}));
    QCOMPARE(writtenFitWorkout(planOf(u"- 5m 90% LTHR"_s), {}).notes.value(0).item, u"step 1"_s);
    const auto read = readFitWorkout(written.bytes);
    QVERIFY(read.ok());
    QCOMPARE(read->name, QString(84, u'\u6b65'));
    QCOMPARE(read->description, file.description);
    QCOMPARE(read->workout.blocks.first().steps.first().text, QString(251, u'a') + u'\u20ac');
    QCOMPARE(read->workout.options, file.workout.options);
}

void FitWorkoutTest::notesAreBelievedOnlyIfTheyAgree()
{
    const auto ramp = [](const QByteArray &notes, quint32 duration) {
        return worded(readFitWorkout(
            workoutOf({{.duration = duration, .targetType = 4, .low = 50, .high = 75, .notes = notes}})));
    };
    QCOMPARE(ramp("10m ramp 75-50%", 600'000), u"\"\" 600s p0:75..50 ramp"_s);
    QCOMPARE(ramp("10m ramp 75-50%", 660'000), u"\"10m ramp 75-50%\" 660s p0:50..75"_s);
    QCOMPARE(ramp("10m ramp 80-50%", 600'000), u"\"10m ramp 80-50%\" 600s p0:50..75"_s);
}

void FitWorkoutTest::theFileSaysWhatItIs()
{
    const WorkoutFile file = planOf(u"- 5m 60%"_s);
    const QByteArray bytes = writeFitWorkout(file, settings());
    QCOMPARE(fitFileType(bytes).value_or(0), 5);
    QCOMPARE(writeFitWorkout(file, settings()), bytes);
    QVERIFY(writeFitWorkout(file, settings(), QDateTime(QDate(2026, 4, 1), QTime(12, 0), Qt::UTC)) != bytes);
    QVERIFY(support::refusalOf(readFitActivity(bytes)).contains(u"planned workout"_s));
    QVERIFY(writeFitWorkout(WorkoutFile(), settings()).isEmpty());
    QCOMPARE(support::refusalOf(readFitWorkout(workoutOf({{.durationType = 5}}), {}, std::chrono::seconds(0))),
        u"the workout has no steps that have a length"_s);
}

MICROCYCLE_CORE_TEST(FitWorkoutTest)
#include "tst_fitworkout.moc"
