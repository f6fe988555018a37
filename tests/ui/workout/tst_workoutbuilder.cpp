// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/ui/workout/builderstage.h"
#include "ui/activities/activitytiles.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/workout/adjustbar.h"
#include "ui/workout/outlookcard.h"
#include "ui/workout/problemlist.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QCompleter>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTextBlock>

using namespace Qt::StringLiterals;

/// The builder as a whole: what is typed is seen, figures follow, leaving keeps everything.
class WorkoutBuilderTest
    : public QObject
    , private BuilderStage
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { tearDown(); }

    void typingIsSeenAtOnce();
    void aStepFollowsAStep();
    void wordsAreOffered();
    void problemsAreListedAndRemedied();
    void figuresFollowTheText();
    void theDayIsForeseen();
    void targetsAreWrittenAnew();
    void theAdjustBarPreviews();
    void anotherHandEndsAPreview();
    void stepsAreAddedBehindTheSelection();
    void leavingSavesAsOneStep();
    void leavingUnchangedSavesNothing();
    void hidingSavesToo();
    void aLockedWorkoutIsOnlyShown();
    void aDeletedWorkoutIsKept();
    void whatChangedElsewhereIsOffered();
    void foreignCharactersComeThrough();
    void aTextIsReadOnce();
};

void WorkoutBuilderTest::init()
{
    setUp();
    m_id = plan(u"Threshold"_s, session);
    m_page->open(m_id);
    show();
}

