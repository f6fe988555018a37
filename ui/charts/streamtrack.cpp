// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/streamtrack.h"

#include <cmath>

namespace ui {

namespace {

constexpr int partsOfARange = 8; // fine enough that little room is lost above the peaks
constexpr double headroom = 0.07; // of the range: titles and figures stand there

}

analysis::ValueRange roundRange(const analysis::ValueRange &range, double least)
{
    const double low = double(range.low);
    const double missing = std::max(0.0, least - (double(range.high) - low));
    const double high = double(range.high) + missing / 2;
    const double bottom = low < 0 ? low - missing / 2 : std::max(0.0, low - missing / 2);
    const double span = std::max(high - bottom, least);
    const double step = analysis::niceStep(span, partsOfARange);
    return {float(std::floor(bottom / step) * step), float(std::ceil((high + headroom * span) / step) * step)};
}

}
