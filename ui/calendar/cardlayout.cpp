// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/cardlayout.h"

#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <algorithm>

namespace ui {

CardMetrics CardMetrics::of(const Theme &theme)
{
    const QFontMetrics name(theme.font(TextRole::Body, QFont::Medium));
    const QFontMetrics figures(theme.font(TextRole::Small));
    CardMetrics metrics;
    metrics.gap = theme.spacing(1);
    metrics.padding = theme.spacing(1) + 2;
    metrics.nameHeight = name.height();
    metrics.figuresHeight = figures.height();
    metrics.profileHeight = theme.spacing(3) + 2;
    metrics.glyph = theme.spacing(3);
    metrics.icon = name.ascent() + 2;
    metrics.narrow = name.averageCharWidth() * 17;
    metrics.barHeight = figures.height() + theme.spacing(1);
    metrics.headHeight = figures.height() + theme.spacing(2) + 3;
    return metrics;
}

int CardMetrics::cardHeight(bool withProfile) const
{
    const int text = padding + nameHeight + figuresHeight + padding;
    return withProfile ? text + gap + profileHeight : text;
}

CardLayout CardLayout::of(const items::Card &card, const QRect &rect, const CardMetrics &metrics)
{
    CardLayout layout;
    layout.card = rect;
    layout.edge = {rect.left(), rect.top(), metrics.edge, rect.height()};
    const QRect inner
        = rect.adjusted(metrics.edge + metrics.padding, metrics.padding, -metrics.padding - 1, -metrics.padding);
    // The name has the whole width; what tells the state stands at the end of the quieter line below.
    layout.name = {inner.left(), inner.top(), inner.width(), metrics.nameHeight};
    if (inner.width() >= metrics.narrow) {
        layout.icon = {inner.left(), inner.top() + (metrics.nameHeight - metrics.icon) / 2, metrics.icon, metrics.icon};
        layout.name.setLeft(layout.icon.right() + 1 + metrics.gap);
    }
    layout.figures = {inner.left(), layout.name.bottom() + 1, inner.width(), metrics.figuresHeight};
    const auto takeFromRight = [&layout, &metrics](int size) {
        const QRect taken(
            layout.figures.right() + 1 - size, layout.figures.top() + (metrics.figuresHeight - size) / 2, size, size);
        layout.figures.setRight(taken.left() - metrics.gap / 2 - 1);
        return taken;
    };
    if (card.state != items::CardState::Planned)
        layout.glyph = takeFromRight(metrics.glyph);
    if (card.mark != store::Mark::Synced)
        layout.mark = takeFromRight(metrics.glyph - 2);
    if (!card.profile.isEmpty())
        layout.profile
            = {inner.left(), layout.figures.bottom() + 1 + metrics.gap, inner.width(), metrics.profileHeight};
    return layout;
}

CellLayout CellLayout::of(const items::DayCell &day, const QRect &cell, const CardMetrics &metrics)
{
    CellLayout layout;
    const QRect inner = cell.adjusted(metrics.padding, 0, -metrics.padding, 0);
    layout.head = {inner.left(), cell.top(), inner.width(), metrics.headHeight};
    const int firstBar = layout.head.bottom() + 1;
    for (const items::Bar &bar : day.bars)
        layout.bars.append(
            {inner.left(), firstBar + bar.lane * (metrics.barHeight + metrics.gap), inner.width(), metrics.barHeight});
    int top = firstBar + day.lanes() * (metrics.barHeight + metrics.gap);
    for (const items::Card &card : day.cards) {
        const int height = metrics.cardHeight(!card.profile.isEmpty());
        layout.cards.append({inner.left(), top, inner.width(), height});
        top += height + metrics.gap;
    }
    layout.bottom = top;
    return layout;
}

int weekHeight(const items::WeekRow &row, const CardMetrics &metrics)
{
    const int bottomSpace = metrics.padding + metrics.gap;
    int height = metrics.headHeight + metrics.cardHeight(true) + metrics.gap + metrics.cardHeight(true) + bottomSpace;
    for (const items::DayCell &day : row.days)
        height = std::max(height, CellLayout::of(day, {0, 0, 100, 0}, metrics).bottom + bottomSpace - metrics.gap);
    return height;
}

Columns::Columns(int width, int gutter, int week)
    : m_width(width)
    , m_gutter(gutter)
    , m_week(std::min(week, std::max(0, width - gutter) / 4))
{
}

int Columns::left(int column) const
{
    if (column > 7)
        return m_width;
    return m_gutter + (m_width - m_gutter - m_week) * column / 7;
}

int Columns::at(int x) const
{
    if (x < m_gutter)
        return -1;
    int column = 0;
    while (column < 7 && x >= left(column + 1))
        ++column;
    return column;
}

}