void WorkoutBuilderTest::typingIsSeenAtOnce()
{
    text().goToLine(7);
    type(u"\n\n3x\n- 30s 150%"_s);
    QCOMPARE(chart().chart().brackets().size(), size_t(2));
    QCOMPARE(builder().state().shape().blocks.last().reps, 3);
    QCOMPARE(chart().current(), 10);
    QTest::keyClick(&text(), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(text().workout().size() < session.size() + 16);
}

void WorkoutBuilderTest::aStepFollowsAStep()
{
    text().goToLine(7);
    QTest::keyClick(&text(), Qt::Key_Return);
    QCOMPARE(lineOf(8), u"- "_s);
    QTest::keyClick(&text(), Qt::Key_Return); // once more: no step, but a blank line
    QCOMPARE(lineOf(8), QString());
    QCOMPARE(text().textCursor().blockNumber(), 9);
    type(u"2x\n5m 90%\n"_s);
    QCOMPARE(lineOf(10), u"- 5m 90%"_s);
    QCOMPARE(lineOf(11), u"- "_s);
    QTest::keyClick(&text(), Qt::Key_Backspace);
    QCOMPARE(lineOf(11), QString());
    QTest::keyClick(&text(), Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(text().document()->blockCount(), builder().state().script().lineCount());
}

void WorkoutBuilderTest::wordsAreOffered()
{
    auto *popup = text().completer()->popup();
    text().goToLine(7);
    type(u"\n- 5m z"_s);
    QTRY_VERIFY(popup->isVisible());
    QCOMPARE(popup->model()->rowCount(), 7);
    QTest::keyClick(popup, Qt::Key_Down);
    QTest::keyClick(popup, Qt::Key_Return);
    QCOMPARE(lineOf(8), u"- 5m Z2"_s);
    QVERIFY(!popup->isVisible());
    type(u"\n- 5m ra"_s);
    QTRY_VERIFY(popup->isVisible());
    QTest::keyClick(popup, Qt::Key_Escape);
    QVERIFY(!popup->isVisible());
    QVERIFY(m_page->isOpen());
    type(u"\n- Easy talk 9"_s);
    QVERIFY2(!popup->isVisible(), "labels and numbers are not interrupted");
    QTest::keyClick(&text(), Qt::Key_Space, Qt::ControlModifier);
    QTRY_VERIFY(popup->isVisible());
    QTest::keyClick(popup, Qt::Key_Return);
    QCOMPARE(lineOf(10), u"- Easy talk 9m"_s);
}

void WorkoutBuilderTest::problemsAreListedAndRemedied()
{
    auto *problems = part<ui::ProblemList>("workout-problems");
    QVERIFY(!problems->isVisible());
    text().selectAll();
    text().insertPlainText(u"- 10m 60%\n4x\n- 3m 115%"_s);
    QTRY_VERIFY(problems->isVisible());
    QCOMPARE(problems->count(), 1);
    const QRect header = text().cursorRect(QTextCursor(text().document()->findBlockByNumber(1)));
    QVERIFY(text().problemAt(header.center() + QPoint(4, 0)).contains(u"blank line"_s));
    QVERIFY(
        text().problemAt(text().cursorRect(QTextCursor(text().document()->findBlockByNumber(0))).center()).isEmpty());
    const auto buttons = problems->findChildren<QPushButton *>();
    QCOMPARE(buttons.size(), 2);
    QTest::mouseClick(buttons.last(), Qt::LeftButton);
    QCOMPARE(text().workout(), u"- 10m 60%\n\n4x\n- 3m 115%"_s);
    QTRY_VERIFY(!problems->isVisible());
}

void WorkoutBuilderTest::figuresFollowTheText()
{
    const auto tile = [this](int index) { return builder().findChild<ui::TileRow *>()->text(index); };
    QVERIFY2(tile(1).contains(u"70"_s) && !tile(1).contains(u'~'), qPrintable(tile(1)));
    text().goToLine(7);
    type(u"\n- 1h 70%"_s);
    QVERIFY2(tile(0).contains(u"1:53:00"_s), qPrintable(tile(0)));
    QVERIFY2(tile(1).contains(u'~'), qPrintable(tile(1)));
    QCOMPARE(builder().state().figures().load,
        workout::resolve(
            builder().state().script().workout(), builder().state().person().settings, builder().state().options())
            .load);
}

void WorkoutBuilderTest::theDayIsForeseen()
{
    auto *outlook = part<ui::OutlookCard>("workout-outlook");
    QVERIFY(outlook->isVisible());
    const auto words = [outlook] {
        QStringList all;
        for (const auto *label : outlook->findChildren<QLabel *>())
            all << label->text();
        return all.join(u' ');
    };
    const QString before = words();
    QVERIFY2(!before.contains(u"was"_s), qPrintable(before));
    text().goToLine(7);
    type(u"\n- 2h 75%"_s);
    const QString then = words();
    QVERIFY2(then.contains(u"was"_s) && then != before, qPrintable(then));
    // What is foreseen is what comes to be.
    m_page->done();
    items::FitnessTimeline timeline(*m_store);
    const auto point = timeline.points()[size_t(timeline.indexOf(today.addDays(1)))];
    QVERIFY2(then.contains(QLocale(QLocale::English).toString(point.ctl, 'f', 1)), qPrintable(then));
    QVERIFY2(then.contains(QLocale(QLocale::English).toString(point.atl, 'f', 1)), qPrintable(then));
}

void WorkoutBuilderTest::targetsAreWrittenAnew()
{
    auto *notation = builder().findChild<ui::SegmentedControl *>();
    QCOMPARE(notation->currentIndex(), 0);
    Q_EMIT notation->activated(1);
    QCOMPARE(lineOf(3), u"- Hard 4m 294w"_s);
    QCOMPARE(notation->currentIndex(), 1);
    text().undo();
    QCOMPARE(text().workout(), session);
    QCOMPARE(notation->currentIndex(), 0);
}

void WorkoutBuilderTest::theAdjustBarPreviews()
{
    auto &bar = builder().adjustBar();
    auto *value = part<QSpinBox>("workout-adjust-value");
    bar.open(ui::AdjustBar::Kind::ScaleDurations, {});
    value->setValue(120);
    QCOMPARE(lineOf(0), u"- 12m ramp 50-75%"_s);
    value->setValue(150);
    QCOMPARE(lineOf(0), u"- 15m ramp 50-75%"_s);
    QTest::keyClick(value, Qt::Key_Escape);
    QCOMPARE(text().workout(), session);
    QVERIFY(m_page->isOpen() && !bar.isVisible());
    bar.open(ui::AdjustBar::Kind::FitLoadByDuration, {});
    const int wanted = value->value() + 30;
    value->setValue(wanted);
    QTest::keyClick(value, Qt::Key_Return);
    QVERIFY(std::abs(*builder().state().figures().load - wanted) <= 2);
    text().undo();
    QCOMPARE(text().workout(), session);
    bar.open(ui::AdjustBar::Kind::ScaleIntensities, {6});
    value->setValue(110);
    QTest::mouseClick(part<QPushButton>("workout-adjust-apply"), Qt::LeftButton);
    QCOMPARE(text().workout(), QString(session).replace(u"10m 60%"_s, u"10m 66%"_s));
}

void WorkoutBuilderTest::anotherHandEndsAPreview()
{
    auto &bar = builder().adjustBar();
    bar.open(ui::AdjustBar::Kind::ScaleDurations, {});
    part<QSpinBox>("workout-adjust-value")->setValue(200);
    text().goToLine(7);
    type(u"\n1m 90%"_s);
    QVERIFY(!bar.isVisible());
    QCOMPARE(lineOf(0), u"- 20m ramp 50-75%"_s);
    QCOMPARE(lineOf(8), u"- 1m 90%"_s);
    bar.open(ui::AdjustBar::Kind::ScaleDurations, {});
    part<QSpinBox>("workout-adjust-value")->setValue(200);
    chart().choose({8}, 8);
    chart().duplicateSelection();
    QVERIFY(!bar.isVisible());
    QCOMPARE(lineOf(9), u"- 2m 90%"_s);
    text().undo();
    text().undo();
    bar.open(ui::AdjustBar::Kind::ScaleDurations, {});
    part<QSpinBox>("workout-adjust-value")->setValue(50);
    const QRectF box = piece(6).box;
    drag({box.center().x(), box.top()}, {box.center().x(), box.top() - 10 / chart().chart().percentPerPixel()});
    QVERIFY(!bar.isVisible());
    QCOMPARE(lineOf(0), u"- 10m ramp 50-75%"_s);
    QCOMPARE(lineOf(6), u"- 10m 70%"_s);
}

void WorkoutBuilderTest::stepsAreAddedBehindTheSelection()
{
    chart().choose({0}, 0);
    builder().addStep(2);
    QCOMPARE(text().workout().section(u'\n', 0, 6), u"- 10m ramp 50-75%\n\n4x\n- 4m 105%\n- 3m 55%\n\n4x"_s);
    QCOMPARE(chart().selection(), (QList<int> {3, 4}));
    text().selectAll();
    QTest::keyClick(&text(), Qt::Key_Delete);
    builder().addStep(0);
    builder().addStep(4);
    builder().addStep(5);
    QCOMPARE(text().workout(), u"Warmup\n- 15m ramp 45-75%\n\n- 10m 65%\n\nCooldown\n- 10m ramp 60-40%"_s);
}

void WorkoutBuilderTest::leavingSavesAsOneStep()
{
    QSignalSpy closed(m_page.get(), &ui::BuilderPage::closed);
    QSignalSpy sentence(m_page.get(), &ui::BuilderPage::sentence);
    chart().setFocus();
    key(Qt::Key_End);
    key(Qt::Key_Up, Qt::AltModifier);
    key(Qt::Key_Up, Qt::AltModifier);
    part<QLineEdit>("workout-name")->setText(u"Over the top"_s);
    part<QCheckBox>("workout-indoor")->setChecked(true);
    QTest::keyClick(&chart(), Qt::Key_Escape);
    QCOMPARE(closed.size(), 1);
    QCOMPARE(sentence.size(), 1);
    QVERIFY(storedText().endsWith(u"- 5m 60%"_s));
    QCOMPARE(m_store->event(m_id)->name, u"Over the top"_s);
    QCOMPARE(m_store->event(m_id)->indoor, true);
    QVERIFY(m_store->undo().ok());
    QCOMPARE(storedText(), session);
    QCOMPARE(m_store->event(m_id)->name, u"Threshold"_s);
    QVERIFY(!m_store->undoable());
}

void WorkoutBuilderTest::leavingUnchangedSavesNothing()
{
    QSignalSpy closed(m_page.get(), &ui::BuilderPage::closed);
    QTest::keyClick(&text(), Qt::Key_X);
    QTest::keyClick(&text(), Qt::Key_Backspace);
    QTest::mouseClick(part<QPushButton>("workout-done"), Qt::LeftButton);
    QCOMPARE(closed.size(), 1);
    QVERIFY(!m_store->undoable());
    QCOMPARE(m_store->waitingEdits(), 0);
}

void WorkoutBuilderTest::hidingSavesToo()
{
    text().goToLine(7);
    type(u"\n- 1m 90%"_s);
    m_page->hide();
    QVERIFY(storedText().endsWith(u"- 1m 90%"_s));
    m_page->show();
    QVERIFY2(m_page->findChild<ui::MessageBar *>()->isHidden(), "its own edit is no conflict");
    type(u"\n- 2m 90%"_s);
    m_page->done();
    QVERIFY(storedText().endsWith(u"- 1m 90%\n- 2m 90%"_s));
}

void WorkoutBuilderTest::aLockedWorkoutIsOnlyShown()
{
    auto locked = *m_store->event(m_id);
    store::RemoteFold fold(*m_store);
    QJsonObject json = domain::toJson(locked);
    json.insert(u"athlete_cannot_edit"_s, true);
    QVERIFY(fold.record(store::Kind::Event, json).ok());
    m_page->open(m_id);
    QVERIFY(text().isReadOnly());
    const QRectF box = piece(6).box;
    drag({box.center().x(), box.top()}, {box.center().x(), box.top() - 40});
    chart().setFocus();
    key(Qt::Key_Delete);
    QCOMPARE(text().workout(), session);
    QVERIFY(!part<QPushButton>("workout-add")->isEnabled());
}

void WorkoutBuilderTest::aDeletedWorkoutIsKept()
{
    text().goToLine(7);
    type(u"\n- 1m 90%"_s);
    QVERIFY(commands::Planner(*m_store).remove({m_id}).ok());
    QVERIFY(m_page->isOpen());
    m_page->done();
    const auto events = m_store->events({today, today.addDays(7)});
    QCOMPARE(events.size(), 1);
    QVERIFY(m_store->event(events.first().id)->description.endsWith(u"- 1m 90%"_s));
}

void WorkoutBuilderTest::whatChangedElsewhereIsOffered()
{
    auto other = *m_store->event(m_id);
    other.description = u"- 30m 70%"_s;
    QVERIFY(commands::Planner(*m_store).edit(m_id, other).ok());
    QCOMPARE(text().workout(), u"- 30m 70%"_s); // nothing was typed here
    QVERIFY(!builder().isChanged());
    text().goToLine(0);
    type(u"\n- 1m 90%"_s);
    other.description = u"- 40m 70%"_s;
    QVERIFY(commands::Planner(*m_store).edit(m_id, other).ok());
    QCOMPARE(text().workout(), u"- 30m 70%\n- 1m 90%"_s);
    QPushButton *theirs = nullptr;
    for (auto *button : m_page->findChildren<QPushButton *>()) {
        if (button->text() == u"Take theirs"_s)
            theirs = button;
    }
    QVERIFY(theirs);
    QTest::mouseClick(theirs, Qt::LeftButton);
    QCOMPARE(text().workout(), u"- 40m 70%"_s);
    text().undo(); // mine are not lost
    QCOMPARE(text().workout(), u"- 30m 70%\n- 1m 90%"_s);
}

void WorkoutBuilderTest::foreignCharactersComeThrough()
{
    const QString foreign = u"Note\u00a0with \u8bad\u7ec3\r\n\r\n- \u5feb 4m 115%\r\n- 2m 50%"_s;
    const domain::LocalId id = shelve(u"N"_s, foreign);
    m_page->openTemplate(id);
    QCOMPARE(text().workout(), foreign);
    QVERIFY(!builder().isChanged());
    chart().setFocus();
    key(Qt::Key_Up, Qt::AltModifier);
    m_page->done();
    QCOMPARE(m_store->libraryWorkout(id)->description, u"Note\u00a0with \u8bad\u7ec3\n\n- \u5feb 4m 120%\n- 2m 50%"_s);
}

void WorkoutBuilderTest::aTextIsReadOnce()
{
    QString longText;
    for (int i = 0; i < 50; ++i)
        longText += u"- Block 2m 65%\n- 1m 85-90%\n\n2x\n- 30s 120%\n- 30s 50%\n\n"_s;
    m_page->openTemplate(shelve(u"N"_s, longText));
    QCOMPARE(builder().state().script().places().size(), size_t(200));
    text().goToLine(0);
    QSignalSpy read(&builder().state(), &ui::BuilderState::changed);
    QTest::keyClick(&text(), Qt::Key_0);
    QCOMPARE(read.size(), 1);
    builder().adjustBar().open(ui::AdjustBar::Kind::ScaleDurations, {});
    read.clear();
    part<QSpinBox>("workout-adjust-value")->setValue(110);
    QCOMPARE(read.size(), 1);
    part<QSpinBox>("workout-adjust-value")->setValue(120); // takes the one back and makes the other
    QCOMPARE(read.size(), 2);
}

MICROCYCLE_WIDGET_TEST(WorkoutBuilderTest)
#include "tst_workoutbuilder.moc"
