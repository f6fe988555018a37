// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workout/edit.h"
#include "tests/models/workout/editing.h"
#include "tests/support/testmain.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using namespace support;
using namespace workout;

/// Steps and repeats on their way through a text: the blank lines come right by themselves and nothing gets lost.
class WorkoutMovesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stepsAreMovedInsertedAndTakenAway_data();
    void stepsAreMovedInsertedAndTakenAway();
    void stepsAreTakenElsewhereAsText();
    void whatWasMovedIsNamed();
    void someMovesDoNothing();
    void anyMoveKeepsEveryStep();
};

void WorkoutMovesTest::stepsAreMovedInsertedAndTakenAway_data()
{
    using Gesture = std::function<Edited(const Script &)>;
    QTest::addColumn<QString>("text");
    QTest::addColumn<Gesture>("gesture");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QString &text, const Gesture &gesture, const QString &expected) {
        QTest::newRow(name) << text << gesture << expected;
    };
    const QString plain = u"- 1m 50%\n- 2m 60%\n- 3m 70%"_s;
    const QString mixed = u"- 1m 50%\n\n3x\n- 2m 60%\n- 3m 70%\n\n- 4m 80%"_s;
    row(
        "a step past its neighbour",
        plain,
        [](const Script &s) {
            return moveSteps(s, {0}, {2, {}});
        },
        u"- 2m 60%\n- 1m 50%\n- 3m 70%"_s);
    row(
        "the last to the front",
        plain,
        [](const Script &s) {
            return moveSteps(s, {2}, {0, {}});
        },
        u"- 3m 70%\n- 1m 50%\n- 2m 60%"_s);
    row(
        "two together",
        plain,
        [](const Script &s) {
            return moveSteps(s, {0, 1}, {3, {}});
        },
        u"- 3m 70%\n- 1m 50%\n- 2m 60%"_s);
    row(
        "a step into a repeat",
        mixed,
        [](const Script &s) {
            return moveSteps(s, {0}, {1, 1});
        },
        u"3x\n- 2m 60%\n- 1m 50%\n- 3m 70%\n\n- 4m 80%"_s);
    row(
        "a step out of a repeat, to its neighbour",
        mixed,
        [](const Script &s) {
            return moveSteps(s, {4}, {2, {}});
        },
        u"- 1m 50%\n\n3x\n- 2m 60%\n\n- 3m 70%\n- 4m 80%"_s);
    row(
        "within a repeat",
        mixed,
        [](const Script &s) {
            return moveSteps(s, {4}, {1, 0});
        },
        u"- 1m 50%\n\n3x\n- 3m 70%\n- 2m 60%\n\n- 4m 80%"_s);
    row(
        "a whole repeat to the end",
        mixed,
        [](const Script &s) {
            return moveSteps(s, {3, 4}, {3, {}});
        },
        u"- 1m 50%\n\n- 4m 80%\n\n3x\n- 2m 60%\n- 3m 70%"_s);
    row(
        "a whole repeat to the front",
        mixed,
        [](const Script &s) {
            return moveSteps(s, {3, 4}, {0, {}});
        },
        u"3x\n- 2m 60%\n- 3m 70%\n\n- 1m 50%\n\n- 4m 80%"_s);
    row(
        "the last step of a repeat takes its header away",
        u"2x\n- 1m 90%\n\n- 4m 80%"_s,
        [](const Script &s) { return removeSteps(s, {1}); },
        u"- 4m 80%"_s);
    row(
        "a step taken away",
        mixed,
        [](const Script &s) { return removeSteps(s, {3}); },
        u"- 1m 50%\n\n3x\n- 3m 70%\n\n- 4m 80%"_s);
    row(
        "a whole repeat taken away",
        mixed,
        [](const Script &s) {
            return removeSteps(s, {3, 4});
        },
        u"- 1m 50%\n\n- 4m 80%"_s);
    row(
        "the last line taken away",
        plain,
        [](const Script &s) { return removeSteps(s, {2}); },
        u"- 1m 50%\n- 2m 60%"_s);
    row(
        "everything taken away",
        plain,
        [](const Script &s) {
            return removeSteps(s, {0, 1, 2});
        },
        QString());
    row(
        "a section without steps goes too",
        u"Warmup\n- 1m 50%\n\n- 2m 60%\n"_s,
        [](const Script &s) { return removeSteps(s, {1}); },
        u"- 2m 60%\n"_s);
    row(
        "notes and the end of the text stay",
        u"Notes\n\n- 1m 50%\n\n2x\n- 1m 90%\n"_s,
        [](const Script &s) { return removeSteps(s, {5}); },
        u"Notes\n\n- 1m 50%\n"_s);
    row(
        "a copy of a step",
        plain,
        [](const Script &s) { return duplicateSteps(s, {1}); },
        u"- 1m 50%\n- 2m 60%\n- 2m 60%\n- 3m 70%"_s);
    row(
        "a copy in a repeat",
        mixed,
        [](const Script &s) { return duplicateSteps(s, {3}); },
        u"- 1m 50%\n\n3x\n- 2m 60%\n- 2m 60%\n- 3m 70%\n\n- 4m 80%"_s);
    row(
        "a copy of a repeat",
        mixed,
        [](const Script &s) {
            return duplicateSteps(s, {3, 4});
        },
        u"- 1m 50%\n\n3x\n- 2m 60%\n- 3m 70%\n\n3x\n- 2m 60%\n- 3m 70%\n\n- 4m 80%"_s);
    row(
        "a new step between steps",
        plain,
        [](const Script &s) {
            return insertStep(s, {1, {}}, u"9m 90%"_s);
        },
        u"- 1m 50%\n- 9m 90%\n- 2m 60%\n- 3m 70%"_s);
    row(
        "a new step behind a repeat joins what follows",
        mixed,
        [](const Script &s) {
            return insertStep(s, {2, {}}, u"9m 90%"_s);
        },
        u"- 1m 50%\n\n3x\n- 2m 60%\n- 3m 70%\n\n- 9m 90%\n- 4m 80%"_s);
    row(
        "a new step at the end of a repeat",
        mixed,
        [](const Script &s) {
            return insertStep(s, {1, 2}, u"9m 90%"_s);
        },
        u"- 1m 50%\n\n3x\n- 2m 60%\n- 3m 70%\n- 9m 90%\n\n- 4m 80%"_s);
    row(
        "a new step does not fall into a section",
        u"Warmup\n- 1m 50%\n\n2x\n- 1m 90%"_s,
        [](const Script &s) {
            return insertStep(s, {1, {}}, u"9m 90%"_s);
        },
        u"Warmup\n- 1m 50%\n\n- 9m 90%\n\n2x\n- 1m 90%"_s);
    row(
        "nor before a section's first step",
        u"2x\n- 1m 90%\n\nCooldown\n- 1m 50%"_s,
        [](const Script &s) {
            return insertStep(s, {1, {}}, u"9m 90%"_s);
        },
        u"2x\n- 1m 90%\n\n- 9m 90%\n\nCooldown\n- 1m 50%"_s);
    row(
        "the first step of all",
        QString(),
        [](const Script &s) {
            return insertStep(s, {0, {}}, u"9m 90%"_s);
        },
        u"- 9m 90%"_s);
    row(
        "the first step under notes",
        u"Bring food."_s,
        [](const Script &s) {
            return insertStep(s, {0, {}}, u"9m 90%"_s);
        },
        u"Bring food.\n\n- 9m 90%"_s);
    row(
        "a new repeat between steps",
        plain,
        [](const Script &s) {
            return insertText(s, {1, {}}, u"4x\n- 9m 90%"_s);
        },
        u"- 1m 50%\n\n4x\n- 9m 90%\n\n- 2m 60%\n- 3m 70%"_s);
}

