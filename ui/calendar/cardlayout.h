// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/calendarcells.h"

#include <QRect>

namespace ui {

class Theme;

/// The sizes from which cards and cells are built; all come from the fonts.
struct CardMetrics {
    int nameHeight = 16;
    int figuresHeight = 14;
    int profileHeight = 14;
    int edge = 4;
    int padding = 6;
    int gap = 4;
    int glyph = 12;
    int icon = 14;
    int narrow = 120; ///< below this room the name matters more than the icon
    int radius = 6;
    int barHeight = 20;
    int headHeight = 26;

    static CardMetrics of(const Theme &theme);
    [[nodiscard]] int cardHeight(bool withProfile) const;

    friend bool operator==(const CardMetrics &, const CardMetrics &) = default;
};

/// Where the parts of one card lie.
struct CardLayout {
    QRect card;
    QRect edge;
    QRect icon; ///< the sport; empty on narrow cards
    QRect name;
    QRect figures;
    QRect mark; ///< after the figures: not yet sent, or refused
    QRect profile; ///< empty without steps
    QRect glyph; ///< at the end of the figures: done, missed, off target; empty for plans

    static CardLayout of(const items::Card &card, const QRect &rect, const CardMetrics &metrics);
};

/// Where the parts of one day lie. The height is what the content needs, whatever the rectangle offers.
struct CellLayout {
    QRect head;
    QList<QRect> bars; ///< one per bar of the day
    QList<QRect> cards;
    int bottom = 0; ///< the next card would begin here

    static CellLayout of(const items::DayCell &day, const QRect &cell, const CardMetrics &metrics);
};

/// The height a week needs; never less than two cards.
[[nodiscard]] int weekHeight(const items::WeekRow &row, const CardMetrics &metrics);

/// Where the columns of the grid lie: gutter, seven days, week. The days differ by one pixel at most.
class Columns
{
public:
    Columns() = default;
    Columns(int width, int gutter, int week);

    [[nodiscard]] int left(int column) const; ///< 0 to 6 days, 7 the week, 8 the right end
    [[nodiscard]] int width(int column) const { return left(column + 1) - left(column); }
    [[nodiscard]] int gutter() const { return m_gutter; }
    [[nodiscard]] int at(int x) const; ///< -1 for the gutter, 0 to 7

private:
    int m_width = 0;
    int m_gutter = 0;
    int m_week = 0;
};

}
