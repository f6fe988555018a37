// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/weekdayheader.h"

#include "models/items/calendarroles.h"
#include "ui/calendar/calendargrid.h"
#include "ui/theme/theme.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace ui {

WeekdayHeader::WeekdayHeader(CalendarGrid &grid, Theme &theme)
    : m_grid(grid)
    , m_theme(theme)
{
}

void WeekdayHeader::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::Window));
    painter.fillRect(0, height() - 1, width(), 1, m_theme.color(Token::Line));
    painter.setFont(m_theme.font(TextRole::Small));
    const int todayColumn = m_grid.m_model.columnOf(m_grid.m_model.today());
    for (int column = 0; column <= items::weekColumn; ++column) {
        const int indent = column == items::weekColumn ? m_theme.spacing(3) : m_grid.m_cards.metrics().padding + 2;
        const QRect cell(
            m_grid.m_columns.left(column) + indent, 0, m_grid.m_columns.width(column) - indent, height() - 1);
        painter.setPen(m_theme.color(column == todayColumn ? Token::Text : Token::TextSecond));
        painter.drawText(
            cell, Qt::AlignLeft | Qt::AlignVCenter, m_grid.m_model.headerData(column, Qt::Horizontal).toString());
    }
}

}
