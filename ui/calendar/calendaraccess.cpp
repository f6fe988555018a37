// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/calendaraccess.h"

#include "models/items/calendarroles.h"
#include "ui/calendar/calendaraccessparts.h"
#include "ui/calendar/calendargrid.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int columns = items::dayColumns + 1;
constexpr qsizetype mostKept = 400; ///< beyond this, parts of what was scrolled away are let go

QAccessibleInterface *make(const QString &, QObject *object)
{
    auto *grid = qobject_cast<CalendarGrid *>(object);
    return grid ? new CalendarAccess(*grid) : nullptr;
}

/// The part of a key, made and registered when it is first asked for.
template<typename Keys, typename Make>
QAccessibleInterface *kept(Keys &keys, const typename Keys::key_type &key, Make makePart)
{
    if (const auto known = keys.constFind(key); known != keys.constEnd())
        return QAccessible::accessibleInterface(*known);
    QAccessibleInterface *part = makePart();
    keys.insert(key, QAccessible::registerAccessibleInterface(part));
    return part;
}

template<typename Keys>
void forgetStale(Keys &keys)
{
    if (keys.size() < mostKept)
        return;
    keys.removeIf([](const typename Keys::iterator entry) {
        const QAccessibleInterface *part = QAccessible::accessibleInterface(entry.value());
        if (part && part->isValid())
            return false;
        QAccessible::deleteAccessibleInterface(entry.value());
        return true;
    });
}

}

CalendarAccess::CalendarAccess(CalendarGrid &grid)
    : QAccessibleWidget(&grid, QAccessible::Table)
    , m_grid(grid)
{
}

CalendarAccess::~CalendarAccess()
{
    for (const QAccessible::Id id : std::as_const(m_cells))
        QAccessible::deleteAccessibleInterface(id);
    for (const QAccessible::Id id : std::as_const(m_items))
        QAccessible::deleteAccessibleInterface(id);
}

void CalendarAccess::install()
{
    QAccessible::installFactory(make);
}

void CalendarAccess::announceFocus(CalendarGrid &grid)
{
    if (!QAccessible::isActive() || !grid.hasFocus())
        return;
    if (QAccessibleInterface *focused = QAccessible::queryAccessibleInterface(&grid)->focusChild()) {
        QAccessibleEvent event(focused, QAccessible::Focus);
        QAccessible::updateAccessibility(&event);
    }
}

bool CalendarAccess::isInView(int row) const
{
    return m_grid.visibleRow(row);
}

int CalendarAccess::firstRow() const
{
    return m_grid.m_visible.isEmpty() ? 0 : m_grid.m_visible.constFirst().row;
}

QRect CalendarAccess::onScreen(const QRect &inViewport) const
{
    return {m_grid.viewport()->mapToGlobal(inViewport.topLeft()), inViewport.size()};
}

QRect CalendarAccess::cellRect(int row, int column) const
{
    const auto *visible = m_grid.visibleRow(row);
    return visible ? m_grid.cellRect(*visible, column) : QRect();
}

QString CalendarAccess::cellName(int row, int column) const
{
    return m_grid.m_model.data(m_grid.m_model.index(row, column), Qt::AccessibleTextRole).toString();
}

QDate CalendarAccess::dayAt(int row, int column) const
{
    return m_grid.m_model.dayAt(row, column);
}

