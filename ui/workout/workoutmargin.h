// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace ui {

class WorkoutEdit;

/// The strip beside the text: each step's zone, the reach of repeats and where something is wrong.
class WorkoutMargin : public QWidget
{
    Q_OBJECT

public:
    explicit WorkoutMargin(WorkoutEdit &edit);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    WorkoutEdit &m_edit;
};

}
