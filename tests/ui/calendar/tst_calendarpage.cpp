// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/commands/planner.h"
#include "models/store/remotefold.h"
#include "tests/support/testmain.h"
#include "ui/calendar/calendargrid.h"
#include "ui/calendar/calendarpage.h"
#include "ui/calendar/inspector.h"
#include "ui/shell/actions.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QLineEdit>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using ui::CalendarGrid;
using ui::CalendarPage;

namespace {

const QDate today(2026, 3, 11); // a Wednesday

}

class CalendarPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void draggingACardMovesItAndUndoBringsItBack();
    void escapeEndsADragWithoutAChange();
    void controlMakesADragACopy();
    void aSelectionMovesTogether();
    void whatIsDoneStaysWhereItIs();
    void aDragRepaintsOnlyItsSurroundings();
    void altAndArrowsMoveWhatIsSelected();
    void keysActOnTheMarkedCardRatherThanOnASelectionElsewhere();
    void theKeyboardWalksDaysAndCards();
    void copyAndPasteKeepDistances();
    void deletingIsUndoable();
    void aDoubleClickOnAnEmptyDayPlansAWorkout();
    void escapeDropsADraft();
    void theInspectorSavesFieldsAndKeepsWhatItCannotRead();
    void anActivityOpensItsOwnPage();
    void theFocusedDayIsToldToAssistants();
    void actionsOfTheMenuReachTheSelection();

private:
    domain::LocalId plan(const QString &name, QDate day, int load = 60);
    void show(QSize size = {1178, 860});
    [[nodiscard]] QPoint middleOf(const domain::LocalId &id) { return grid().cardRect(m_store->summary(id)->day, id).center(); }
    [[nodiscard]] QDate dayOf(const domain::LocalId &id) const { return m_store->summary(id)->day; }
    void dragTo(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {});
    [[nodiscard]] CalendarGrid &grid() { return m_page->grid(); }
    void key(Qt::Key which, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(&grid(), which, modifiers); }
    [[nodiscard]] QLineEdit *field(const char *name) { return m_page->findChild<QLineEdit *>(QLatin1StringView(name)); }

    domain::FixedClock m_clock {QDateTime(today, QTime(9, 0), Qt::UTC)};
    QLocale m_locale {QLocale::English, QLocale::UnitedKingdom};
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<ui::Theme> m_theme;
    std::unique_ptr<ui::Actions> m_actions;
    std::unique_ptr<CalendarPage> m_page;
};

void CalendarPageTest::init()
{
    auto opened = store::Store::open(u":memory:"_s, m_clock);
    QVERIFY(opened.ok());
    m_store = std::move(opened).value();
    m_theme = std::make_unique<ui::Theme>();
    m_theme->setChoice(ui::Theme::Choice::Light);
    m_theme->applyTo(*qApp);
}

void CalendarPageTest::cleanup()
{
    m_page.reset();
    m_actions.reset();
    m_theme.reset();
    m_store.reset();
}

void CalendarPageTest::show(QSize size)
{
    m_page.reset();
    m_actions = std::make_unique<ui::Actions>(*m_theme);
    m_page = std::make_unique<CalendarPage>(*m_store, *m_theme, m_locale, *m_actions);
    m_page->resize(size);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    grid().setFocus();
}

domain::LocalId CalendarPageTest::plan(const QString &name, QDate day, int load)
{
    domain::Event event;
    event.category = domain::Category::Workout;
    event.type = u"Ride"_s;
    event.name = name;
    event.start.day = day;
    event.load = load;
    event.movingTime = std::chrono::hours(1);
    const auto id = commands::Planner(*m_store).create(event);
    return id.ok() ? *id : domain::LocalId {};
}

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
    QVERIFY(store::RemoteFold(*m_store).record(store::Kind::Activity, {{u"id"_s, u"i7"_s}, {u"type"_s, u"Run"_s}, {u"name"_s, u"Parkrun"_s},
        {u"start_date_local"_s, u"2026-03-10T09:00:00"_s}, {u"icu_training_load"_s, 40}, {u"moving_time"_s, 1500}}).ok());
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