QString CalendarAccess::cardName(const items::Card &card) const
{
    const CalendarWords &words = m_grid.m_words;
    QStringList parts {card.sport.isEmpty() ? words.category(card.category) : words.sport(card.sport), card.name};
    switch (card.state) {
    case items::CardState::Planned:
        parts.append(tr("planned"));
        break;
    case items::CardState::Done:
        parts.append(tr("done"));
        break;
    case items::CardState::Missed:
        parts.append(tr("missed"));
        break;
    }
    if (card.movingSeconds)
        parts.append(words.duration(card.movingSeconds));
    if (card.distanceMetres)
        parts.append(words.distance(card.distanceMetres));
    if (card.load)
        parts.append(tr("load %1").arg(words.number(*card.load)));
    if (card.compliancePercent && !card.planId.value.isEmpty())
        parts.append(tr("%1% of the plan").arg(words.number(*card.compliancePercent)));
    if (card.readOnly && card.kind == store::Kind::Event)
        parts.append(tr("locked"));
    if (card.mark == store::Mark::Refused)
        parts.append(tr("the last change was refused"));
    else if (card.mark == store::Mark::Conflict)
        parts.append(tr("changed here and on the service"));
    else if (card.mark == store::Mark::Unknown)
        parts.append(tr("sent without an answer"));
    else if (card.mark != store::Mark::Synced)
        parts.append(tr("not sent yet"));
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

QList<CalendarAccess::Item> CalendarAccess::items(QDate day) const
{
    QList<Item> items;
    const auto *row = day.isValid() ? m_grid.visibleRow(m_grid.m_model.rowOf(day)) : nullptr;
    if (!row)
        return items;
    const items::DayCell &content = m_grid.m_model.day(day);
    const CellLayout layout = CellLayout::of(content, m_grid.dayRect(day), m_grid.m_cards.metrics());
    for (qsizetype i = 0; i < content.cards.size(); ++i) {
        const items::Card &card = content.cards.at(i);
        items.append({card.id, cardName(card), layout.cards.at(i), card.kind == store::Kind::Activity, card.movable});
    }
    for (qsizetype i = 0; i < content.bars.size(); ++i) {
        const items::Bar &bar = content.bars.at(i);
        const QString kind = m_grid.m_words.category(bar.category);
        items.append({bar.id, tr("%1, %2", "kind, name").arg(kind, bar.text), layout.bars.at(i), false, bar.movable});
    }
    return items;
}

QAccessible::State CalendarAccess::stateOf(QDate day, const domain::LocalId &id) const
{
    QAccessible::State state;
    QRect rect = m_grid.dayRect(day);
    const items::Card *focusedCard = m_grid.focusedCard();
    bool focused = day.isValid() && day == m_grid.focusDay() && !focusedCard;
    if (!id.value.isEmpty()) {
        focused = focusedCard && day == m_grid.focusDay() && focusedCard->id == id;
        for (const Item &item : items(day)) {
            if (item.id != id)
                continue;
            rect = item.rect;
            state.movable = item.movable;
        }
        state.selectable = true;
        state.selected = m_grid.selection().contains(id);
    }
    state.focusable = day.isValid();
    state.focused = focused && m_grid.hasFocus();
    state.offscreen = day.isValid() && !m_grid.viewport()->rect().intersects(rect);
    state.invisible = !m_grid.isVisible();
    return state;
}

void CalendarAccess::press(QDate day, const domain::LocalId &id)
{
    focus(day, id);
    if (id.value.isEmpty()) {
        Q_EMIT m_grid.createRequested(day);
        return;
    }
    const QList<Item> all = items(day);
    const auto item = std::ranges::find(all, id, &Item::id);
    if (item != all.end() && item->activity)
        Q_EMIT m_grid.activityOpenRequested(id);
    else
        Q_EMIT m_grid.openRequested(id);
}

void CalendarAccess::focus(QDate day, const domain::LocalId &id)
{
    m_grid.setFocus(Qt::OtherFocusReason);
    m_grid.setFocusDay(day);
    const QList<items::Card> &cards = m_grid.m_model.day(day).cards;
    const auto card = std::ranges::find(cards, id, &items::Card::id);
    m_grid.m_focusCard = card == cards.end() ? -1 : int(card - cards.begin());
    m_grid.viewport()->update(m_grid.dayRect(day));
    m_grid.announceFocus();
}

QAccessibleInterface *CalendarAccess::cell(int row, int column) const
{
    forgetStale(m_cells);
    if (!isInView(row) || column < 0 || column >= columns)
        return nullptr;
    return kept(m_cells, {row, column}, [&] { return new CalendarCellPart(m_grid, row, column); });
}

QAccessibleInterface *CalendarAccess::cellOf(QDate day) const
{
    return cell(m_grid.m_model.rowOf(day), m_grid.m_model.columnOf(day));
}

QAccessibleInterface *CalendarAccess::item(QDate day, const domain::LocalId &id) const
{
    forgetStale(m_items);
    return kept(m_items, {day, id.value}, [&] { return new CalendarItemPart(m_grid, day, id); });
}

int CalendarAccess::rowCount() const
{
    return int(m_grid.m_visible.size());
}

int CalendarAccess::columnCount() const
{
    return columns;
}

int CalendarAccess::childCount() const
{
    return rowCount() * columns;
}

QAccessibleInterface *CalendarAccess::child(int index) const
{
    return index >= 0 ? cell(firstRow() + index / columns, index % columns) : nullptr;
}

QAccessibleInterface *CalendarAccess::cellAt(int row, int column) const
{
    return row >= 0 ? cell(firstRow() + row, column) : nullptr;
}

int CalendarAccess::indexOfChild(const QAccessibleInterface *child) const
{
    auto *part = const_cast<QAccessibleInterface *>(child)->tableCellInterface();
    return part && child->isValid() ? part->rowIndex() * columns + part->columnIndex() : -1;
}

QAccessibleInterface *CalendarAccess::childAt(int x, int y) const
{
    const CalendarGrid::Hit hit = m_grid.hitAt(m_grid.viewport()->mapFromGlobal(QPoint(x, y)));
    return hit.row < 0 || hit.column < 0 ? nullptr : cell(hit.row, hit.column);
}

QAccessibleInterface *CalendarAccess::focusChild() const
{
    const items::Card *card = m_grid.focusedCard();
    return card ? item(m_grid.focusDay(), card->id) : cellOf(m_grid.focusDay());
}

QString CalendarAccess::columnDescription(int column) const
{
    return m_grid.m_model.headerData(column, Qt::Horizontal).toString();
}

QString CalendarAccess::rowDescription(int row) const
{
    return cellName(firstRow() + row, items::weekColumn);
}

void *CalendarAccess::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::TableInterface)
        return static_cast<QAccessibleTableInterface *>(this);
    return QAccessibleWidget::interface_cast(type);
}

}
