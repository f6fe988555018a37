// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/remotefold.h"
#include "tests/support/testmain.h"
#include "tests/ui/calendar/calendarstage.h"
#include "ui/calendar/inspector.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using ui::CalendarPage;

class CalendarPageTest
    : public QObject
    , private CalendarStage
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }
    void draggingACardMovesItAndUndoBringsItBack();
    void escapeEndsADragWithoutAChange();
    void controlMakesADragACopy();
    void aSelectionMovesTogether();
    void whatIsDoneStaysWhereItIs();
    void aDragRepaintsOnlyItsSurroundings();
    void aDoubleClickOnAnEmptyDayPlansAWorkout();
    void escapeDropsADraft();
    void theInspectorSavesFieldsAndKeepsWhatItCannotRead();
    void anActivityOpensItsOwnPage();

private:
    void dragTo(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {});
};

void CalendarPageTest::dragTo(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers)
{
    QWidget *area = grid().viewport();
    QTest::mousePress(area, Qt::LeftButton, {}, from);
    const auto moveTo = [&](QPoint at) {
        QMouseEvent event(QEvent::MouseMove, at, area->mapToGlobal(at), Qt::NoButton, Qt::LeftButton, modifiers);
        QApplication::sendEvent(area, &event);
    };
    for (int step = 1; step <= 4; ++step)
        moveTo(from + (to - from) * step / 4);
}

void CalendarPageTest::draggingACardMovesItAndUndoBringsItBack()
{
    const domain::LocalId id = plan(u"VO2 5×4"_s, today);
    show();
    QSignalSpy said(m_page.get(), &CalendarPage::sentence);
    const QPoint target = grid().dayRect(today.addDays(3)).center();
    dragTo(middleOf(id), target);
    QVERIFY(grid().isDragging());
    QCOMPARE(grid().drag().target(), today.addDays(3));
    QCOMPARE(dayOf(id), today);
    QTest::mouseRelease(grid().viewport(), Qt::LeftButton, {}, target);
    QVERIFY(!grid().isDragging());
    QCOMPARE(dayOf(id), today.addDays(3));
    QCOMPARE(said.count(), 1);
    QCOMPARE(said.constFirst().constFirst().toString(), u"Moved VO2 5×4 to Sat 14."_s);
    QVERIFY(said.constFirst().at(1).toBool());
    QCOMPARE(grid().selection().keys(), QList<domain::LocalId> {id});
    QVERIFY(m_store->undo().ok());
    QCOMPARE(dayOf(id), today);
    QVERIFY(!grid().cardRect(today, id).isEmpty());
}

void CalendarPageTest::escapeEndsADragWithoutAChange()
{
    const domain::LocalId id = plan(u"Tempo"_s, today);
    show();
    dragTo(middleOf(id), grid().dayRect(today.addDays(1)).center());
    QVERIFY(grid().isDragging());
    key(Qt::Key_Escape);
    QVERIFY(!grid().isDragging());
    QTest::mouseRelease(grid().viewport(), Qt::LeftButton, {}, grid().dayRect(today.addDays(1)).center());
    QCOMPARE(dayOf(id), today);
}

void CalendarPageTest::controlMakesADragACopy()
{
    const domain::LocalId id = plan(u"Tempo"_s, today);
    show();
    const QPoint target = grid().dayRect(today.addDays(8)).center();
    dragTo(middleOf(id), target, Qt::ControlModifier);
    QVERIFY(grid().drag().copies());
    QTest::mouseRelease(grid().viewport(), Qt::LeftButton, Qt::ControlModifier, target);
    QCOMPARE(dayOf(id), today);
    const auto copies = m_store->events({today.addDays(8), today.addDays(8)});
    QCOMPARE(copies.size(), 1);
    QCOMPARE(copies.constFirst().name, u"Tempo"_s);
}

void CalendarPageTest::aSelectionMovesTogether()
{
    const domain::LocalId first = plan(u"Tempo"_s, today);
    const domain::LocalId second = plan(u"Long"_s, today.addDays(2));
    show();
    QTest::mouseClick(grid().viewport(), Qt::LeftButton, {}, middleOf(first));
    QTest::mouseClick(grid().viewport(), Qt::LeftButton, Qt::ControlModifier, middleOf(second));
    QCOMPARE(grid().selection().size(), 2);
    const QPoint target = grid().dayRect(today.addDays(7)).center();
    dragTo(middleOf(first), target);
    QTest::mouseRelease(grid().viewport(), Qt::LeftButton, {}, target);
    QCOMPARE(dayOf(first), today.addDays(7));
    QCOMPARE(dayOf(second), today.addDays(9));
    QVERIFY(m_store->undo().ok());
    QCOMPARE(dayOf(second), today.addDays(2));
}

void CalendarPageTest::whatIsDoneStaysWhereItIs()
{
    QVERIFY(store::RemoteFold(*m_store)
                .record(store::Kind::Activity,
                    {{u"id"_s, u"i7"_s},
                        {u"type"_s, u"Run"_s},
                        {u"name"_s, u"Parkrun"_s},
                        {u"start_date_local"_s, u"2026-03-10T09:00:00"_s},
                        {u"icu_training_load"_s, 40},
                        {u"moving_time"_s, 1500}})
                .ok());
    show();
    const domain::LocalId id = m_store->activities({today.addDays(-1), today.addDays(-1)}).constFirst().id;
    dragTo(middleOf(id), grid().dayRect(today.addDays(2)).center());
    QVERIFY(!grid().isDragging());
}

