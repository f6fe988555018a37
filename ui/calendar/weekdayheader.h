// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace ui {

class CalendarGrid;
class Theme;

/// The names of the weekdays above the grid, which stay when it scrolls.
class WeekdayHeader : public QWidget
{
    Q_OBJECT

public:
    WeekdayHeader(CalendarGrid &grid, Theme &theme);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    CalendarGrid &m_grid;
    Theme &m_theme;
};

}
