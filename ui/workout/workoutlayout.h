// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workout/edit.h"
#include "models/workout/editshape.h"

#include <QRectF>
#include <vector>

namespace ui {

/// A step as it is drawn; of a step in an unrolled repeat there are several.
struct ChartPiece {
    int line = 0;
    int block = 0;
    int step = 0; ///< in its block
    int rep = 0;
    int number = 0; ///< of the step in the workout, from 1
    double startSecond = 0; ///< of the workout, when this is done
    QRectF box; ///< from the base to the top of the step
    double startY = 0; ///< of a ramp where it begins, of a range its lower end
    double endY = 0;
    bool ramp = false;
};

/// The line over a repeat that says how often.
struct ChartBracket {
    int block = 0;
    int reps = 1;
    QRectF rect;
};

/// A place between steps where one may be put.
struct ChartGap {
    workout::Gap gap;
    double x = 0;
};

struct ChartTick {
    double position = 0;
    int value = 0; ///< seconds or percent
};

/// What of the drawing is at a point, and what dragging from there would change.
struct ChartHit {
    enum class Handle { None, Body, RightEdge, Top, LowEnd, RampStart, RampEnd, Bracket };
    Handle handle = Handle::None;
    int piece = -1;
    int block = -1;

    friend bool operator==(const ChartHit &, const ChartHit &) = default;
};

/// Where everything of a workout's chart lies; it is worked out once for each change and only read when painting and
/// by the mouse.
class ChartLayout
{
public:
    struct Metrics {
        double bracket = 18; ///< height of the lane of brackets
        double axisLabel = 50; ///< width of "1:00:00"
        double reach = 5; ///< how near to an edge is on it
    };

    /// What a pixel means. While something is dragged it stays as it was, so that the edge stays under the hand.
    struct Units {
        double secondsPerPixel = 1;
        double lowest = 0; ///< % at the foot of the plot
        double highest = 125; ///< % at its top
    };

    ChartLayout() = default;
    ChartLayout(const workout::Shape &shape,
        const QRectF &area,
        bool unrolled,
        const Metrics &metrics,
        std::optional<Units> units = {});

    [[nodiscard]] const QRectF &plot() const { return m_plot; }
    [[nodiscard]] const std::vector<ChartPiece> &pieces() const { return m_pieces; }
    [[nodiscard]] const std::vector<ChartBracket> &brackets() const { return m_brackets; }
    [[nodiscard]] const std::vector<ChartGap> &gaps() const { return m_gaps; }
    [[nodiscard]] const std::vector<ChartTick> &times() const { return m_times; }
    [[nodiscard]] const std::vector<ChartTick> &levels() const { return m_levels; }

    [[nodiscard]] double y(double percent) const;
    [[nodiscard]] double percentPerPixel() const;
    [[nodiscard]] double percentAt(double y) const
    {
        return m_units.lowest + (m_plot.bottom() - y) * percentPerPixel();
    }
    [[nodiscard]] const Units &units() const { return m_units; }

    [[nodiscard]] ChartHit hit(QPointF at) const;
    [[nodiscard]] const ChartPiece *pieceOf(int line) const; ///< the first one; null if there is none
    /// The nearest place that moving these lines to would change something at; none if nothing would.
    [[nodiscard]] std::optional<ChartGap> gapAt(double x, const workout::Script &script, const QList<int> &lines) const;

private:
    void place(const workout::Shape &shape, bool unrolled);
    void addTimes(const workout::Shape &shape, bool straight);
    void addLevels();

    Metrics m_metrics;
    QRectF m_plot;
    std::vector<ChartPiece> m_pieces;
    std::vector<ChartBracket> m_brackets;
    std::vector<ChartGap> m_gaps;
    std::vector<ChartTick> m_times;
    std::vector<ChartTick> m_levels;
    Units m_units;
};

}
