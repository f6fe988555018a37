// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/streamstats.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace analysis {

std::optional<WindowStats> statsOf(
    std::span<const float> seconds, std::span<const float> values, const TimeWindow &window, double longestStep)
{
    const std::size_t size = std::min(seconds.size(), values.size());
    const SampleRange range = samplesWithin(seconds.first(size), window);
    WindowStats stats;
    double sum = 0;
    bool any = false;
    for (std::size_t i = range.begin; i < range.end; ++i) {
        const float value = values[i];
        if (std::isnan(value))
            continue;
        stats.low = any ? std::min(stats.low, value) : value;
        stats.high = any ? std::max(stats.high, value) : value;
        any = true;
        const double next = i + 1 < size ? double(seconds[i + 1]) - seconds[i] : 1.0;
        const double lasts = next > longestStep ? 1.0 : next; // before a pause nobody knows; a second is usual
        sum += lasts * double(value);
        stats.seconds += lasts;
    }
    if (!any)
        return {};
    stats.average = stats.seconds > 0 ? sum / stats.seconds : double(stats.low);
    return stats;
}

std::optional<float> valueAt(
    std::span<const float> seconds, std::span<const float> values, double at, double longestStep)
{
    const std::size_t size = std::min(seconds.size(), values.size());
    if (size == 0)
        return {};
    const auto times = seconds.first(size);
    const auto after = std::lower_bound(times.begin(), times.end(), at);
    auto nearest = after == times.end() ? after - 1 : after;
    if (after != times.begin() && after != times.end() && at - *(after - 1) < *after - at)
        nearest = after - 1;
    const float value = values[std::size_t(nearest - times.begin())];
    if (std::isnan(value) || std::abs(double(*nearest) - at) > longestStep / 2)
        return {};
    return value;
}

std::optional<ValueRange> rangeOf(std::span<const float> values)
{
    ValueRange range {std::numeric_limits<float>::infinity(), -std::numeric_limits<float>::infinity()};
    for (const float value : values) {
        if (value < range.low) // false for gaps
            range.low = value;
        if (value > range.high)
            range.high = value;
    }
    return range.low <= range.high ? std::optional(range) : std::nullopt;
}

double niceStep(double length, int parts)
{
    if (!(length > 0) || parts < 1)
        return 1;
    const double least = length / parts;
    const double ten = std::pow(10.0, std::floor(std::log10(least)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * ten >= least * (1 - 1e-9))
            return factor * ten;
    }
    return 10 * ten;
}

double niceTimeStep(double seconds, int parts)
{
    static constexpr std::array steps {
        1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1200, 1800, 3600, 7200, 10800, 14400, 21600, 43200};
    const double least = seconds / std::max(1, parts);
    for (const int step : steps) {
        if (step >= least)
            return step;
    }
    return 86400 * std::ceil(least / 86400);
}

}
