// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workout/editscale.h"
#include "models/workout/editshape.h"
#include "tests/models/workout/editing.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using namespace support;
using namespace workout;

/// What the builder does to all targets and durations at once, and what a workout looks like.
class WorkoutConvertTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void targetsAreConverted_data();
    void targetsAreConverted();
    void convertingThereAndBackKeepsFigures();
    void familiesAreSwitchedByZone();
    void durationsAndIntensitiesAreScaled();
    void aWorkoutIsFittedToDuration_data();
    void aWorkoutIsFittedToDuration();
    void aWorkoutIsFittedToLoad_data();
    void aWorkoutIsFittedToLoad();
    void shapesHaveHeights();
};

void WorkoutConvertTest::targetsAreConverted_data()
{
    QTest::addColumn<QString>("step");
    QTest::addColumn<int>("family");
    QTest::addColumn<int>("notation");
    QTest::addColumn<QString>("expected");
    const auto row
        = [](const char *name, const QString &step, Family family, Notation notation, const QString &expected) {
              QTest::newRow(name) << step << int(family) << int(notation) << expected;
          };
    row("a share of FTP in watts", u"- 5m 95% 90rpm"_s, Family::Power, Notation::Absolute, u"- 5m 266w 90rpm"_s);
    row("watts as a share", u"- 5m 252-266w"_s, Family::Power, Notation::Percent, u"- 5m 90-95%"_s);
    row("a ramp in watts", u"- 5m ramp 75-50%"_s, Family::Power, Notation::Absolute, u"- 5m ramp 210-140w"_s);
    row("a share as a zone", u"- 5m 70%"_s, Family::Power, Notation::Zone, u"- 5m Z2"_s);
    row("a zone as a range", u"- 5m Z2"_s, Family::Power, Notation::Percent, u"- 5m 55-75%"_s);
    row("beats from a share", u"- 5m 100% LTHR"_s, Family::HeartRate, Notation::Absolute, u"- 5m 165bpm"_s);
    row("a share from beats", u"- 5m 132bpm"_s, Family::HeartRate, Notation::Percent, u"- 5m 80% LTHR"_s);
    row("a pace from a share", u"- 5m 80% Pace"_s, Family::Pace, Notation::Absolute, u"- 5m 5:13/km Pace"_s);
    row("a share from a pace", u"- 5m 5:00/km Pace"_s, Family::Pace, Notation::Percent, u"- 5m 83% Pace"_s);
    row("other families stay", u"- 5m 80% 75% LTHR"_s, Family::Power, Notation::Absolute, u"- 5m 224w 75% LTHR"_s);
    row("what is in the notation already stays",
        u"- 5m  80 % 75%"_s,
        Family::Power,
        Notation::Percent,
        u"- 5m  80 % 75%"_s);
}

void WorkoutConvertTest::targetsAreConverted()
{
    QFETCH(QString, step);
    QFETCH(int, family);
    QFETCH(int, notation);
    QFETCH(QString, expected);
    const Script script(step);
    QCOMPARE(after(step, convertTargets(script, Family(family), Notation(notation), rider())), expected);
}

void WorkoutConvertTest::convertingThereAndBackKeepsFigures()
{
    const Person person = rider();
    const ResolveOptions options {.type = u"Ride"_s};
    for (int percent = 30; percent <= 160; ++percent) {
        const QString text = u"- 20m %1%"_s.arg(percent);
        const QString watts = after(text, convertTargets(Script(text), Family::Power, Notation::Absolute, person));
        const QString back = after(watts, convertTargets(Script(watts), Family::Power, Notation::Percent, person));
        QCOMPARE(back, text);
        QCOMPARE(resolve(Script(watts).workout(), person.settings, options).load,
            resolve(Script(text).workout(), person.settings, options).load);
    }
}

void WorkoutConvertTest::familiesAreSwitchedByZone()
{
    const QString text = u"- 10m ramp 50-70%\n\n2x\n- 5m 95-100% 90rpm\n- 2m 140bpm\n- 1m freeride"_s;
    const QString expected = u"- 10m ramp Z1-Z2 HR\n\n2x\n- 5m Z4 HR 90rpm\n- 2m 140bpm\n- 1m freeride"_s;
    QCOMPARE(after(text, switchFamily(Script(text), Family::HeartRate, rider())), expected);
    const QString hard = u"- 30s 200%"_s; // there are only five zones of heart rate
    QCOMPARE(after(hard, switchFamily(Script(hard), Family::HeartRate, rider())), u"- 30s Z5 HR"_s);
}