void CalendarPageTest::aDragRepaintsOnlyItsSurroundings()
{
    const domain::LocalId id = plan(u"Tempo"_s, today);
    show();
    const QPoint from = middleOf(id);
    dragTo(from, from + QPoint(60, 0));
    QVERIFY(grid().isDragging());
    QCoreApplication::processEvents();

    /// Measures what the viewport was asked to paint.
    class PaintWatch : public QObject
    {
    public:
        bool eventFilter(QObject *, QEvent *event) override
        {
            if (event->type() == QEvent::Paint)
                painted += static_cast<QPaintEvent *>(event)->region();
            return false;
        }
        QRegion painted;
    } watch;
    grid().viewport()->installEventFilter(&watch);
    const QPoint next = from + QPoint(64, 2);
    QMouseEvent event(QEvent::MouseMove, next, grid().viewport()->mapToGlobal(next), Qt::NoButton, Qt::LeftButton, {});
    QApplication::sendEvent(grid().viewport(), &event);
    QCoreApplication::processEvents();
    qint64 pixels = 0;
    for (const QRect &rect : watch.painted)
        pixels += qint64(rect.width()) * rect.height();
    QVERIFY(pixels > 0);
    QVERIFY(pixels < qint64(grid().viewport()->width()) * grid().viewport()->height() / 8);
}

void CalendarPageTest::aDoubleClickOnAnEmptyDayPlansAWorkout()
{
    show();
    const QRect cell = grid().dayRect(today.addDays(2));
    QTest::mouseDClick(grid().viewport(), Qt::LeftButton, {}, cell.center());
    QVERIFY(m_page->inspector().isVisible());
    QVERIFY(m_page->inspector().isDraft());
    QVERIFY(m_store->events({today, today.addDays(7)}).isEmpty());
    QTest::keyClicks(field("inspector-name"), u"Hill repeats"_s);
    QTest::keyClick(field("inspector-name"), Qt::Key_Return);
    const auto planned = m_store->events({today.addDays(2), today.addDays(2)});
    QCOMPARE(planned.size(), 1);
    QCOMPARE(planned.constFirst().name, u"Hill repeats"_s);
    QCOMPARE(planned.constFirst().type, u"Ride"_s);
    QVERIFY(!m_page->inspector().isDraft());
}

void CalendarPageTest::escapeDropsADraft()
{
    show();
    key(Qt::Key_N);
    QVERIFY(m_page->inspector().isVisible());
    QTest::keyClicks(field("inspector-name"), u"Never mind"_s);
    QTest::keyClick(field("inspector-name"), Qt::Key_Escape);
    QVERIFY(!m_page->inspector().isVisible());
    QVERIFY(m_store->events({today, today}).isEmpty());
}

void CalendarPageTest::theInspectorSavesFieldsAndKeepsWhatItCannotRead()
{
    const domain::LocalId id = plan(u"Tempo"_s, today);
    show();
    key(Qt::Key_Return);
    QCOMPARE(m_page->inspector().current(), id);
    QLineEdit *duration = field("inspector-duration");
    QCOMPARE(duration->text(), u"1:00"_s);
    duration->setText(u"quite long"_s);
    QTest::keyClick(duration, Qt::Key_Return);
    QCOMPARE(duration->text(), u"quite long"_s);
    QVERIFY(!duration->accessibleDescription().isEmpty());
    QCOMPARE(m_store->summary(id)->movingTime, std::chrono::seconds(3600));
    duration->setText(u"1h30"_s);
    QTest::keyClick(duration, Qt::Key_Return);
    QCOMPARE(m_store->summary(id)->movingTime, std::chrono::seconds(5400));
    QLineEdit *load = field("inspector-load");
    load->setText(u"95"_s);
    QTest::keyClick(load, Qt::Key_Return);
    QCOMPARE(m_store->summary(id)->load, 95);
    QVERIFY(m_store->undo().ok());
    QCOMPARE(m_store->summary(id)->load, 60);
    QCOMPARE(load->text(), u"60"_s);
}

void CalendarPageTest::anActivityOpensItsOwnPage()
{
    QVERIFY(store::RemoteFold(*m_store)
                .record(store::Kind::Activity,
                    {{u"id"_s, u"i7"_s},
                        {u"type"_s, u"Run"_s},
                        {u"name"_s, u"Parkrun"_s},
                        {u"start_date_local"_s, u"2026-03-11T07:00:00"_s},
                        {u"moving_time"_s, 1500}})
                .ok());
    show();
    QSignalSpy opened(m_page.get(), &CalendarPage::activityOpenRequested);
    const domain::LocalId id = m_store->activities({today, today}).constFirst().id;
    QTest::mouseDClick(grid().viewport(), Qt::LeftButton, {}, middleOf(id));
    QCOMPARE(opened.count(), 1);
    QCOMPARE(opened.constFirst().constFirst().value<domain::LocalId>(), id);
}

MICROCYCLE_WIDGET_TEST(CalendarPageTest)
#include "tst_calendarpage.moc"
