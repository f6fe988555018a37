// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workout/builderstate.h"
#include "ui/workout/workoutchart.h"

#include <QKeyEvent>
#include <algorithm>

namespace ui {

bool WorkoutChart::event(QEvent *event)
{
    // The window has shortcuts of the same keys; while the chart has the focus they mean its steps.
    if (event->type() == QEvent::ShortcutOverride) {
        auto *key = static_cast<QKeyEvent *>(event);
        const bool ours = key->matches(QKeySequence::Delete) || key->matches(QKeySequence::Copy)
            || key->matches(QKeySequence::Cut) || key->matches(QKeySequence::Paste) || key->key() == Qt::Key_Backspace
            || (key->modifiers() & Qt::ControlModifier && key->key() == Qt::Key_D)
            || (key->modifiers() & Qt::AltModifier && key->key() >= Qt::Key_Left && key->key() <= Qt::Key_Down)
            || (key->key() == Qt::Key_Escape && m_drag);
        if (ours) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void WorkoutChart::step(int direction, bool extend)
{
    const auto &places = m_state.script().places();
    if (places.empty())
        return;
    const auto *here = m_state.script().placeOf(m_current);
    const auto last = qsizetype(places.size()) - 1;
    const auto at = here ? here - places.data() + direction : direction > 0 ? 0 : last;
    const int line = places[size_t(std::clamp<qsizetype>(at, 0, last))].line;
    if (extend && m_anchor >= 0)
        choose(between(m_anchor, line), line);
    else
        choose({line}, line);
}

bool WorkoutChart::keyWithAlt(QKeyEvent *event)
{
    const bool fine = event->modifiers() & Qt::ShiftModifier;
    switch (event->key()) {
    case Qt::Key_Left:
        changeDuration(-1, fine);
        return true;
    case Qt::Key_Right:
        changeDuration(1, fine);
        return true;
    case Qt::Key_Up:
        changeIntensity(1, fine);
        return true;
    case Qt::Key_Down:
        changeIntensity(-1, fine);
        return true;
    default:
        return false;
    }
}

bool WorkoutChart::keyWithControl(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        moveSelection(-1);
        return true;
    case Qt::Key_Right:
        moveSelection(1);
        return true;
    case Qt::Key_D:
        duplicateSelection();
        return true;
    case Qt::Key_A: {
        const auto &places = m_state.script().places();
        if (!places.empty())
            choose(between(places.front().line, places.back().line), m_current < 0 ? places.front().line : m_current);
        return true;
    }
    default:
        return false;
    }
}

void WorkoutChart::keyPressEvent(QKeyEvent *event)
{
    if (m_drag) {
        if (event->key() == Qt::Key_Escape)
            endDrag(false);
        else
            event->ignore();
        return;
    }
    if (event->modifiers() & Qt::AltModifier && keyWithAlt(event))
        return;
    if (event->matches(QKeySequence::Copy) || event->matches(QKeySequence::Cut)) {
        copySelection();
        if (event->matches(QKeySequence::Cut) && m_editable)
            removeSelection();
        return;
    }
    if (event->matches(QKeySequence::Paste))
        return paste();
    if (event->modifiers() & Qt::ControlModifier && keyWithControl(event))
        return;
    const bool extend = event->modifiers() & Qt::ShiftModifier;
    const auto count = int(m_state.script().places().size());
    if (event->key() >= Qt::Key_1 && event->key() <= Qt::Key_7 && !(event->modifiers() & ~Qt::KeypadModifier))
        return setZone(event->key() - Qt::Key_0);
    switch (event->key()) {
    case Qt::Key_Left:
        return step(-1, extend);
    case Qt::Key_Right:
        return step(1, extend);
    case Qt::Key_Home:
        return step(-count, extend);
    case Qt::Key_End:
        return step(count, extend);
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        return removeSelection();
    case Qt::Key_Plus:
        return changeReps(1);
    case Qt::Key_Minus:
        return changeReps(-1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_F2:
        if (m_current >= 0)
            Q_EMIT textWanted(m_current);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

}
