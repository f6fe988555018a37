// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/calendaraccessparts.h"

#include "models/items/calendarroles.h"
#include "ui/calendar/calendargrid.h"

namespace ui {

CalendarPart::CalendarPart(CalendarGrid &grid)
    : m_grid(&grid)
{
}

CalendarAccess *CalendarPart::access() const
{
    return m_grid ? static_cast<CalendarAccess *>(QAccessible::queryAccessibleInterface(m_grid)) : nullptr;
}

QWindow *CalendarPart::window() const
{
    return m_grid ? access()->window() : nullptr;
}

QAccessible::State CalendarPart::state() const
{
    if (isValid())
        return access()->stateOf(day(), id());
    QAccessible::State gone;
    gone.invalid = true;
    return gone;
}

void *CalendarPart::interface_cast(QAccessible::InterfaceType type)
{
    return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
}

void CalendarPart::doAction(const QString &action)
{
    if (!isValid() || !day().isValid())
        return;
    if (action == pressAction())
        access()->press(day(), id());
    else if (action == setFocusAction())
        access()->focus(day(), id());
}

CalendarItemPart::CalendarItemPart(CalendarGrid &grid, QDate day, domain::LocalId id)
    : CalendarPart(grid)
    , m_day(day)
    , m_id(std::move(id))
{
}

std::optional<CalendarAccess::Item> CalendarItemPart::found() const
{
    const CalendarAccess *calendar = access();
    if (!calendar)
        return {};
    for (const CalendarAccess::Item &item : calendar->items(m_day)) {
        if (item.id == m_id)
            return item;
    }
    return {};
}

QAccessibleInterface *CalendarItemPart::parent() const
{
    return isValid() ? access()->cellOf(m_day) : nullptr;
}

QRect CalendarItemPart::rect() const
{
    const auto item = found();
    return item ? access()->onScreen(item->rect) : QRect();
}

QString CalendarItemPart::text(QAccessible::Text which) const
{
    const auto item = found();
    return item && which == QAccessible::Name ? item->name : QString();
}

CalendarCellPart::CalendarCellPart(CalendarGrid &grid, int row, int column)
    : CalendarPart(grid)
    , m_row(row)
    , m_column(column)
{
}

bool CalendarCellPart::isValid() const
{
    return access() && access()->isInView(m_row);
}

QDate CalendarCellPart::day() const
{
    return m_column < items::dayColumns ? access()->dayAt(m_row, m_column) : QDate();
}

QAccessibleInterface *CalendarCellPart::child(int index) const
{
    const QList<CalendarAccess::Item> items = isValid() ? access()->items(day()) : QList<CalendarAccess::Item>();
    return index >= 0 && index < items.size() ? access()->item(day(), items.at(index).id) : nullptr;
}

int CalendarCellPart::childCount() const
{
    return isValid() ? int(access()->items(day()).size()) : 0;
}

int CalendarCellPart::indexOfChild(const QAccessibleInterface *child) const
{
    for (int i = 0; i < childCount(); ++i) {
        if (this->child(i) == child)
            return i;
    }
    return -1;
}

QAccessibleInterface *CalendarCellPart::childAt(int x, int y) const
{
    for (int i = 0; i < childCount(); ++i) {
        if (child(i)->rect().contains(x, y))
            return child(i);
    }
    return nullptr;
}

QRect CalendarCellPart::rect() const
{
    return isValid() ? access()->onScreen(access()->cellRect(m_row, m_column)) : QRect();
}

QString CalendarCellPart::text(QAccessible::Text which) const
{
    return isValid() && which == QAccessible::Name ? access()->cellName(m_row, m_column) : QString();
}

QStringList CalendarCellPart::actionNames() const
{
    return m_column < items::dayColumns ? CalendarPart::actionNames() : QStringList();
}

void *CalendarCellPart::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::TableCellInterface)
        return static_cast<QAccessibleTableCellInterface *>(this);
    return CalendarPart::interface_cast(type);
}

int CalendarCellPart::rowIndex() const
{
    return isValid() ? m_row - access()->firstRow() : -1;
}

}
