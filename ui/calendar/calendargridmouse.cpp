// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/calendargrid.h"
#include "ui/calendar/targetwords.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QToolTip>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int edgeForScrolling = 40;
constexpr int framePause = 16;
constexpr int markReach = 4;
constexpr int profileReach = 2; ///< pixels above and below it that are still meant for it

}

void CalendarGrid::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || isDragging())
        return;
    m_pressed = true;
    m_pressedAt = event->position().toPoint();
    click(hitAt(m_pressedAt), event->modifiers());
}

void CalendarGrid::click(const Hit &hit, Qt::KeyboardModifiers modifiers)
{
    m_deselectOthers = false;
    if (hit.row < 0)
        return;
    if (hit.column < 0) { // the week's number takes what is planned in it
        selectRange(m_model.dayAt(hit.row, 0), m_model.dayAt(hit.row, 6));
        return;
    }
    if (!hit.day.isValid())
        return;
    const QDate anchor = m_anchorDay;
    setFocusDay(hit.day);
    if (modifiers & Qt::ShiftModifier) {
        selectRange(std::min(anchor, hit.day), std::max(anchor, hit.day));
        return;
    }
    m_anchorDay = hit.day;
    const domain::LocalId id = hit.id();
    m_focusCard = hit.cardIndex;
    QMap<domain::LocalId, QDate> selection = m_selection;
    if (id.value.isEmpty()) {
        if (!(modifiers & Qt::ControlModifier))
            selection.clear();
    } else if (modifiers & Qt::ControlModifier) {
        if (!selection.remove(id))
            selection.insert(id, hit.day);
    } else if (selection.contains(id)) {
        m_deselectOthers = true; // unless this press becomes a drag of all of them
    } else {
        selection = {{id, hit.day}};
    }
    select(selection);
    announceFocus();
}

void CalendarGrid::selectRange(QDate from, QDate to)
{
    QMap<domain::LocalId, QDate> selection;
    for (QDate day = from; day <= to; day = day.addDays(1)) {
        for (const items::Card &card : m_model.day(day).cards)
            selection.insert(card.id, day);
    }
    select(selection);
}

void CalendarGrid::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint at = event->position().toPoint();
    if (isDragging() && leaves(at)) {
        sendAway();
        return;
    }
    if (isDragging()) {
        dragTo(at, event->modifiers());
        return;
    }
    if (m_pressed && (at - m_pressedAt).manhattanLength() >= QApplication::startDragDistance())
        beginDrag(at);
    if (isDragging()) {
        dragTo(at, event->modifiers());
        return;
    }
    const Hit hit = hitAt(at);
    Q_EMIT dayHovered(hit.day);
}

void CalendarGrid::beginDrag(QPoint at)
{
    const Hit hit = hitAt(m_pressedAt);
    m_pressed = false;
    const domain::LocalId id = hit.id();
    if (id.value.isEmpty())
        return;
    if (!m_selection.contains(id))
        select({{id, hit.day}});
    QList<DragPlan::Item> movable;
    int grabbed = -1;
    for (const DragPlan::Item &item : selectedItems()) {
        if (!item.card.movable)
            continue;
        if (item.card.id == id)
            grabbed = int(movable.size());
        movable.append(item);
    }
    if (grabbed < 0)
        return; // what is completed or locked stays where it is
    const QRect origin = cardRect(hit.day, id);
    const QRect cell = dayRect(hit.day);
    const int width = origin.isEmpty() ? cell.width() - 2 * m_cards.metrics().padding : origin.width();
    m_floatingSize = {width, m_cards.metrics().cardHeight(!movable.at(grabbed).card.profile.isEmpty())};
    m_grip = origin.isEmpty() ? QPoint(width / 3, m_floatingSize.height() / 2) : m_pressedAt - origin.topLeft();
    m_drag = DragPlan(movable, grabbed);
    m_floating = {};
    m_pointer = at;
    m_deselectOthers = false;
    viewport()->setCursor(Qt::ClosedHandCursor);
    viewport()->update();
    Q_EMIT dragChanged();
}

void CalendarGrid::dragTo(QPoint at, Qt::KeyboardModifiers modifiers)
{
    const QRect floatingBefore = floatingRect();
    const QRect hintBefore = hintRect();
    const QDate targetBefore = m_drag.target();
    const bool copiedBefore = m_drag.copies();
    m_pointer = at;
    const Hit hit = hitAt(at);
    if (hit.day.isValid())
        m_drag.setTarget(hit.day);
    else if (hit.row >= 0 && hit.column < 0) // the week's number: the same weekday of that week
        m_drag.setTarget(m_model.dayAt(hit.row, m_model.columnOf(m_drag.grabbed().day)));
    m_drag.setCopies(modifiers & Qt::ControlModifier);
    if (m_drag.target() != targetBefore || m_drag.copies() != copiedBefore || !m_timeline.hasPreview()) {
        const std::vector<Figures> figuresBefore = previewedFigures();
        m_timeline.preview(m_drag.shifts(), m_drag.arrivals());
        updateAfterTarget(targetBefore, figuresBefore);
        Q_EMIT dragChanged();
    }
    updateDrag(floatingBefore, hintBefore);
    const bool nearEdge = at.y() < edgeForScrolling || at.y() > viewport()->height() - edgeForScrolling;
    if (nearEdge && !m_autoScroll.isActive())
        m_autoScroll.start(framePause, this);
    else if (!nearEdge)
        m_autoScroll.stop();
}

