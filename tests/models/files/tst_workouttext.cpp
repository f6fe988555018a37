// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/plaintext.h"
#include "models/files/workouttext.h"
#include "models/workout/parse.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;

/// A file is read a few lines at a time; that must not show.
class WorkoutTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAsOneText_data();
    void readsAsOneText();
};

void WorkoutTextTest::readsAsOneText_data()
{
    QTest::addColumn<QString>("text");
    const QString steps = u"- Über den Gang 1m48s 95% 90rpm\n"_s.repeated(150);
    QTest::newRow("nothing") << QString();
    QTest::newRow("one line") << u"- 10m 60%"_s;
    QTest::newRow("a line break at the end") << steps;
    QTest::newRow("a repeat that is longer than a piece") << u"3x\n"_s + steps + u"\n- 5m 50%"_s;
    QTest::newRow("prose that is longer than a piece") << u"Keep it easy.\n\n"_s.repeated(600) + u"Warmup\n- 10m 50%"_s;
    QTest::newRow("line breaks of Windows") << QString(u"4x\n"_s + steps).replace(u"\n"_s, u"\r\n"_s);
    QTest::newRow("line breaks of an old Mac") << QString(u"4x\n"_s + steps).replace(u'\n', u'\r');
    QTest::newRow("one line that is longer than a piece")
        << u"- Easy "_s + u"on "_s.repeated(3000) + u"10m 60%\n"_s + steps;
    QTest::newRow("characters outside the first plane") << u"\U0001F6B4 in the hills\n"_s.repeated(400) + steps;
    QTest::newRow("more steps than are read") << steps.repeated(7);
    QTest::newRow("more characters than are read") << u"A line of prose.\n"_s.repeated(5000) + steps;
}

void WorkoutTextTest::readsAsOneText()
{
    QFETCH(const QString, text);
    workout::Workout whole = workout::parse(files::plain(text));
    const auto file = files::workoutFromUtf8(text.toUtf8());
    QCOMPARE(file.description, std::exchange(whole.description, QString()));
    QCOMPARE(file.workout.blocks.size(), whole.blocks.size());
    QCOMPARE(file.workout, whole);
    QCOMPARE(file.notes.size(), whole.warnings.size());
}

MICROCYCLE_CORE_TEST(WorkoutTextTest)
#include "tst_workouttext.moc"
