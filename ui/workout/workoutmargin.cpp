// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workout/workoutmargin.h"

#include "ui/workout/workoutedit.h"

#include <QPainter>

namespace ui {

WorkoutMargin::WorkoutMargin(WorkoutEdit &edit)
    : QWidget(&edit)
    , m_edit(edit)
{
}

QSize WorkoutMargin::sizeHint() const
{
    return {m_edit.fontMetrics().height() * 3 / 2, 0};
}

void WorkoutMargin::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    m_edit.paintMargin(painter, rect());
}

}
