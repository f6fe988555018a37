// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workout/edit.h"
#include "models/workout/editline.h"
#include "models/workout/editremedy.h"
#include "tests/models/workout/editing.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using namespace support;
using namespace workout;
using namespace std::chrono_literals;

namespace {

Target share(double start, double end)
{
    return {Unit::PercentFtp, start, end, {}, {}};
}

/// "a -> b" of the lines that differ, for texts with as many lines as before.
QString changedLines(const QString &before, const QString &then)
{
    const QStringList one = before.split(u'\n');
    const QStringList other = then.split(u'\n');
    if (one.size() != other.size())
        return u"%1 lines became %2"_s.arg(one.size()).arg(other.size());
    QStringList changes;
    for (qsizetype i = 0; i < one.size(); ++i) {
        if (one.at(i) != other.at(i))
            changes << u"%1: %2"_s.arg(i).arg(other.at(i));
    }
    return changes.join(u" | "_s);
}

}

/// Each gesture of the builder on a text: the touched piece changes, everything else stays as it was typed.
class WorkoutEditTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aScriptKnowsItsLines();
    void oneTokenIsRewritten_data();
    void oneTokenIsRewritten();
    void repeatsAreMadeAndUnmade();
    void problemsAreRemedied_data();
    void problemsAreRemedied();
    void foreignLineBreaksStay();
};

void WorkoutEditTest::aScriptKnowsItsLines()
{
    const Script script(QString::fromLatin1(session));
    QCOMPARE(script.places().size(), size_t(7));
    QCOMPARE(script.headerLine(2), 6);
    QCOMPARE(script.firstLine(2), 6);
    QCOMPARE(script.lastLine(2), 8);
    QCOMPARE(script.headerLine(0), -1);
    QCOMPARE(script.line(7), u"- Hard 5m 95-105% power=3s"_s);
    QCOMPARE(script.stepAt(7)->text, u"Hard"_s);
    QVERIFY(!script.stepAt(6));
    QCOMPARE(Script(QString()).lineCount(), 1);
    QVERIFY(Script(QString()).places().empty());
}

void WorkoutEditTest::oneTokenIsRewritten_data()
{
    using Gesture = std::function<Edited(const Script &)>;
    QTest::addColumn<Gesture>("gesture");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const Gesture &gesture, const QString &expected) {
        QTest::newRow(name) << gesture << expected;
    };
    row(
        "a duration",
        [](const Script &s) { return setDuration(s, 7, 4min + 30s); },
        u"7: - Hard 4m30s 95-105% power=3s"_s);
    row(
        "the same duration does nothing", [](const Script &s) { return setDuration(s, 7, 5min); }, QString());
    row(
        "a duration for a distance",
        [](const Script &s) { return setDuration(s, 12, 4min); },
        u"12: - 4m 4:00/km Pace"_s);
    row(
        "a distance", [](const Script &s) { return setDistance(s, 12, 1500); }, u"12: - 1500mtr 4:00/km Pace"_s);
    row(
        "one value for a range",
        [](const Script &s) { return setTarget(s, 7, share(100, 100)); },
        u"7: - Hard 5m 100% power=3s"_s);
    row(
        "a range for a value", [](const Script &s) { return setTarget(s, 8, share(50, 60)); }, u"8: - 3m 50-60%"_s);
    row(
        "the end of a ramp",
        [](const Script &s) { return setTarget(s, 3, share(50, 80)); },
        u"3: - Spin 10m ramp 50-80% 90rpm"_s);
    row(
        "a falling ramp",
        [](const Script &s) { return setTarget(s, 3, share(80, 50)); },
        u"3: - Spin 10m ramp 80-50% 90rpm"_s);
    row(
        "another family comes behind the time",
        [](const Script &s) {
            return setTarget(s, 8, {Unit::PercentLthr, 70, 75, {}, {}});
        },
        u"8: - 3m 70-75% LTHR 55%"_s);
    row(
        "another family in its place",
        [](const Script &s) {
            return replaceTarget(s, 11, Family::Power, {Unit::HrZone, 2, 2, {}, {}});
        },
        u"11: - 10m Z2 HR"_s);
    row(
        "a ramp is made", [](const Script &s) { return setRamp(s, 7, true); }, u"7: - Hard 5m ramp 95-105% power=3s"_s);
    row(
        "a ramp is unmade", [](const Script &s) { return setRamp(s, 3, false); }, u"3: - Spin 10m 50-75% 90rpm"_s);
    row(
        "the count of a repeat", [](const Script &s) { return setReps(s, 2, 12); }, u"6: Main set 12x"_s);
    row(
        "a line that is no step", [](const Script &s) { return setDuration(s, 10, 5min); }, QString());
}

