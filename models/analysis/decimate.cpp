// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/decimate.h"

#include <algorithm>
#include <cmath>

namespace analysis {

namespace {

constexpr double usualStep = 10; // recorders that save space still write this often while moving
constexpr double stepsOfAPause = 4;

}

SampleRange samplesWithin(std::span<const float> seconds, const TimeWindow &window)
{
    const auto first = std::lower_bound(seconds.begin(), seconds.end(), window.from);
    const auto last = std::upper_bound(first, seconds.end(), window.to);
    return {std::size_t(first - seconds.begin()), std::size_t(last - seconds.begin())};
}

double longestStep(std::span<const float> seconds)
{
    if (seconds.size() < 2)
        return usualStep;
    std::vector<float> steps(seconds.size() - 1);
    for (std::size_t i = 0; i < steps.size(); ++i)
        steps[i] = seconds[i + 1] - seconds[i];
    const auto middle = steps.begin() + std::ptrdiff_t(steps.size() / 2);
    std::nth_element(steps.begin(), middle, steps.end());
    return std::max(usualStep, stepsOfAPause * double(*middle));
}

void decimate(std::span<const float> seconds,
    std::span<const float> values,
    const TimeWindow &window,
    double longestStep,
    std::span<TraceColumn> columns)
{
    std::fill(columns.begin(), columns.end(), TraceColumn {});
    if (columns.empty() || !(window.length() > 0))
        return;
    const SampleRange range = samplesWithin(seconds.first(std::min(seconds.size(), values.size())), window);
    const double scale = double(columns.size()) / window.length();
    const std::size_t lastColumn = columns.size() - 1;
    bool runsOn = false;
    float before = 0;
    for (std::size_t i = range.begin; i < range.end; ++i) {
        const float value = values[i];
        if (std::isnan(value)) {
            runsOn = false;
            continue;
        }
        const float at = seconds[i];
        TraceColumn &column = columns[std::min(lastColumn, std::size_t((at - window.from) * scale))];
        const bool joined = runsOn && at - before <= longestStep;
        if (column.isEmpty()) {
            column = {value, value, value, value, joined};
        } else {
            column.low = std::min(column.low, value);
            column.high = std::max(column.high, value);
            column.last = value;
        }
        runsOn = true;
        before = at;
    }
}

std::vector<TraceSegment> segments(
    std::span<const float> seconds, std::span<const float> values, const TimeWindow &window, double longestStep)
{
    std::vector<TraceSegment> pieces;
    const std::size_t size = std::min(seconds.size(), values.size());
    const SampleRange inside = samplesWithin(seconds.first(size), window);
    const std::size_t begin = inside.begin > 0 ? inside.begin - 1 : 0; // the neighbours lead in and out
    const std::size_t end = std::min(size, inside.end + 1);
    const auto joined = [&](std::size_t i, std::size_t j) {
        return !std::isnan(values[i]) && !std::isnan(values[j]) && seconds[j] - seconds[i] <= longestStep;
    };
    for (std::size_t i = begin; i < end; ++i) {
        if (std::isnan(values[i]))
            continue;
        const bool fromBefore = i > 0 && joined(i - 1, i);
        const bool goesOn = i + 1 < size && joined(i, i + 1);
        if (goesOn && i + 1 < end)
            pieces.push_back({seconds[i], values[i], seconds[i + 1], values[i + 1]});
        else if (!goesOn && !fromBefore && i >= inside.begin && i < inside.end)
            pieces.push_back({seconds[i], values[i], seconds[i], values[i]});
    }
    return pieces;
}

}
