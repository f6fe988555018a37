// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/analysis/decimate.h"

namespace analysis {

/// A channel within a window. Every sample counts for as long as it lasts, pauses and gaps for nothing.
struct WindowStats {
    double average = 0;
    float low = 0;
    float high = 0;
    double seconds = 0; ///< that have samples
};

/// Nothing if the window has no sample.
[[nodiscard]] std::optional<WindowStats> statsOf(
    std::span<const float> seconds, std::span<const float> values, const TimeWindow &window, double longestStep);

/// The sample nearest to a moment; nothing within a gap or a pause.
[[nodiscard]] std::optional<float> valueAt(
    std::span<const float> seconds, std::span<const float> values, double at, double longestStep);

/// Lowest and highest value of a whole channel; nothing if it is all gaps.
struct ValueRange {
    float low = 0;
    float high = 0;
};
[[nodiscard]] std::optional<ValueRange> rangeOf(std::span<const float> values);

/// A step for axis marks, 1, 2 or 5 times a power of ten, that cuts the length into at most so many parts.
[[nodiscard]] double niceStep(double length, int parts);
/// The same for time: seconds, minutes and hours as clocks have them.
[[nodiscard]] double niceTimeStep(double seconds, int parts);

}
