// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activities/intervalrows.h"

#include "ui/activities/activitydelegate.h"

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;
using items::IntervalColumn;

namespace ui {

IntervalRows::IntervalRows(const Theme &theme, items::IntervalTable &intervals, QWidget *parent)
    : RowTable(theme, parent)
    , m_theme(theme)
    , m_intervals(intervals)
{
    setObjectName(u"intervals"_s);
    setAccessibleName(tr("Intervals"));
    setItemDelegate(new IntervalDelegate(theme, this));
    setModel(&intervals);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setStretchLastSection(true);
    setVerticalScrollMode(QAbstractItemView::ScrollPerItem);
    connect(&intervals, &QAbstractItemModel::modelReset, this, &IntervalRows::measure);
    connect(&intervals, &QAbstractItemModel::dataChanged, this, &IntervalRows::measure);
    connect(this, &RowTable::themeApplied, this, &IntervalRows::measure);
    measure();
}

int IntervalRows::needed(int column) const
{
    const QFontMetrics figures(m_theme.font(TextRole::Body, QFont::DemiBold));
    int widest = 0;
    for (int row = 0; row < m_intervals.rowCount(); ++row)
        widest = std::max(widest, figures.horizontalAdvance(m_intervals.index(row, column).data().toString()));
    const int dot = IntervalColumn(column) == IntervalColumn::Zone ? m_theme.spacing(5) : 0;
    const int sides = 2 * FigureDelegate::padding(m_theme) + FigureDelegate::indent(m_theme, column);
    return std::max(horizontalHeader()->sectionSizeHint(column), std::min(widest, m_theme.spacing(60)) + dot + sides);
}

void IntervalRows::measure()
{
    m_needed.assign(std::size_t(m_intervals.columnCount()), 0);
    for (int column = 0; column < m_intervals.columnCount(); ++column) {
        const bool shown = m_intervals.hasValues(IntervalColumn(column));
        setColumnHidden(column, !shown);
        if (shown)
            m_needed[std::size_t(column)] = needed(column);
    }
    spread();
}

void IntervalRows::spread()
{
    const auto shown = int(m_needed.size()) - int(std::count(m_needed.begin(), m_needed.end(), 0));
    const int sum = std::accumulate(m_needed.begin(), m_needed.end(), 0);
    const int more = shown > 0 ? std::max(0, viewport()->width() - sum) / shown : 0;
    for (std::size_t column = 0; column < m_needed.size(); ++column) {
        if (m_needed[column] > 0)
            horizontalHeader()->resizeSection(int(column), m_needed[column] + more);
    }
}

void IntervalRows::resizeEvent(QResizeEvent *event)
{
    RowTable::resizeEvent(event);
    spread();
}

}
