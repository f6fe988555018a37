// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/commands/planner.h"
#include "tests/support/testmain.h"
#include "ui/calendar/calendargrid.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using ui::CalendarGrid;

namespace {

const QDate today(2026, 3, 11); // a Wednesday

}

/// What assistants are told of the calendar.
class CalendarAccessTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void weeksInViewAreATable();
    void cardsAndBarsAreNamed();
    void thePlaceOnScreenIsThatOfTheDrawing();
    void everyPartKnowsItsParent();
    void aMovedCardIsFoundOnItsNewDay();
    void focusFollowsTheKeyboard();
    void pressingOpensCardsAndPlansOnDays();
    void selectionIsTold();
    void whatWasScrolledAwayIsLetGo();
    void nothingOutlivesTheGrid();

private:
    domain::LocalId plan(const QString &name, QDate day, domain::Category category = domain::Category::Workout);
    [[nodiscard]] QAccessibleInterface *table() { return QAccessible::queryAccessibleInterface(m_grid.get()); }
    [[nodiscard]] QAccessibleInterface *dayPart(QDate day);
    [[nodiscard]] QAccessibleInterface *itemPart(QDate day, const QString &name);

    domain::FixedClock m_clock {QDateTime(today, QTime(9, 0), Qt::UTC)};
    QLocale m_locale {QLocale::English, QLocale::UnitedKingdom};
    ui::CalendarWords m_words {m_locale};
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<ui::Theme> m_theme;
    std::unique_ptr<items::FitnessTimeline> m_timeline;
    std::unique_ptr<items::CalendarModel> m_model;
    std::unique_ptr<CalendarGrid> m_grid;
};

void CalendarAccessTest::init()
{
    auto opened = store::Store::open(u":memory:"_s, m_clock);
    QVERIFY(opened.ok());
    m_store = std::move(opened).value();
    m_theme = std::make_unique<ui::Theme>();
    m_theme->applyTo(*qApp);
    m_timeline = std::make_unique<items::FitnessTimeline>(*m_store);
    m_model = std::make_unique<items::CalendarModel>(*m_store, *m_timeline, m_locale);
    m_grid = std::make_unique<CalendarGrid>(*m_model, *m_timeline, *m_theme, m_words);
    m_grid->resize(1178, 860);
    m_grid->show();
    QVERIFY(QTest::qWaitForWindowActive(m_grid.get()));
    m_grid->setFocus();
}

void CalendarAccessTest::cleanup()
{
    m_grid.reset();
    m_model.reset();
    m_timeline.reset();
    m_theme.reset();
    m_store.reset();
}

domain::LocalId CalendarAccessTest::plan(const QString &name, QDate day, domain::Category category)
{
    domain::Event event;
    event.category = category;
    event.name = name;
    event.start.day = day;
    if (domain::isSession(category)) {
        event.type = u"Ride"_s;
        event.load = 60;
        event.movingTime = std::chrono::hours(1);
    }
    const auto id = commands::Planner(*m_store).create(event);
    return id.ok() ? *id : domain::LocalId {};
}

QAccessibleInterface *CalendarAccessTest::dayPart(QDate day)
{
    const int firstRow = m_model->rowOf(m_grid->visibleDays().first);
    return table()->tableInterface()->cellAt(m_model->rowOf(day) - firstRow, m_model->columnOf(day));
}

QAccessibleInterface *CalendarAccessTest::itemPart(QDate day, const QString &name)
{
    QAccessibleInterface *cell = dayPart(day);
    for (int i = 0; cell && i < cell->childCount(); ++i) {
        if (cell->child(i)->text(QAccessible::Name).contains(name))
            return cell->child(i);
    }
    return nullptr;
}

