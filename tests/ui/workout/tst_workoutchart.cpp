// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/ui/workout/builderstage.h"

#include <QAccessible>

using namespace Qt::StringLiterals;
using ui::ChartPiece;

/// The chart worked by mouse and by keyboard: what a hand does to it stands in the text at once.
class WorkoutChartTest
    : public QObject
    , private BuilderStage
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { tearDown(); }

    void draggingTheRightEdgeChangesTheDuration();
    void draggingAnEdgeInARepetitionCountsAll();
    void draggingTheTopChangesTheIntensity();
    void draggingTheEndOfARampChangesOneEnd();
    void draggingABlockMovesIt();
    void draggingABracketMovesTheRepeat();
    void escapeTakesADragBack();
    void aDragIsOneStepOfUndo();
    void keysWorkOnTheSelection_data();
    void keysWorkOnTheSelection();
    void deletingChoosesTheNext();
    void digitsSetZones();
    void stepsAreCutAndPasted();
    void chartAndTextShowTheSamePlace();
    void assistantsAreToldOfBlocks();
};

void WorkoutChartTest::init()
{
    setUp();
    m_id = plan(u"Threshold"_s, session);
    m_page->open(m_id);
    show();
}

void WorkoutChartTest::draggingTheRightEdgeChangesTheDuration()
{
    const QRectF box = piece(6).box;
    const QPointF edge(box.right() - 1, box.center().y());
    drag(edge, edge + QPointF(pixels(125), 0));
    QCOMPARE(lineOf(6), u"- 12m 60%"_s);
    QCOMPARE(text().workout(), QString(session).replace(u"- 10m 60%"_s, u"- 12m 60%"_s));
    const QPointF again(piece(6).box.right() - 1, box.center().y());
    drag(again, again - QPointF(pixels(63), 0), Qt::ShiftModifier); // finer
    QCOMPARE(lineOf(6).left(6), u"- 10m5"_s);
}

void WorkoutChartTest::draggingAnEdgeInARepetitionCountsAll()
{
    const QRectF box = piece(3, 2).box;
    const QPointF edge(box.right() - 1, box.bottom() - 10);
    drag(edge, edge + QPointF(pixels(180), 0)); // three of them up to here
    QCOMPARE(lineOf(3), u"- Hard 5m 105%"_s);
    QVERIFY(std::abs(piece(3, 1).box.width() - piece(3, 3).box.width()) < 1e-6);
}

void WorkoutChartTest::draggingTheTopChangesTheIntensity()
{
    const QRectF box = piece(6).box;
    const QPointF top(box.center().x(), box.top());
    const double percent = 1 / chart().chart().percentPerPixel();
    drag(top, top - QPointF(0, 21 * percent));
    QCOMPARE(lineOf(6), u"- 10m 80%"_s);
    const QPointF again(box.center().x(), piece(6).box.top());
    drag(again, again + QPointF(0, 3 * percent), Qt::ShiftModifier);
    QCOMPARE(lineOf(6), u"- 10m 77%"_s);
}

void WorkoutChartTest::draggingTheEndOfARampChangesOneEnd()
{
    const ChartPiece ramp = piece(0);
    const double percent = 1 / chart().chart().percentPerPixel();
    const QPointF end(ramp.box.right() - ramp.box.width() * 0.08, ramp.endY + (ramp.startY - ramp.endY) * 0.08);
    drag(end, end - QPointF(0, 10 * percent));
    QCOMPARE(lineOf(0), u"- 10m ramp 50-85%"_s);
    const ChartPiece then = piece(0);
    const QPointF start(then.box.left() + then.box.width() * 0.1, then.startY + (then.endY - then.startY) * 0.1);
    drag(start, start + QPointF(0, 10 * percent));
    QCOMPARE(lineOf(0), u"- 10m ramp 40-85%"_s);
}

void WorkoutChartTest::draggingABlockMovesIt()
{
    const QPointF body(piece(7).box.center().x(), piece(7).box.bottom() - 12);
    QTest::mousePress(&chart(), Qt::LeftButton, {}, body.toPoint());
    moveTo(body - QPointF(40, 0));
    moveTo(QPointF(piece(0).box.left() + 3, body.y()));
    QVERIFY(chart().isDragging());
    QCOMPARE(text().workout(), session); // nothing before the hand lets go
    QTest::mouseRelease(&chart(), Qt::LeftButton, {}, QPoint(int(piece(0).box.left()) + 3, int(body.y())));
    QCOMPARE(text().workout(), u"- 5m 50%\n- 10m ramp 50-75%\n\n4x\n- Hard 4m 105%\n- 3m 55%\n\n- 10m 60%"_s);
    QCOMPARE(chart().selection(), QList<int> {0});
}

