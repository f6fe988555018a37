// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/calendargrid.h"

#include <QKeyEvent>
#include <algorithm>

namespace ui {

namespace {

/// Days an arrow key stands for; 0 for other keys.
int daysOf(int key)
{
    switch (key) {
    case Qt::Key_Left:
        return -1;
    case Qt::Key_Right:
        return 1;
    case Qt::Key_Up:
        return -7;
    case Qt::Key_Down:
        return 7;
    default:
        return 0;
    }
}

}

void CalendarGrid::keyPressEvent(QKeyEvent *event)
{
    if (isDragging()) {
        if (event->key() == Qt::Key_Escape)
            cancelDrag();
        else if (event->key() == Qt::Key_Control)
            dragTo(m_pointer, Qt::ControlModifier);
        event->accept();
        return;
    }
    if (moveByKey(event) || goByKey(event) || actByKey(event)) {
        event->accept();
        return;
    }
    QAbstractScrollArea::keyPressEvent(event);
}

void CalendarGrid::keyReleaseEvent(QKeyEvent *event)
{
    if (isDragging() && event->key() == Qt::Key_Control)
        dragTo(m_pointer, Qt::NoModifier);
    QAbstractScrollArea::keyReleaseEvent(event);
}

QList<DragPlan::Item> CalendarGrid::itemsForKeys() const
{
    const items::Card *card = focusedCard();
    if (card && !m_selection.contains(card->id))
        return {{*card, m_focusDay}};
    return selectedItems();
}

bool CalendarGrid::moveByKey(QKeyEvent *event)
{
    const int days = daysOf(event->key());
    if (days == 0 || !(event->modifiers() & Qt::AltModifier))
        return false;
    QList<domain::LocalId> ids;
    QDate first;
    QList<DragPlan::Item> items = itemsForKeys();
    std::ranges::stable_sort(items, {}, &DragPlan::Item::day);
    for (const DragPlan::Item &item : std::as_const(items)) {
        if (!item.card.movable)
            continue;
        ids.append(item.card.id);
        first = first.isValid() ? first : item.day;
    }
    if (ids.isEmpty())
        return true;
    const QDate landing = m_focusDay.addDays(days);
    if (event->modifiers() & Qt::ControlModifier)
        Q_EMIT copyRequested(ids, first.addDays(days), landing);
    else
        Q_EMIT moveRequested(ids, days);
    setFocusDay(landing);
    return true;
}

bool CalendarGrid::goByKey(QKeyEvent *event)
{
    const bool control = event->modifiers() & Qt::ControlModifier;
    QDate target;
    if (const int days = daysOf(event->key()); days != 0 && !control) {
        target = m_focusDay.addDays(days);
    } else if (event->key() == Qt::Key_Home) {
        target = control ? m_model.today() : firstDayOfWeek();
    } else if (event->key() == Qt::Key_End && !control) {
        target = m_focusDay.addDays(6 - m_model.columnOf(m_focusDay));
    } else if (event->key() == Qt::Key_PageUp || event->key() == Qt::Key_PageDown) {
        target = m_focusDay.addDays(event->key() == Qt::Key_PageUp ? -28 : 28);
        goTo(target);
    } else if (event->key() == Qt::Key_T && event->modifiers() == Qt::NoModifier) {
        target = m_model.today();
        goTo(target);
    }
    if (!target.isValid())
        return false;
    setFocusDay(target);
    if (event->modifiers() & Qt::ShiftModifier)
        selectRange(std::min(m_anchorDay, target), std::max(m_anchorDay, target));
    else
        m_anchorDay = target;
    return true;
}

bool CalendarGrid::actByKey(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy) || event->matches(QKeySequence::Cut)) {
        Q_EMIT clipboardRequested(event->matches(QKeySequence::Cut));
        return true;
    }
    if (event->matches(QKeySequence::Paste)) {
        Q_EMIT pasteRequested(m_focusDay);
        return true;
    }
    if (event->matches(QKeySequence::SelectAll)) {
        const QDate first = firstDayOfWeek();
        selectRange(first, first.addDays(6));
        return true;
    }
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        && (event->modifiers() & Qt::ControlModifier)) {
        buildFocused();
        return true;
    }
    if (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return false;
    switch (event->key()) {
    case Qt::Key_Space:
        toggleFocused();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        openFocused();
        return true;
    case Qt::Key_N:
        Q_EMIT createRequested(m_focusDay);
        return true;
    case Qt::Key_Delete:
    case Qt::Key_Backspace: {
        QList<domain::LocalId> ids;
        for (const DragPlan::Item &item : itemsForKeys()) {
            if (item.card.movable)
                ids.append(item.card.id);
        }
        if (!ids.isEmpty())
            Q_EMIT removeRequested(ids);
        return true;
    }
    case Qt::Key_Escape:
        if (m_selection.isEmpty())
            return false;
        select({});
        return true;
    default:
        return false;
    }
}

void CalendarGrid::toggleFocused()
{
    QMap<domain::LocalId, QDate> selection = m_selection;
    const items::Card *card = focusedCard();
    if (!card && !m_model.day(m_focusDay).cards.isEmpty())
        card = &m_model.day(m_focusDay).cards.constFirst();
    if (!card)
        return;
    if (!selection.remove(card->id))
        selection.insert(card->id, m_focusDay);
    select(selection);
}

void CalendarGrid::openFocused()
{
    const items::DayCell &day = m_model.day(m_focusDay);
    const items::Card *card = focusedCard();
    if (!card && !day.cards.isEmpty())
        card = &day.cards.constFirst();
    if (!card && !day.bars.isEmpty())
        Q_EMIT openRequested(day.bars.constFirst().id);
    else if (!card)
        Q_EMIT createRequested(m_focusDay);
    else if (card->kind == store::Kind::Activity)
        Q_EMIT activityOpenRequested(card->id);
    else
        Q_EMIT openRequested(card->id);
}

void CalendarGrid::buildFocused()
{
    const items::DayCell &day = m_model.day(m_focusDay);
    const items::Card *card = focusedCard();
    for (const items::Card &each : day.cards) {
        if (!card && (m_selection.contains(each.id) || m_selection.isEmpty()) && each.kind == store::Kind::Event)
            card = &each;
    }
    const domain::LocalId id = !card ? domain::LocalId {} : card->kind == store::Kind::Event ? card->id : card->planId;
    if (!id.value.isEmpty())
        Q_EMIT stepsRequested(id);
}

bool CalendarGrid::focusNextPrevChild(bool next)
{
    const int count = int(m_model.day(m_focusDay).cards.size());
    const int wanted = m_focusCard + (next ? 1 : -1);
    if (wanted < -1 || wanted >= count)
        return QAbstractScrollArea::focusNextPrevChild(next);
    m_focusCard = wanted;
    viewport()->update(dayRect(m_focusDay));
    announceFocus();
    Q_EMIT selectionChanged();
    return true;
}

void CalendarGrid::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update(dayRect(m_focusDay));
    announceFocus();
}

void CalendarGrid::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update(dayRect(m_focusDay));
}

}
