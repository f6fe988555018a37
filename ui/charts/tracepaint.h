// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/analysis/streamstats.h"

#include <QColor>
#include <QImage>
#include <QRect>
#include <span>
#include <vector>

namespace ui {

/// A channel within a window, packed into equal columns, whether it has more samples than columns or fewer.
[[nodiscard]] std::vector<analysis::TraceColumn> traceColumns(std::span<const float> seconds,
    std::span<const float> values,
    const analysis::TimeWindow &window,
    double longestStep,
    int count);

/// Draws columns into an opaque image, one column for each of its pixels: a line of the given width, smooth in height.
/// Written pixel by pixel, since a painter's strokes take many times as long for so many points.
void drawTrace(QImage &image,
    const QRect &area,
    std::span<const analysis::TraceColumn> columns,
    const analysis::ValueRange &range,
    const QColor &ink,
    double width);

/// The same as an area down to the bottom.
void fillTrace(QImage &image,
    const QRect &area,
    std::span<const analysis::TraceColumn> columns,
    const analysis::ValueRange &range,
    const QColor &ink);

}