void WorkoutChartTest::draggingABracketMovesTheRepeat()
{
    const QRectF bracket = chart().chart().brackets().front().rect;
    drag(bracket.center(), {chart().chart().plot().right() - 2, bracket.center().y()});
    QCOMPARE(text().workout(), u"- 10m ramp 50-75%\n\n- 10m 60%\n- 5m 50%\n\n4x\n- Hard 4m 105%\n- 3m 55%"_s);
    QCOMPARE(chart().selection(), (QList<int> {6, 7}));
}

void WorkoutChartTest::escapeTakesADragBack()
{
    const QRectF box = piece(6).box;
    const QPointF top(box.center().x(), box.top());
    QTest::mousePress(&chart(), Qt::LeftButton, {}, top.toPoint());
    moveTo(top - QPointF(0, 30));
    QVERIFY(lineOf(6) != u"- 10m 60%"_s); // the text follows the hand
    key(Qt::Key_Escape);
    QCOMPARE(text().workout(), session);
    QVERIFY(!text().document()->isUndoAvailable());
    QVERIFY(!text().document()->isRedoAvailable());
    QTest::mouseRelease(&chart(), Qt::LeftButton, {}, top.toPoint());
    QVERIFY(m_page->isOpen());
}

void WorkoutChartTest::aDragIsOneStepOfUndo()
{
    const QRectF box = piece(6).box;
    const QPointF top(box.center().x(), box.top());
    QTest::mousePress(&chart(), Qt::LeftButton, {}, top.toPoint());
    for (int up = 3; up < 60; up += 3)
        moveTo(top - QPointF(0, up));
    QTest::mouseRelease(&chart(), Qt::LeftButton, {}, QPoint(int(top.x()), int(top.y()) - 57));
    const QString raised = text().workout();
    QVERIFY(raised != session);
    QTest::keyClick(&chart(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(text().workout(), session);
    QTest::keyClick(&chart(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(text().workout(), raised);
}

void WorkoutChartTest::keysWorkOnTheSelection_data()
{
    QTest::addColumn<int>("which");
    QTest::addColumn<int>("modifiers");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, int which, int modifiers, const QString &line) {
        QTest::newRow(name) << which << modifiers << line;
    };
    row("longer", Qt::Key_Right, Qt::AltModifier, u"- 10m30s 60%"_s);
    row("a little longer", Qt::Key_Right, Qt::AltModifier | Qt::ShiftModifier, u"- 10m5s 60%"_s);
    row("shorter", Qt::Key_Left, Qt::AltModifier, u"- 9m30s 60%"_s);
    row("harder", Qt::Key_Up, Qt::AltModifier, u"- 10m 65%"_s);
    row("a little easier", Qt::Key_Down, Qt::AltModifier | Qt::ShiftModifier, u"- 10m 59%"_s);
    row("earlier, so that the other comes here", Qt::Key_Right, Qt::ControlModifier, u"- 5m 50%"_s);
    row("deleted, so that the other comes here", Qt::Key_Delete, Qt::NoModifier, u"- 5m 50%"_s);
}

void WorkoutChartTest::keysWorkOnTheSelection()
{
    QFETCH(int, which);
    QFETCH(int, modifiers);
    QFETCH(QString, expected);
    chart().setFocus();
    key(Qt::Key_Home);
    for (int i = 0; i < 3; ++i)
        key(Qt::Key_Right);
    QCOMPARE(chart().current(), 6);
    key(which, Qt::KeyboardModifiers(modifiers));
    QCOMPARE(lineOf(6), expected);
}

void WorkoutChartTest::deletingChoosesTheNext()
{
    chart().setFocus();
    key(Qt::Key_Home);
    key(Qt::Key_Delete);
    QCOMPARE(text().workout(), u"4x\n- Hard 4m 105%\n- 3m 55%\n\n- 10m 60%\n- 5m 50%"_s);
    QCOMPARE(chart().selection(), QList<int> {1});
    key(Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(lineOf(2), u"- Hard 4m 105%"_s);
    QCOMPARE(chart().current(), 2);
    key(Qt::Key_Plus);
    QCOMPARE(lineOf(0), u"5x"_s);
    key(Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(chart().selection().size(), 5);
    key(Qt::Key_Delete);
    QCOMPARE(text().workout(), QString());
    QCOMPARE(chart().current(), -1);
}

void WorkoutChartTest::digitsSetZones()
{
    chart().setFocus();
    chart().choose({6, 7}, 6);
    key(Qt::Key_3);
    QCOMPARE(lineOf(6), u"- 10m Z3"_s);
    QCOMPARE(lineOf(7), u"- 5m Z3"_s);
    key(Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(lineOf(7), u"- 5m Z4"_s);
    QTest::keyClick(&chart(), Qt::Key_Z, Qt::ControlModifier);
    QTest::keyClick(&chart(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(text().workout(), session);
}

void WorkoutChartTest::stepsAreCutAndPasted()
{
    chart().setFocus();
    chart().choose({3, 4}, 3);
    QTest::keyClick(&chart(), Qt::Key_X, Qt::ControlModifier);
    QCOMPARE(text().workout(), u"- 10m ramp 50-75%\n\n- 10m 60%\n- 5m 50%"_s);
    key(Qt::Key_End);
    QTest::keyClick(&chart(), Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(text().workout(), u"- 10m ramp 50-75%\n\n- 10m 60%\n- 5m 50%\n\n4x\n- Hard 4m 105%\n- 3m 55%"_s);
    QCOMPARE(chart().selection(), (QList<int> {6, 7}));
}

void WorkoutChartTest::chartAndTextShowTheSamePlace()
{
    const QPointF body(piece(6).box.center().x(), piece(6).box.bottom() - 12);
    QTest::mouseClick(&chart(), Qt::LeftButton, {}, body.toPoint());
    QCOMPARE(text().textCursor().blockNumber(), 6);
    QTest::mouseClick(
        &chart(), Qt::LeftButton, Qt::ShiftModifier, QPoint(int(piece(0).box.center().x()), int(body.y())));
    QCOMPARE(chart().selection(), (QList<int> {0, 3, 4, 6}));
    QTest::mouseClick(&chart(), Qt::LeftButton, Qt::ControlModifier, body.toPoint());
    QCOMPARE(chart().selection(), (QList<int> {0, 3, 4}));
    text().goToLine(7);
    QCOMPARE(chart().selection(), QList<int> {7});
    text().goToLine(2); // the header: all of its steps
    QCOMPARE(chart().selection(), (QList<int> {3, 4}));
    text().goToLine(1);
    QCOMPARE(chart().selection(), QList<int>());
    QTest::mouseDClick(&chart(), Qt::LeftButton, {}, body.toPoint());
    QVERIFY(text().hasFocus());
    QCOMPARE(text().textCursor().blockNumber(), 6);
}

void WorkoutChartTest::assistantsAreToldOfBlocks()
{
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&chart());
    QVERIFY(list);
    QCOMPARE(list->role(), QAccessible::List);
    QCOMPARE(list->text(QAccessible::Name), u"Workout chart"_s);
    QCOMPARE(list->text(QAccessible::Description), u"5 steps, 53 minutes"_s);
    QCOMPARE(list->childCount(), 5);
    QAccessibleInterface *hard = list->child(1);
    QCOMPARE(hard->text(QAccessible::Name), u"Block 2 of 5, 4 minutes at 105 % FTP, Hard, 4 times"_s);
    QCOMPARE(list->child(0)->text(QAccessible::Name), u"Block 1 of 5, 10 minutes, ramp 50–75 % FTP"_s);
    QCOMPARE(list->indexOfChild(hard), 1);
    QCOMPARE(hard->parent(), list);
    QVERIFY(QRect(chart().mapToGlobal(QPoint()), chart().size()).contains(hard->rect()));
    QCOMPARE(list->childAt(hard->rect().center().x(), hard->rect().bottom() - 8), hard);
    hard->actionInterface()->doAction(QAccessibleActionInterface::setFocusAction());
    QCOMPARE(chart().current(), 3);
    QVERIFY(hard->state().focused && hard->state().selected);
    QCOMPARE(list->focusChild(), hard);
    text().selectAll();
    QTest::keyClick(&text(), Qt::Key_Delete);
    QVERIFY(!hard->isValid());
    QCOMPARE(list->childCount(), 0);
}

MICROCYCLE_WIDGET_TEST(WorkoutChartTest)
#include "tst_workoutchart.moc"
