// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/largestore.h"
#include "tests/bench/measure.h"
#include "ui/calendar/calendargrid.h"
#include "ui/calendar/calendarpage.h"
#include "ui/shell/actions.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QMouseEvent>
#include <QTest>
#include <cmath>

using namespace Qt::StringLiterals;

namespace bench {

namespace {

constexpr int turns = 400;
constexpr QSize screen(3840, 2160);

/// Counts how often a widget is painted.
class Paints : public QObject
{
public:
    [[nodiscard]] int count() const { return m_count; }
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        m_count += event->type() == QEvent::Paint ? 1 : 0;
        return QObject::eventFilter(watched, event);
    }

private:
    int m_count = 0;
};

/// The calendar of the large store on a large screen, with a planned session in the hand.
class Dragging
{
public:
    [[nodiscard]] bool begin()
    {
        auto opened = store::Store::open(LargeStore::copy(u"drag.db"_s), m_clock);
        if (!opened)
            return false;
        m_store = std::move(opened).value();
        m_theme.setChoice(ui::Theme::Choice::Light);
        m_theme.applyTo(*qApp);
        m_actions = std::make_unique<ui::Actions>(m_theme);
        m_page = std::make_unique<ui::CalendarPage>(*m_store, m_theme, QLocale(), *m_actions);
        m_page->resize(screen);
        m_page->show();
        if (!QTest::qWaitForWindowExposed(m_page.get()))
            return false;
        const QDate day = m_clock.today().addDays(9);
        const auto events = m_store->events({day, day});
        if (events.isEmpty())
            return false;
        m_from = grid().cardRect(day, events.constFirst().id).center();
        m_cell = grid().dayRect(day).size();
        grid().viewport()->installEventFilter(&m_paints);
        send(QEvent::MouseButtonPress, m_from, Qt::LeftButton);
        moveTo(m_from + QPoint(30, 10));
        return grid().isDragging();
    }

    /// One frame of the window: the pointer goes on, what must be painted is painted.
    [[nodiscard]] double frame(QPoint to)
    {
        return timed([&] {
            moveTo(to);
            paint();
        });
    }

    [[nodiscard]] double fullRepaint()
    {
        grid().viewport()->update();
        return timed([this] { paint(); });
    }

    /// Where the hand is after it has wandered so far over two columns and a row; a whole number lies on a day's
    /// middle.
    [[nodiscard]] QPoint placeAfter(double days) const
    {
        const auto swing = [](double way) { return std::abs(std::remainder(way, 2.0)); };
        return m_from + QPoint(int(2 * m_cell.width() * swing(days / 2)), int(m_cell.height() * swing(days / 7)));
    }

    [[nodiscard]] int paints() const { return m_paints.count(); }

private:
    [[nodiscard]] ui::CalendarGrid &grid() { return m_page->grid(); }
    void moveTo(QPoint at) { send(QEvent::MouseMove, at, Qt::NoButton); }
    void paint() { QCoreApplication::sendPostedEvents(m_page->window(), QEvent::UpdateRequest); }

    void send(QEvent::Type type, QPoint at, Qt::MouseButton button)
    {
        QWidget *area = grid().viewport();
        QMouseEvent event(type, at, area->mapToGlobal(at), button, Qt::LeftButton, {});
        QApplication::sendEvent(area, &event);
    }

    Paints m_paints;
    domain::SystemClock m_clock;
    ui::Theme m_theme;
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<ui::Actions> m_actions;
    std::unique_ptr<ui::CalendarPage> m_page;
    QPoint m_from;
    QSize m_cell;
};

}

void addDrag()
{
    const auto dragging = std::make_shared<std::unique_ptr<Dragging>>();
    const auto add = [dragging](const std::string &name, double daysEachFrame) {
        measure(name, turns, [dragging, daysEachFrame, days = 0.0]() mutable -> std::optional<Turn> {
            if (!*dragging) {
                auto begun = std::make_unique<Dragging>();
                if (!begun->begin())
                    return {};
                *dragging = std::move(begun);
            }
            days += daysEachFrame;
            const int before = (*dragging)->paints();
            const double full = (*dragging)->fullRepaint();
            const double ours = (*dragging)->frame((*dragging)->placeAfter(days));
            if ((*dragging)->paints() != before + 2)
                return {};
            return Turn {{"ours", ours}, {"floor", full}};
        });
    };
    add("drag", 0.1); // a hand in a hurry: ten frames for a day
    add("drag over days", 1); // every frame lands on another day, so the projection and all sums change
}

}