void WorkoutMovesTest::stepsAreTakenElsewhereAsText()
{
    const Script script(QString::fromLatin1(session));
    const QString whole = textOf(script, {3, 7, 8, 11});
    QCOMPARE(whole, u"- Spin 10m ramp 50-75% 90rpm\n\nMain set 4x\n- Hard 5m 95-105% power=3s\n- 3m 55%\n\n- 10m Z2"_s);
    QCOMPARE(textOf(script, {8}), u"- 3m 55%"_s);
    QCOMPARE(after(QString(), insertText(Script(QString()), {0, {}}, whole)), whole);
    const QString two = u"- 1m 50%\n- 2m 60%"_s;
    QCOMPARE(after(two, insertText(Script(two), {1, {}}, u"Notes\n\n2x\n- 9m 90%"_s)),
        u"- 1m 50%\n\n2x\n- 9m 90%\n\n- 2m 60%"_s);
    QVERIFY(insertText(script, {2, 1}, whole).isEmpty());
    QVERIFY(insertText(script, {0, {}}, u"no steps"_s).isEmpty());
}

void WorkoutMovesTest::stepsAreMovedInsertedAndTakenAway()
{
    using Gesture = std::function<Edited(const Script &)>;
    QFETCH(QString, text);
    QFETCH(Gesture, gesture);
    QFETCH(QString, expected);
    QCOMPARE(after(text, gesture(Script(text))), expected);
}

