// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/ui/calendar/calendarstage.h"
#include "ui/calendar/inspector.h"

using namespace Qt::StringLiterals;

class CalendarKeysTest
    : public QObject
    , private CalendarStage
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }
    void altAndArrowsMoveWhatIsSelected();
    void keysActOnTheMarkedCardRatherThanOnASelectionElsewhere();
    void theKeyboardWalksDaysAndCards();
    void copyAndPasteKeepDistances();
    void deletingIsUndoable();
    void duplicatingPlansTheSameLater();
    void theFocusedDayIsToldToAssistants();
    void actionsOfTheMenuReachTheSelection();
    void actionsActOnTheMarkedCardTooAndNotOnASelectionElsewhere();
};

void CalendarKeysTest::altAndArrowsMoveWhatIsSelected()
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

void CalendarKeysTest::keysActOnTheMarkedCardRatherThanOnASelectionElsewhere()
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

void CalendarKeysTest::theKeyboardWalksDaysAndCards()
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

void CalendarKeysTest::copyAndPasteKeepDistances()
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

void CalendarKeysTest::deletingIsUndoable()
{
    const domain::LocalId id = plan(u"Tempo"_s, today);
    show();
    key(Qt::Key_Space);
    key(Qt::Key_Delete);
    QVERIFY(m_store->events({today, today}).isEmpty());
    QVERIFY(m_store->undo().ok());
    QVERIFY(!grid().cardRect(today, id).isEmpty());
}

void CalendarKeysTest::duplicatingPlansTheSameLater()
{
    plan(u"Tempo"_s, today);
    const domain::LocalId gym = plan(u"Gym"_s, today.addDays(1));
    show();
    const auto names = [this](QDate day) {
        QStringList list;
        for (const auto &event : m_store->events({day, day}))
            list.append(event.name);
        return list.join(u' ');
    };
    grid().select({{gym, today.addDays(1)}});
    m_actions->action(u"edit.duplicate"_s)->trigger();
    QCOMPARE(names(today.addDays(1)), u"Gym"_s);
    QCOMPARE(names(today.addDays(2)), u"Gym"_s);
    m_actions->action(u"edit.duplicateweek"_s)->trigger();
    QCOMPARE(names(today.addDays(7)), u"Tempo"_s);
    QCOMPARE(names(today.addDays(8)), u"Gym"_s);
    QCOMPARE(names(today.addDays(9)), u"Gym"_s);
    QVERIFY(m_store->undo().ok());
    QCOMPARE(names(today.addDays(7)) + names(today.addDays(8)), QString());
    QVERIFY(!m_actions->action(u"edit.delete"_s)->shortcuts().contains(QKeySequence(Qt::CTRL | Qt::Key_D)));
}

void CalendarKeysTest::theFocusedDayIsToldToAssistants()
{
    plan(u"Tempo"_s, today.addDays(1), 60);
    show();
    key(Qt::Key_Right);
    QVERIFY(grid().accessibleDescription().startsWith("Thursday 12 March, 1 planned, load 60"_L1));
}

void CalendarKeysTest::actionsOfTheMenuReachTheSelection()
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

void CalendarKeysTest::actionsActOnTheMarkedCardTooAndNotOnASelectionElsewhere()
{
    const domain::LocalId selected = plan(u"Tempo"_s, today);
    const domain::LocalId marked = plan(u"Gym"_s, today.addDays(2));
    show();
    for (const auto pressed : {Qt::Key_Space, Qt::Key_Right, Qt::Key_Right, Qt::Key_Tab})
        key(pressed);
    QAction *erase = m_actions->action(u"edit.delete"_s);
    QVERIFY(erase->isEnabled());
    erase->trigger();
    QVERIFY(m_store->summary(selected));
    QVERIFY(!m_store->summary(marked));
    // A marked card is enough, nothing needs to be selected.
    grid().select({});
    key(Qt::Key_Home);
    QVERIFY(!erase->isEnabled());
    grid().setFocusDay(today);
    key(Qt::Key_Tab);
    QVERIFY(erase->isEnabled());
    m_actions->action(u"edit.cut"_s)->trigger();
    QVERIFY(!m_store->summary(selected));
    key(Qt::Key_Down);
    m_actions->action(u"edit.paste"_s)->trigger();
    QCOMPARE(m_store->events({today.addDays(7), today.addDays(7)}).constFirst().name, u"Tempo"_s);
}

MICROCYCLE_WIDGET_TEST(CalendarKeysTest)
#include "tst_calendarkeys.moc"