void WorkoutEditTest::oneTokenIsRewritten()
{
    using Gesture = std::function<Edited(const Script &)>;
    QFETCH(Gesture, gesture);
    QFETCH(QString, expected);
    const QString text = QString::fromLatin1(session);
    QCOMPARE(changedLines(text, after(text, gesture(Script(text)))), expected);
}

void WorkoutEditTest::repeatsAreMadeAndUnmade()
{
    const QString plain = u"- 1m 50%\n- 2m 60%\n- 3m 70%\n- 4m 80%"_s;
    const QString wrapped = after(plain, wrapSteps(Script(plain), {1, 2}, 4));
    QCOMPARE(wrapped, u"- 1m 50%\n\n4x\n- 2m 60%\n- 3m 70%\n\n- 4m 80%"_s);
    QCOMPARE(after(wrapped, unwrap(Script(wrapped), 1)), u"- 1m 50%\n\n- 2m 60%\n- 3m 70%\n\n- 4m 80%"_s);
    QVERIFY(wrapSteps(Script(wrapped), {3, 6}, 2).isEmpty());
    QVERIFY(wrapSteps(Script(plain), {0, 2}, 2).isEmpty());
    const QString apart = u"- 1m 50%\n\n- 2m 60%"_s;
    QCOMPARE(after(apart, wrapSteps(Script(apart), {0, 2}, 3)), u"3x\n- 1m 50%\n- 2m 60%"_s);
    const QString shouting = u"Set 4 X\n- 1m 90%"_s;
    QCOMPARE(after(shouting, setReps(Script(shouting), 0, 10)), u"Set 10 X\n- 1m 90%"_s);
    QVERIFY(setReps(Script(shouting), 0, 0).isEmpty());
}

void WorkoutEditTest::problemsAreRemedied_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QString &text, const QString &expected) {
        QTest::newRow(name) << text << expected;
    };
    row("a repeat that is swallowed", u"- 1m 50%\n4x\n- 2m 60%\n"_s, u"- 1m 50%\n\n4x\n- 2m 60%\n"_s);
    row("a repeat within a repeat", u"2x\n- 1m 50%\n4x\n- 2m 60%"_s, u"2x\n- 1m 50%\n\n4x\n- 2m 60%"_s);
    row("an indented list", u"2x\n  - 1m 50%"_s, u"2x\n- 1m 50%"_s);
    row("a repeat with a colon", u"Set 4x:\n- 1m 50%"_s, u"Set 4x\n- 1m 50%"_s);
    row("a count in a step", u"- 5m 50%\n- 4x 30s 110%\n- 5m 50%"_s, u"- 5m 50%\n\n4x\n- 30s 110%\n\n- 5m 50%"_s);
    row("a bullet", u"\u2022 10m 60%"_s, u"- 10m 60%"_s);
    row("a falling range", u"- 10m 60-50%"_s, u"- 10m ramp 60-50%"_s);
    row("a time in two pieces", u"- Long 1h 30m 60%"_s, u"- Long 1h30m 60%"_s);
    row("a decimal comma", u"- 1,5km 90% Pace"_s, u"- 1.5km 90% Pace"_s);
    row("metres that are minutes", u"- 400m 90% Pace"_s, u"- 400mtr 90% Pace"_s);
    row("a blank before the percent sign", u"- 10m 75 %"_s, u"- 10m 75%"_s);
    row("watts in words", u"- 10m 220 watts"_s, u"- 10m 220w"_s);
    row("something there is no word for", u"- 10m RPE 8"_s, QString());
    row("a step without time", u"- easy 50%"_s, QString());
}

void WorkoutEditTest::problemsAreRemedied()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const Script script(text);
    QVERIFY(!script.workout().warnings.isEmpty());
    const Edited edited = remedy(script, script.workout().warnings.first());
    QCOMPARE(edited.isEmpty() ? QString() : after(text, edited), expected);
    if (!edited.isEmpty())
        QCOMPARE(Script(expected).workout().warnings, QList<Warning>());
}

void WorkoutEditTest::foreignLineBreaksStay()
{
    const QString text = u"Note\u00a0one\r\n\r\n- 1m 50%\r\n\r\n3x\r\n- 2m 60%\r\n"_s;
    QCOMPARE(
        after(text, setDuration(Script(text), 2, 5min)), u"Note\u00a0one\r\n\r\n- 5m 50%\r\n\r\n3x\r\n- 2m 60%\r\n"_s);
    QCOMPARE(after(text, moveSteps(Script(text), {2}, {2, {}})),
        u"Note\u00a0one\r\n\r\n3x\r\n- 2m 60%\r\n\r\n- 1m 50%\r\n"_s);
}

MICROCYCLE_CORE_TEST(WorkoutEditTest)
#include "tst_workoutedit.moc"
