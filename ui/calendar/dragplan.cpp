// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/dragplan.h"

#include <algorithm>

namespace ui {

DragPlan::DragPlan(QList<Item> items, int grabbed)
    : m_items(std::move(items))
    , m_grabbed(grabbed)
{
    const domain::LocalId id = m_items.isEmpty() ? domain::LocalId {} : m_items.at(grabbed).card.id;
    std::ranges::stable_sort(m_items, {}, &Item::day);
    for (int i = 0; i < m_items.size(); ++i) {
        if (m_items.at(i).card.id == id)
            m_grabbed = i;
    }
    if (!m_items.isEmpty())
        m_target = this->grabbed().day;
}

DragPlan DragPlan::ofGuests(QList<Item> items)
{
    DragPlan plan;
    plan.m_items = std::move(items);
    plan.m_guests = true;
    std::ranges::stable_sort(plan.m_items, {}, &Item::day);
    return plan;
}

int DragPlan::offset() const
{
    return m_items.isEmpty() || !m_target.isValid() ? 0 : int(grabbed().day.daysTo(m_target));
}

QList<domain::LocalId> DragPlan::ids() const
{
    QList<domain::LocalId> ids;
    for (const Item &item : m_items)
        ids.append(item.card.id);
    return ids;
}

QDate DragPlan::firstDay() const
{
    return m_items.isEmpty() ? QDate() : m_items.constFirst().day;
}

bool DragPlan::contains(const domain::LocalId &id) const
{
    return !m_guests && std::ranges::any_of(m_items, [&id](const Item &item) { return item.card.id == id; });
}

QList<items::Shift> DragPlan::shifts() const
{
    QList<items::Shift> shifts;
    if (m_guests)
        return shifts;
    for (const Item &item : m_items)
        shifts.append({item.card.id, m_copies ? QDate() : item.day, item.day.addDays(offset())});
    return shifts;
}

QList<items::Arrival> DragPlan::arrivals() const
{
    QList<items::Arrival> arrivals;
    if (!m_guests)
        return arrivals;
    for (const Item &item : m_items) {
        if (item.card.load)
            arrivals.append({item.day.addDays(offset()), item.card.sport, *item.card.load});
    }
    return arrivals;
}

QList<DragPlan::Item> DragPlan::landingOn(QDate day) const
{
    QList<Item> landing;
    for (const Item &item : m_items) {
        if (item.day.addDays(offset()) == day)
            landing.append(item);
    }
    return landing;
}

DragPlan::WeekDelta DragPlan::deltaOf(QDate firstOfWeek) const
{
    const QDate last = firstOfWeek.addDays(6);
    WeekDelta delta;
    for (const Item &item : m_items) {
        const QDate to = item.day.addDays(offset());
        const int before = !copies() && item.day >= firstOfWeek && item.day <= last ? 1 : 0;
        const int after = to >= firstOfWeek && to <= last ? 1 : 0;
        delta.seconds += (after - before) * item.card.movingSeconds.value_or(0);
        delta.load += (after - before) * item.card.load.value_or(0);
        delta.metres += (after - before) * item.card.distanceMetres.value_or(0);
    }
    return delta;
}

DragPlan::Advice DragPlan::advice(const items::DayCell &target, QDate today) const
{
    if (!changesAnything())
        return Advice::Nothing;
    if (target.date < today)
        return Advice::Past;
    const bool off = std::ranges::any_of(target.bars, [](const items::Bar &bar) {
        return bar.category == domain::Category::Holiday || bar.category == domain::Category::Sick
            || bar.category == domain::Category::Injured;
    });
    return off ? Advice::OffDay : Advice::Fits;
}

}