void CalendarGrid::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_autoScroll.timerId()) {
        QAbstractScrollArea::timerEvent(event);
        return;
    }
    const int above = edgeForScrolling - m_pointer.y();
    const int below = m_pointer.y() - (viewport()->height() - edgeForScrolling);
    if (!isDragging() || (above <= 0 && below <= 0)) {
        m_autoScroll.stop();
        return;
    }
    scrollBy(above > 0 ? -std::min(above, edgeForScrolling) / 2 : std::min(below, edgeForScrolling) / 2);
    dragTo(m_pointer, m_drag.copies() ? Qt::ControlModifier : Qt::NoModifier);
}

void CalendarGrid::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_pressed = false;
    const QPoint at = event->position().toPoint();
    if (isDragging()) {
        dragTo(at, event->modifiers());
        finishDrag();
        return;
    }
    if (const Hit hit = hitAt(at); isRefusal(hit, at) && isRefusal(hit, m_pressedAt))
        Q_EMIT refusalRequested(hit.card->id);
    if (m_deselectOthers) {
        const Hit hit = hitAt(event->position().toPoint());
        if (hit.card)
            select({{hit.card->id, hit.day}});
    }
    m_deselectOthers = false;
}

bool CalendarGrid::isRefusal(const Hit &hit, QPoint at) const
{
    if (!hit.card || hit.card->mark < store::Mark::Conflict)
        return false;
    const QRect mark = CardLayout::of(*hit.card, cardRect(hit.day, hit.card->id), m_cards.metrics()).mark;
    return mark.marginsAdded({markReach, markReach, markReach, markReach}).contains(at);
}

void CalendarGrid::finishDrag()
{
    const DragPlan drag = m_drag;
    cancelDrag();
    if (!drag.changesAnything())
        return;
    if (drag.copies())
        Q_EMIT copyRequested(drag.ids(), drag.firstDay().addDays(drag.offset()), drag.target());
    else
        Q_EMIT moveRequested(drag.ids(), drag.offset());
    setFocusDay(drag.target());
}

void CalendarGrid::cancelDrag()
{
    m_pressed = false;
    if (!isDragging())
        return;
    m_drag = {};
    m_guestHint.clear();
    m_autoScroll.stop();
    m_timeline.clearPreview();
    viewport()->unsetCursor();
    viewport()->update();
    Q_EMIT dragChanged();
}

void CalendarGrid::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_pressed = false;
    const Hit hit = hitAt(event->position().toPoint());
    if (hit.row >= 0 && hit.column == items::weekColumn) {
        setFocusDay(m_model.dayAt(hit.row, m_model.columnOf(m_focusDay)));
        Q_EMIT targetsRequested(m_focusDay);
        return;
    }
    if (!hit.day.isValid())
        return;
    setFocusDay(hit.day);
    const auto onProfile = [&] {
        const QRect rect = cardRect(hit.day, hit.card->id);
        const QRect profile = CardLayout::of(*hit.card, rect, m_cards.metrics()).profile;
        return profile.isValid()
            && profile.adjusted(0, -profileReach, 0, profileReach).contains(event->position().toPoint());
    };
    if (hit.card && hit.card->kind == store::Kind::Activity)
        Q_EMIT activityOpenRequested(hit.card->id);
    else if (hit.card && onProfile())
        Q_EMIT stepsRequested(hit.card->id);
    else if (hit.card || hit.bar)
        Q_EMIT openRequested(hit.card ? hit.card->id : hit.bar->id);
    else
        Q_EMIT createRequested(hit.day);
}

void CalendarGrid::contextMenuEvent(QContextMenuEvent *event)
{
    if (isDragging())
        return;
    if (event->reason() == QContextMenuEvent::Mouse) {
        const Hit hit = hitAt(event->pos());
        const domain::LocalId id = hit.id();
        if (hit.row >= 0 && hit.column == items::weekColumn)
            setFocusDay(m_model.dayAt(hit.row, m_model.columnOf(m_focusDay)));
        if (hit.day.isValid() && (id.value.isEmpty() || !m_selection.contains(id))) {
            click(hit, {});
        } else if (hit.day.isValid()) { // the menu is for all that is selected, and that includes the marked card
            setFocusDay(hit.day);
            m_focusCard = hit.cardIndex;
        }
        Q_EMIT menuRequested(event->globalPos());
        return;
    }
    Q_EMIT menuRequested(viewport()->mapToGlobal(dayRect(m_focusDay).center()));
}

QStringList CalendarGrid::tipOf(const Hit &hit) const
{
    QStringList lines;
    if (hit.row >= 0 && hit.column == items::weekColumn) {
        const TargetWords words(m_words);
        for (const items::WeekTarget &target : m_model.week(hit.row).week.targets)
            lines << words.sentence(target);
        lines << tr("Press twice to set targets.");
    } else if (hit.card) {
        lines << hit.card->name << m_cards.figures(*hit.card);
        if (hit.card->readOnly)
            lines << tr("Locked: it cannot be moved or edited here.");
        if (hit.card->mark != store::Mark::Synced)
            lines << m_words.mark(hit.card->mark, m_model.refusalOf(hit.card->id));
        if (hit.card->mark >= store::Mark::Conflict)
            lines << tr("Press the mark to open it.");
    } else if (hit.bar) {
        lines << hit.bar->text;
    } else if (hit.day.isValid()) {
        if (const auto &weather = m_model.day(hit.day).weather)
            lines << weather->words;
    }
    return lines;
}

bool CalendarGrid::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave)
        Q_EMIT dayHovered({});
    if (event->type() == QEvent::ToolTip && !isDragging()) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QStringList lines = tipOf(hitAt(help->pos()));
        QToolTip::showText(help->globalPos(), lines.join(u'\n').toHtmlEscaped().replace(u'\n', u"<br>"_s), viewport());
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

}
