// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/calendarmodel.h"

namespace ui {

/// What a drag or a floating cut would do if it ended now: pure arithmetic on days and sums, painted by the grid.
class DragPlan
{
public:
    struct Item {
        items::Card card;
        QDate day;
    };
    struct WeekDelta {
        int seconds = 0;
        int load = 0;
        double metres = 0;
    };
    enum class Advice { Fits, Past, OffDay, Nothing };

    DragPlan() = default;
    DragPlan(QList<Item> items, int grabbed);

    /// What comes from outside the calendar: the first item lands on the target, the others keep their distance to it.
    [[nodiscard]] static DragPlan ofGuests(QList<Item> items);

    [[nodiscard]] bool isEmpty() const { return m_items.isEmpty(); }
    [[nodiscard]] const QList<Item> &items() const { return m_items; }
    [[nodiscard]] const Item &grabbed() const { return m_items.at(m_grabbed); }
    [[nodiscard]] QDate target() const { return m_target; }
    void setTarget(QDate day) { m_target = day; }
    [[nodiscard]] bool isOfGuests() const { return m_guests; }
    [[nodiscard]] bool copies() const { return m_copies || m_guests; }
    void setCopies(bool copies) { m_copies = copies; }

    [[nodiscard]] int offset() const; ///< days every item goes
    [[nodiscard]] bool changesAnything() const { return copies() || offset() != 0; }
    [[nodiscard]] QList<domain::LocalId> ids() const; ///< by day, so that the first is the earliest
    [[nodiscard]] QDate firstDay() const; ///< the earliest item's day before
    [[nodiscard]] bool contains(const domain::LocalId &id) const;
    [[nodiscard]] QList<items::Shift> shifts() const; ///< of what is in the calendar
    [[nodiscard]] QList<items::Arrival> arrivals() const; ///< of guests
    [[nodiscard]] QList<Item> landingOn(QDate day) const;
    /// What the sums of the week with these seven days change by.
    [[nodiscard]] WeekDelta deltaOf(QDate firstOfWeek) const;
    [[nodiscard]] Advice advice(const items::DayCell &target, QDate today) const;

private:
    QList<Item> m_items;
    int m_grabbed = 0;
    QDate m_target;
    bool m_copies = false;
    bool m_guests = false;
};

}