void CalendarPageTest::altAndArrowsMoveWhatIsSelected()
{
    const domain::LocalId id = plan(u"Tempo"_s, today);
    show();
    QCOMPARE(grid().focusDay(), today);
    key(Qt::Key_Space);
    key(Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(dayOf(id), today.addDays(1));
    QCOMPARE(grid().focusDay(), today.addDays(1));
    key(Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(dayOf(id), today.addDays(8));
    key(Qt::Key_Up, Qt::AltModifier | Qt::ControlModifier);
    QCOMPARE(dayOf(id), today.addDays(8));
    QCOMPARE(m_store->events({today.addDays(1), today.addDays(1)}).size(), 1);
}

void CalendarPageTest::keysActOnTheMarkedCardRatherThanOnASelectionElsewhere()
{
    const domain::LocalId selected = plan(u"Tempo"_s, today);
    const domain::LocalId marked = plan(u"Gym"_s, today.addDays(2));
    show();
    for (const auto pressed : {Qt::Key_Space, Qt::Key_Right, Qt::Key_Right, Qt::Key_Tab})
        key(pressed);
    key(Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(dayOf(marked), today.addDays(3));
    QCOMPARE(dayOf(selected), today);
}

void CalendarPageTest::theKeyboardWalksDaysAndCards()
{
    plan(u"Tempo"_s, today);
    plan(u"Gym"_s, today);
    show();
    key(Qt::Key_Home);
    QCOMPARE(grid().focusDay(), QDate(2026, 3, 9));
    key(Qt::Key_End);
    QCOMPARE(grid().focusDay(), QDate(2026, 3, 15));
    key(Qt::Key_PageDown);
    QCOMPARE(grid().focusDay(), QDate(2026, 4, 12));
    QVERIFY(grid().visibleDays().contains(QDate(2026, 4, 12)));
    for (int i = 0; i < 40; ++i)
        key(Qt::Key_Down);
    QVERIFY(grid().visibleDays().contains(grid().focusDay()));
    key(Qt::Key_T);
    QCOMPARE(grid().focusDay(), today);
    key(Qt::Key_Tab);
    QVERIFY(grid().hasFocus());
    QVERIFY(grid().accessibleDescription().startsWith("Gym"_L1));
    key(Qt::Key_Tab);
    QVERIFY(grid().accessibleDescription().startsWith("Tempo"_L1));
    key(Qt::Key_Space);
    QCOMPARE(grid().selectedItems().constFirst().card.name, u"Tempo"_s);
}

void CalendarPageTest::copyAndPasteKeepDistances()
{
    plan(u"Tempo"_s, today);
    plan(u"Long"_s, today.addDays(2));
    show();
    key(Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(grid().selection().size(), 2);
    key(Qt::Key_C, Qt::ControlModifier);
    key(Qt::Key_Down);
    key(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(m_store->events({today.addDays(7), today.addDays(7)}).constFirst().name, u"Tempo"_s);
    QCOMPARE(m_store->events({today.addDays(9), today.addDays(9)}).constFirst().name, u"Long"_s);
}

void CalendarPageTest::deletingIsUndoable()
{
    const domain::LocalId id = plan(u"Tempo"_s, today);
    show();
    key(Qt::Key_Space);
    key(Qt::Key_Delete);
    QVERIFY(m_store->events({today, today}).isEmpty());
    QVERIFY(m_store->undo().ok());
    QVERIFY(!grid().cardRect(today, id).isEmpty());
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
    QVERIFY(store::RemoteFold(*m_store).record(store::Kind::Activity, {{u"id"_s, u"i7"_s}, {u"type"_s, u"Run"_s}, {u"name"_s, u"Parkrun"_s},
        {u"start_date_local"_s, u"2026-03-11T07:00:00"_s}, {u"moving_time"_s, 1500}}).ok());
    show();
    QSignalSpy opened(m_page.get(), &CalendarPage::activityOpenRequested);
    const domain::LocalId id = m_store->activities({today, today}).constFirst().id;
    QTest::mouseDClick(grid().viewport(), Qt::LeftButton, {}, middleOf(id));
    QCOMPARE(opened.count(), 1);
    QCOMPARE(opened.constFirst().constFirst().value<domain::LocalId>(), id);
}

void CalendarPageTest::theFocusedDayIsToldToAssistants()
{
    plan(u"Tempo"_s, today.addDays(1), 60);
    show();
    key(Qt::Key_Right);
    QVERIFY(grid().accessibleDescription().startsWith("Thursday 12 March, 1 planned, load 60"_L1));
}

void CalendarPageTest::actionsOfTheMenuReachTheSelection()
{
    const domain::LocalId id = plan(u"Tempo"_s, today);
    show();
    QVERIFY(!m_actions->action(u"edit.delete"_s)->isEnabled());
    grid().select({{id, today}});
    QVERIFY(m_actions->action(u"edit.delete"_s)->isEnabled());
    m_actions->action(u"edit.delete"_s)->trigger();
    QVERIFY(m_store->events({today, today}).isEmpty());
    m_actions->action(u"calendar.new"_s)->trigger();
    QVERIFY(m_page->inspector().isVisible());
    m_actions->action(u"go.next"_s)->trigger();
    QCOMPARE(grid().focusDay(), today.addDays(28));
}

MICROCYCLE_WIDGET_TEST(CalendarPageTest)
#include "tst_calendarpage.moc"
