// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/calendargrid.h"

#include <QDragEnterEvent>
#include <QMimeData>

namespace ui {

void CalendarGrid::setGuestReader(GuestReader reader)
{
    m_guestReader = std::move(reader);
    viewport()->setAcceptDrops(true);
}

/// Sideways the grid ends at its edge. Up and down it scrolls, so there a drag goes on until it leaves the window.
bool CalendarGrid::leaves(QPoint at) const
{
    if (!m_guestReader)
        return false;
    const bool beside = at.x() < 0 || at.x() >= viewport()->width();
    return beside || !window()->rect().contains(viewport()->mapTo(window(), at));
}

void CalendarGrid::sendAway()
{
    const DragPlan plan = m_drag;
    const QPixmap picture = floatingPicture(devicePixelRatioF());
    const QPoint grip = m_grip
        + (QPoint(picture.width(), picture.height()) / picture.devicePixelRatio()
              - QPoint(m_floatingSize.width(), m_floatingSize.height()))
            / 2;
    cancelDrag();
    m_away = plan;
    Q_EMIT dragLeft(plan.ids(), picture, grip);
}

void CalendarGrid::updateGuests(Guests guests)
{
    if (!m_drag.isOfGuests() || guests.items.isEmpty())
        return;
    const QDate target = m_drag.target();
    m_guestHint = guests.hint;
    m_drag = DragPlan::ofGuests(std::move(guests.items));
    m_drag.setTarget(target);
    m_timeline.preview(m_drag.shifts(), m_drag.arrivals());
    viewport()->update();
    Q_EMIT dragChanged();
}

void CalendarGrid::dragEnterEvent(QDragEnterEvent *event)
{
    m_guestHint.clear();
    if (m_away.isEmpty()) {
        Guests guests = m_guestReader ? m_guestReader(*event->mimeData()) : Guests {};
        m_guestHint = guests.hint;
        m_drag = DragPlan::ofGuests(std::move(guests.items));
    } else {
        m_drag = m_away;
    }
    if (m_drag.isEmpty()) {
        event->ignore();
        return;
    }
    m_floatingSize = {};
    m_grip = {};
    m_floating = {};
    Q_EMIT dragChanged();
    dragMoveEvent(event);
}

void CalendarGrid::dragMoveEvent(QDragMoveEvent *event)
{
    if (!isDragging()) {
        event->ignore();
        return;
    }
    dragTo(event->position().toPoint(), event->modifiers());
    viewport()->update(hintRect().adjusted(-2, -2, 2, 4));
    if (m_drag.target().isValid() || !m_guestHint.isEmpty())
        event->acceptProposedAction();
    else
        event->ignore();
}

void CalendarGrid::dragLeaveEvent(QDragLeaveEvent *)
{
    cancelDrag();
}

void CalendarGrid::dropEvent(QDropEvent *event)
{
    if (!isDragging())
        return;
    dragTo(event->position().toPoint(), event->modifiers());
    // The source is told that a copy was taken, so that no file manager removes the original.
    event->setDropAction(Qt::CopyAction);
    event->accept();
    if (!m_drag.isOfGuests()) {
        m_away = {};
        finishDrag();
        return;
    }
    const QDate day = m_drag.target();
    cancelDrag();
    Q_EMIT guestsDropped(event->mimeData(), day);
}

}
