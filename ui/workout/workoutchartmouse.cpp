// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workout/editline.h"
#include "ui/workout/builderstate.h"
#include "ui/workout/workoutchart.h"
#include "ui/workout/workoutgesture.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QMouseEvent>
#include <algorithm>

using namespace Qt::StringLiterals;
using Handle = ui::ChartHit::Handle;
using workout::Edited;

namespace ui {

namespace {

bool isEdge(Handle handle)
{
    return handle != Handle::None && handle != Handle::Body && handle != Handle::Bracket;
}

Qt::CursorShape cursorFor(Handle handle)
{
    switch (handle) {
    case Handle::RightEdge:
        return Qt::SizeHorCursor;
    case Handle::Top:
    case Handle::LowEnd:
    case Handle::RampStart:
    case Handle::RampEnd:
        return Qt::SizeVerCursor;
    case Handle::Body:
    case Handle::Bracket:
        return Qt::PointingHandCursor;
    case Handle::None:
        break;
    }
    return Qt::ArrowCursor;
}

}

void WorkoutChart::updateHover(QPointF at)
{
    const ChartHit hit = m_layout.hit(at);
    setCursor(m_editable || !isEdge(hit.handle) ? cursorFor(hit.handle) : Qt::PointingHandCursor);
    if (hit == m_hover)
        return;
    m_hover = hit;
    update();
    Q_EMIT readoutChanged();
}

void WorkoutChart::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    if (!m_drag)
        updateHover({-1, -1});
}

QList<int> WorkoutChart::between(int one, int other) const
{
    QList<int> lines;
    for (const auto &place : m_state.script().places()) {
        if (place.line >= std::min(one, other) && place.line <= std::max(one, other))
            lines.append(place.line);
    }
    return lines;
}

void WorkoutChart::press(const ChartHit &hit, Qt::KeyboardModifiers modifiers)
{
    if (hit.handle == Handle::Bracket) {
        const QList<int> lines = m_state.script().linesOf(hit.block);
        choose(lines, lines.first());
        return;
    }
    const int line = m_layout.pieces()[size_t(hit.piece)].line;
    if (modifiers & Qt::ControlModifier) {
        QList<int> lines = m_selection;
        if (!lines.removeOne(line))
            lines.append(line);
        choose(lines, lines.contains(line) || lines.isEmpty() ? line : lines.first());
    } else if (modifiers & Qt::ShiftModifier && m_anchor >= 0 && hit.handle == Handle::Body) {
        choose(between(m_anchor, line), line);
    } else if (!m_selection.contains(line) || isEdge(hit.handle)) {
        choose({line}, line);
    }
}

void WorkoutChart::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const ChartHit hit = m_layout.hit(event->position());
    if (hit.handle == Handle::None) {
        choose({}, -1);
        return;
    }
    press(hit, event->modifiers());
    if (!m_editable)
        return;
    Drag drag {hit, event->position(), m_state.script(), m_state.shape(), {}, m_layout.units(), {}, {}, false};
    if (hit.piece >= 0)
        drag.piece = m_layout.pieces()[size_t(hit.piece)];
    m_drag = drag;
    m_pointer = event->position();
}

void WorkoutChart::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_drag) {
        updateHover(event->position());
        return;
    }
    if (event->buttons() & Qt::LeftButton)
        dragTo(event->position(), event->modifiers());
}

void WorkoutChart::dragTo(QPointF at, Qt::KeyboardModifiers modifiers)
{
    m_pointer = at;
    if (!m_drag->moving) {
        const double far = (at - m_drag->pressed).manhattanLength();
        if (far < (isEdge(m_drag->hit.handle) ? 2 : QApplication::startDragDistance()))
            return;
        m_drag->moving = true;
        Q_EMIT dragBegun();
        if (!isEdge(m_drag->hit.handle)) {
            m_drag->lines = m_selection;
            setCursor(Qt::ClosedHandCursor);
        }
    }
    if (isEdge(m_drag->hit.handle)) {
        dragEdge(at, modifiers & Qt::ShiftModifier);
        return;
    }
    m_drag->target = m_layout.gapAt(at.x(), m_state.script(), m_drag->lines);
    update();
}

