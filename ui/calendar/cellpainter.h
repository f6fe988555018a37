// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/calendar/cardpainter.h"
#include "ui/calendar/dragplan.h"

namespace ui {

/// Paints what surrounds the cards: day heads, bars, the week's gutter and its sums, hints.
class CellPainter
{
public:
    CellPainter(Theme &theme, const CalendarWords &words)
        : m_theme(theme)
        , m_words(words)
    {
    }

    /// The figure shown in a day's head.
    struct Form {
        std::optional<double> value;
        analysis::FormZone zone = analysis::FormZone::Grey;
        bool changed = false; ///< it differs from what it was before the drag
    };

    void paintGround(QPainter &painter, const QRect &cell, const items::DayCell &day) const;
    void paintHead(QPainter &painter, const QRect &head, const items::DayCell &day, const Form &form) const;
    void paintBar(QPainter &painter, const QRect &rect, const items::Bar &bar, bool selected) const;
    /// The phase is named where it begins; its colour runs on.
    void paintGutter(
        QPainter &painter, const QRect &rect, int weekNumber, const items::WeekCell &week, bool phaseBegins) const;
    void paintWeek(QPainter &painter,
        const QRect &rect,
        const items::WeekCell &week,
        const DragPlan::WeekDelta &delta,
        double rampDelta) const;
    void paintTarget(QPainter &painter, const QRect &cell, DragPlan::Advice advice) const;

    [[nodiscard]] QColor zoneColor(analysis::FormZone zone) const;
    [[nodiscard]] QSize hintSize(const QString &text, const QString &more) const;
    void paintHint(QPainter &painter, const QRect &rect, const QString &text, const QString &more) const;

private:
    struct Line {
        QString label;
        QString value;
        QString rest; ///< quieter, after the value
        QString delta;
        QColor deltaColor;
        enum class Under { Nothing, Sums, Zones, Goal } under = Under::Nothing; ///< the bar below it
        double done = 0;
        double wanted = 0; ///< planned, or the goal
    };
    void paintLine(QPainter &painter, const QRect &rect, const Line &line) const;
    void paintWeather(QPainter &painter, const QRect &room, const items::DayWeather &weather) const;
    void paintThinBar(QPainter &painter, const QRect &track, double done, double planned) const;
    void paintGoalBar(QPainter &painter, const QRect &track, double share) const;
    void paintZoneBar(QPainter &painter, const QRect &track, const std::array<int, 7> &seconds) const;
    void addTargets(QList<Line> &lines, const items::WeekCell &week) const;
    [[nodiscard]] QList<Line> weekLines(
        const items::WeekCell &week, const DragPlan::WeekDelta &delta, double rampDelta) const;
    [[nodiscard]] QColor barColor(const items::Bar &bar) const;

    Theme &m_theme;
    const CalendarWords &m_words;
};

}
