// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/analysis/streamstats.h"

#include <QList>
#include <QRectF>

namespace ui {

/// The sizes a stack of tracks is laid out with; all come from font metrics.
struct StreamMetrics {
    double figures = 0; ///< width of the figures left of the tracks
    double line = 0; ///< height of a line of small text
    double gap = 0; ///< between tracks
    double top = 0; ///< room for what hovers above the first track
    double edge = 0; ///< right of the tracks
};

/// Where everything in a stack of tracks is: size and metrics in, rectangles out. It paints nothing.
struct StreamLayout {
    QRectF plot; ///< all tracks, without the figures around them
    QList<QRectF> tracks; ///< from top to bottom
    analysis::TimeWindow window;

    [[nodiscard]] double x(double seconds) const;
    [[nodiscard]] double seconds(double x) const;
    [[nodiscard]] static double y(const QRectF &track, const analysis::ValueRange &range, double value);
};

[[nodiscard]] StreamLayout layoutStreams(
    const QSizeF &size, const StreamMetrics &metrics, const QList<int> &shares, const analysis::TimeWindow &window);

/// The window moved, and if need be resized, so that it lies within the whole and is not shorter than the least.
[[nodiscard]] analysis::TimeWindow clampedWindow(
    const analysis::TimeWindow &window, const analysis::TimeWindow &whole, double least);

/// The window a factor as long in which the moment stands where it stood.
[[nodiscard]] analysis::TimeWindow zoomedWindow(const analysis::TimeWindow &window, double factor, double at);

}
