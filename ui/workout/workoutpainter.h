// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"
#include "ui/workout/workoutlayout.h"
#include "ui/workout/workoutwords.h"

class QPainter;

namespace ui {

class BuilderState;

/// What the chart shows at the moment, beside the workout itself.
struct ChartScene {
    const ChartLayout &layout;
    QList<int> selection; ///< lines
    int current = -1; ///< the line that keys act on
    int hovered = -1; ///< piece under the pointer
    bool focused = false;
    std::optional<double> insertion; ///< where what is dragged would land
    QList<int> dragged; ///< lines on their way there
    QPointF pointer;
    QString hint; ///< beside the pointer while dragging
};

/// Draws the chart of a workout: steps in the colours of their zones, the threshold across them, repeats under their
/// brackets. It decides nothing.
class WorkoutPainter
{
public:
    WorkoutPainter(const Theme &theme, const BuilderState &state, const WorkoutWords &words);

    [[nodiscard]] ChartLayout::Metrics metrics() const;
    /// The part of the widget that the chart has when its labels have theirs.
    [[nodiscard]] QRectF area(const QSizeF &size) const;

    void paint(QPainter &painter, const ChartScene &scene) const;

private:
    void paintLevels(QPainter &painter, const ChartLayout &layout) const;
    void paintTimes(QPainter &painter, const ChartLayout &layout) const;
    void paintPiece(QPainter &painter, const ChartScene &scene, const ChartPiece &piece) const;
    void paintFill(QPainter &painter, const ChartPiece &piece, const workout::ShapeStep &step, double faint) const;
    void paintLabel(QPainter &painter, const ChartScene &scene, const ChartPiece &piece) const;
    void paintMarks(QPainter &painter, const ChartScene &scene) const;
    void paintBrackets(QPainter &painter, const ChartScene &scene) const;
    void paintThreshold(QPainter &painter, const ChartLayout &layout) const;
    void paintInsertion(QPainter &painter, const ChartScene &scene) const;
    void paintGhost(QPainter &painter, const ChartScene &scene) const;
    void paintHint(QPainter &painter, const ChartScene &scene) const;
    [[nodiscard]] const workout::ShapeStep &stepOf(const ChartPiece &piece) const;
    [[nodiscard]] QColor color(int zone) const;
    [[nodiscard]] QColor inkOn(const QColor &ground) const;
    [[nodiscard]] QPolygonF outline(const ChartPiece &piece, const workout::ShapeStep &step) const;

    const Theme &m_theme;
    const BuilderState &m_state;
    const WorkoutWords &m_words;
};

}
