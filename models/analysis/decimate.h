// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <limits>
#include <optional>
#include <span>
#include <vector>

namespace analysis {

/// A part of an activity in seconds from its start, both ends included.
struct TimeWindow {
    double from = 0;
    double to = 0;

    [[nodiscard]] double length() const { return to - from; }

    friend bool operator==(const TimeWindow &, const TimeWindow &) = default;
};

/// What a trace does within one pixel column. Nothing between two pixels is lost: low and high are real samples.
struct TraceColumn {
    static constexpr float none = std::numeric_limits<float>::quiet_NaN();

    float first = none;
    float low = none;
    float high = none;
    float last = none;
    bool joined = false; ///< the trace runs on from the last column that has samples

    [[nodiscard]] bool isEmpty() const { return !(low <= high); }
};

/// A straight piece of a trace between two neighbouring samples; both ends equal for a sample alone between gaps.
struct TraceSegment {
    float fromSeconds = 0;
    float fromValue = 0;
    float toSeconds = 0;
    float toValue = 0;

    friend bool operator==(const TraceSegment &, const TraceSegment &) = default;
};

/// Indices of the samples in a window, the end exclusive. Times ascend.
struct SampleRange {
    std::size_t begin = 0;
    std::size_t end = 0;

    [[nodiscard]] std::size_t count() const { return end - begin; }
};
[[nodiscard]] SampleRange samplesWithin(std::span<const float> seconds, const TimeWindow &window);

/// The longest step between two samples that is still one trace: some recorders write only when something changes.
/// A longer step is a pause.
[[nodiscard]] double longestStep(std::span<const float> seconds);

/// Packs the window into equal columns for traces with more samples than pixels. Gaps (NaN) and pauses stay gaps.
void decimate(std::span<const float> seconds,
    std::span<const float> values,
    const TimeWindow &window,
    double longestStep,
    std::span<TraceColumn> columns);

/// The pieces of a trace that touch the window, for traces with fewer samples than pixels.
[[nodiscard]] std::vector<TraceSegment> segments(
    std::span<const float> seconds, std::span<const float> values, const TimeWindow &window, double longestStep);

}
