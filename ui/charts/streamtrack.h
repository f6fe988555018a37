// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/analysis/streamstats.h"
#include "ui/theme/theme.h"

#include <functional>

namespace ui {

/// One channel of an activity as the chart shows it. Values stay as they were recorded; functions turn them into words.
struct StreamTrack {
    QString channel; ///< as domain::StreamSet names it
    QString title;
    Token ink = Token::Accent;
    bool filled = false; ///< an area down to the bottom instead of a line
    int share = 10; ///< of the height, beside the shares of the other tracks
    analysis::ValueRange range; ///< at the bottom and at the top
    std::function<QString(double)> mark; ///< a figure at the axis
    std::function<QString(double)> text; ///< a figure with its unit
};

/// The range widened to round figures, its ends at least so far apart.
[[nodiscard]] analysis::ValueRange roundRange(const analysis::ValueRange &range, double least);

}