void WorkoutMovesTest::whatWasMovedIsNamed()
{
    const QString text = u"- 1m 50%\n\n3x\n- 2m 60%\n- 3m 70%\n\n- 4m 80%"_s;
    const Script script(text);
    const Edited moved = moveSteps(script, {3, 4}, {3, {}});
    QCOMPARE(moved.lines, (QList<int> {5, 6}));
    const Script then(after(text, moved));
    for (const int line : moved.lines)
        QVERIFY(then.stepAt(line));
    QCOMPARE(duplicateSteps(script, {3}).lines, QList<int> {4});
    QCOMPARE(insertStep(script, {0, {}}, u"1m 1%"_s).lines, QList<int> {0});
}

void WorkoutMovesTest::someMovesDoNothing()
{
    const Script script(u"Warmup\n- 1m 50%\n\n3x\n- 2m 60%\n- 3m 70%\n\n4x\n- 4m 80%\n\n- 5m 40%\n"_s);
    QVERIFY(!canMove(script, {1}, {0, {}}));
    QVERIFY(!canMove(script, {1}, {1, {}}));
    QVERIFY(!canMove(script, {4, 5}, {1, {}}));
    QVERIFY(!canMove(script, {4, 5}, {2, {}}));
    QVERIFY(!canMove(script, {5}, {1, 1}));
    QVERIFY(!canMove(script, {5}, {1, 2}));
    QVERIFY(!canMove(script, {10}, {4, {}}));
    QVERIFY2(!canMove(script, {4, 5}, {2, 0}), "a repeat cannot stand in another one");
    QVERIFY(!canMove(script, {2}, {0, {}})); // no step
    QVERIFY(!canMove(script, {1}, {9, {}})); // no such place
    QVERIFY(canMove(script, {1}, {2, {}}));
}

void WorkoutMovesTest::anyMoveKeepsEveryStep()
{
    const QString text = QString::fromLatin1(session);
    const auto steps = [](const Script &script) {
        QStringList all;
        for (const auto &place : script.places())
            all << script.line(place.line).toString();
        all.sort();
        return all;
    };
    QRandomGenerator random(7);
    Script script(text);
    const QStringList before = steps(script);
    int moved = 0;
    for (int i = 0; i < 400; ++i) {
        QList<int> lines;
        for (const auto &place : script.places()) {
            if (random.bounded(3) == 0)
                lines.append(place.line);
        }
        Gap gap {random.bounded(int(script.workout().blocks.size()) + 1), {}};
        if (gap.block < script.workout().blocks.size() && script.block(gap.block).repeat && random.bounded(2))
            gap.step = random.bounded(int(script.block(gap.block).steps.size()) + 1);
        const QString was = script.text();
        const Edited edited = moveSteps(script, lines, gap);
        moved += !edited.isEmpty();
        script = Script(applied(was, edited.changes));
        QVERIFY2(steps(script) == before, qPrintable(was + u"\n=>\n"_s + script.text()));
        QVERIFY2(script.workout().warnings.isEmpty(), qPrintable(was + u"\n=>\n"_s + script.text()));
        QVERIFY2(!script.text().contains(u"\n\n\n"_s), qPrintable(script.text()));
        QVERIFY(script.text().startsWith("Legs first."_L1));
    }
    QVERIFY(moved > 200);
}

MICROCYCLE_CORE_TEST(WorkoutMovesTest)
#include "tst_workoutmoves.moc"