Edited WorkoutChart::edgeEdit(QPointF at, bool fine) const
{
    using End = WorkoutGesture::End;
    const ChartPiece &piece = m_drag->piece;
    const WorkoutGesture gesture(m_drag->script, m_drag->shape, m_state.person(), piece.line);
    const workout::ShapeStep &step = m_drag->shape.blocks.at(piece.block).steps.at(piece.step);
    if (m_drag->hit.handle == Handle::RightEdge) {
        // In an unrolled repeat every repetition before this one grows too.
        const double by = (at.x() - m_drag->pressed.x()) * m_drag->units.secondsPerPixel / (piece.rep + 1);
        return gesture.lasting(step.seconds + by, fine);
    }
    const double by = m_layout.percentAt(at.y()) - m_layout.percentAt(m_drag->pressed.y());
    const End end = m_drag->hit.handle == Handle::Top ? End::Both
        : m_drag->hit.handle == Handle::RampEnd       ? End::Finish
                                                      : End::Start;
    return gesture.raised(end, by, std::max(0.0, m_layout.percentAt(at.y())), fine);
}

void WorkoutChart::dragEdge(QPointF at, bool fine)
{
    Edited edited = edgeEdit(at, fine);
    edited.lines = {m_drag->piece.line};
    Q_EMIT previewed(edited);
    update();
}

QString WorkoutChart::dragHint() const
{
    if (isEdge(m_drag->hit.handle)) {
        const auto *step = m_state.script().stepAt(m_drag->piece.line);
        const auto *shape = m_state.shapeAt(m_drag->piece.line);
        return step && shape ? m_words.facts(*step, *shape, m_state.shape(), m_state.person()) : QString();
    }
    return m_drag->target ? tr("Move here") : QString();
}

void WorkoutChart::dropDrag()
{
    if (std::exchange(m_drag, std::nullopt))
        arrange();
}

void WorkoutChart::endDrag(bool keep)
{
    if (!m_drag)
        return;
    const Drag drag = *std::exchange(m_drag, std::nullopt);
    if (drag.moving && isEdge(drag.hit.handle))
        Q_EMIT previewEnded(keep);
    else if (drag.moving && keep && drag.target)
        emitEdit(workout::moveSteps(m_state.script(), drag.lines, drag.target->gap));
    arrange();
    updateHover(m_pointer);
}

void WorkoutChart::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_drag)
        return;
    m_pointer = event->position();
    const bool clicked = !m_drag->moving && m_drag->hit.handle == Handle::Body;
    const int line = m_drag->piece.line;
    endDrag(true);
    // A press on one of several keeps them, because they may be dragged; a click means the one.
    if (clicked && !(event->modifiers() & (Qt::ControlModifier | Qt::ShiftModifier)) && m_selection.size() > 1)
        choose({line}, line);
}

void WorkoutChart::mouseDoubleClickEvent(QMouseEvent *event)
{
    const ChartHit hit = m_layout.hit(event->position());
    if (event->button() == Qt::LeftButton && hit.piece >= 0 && !isEdge(hit.handle))
        Q_EMIT textWanted(m_layout.pieces()[size_t(hit.piece)].line);
}

void WorkoutChart::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() == QContextMenuEvent::Mouse) {
        const ChartHit hit = m_layout.hit(event->pos());
        if (hit.handle != Handle::None)
            press(hit.handle == Handle::Bracket ? hit : ChartHit {Handle::Body, hit.piece, hit.block}, {});
    }
    if (!m_editable)
        return;
    const ChartPiece *piece = m_layout.pieceOf(m_current);
    const QPoint at
        = event->reason() == QContextMenuEvent::Mouse || !piece ? event->pos() : piece->box.center().toPoint();
    Q_EMIT menuRequested(mapToGlobal(at));
}

}