void CalendarAccessTest::weeksInViewAreATable()
{
    plan(u"Tempo"_s, today);
    QCOMPARE(table()->role(), QAccessible::Table);
    QCOMPARE(table()->text(QAccessible::Name), u"Calendar"_s);
    QAccessibleTableInterface *weeks = table()->tableInterface();
    QVERIFY(weeks);
    const int shown = int(m_grid->visibleDays().first.daysTo(m_grid->visibleDays().last) + 1) / 7;
    QCOMPARE(weeks->rowCount(), shown);
    QCOMPARE(weeks->columnCount(), 8);
    QCOMPARE(table()->childCount(), shown * 8);
    QVERIFY2(dayPart(today)->text(QAccessible::Name).startsWith(u"Wednesday 11 March, today, 1 planned, load 60"_s),
        qPrintable(dayPart(today)->text(QAccessible::Name)));
    QVERIFY(weeks->cellAt(1, 7)->text(QAccessible::Name).startsWith(u"Week 11, "_s));
    QCOMPARE(weeks->columnDescription(2), u"Wed"_s);
    QVERIFY(!weeks->cellAt(shown, 0));
    QVERIFY(!weeks->cellAt(0, 8));
    QVERIFY(!table()->child(-1));
}

void CalendarAccessTest::cardsAndBarsAreNamed()
{
    plan(u"VO2 5×4"_s, today.addDays(1));
    plan(u"Travel"_s, today.addDays(2), domain::Category::Note);
    QAccessibleInterface *day = dayPart(today.addDays(1));
    QCOMPARE(day->childCount(), 1);
    QCOMPARE(day->child(0)->text(QAccessible::Name), u"Ride, VO2 5×4, planned, 1h00, load 60, not sent yet"_s);
    QCOMPARE(day->child(0)->role(), QAccessible::ListItem);
    QCOMPARE(day->child(0)->childCount(), 0);
    QVERIFY(day->child(0)->state().movable);
    QCOMPARE(dayPart(today.addDays(2))->child(0)->text(QAccessible::Name), u"Note, Travel"_s);
}

void CalendarAccessTest::thePlaceOnScreenIsThatOfTheDrawing()
{
    const auto id = plan(u"Tempo"_s, today);
    const QRect drawn = m_grid->cardRect(today, id);
    const QRect told = itemPart(today, u"Tempo"_s)->rect();
    QVERIFY(!drawn.isEmpty());
    QCOMPARE(told, QRect(m_grid->viewport()->mapToGlobal(drawn.topLeft()), drawn.size()));
    QAccessibleInterface *cell = table()->childAt(told.center().x(), told.center().y());
    QCOMPARE(cell, dayPart(today));
    QCOMPARE(cell->childAt(told.center().x(), told.center().y()), itemPart(today, u"Tempo"_s));
    QVERIFY(!itemPart(today, u"Tempo"_s)->state().offscreen);
}

void CalendarAccessTest::everyPartKnowsItsParent()
{
    plan(u"Tempo"_s, today);
    plan(u"Easy"_s, today);
    for (int i = 0; i < table()->childCount(); ++i) {
        QAccessibleInterface *cell = table()->child(i);
        QCOMPARE(cell->parent(), table());
        QCOMPARE(table()->indexOfChild(cell), i);
        QCOMPARE(cell->tableCellInterface()->rowIndex() * 8 + cell->tableCellInterface()->columnIndex(), i);
        for (int k = 0; k < cell->childCount(); ++k) {
            QCOMPARE(cell->child(k)->parent(), cell);
            QCOMPARE(cell->indexOfChild(cell->child(k)), k);
        }
    }
    QCOMPARE(dayPart(today)->childCount(), 2);
}

void CalendarAccessTest::aMovedCardIsFoundOnItsNewDay()
{
    const auto id = plan(u"Tempo"_s, today);
    QAccessibleInterface *before = itemPart(today, u"Tempo"_s);
    QVERIFY(before->isValid());
    QVERIFY(commands::Planner(*m_store).move({id}, 3).ok());
    QVERIFY(!before->isValid());
    QVERIFY(before->state().invalid);
    QCOMPARE(before->rect(), QRect());
    QVERIFY(!itemPart(today, u"Tempo"_s));
    QVERIFY(itemPart(today.addDays(3), u"Tempo"_s));
}