void WorkoutConvertTest::durationsAndIntensitiesAreScaled()
{
    const QString text = u"- 10m 60%\n- 30s 120%\n- 1km 4:00/km Pace\n- 1h30m 200w\n- 5m Z2"_s;
    const Script script(text);
    QCOMPARE(after(text, scaleDurations(script, 1.1)),
        u"- 11m 60%\n- 35s 120%\n- 1100mtr 4:00/km Pace\n- 1h39m 200w\n- 5m30s Z2"_s);
    QCOMPARE(after(text, scaleDurations(script, 2, {1})),
        u"- 10m 60%\n- 1m 120%\n- 1km 4:00/km Pace\n- 1h30m 200w\n- 5m Z2"_s);
    QCOMPARE(after(text, scaleIntensities(script, 1.05, rider())),
        u"- 10m 63%\n- 30s 126%\n- 1km 3:49/km Pace\n- 1h30m 210w\n- 5m 58-79%"_s);
}

void WorkoutConvertTest::aWorkoutIsFittedToDuration_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("minutes");
    QTest::newRow("a longer one") << QString::fromLatin1(session) << 90;
    QTest::newRow("a shorter one") << QString::fromLatin1(session) << 37;
    QTest::newRow("steps of many lengths") << u"- 7m 50%\n\n13x\n- 40s 120%\n- 20s 50%\n\n- 11m 50%"_s << 60;
}

void WorkoutConvertTest::aWorkoutIsFittedToDuration()
{
    QFETCH(QString, text);
    QFETCH(int, minutes);
    const Person person = rider();
    const QString then = after(text, fitDuration(Script(text), std::chrono::minutes(minutes), person));
    QCOMPARE(resolve(Script(then).workout(), person.settings, {.type = u"Ride"_s}).duration,
        std::chrono::seconds(minutes * 60));
    QCOMPARE(Script(then).places().size(), Script(text).places().size());
    QVERIFY2(fitDuration(Script(then), std::chrono::minutes(minutes), person).isEmpty(), "what fits is left alone");
}

void WorkoutConvertTest::aWorkoutIsFittedToLoad_data()
{
    QTest::addColumn<int>("load");
    QTest::addColumn<int>("by");
    QTest::addColumn<int>("tolerance");
    QTest::newRow("harder by duration") << 110 << int(FitBy::Duration) << 2;
    QTest::newRow("easier by duration") << 30 << int(FitBy::Duration) << 2;
    QTest::newRow("harder by intensity") << 80 << int(FitBy::Intensity) << 2;
    QTest::newRow("easier by intensity") << 40 << int(FitBy::Intensity) << 2;
}

void WorkoutConvertTest::aWorkoutIsFittedToLoad()
{
    QFETCH(int, load);
    QFETCH(int, by);
    QFETCH(int, tolerance);
    const Person person = rider();
    const ResolveOptions options {.type = u"Ride"_s};
    const QString text = u"- 10m ramp 50-75%\n\n4x\n- 5m 100%\n- 3m 55%\n\n- 10m 50%"_s;
    const Edited edited = fitLoad(Script(text), load, FitBy(by), person, options);
    const Resolved then = resolve(Script(after(text, edited)).workout(), person.settings, options);
    QVERIFY2(std::abs(*then.load - load) <= tolerance, qPrintable(QString::number(*then.load)));
    const Resolved before = resolve(Script(text).workout(), person.settings, options);
    if (FitBy(by) == FitBy::Intensity)
        QCOMPARE(then.duration, before.duration);
    QVERIFY(fitLoad(Script(u"- 10m freeride"_s), load, FitBy(by), person, options).isEmpty());
}

void WorkoutConvertTest::shapesHaveHeights()
{
    const Shape shape = shapeOf(Script(QString::fromLatin1(session)).workout(), Family::Power, rider());
    QCOMPARE(shape.blocks.size(), 6);
    QCOMPARE(shape.steps(), 7);
    QCOMPARE(shape.seconds(), 600 + 180 + 4 * 480 + 600 + 240 + 480);
    const ShapeStep &ramp = shape.blocks.at(0).steps.first();
    QVERIFY(ramp.ramp && ramp.start == 50 && ramp.end == 75);
    const ShapeStep &range = shape.blocks.at(2).steps.first();
    QCOMPARE(range.start, 95.0);
    QCOMPARE(range.top(), 105.0);
    QCOMPARE(range.zone, 4);
    Person unknown;
    const Shape blind = shapeOf(Script(u"- 5m 150bpm\n- 5m\n- 10s maxeffort"_s).workout(), Family::HeartRate, unknown);
    QVERIFY(!blind.blocks.at(0).steps.first().isKnown && blind.blocks.at(0).steps.first().hasTarget);
    QVERIFY(!blind.blocks.at(1).steps.first().hasTarget);
    QVERIFY(blind.blocks.at(2).steps.first().top() > blind.blocks.at(1).steps.first().top());
}

MICROCYCLE_CORE_TEST(WorkoutConvertTest)
#include "tst_workoutconvert.moc"