void CalendarAccessTest::focusFollowsTheKeyboard()
{
    plan(u"Tempo"_s, today.addDays(1));
    QTest::keyClick(m_grid.get(), Qt::Key_Right);
    QCOMPARE(table()->focusChild(), dayPart(today.addDays(1)));
    QVERIFY(dayPart(today.addDays(1))->state().focused);
    QVERIFY(!dayPart(today)->state().focused);
    QTest::keyClick(m_grid.get(), Qt::Key_Tab);
    QCOMPARE(table()->focusChild(), itemPart(today.addDays(1), u"Tempo"_s));
    QVERIFY(itemPart(today.addDays(1), u"Tempo"_s)->state().focused);

    dayPart(today)->actionInterface()->doAction(QAccessibleActionInterface::setFocusAction());
    QCOMPARE(m_grid->focusDay(), today);
}

void CalendarAccessTest::pressingOpensCardsAndPlansOnDays()
{
    const auto id = plan(u"Tempo"_s, today.addDays(1));
    const auto note = plan(u"Travel"_s, today.addDays(1), domain::Category::Note);
    QSignalSpy opened(m_grid.get(), &CalendarGrid::openRequested);
    QSignalSpy created(m_grid.get(), &CalendarGrid::createRequested);
    const QString press = QAccessibleActionInterface::pressAction();
    itemPart(today.addDays(1), u"Tempo"_s)->actionInterface()->doAction(press);
    QCOMPARE(opened.count(), 1);
    QCOMPARE(opened.constLast().constFirst().value<domain::LocalId>(), id);
    itemPart(today.addDays(1), u"Travel"_s)->actionInterface()->doAction(press);
    QCOMPARE(opened.constLast().constFirst().value<domain::LocalId>(), note);
    QCOMPARE(created.count(), 0);
    dayPart(today.addDays(4))->actionInterface()->doAction(press);
    QCOMPARE(created.count(), 1);
    QCOMPARE(created.constLast().constFirst().toDate(), today.addDays(4));
    QVERIFY(table()->tableInterface()->cellAt(0, 7)->actionInterface()->actionNames().isEmpty());
}

void CalendarAccessTest::selectionIsTold()
{
    const auto id = plan(u"Tempo"_s, today);
    plan(u"Easy"_s, today);
    m_grid->select({{id, today}});
    QVERIFY(itemPart(today, u"Tempo"_s)->state().selected);
    QVERIFY(!itemPart(today, u"Easy"_s)->state().selected);
}

void CalendarAccessTest::whatWasScrolledAwayIsLetGo()
{
    const QAccessible::Id old = QAccessible::uniqueId(dayPart(today));
    for (int weeks = 0; weeks < 100; weeks += 5) {
        m_grid->goTo(today.addDays(7 * weeks));
        for (int i = 0; i < table()->childCount(); ++i)
            QVERIFY(table()->child(i)->isValid());
    }
    QVERIFY(!QAccessible::accessibleInterface(old));
    m_grid->goTo(today);
    QVERIFY(dayPart(today)->isValid());
}

void CalendarAccessTest::nothingOutlivesTheGrid()
{
    plan(u"Tempo"_s, today);
    const QAccessible::Id cell = QAccessible::uniqueId(dayPart(today));
    const QAccessible::Id card = QAccessible::uniqueId(itemPart(today, u"Tempo"_s));
    QVERIFY(QAccessible::accessibleInterface(card));
    m_grid.reset();
    QVERIFY(!QAccessible::accessibleInterface(cell));
    QVERIFY(!QAccessible::accessibleInterface(card));
}

MICROCYCLE_WIDGET_TEST(CalendarAccessTest)
#include "tst_calendaraccess.moc"
