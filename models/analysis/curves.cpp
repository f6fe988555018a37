// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/curves.h"

#include "models/analysis/recorded.h"

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace analysis {

namespace {

/// Running sums over the samples, one longer than they are: what was reached before each.
struct Sums {
    std::vector<double> seconds {0};
    std::vector<double> amount {0}; ///< value times seconds, or metres

    [[nodiscard]] size_t samples() const { return seconds.size() - 1; }
};

Sums sumsOf(const domain::StreamSet &streams, const std::vector<float> &values)
{
    Sums sums;
    sums.seconds.reserve(values.size() + 1);
    sums.amount.reserve(values.size() + 1);
    const auto lengths = sampleSeconds(streams);
    for (size_t i = 0; i < values.size() && i < lengths.size(); ++i) {
        const double value = std::isnan(values[i]) ? 0 : double(values[i]);
        sums.seconds.push_back(sums.seconds.back() + lengths[i]);
        sums.amount.push_back(sums.amount.back() + value * lengths[i]);
    }
    return sums;
}

enum class Wanted { Highest, Lowest };

/// The extreme of what b grows by while a grows by a length, over all starts from one on; between two samples both grow
/// evenly. Goes over plain memory and calls nothing, since a curve asks for it a hundred times.
std::optional<CurvePoint> extreme(const std::vector<double> &lengths,
    const std::vector<double> &amounts,
    double length,
    Wanted wanted,
    size_t from = 0)
{
    const double *const a = lengths.data();
    const double *const b = amounts.data();
    const size_t count = lengths.size();
    const double sign = wanted == Wanted::Highest ? 1 : -1;
    double most = -std::numeric_limits<double>::infinity();
    size_t bestStart = 0;
    size_t bestEnd = 0;
    size_t end = from + 1;
    for (size_t start = from; start + 1 < count; ++start) {
        const double target = a[start] + length;
        end = end > start ? end : start + 1;
        while (end < count && a[end] < target - 1e-6)
            ++end;
        if (end >= count)
            break;
        const double step = a[end] - a[end - 1];
        const double share = step > 0 ? (target - a[end - 1]) / step : 1;
        const double value = sign * (b[end - 1] + share * (b[end] - b[end - 1]) - b[start]);
        if (value > most) {
            most = value;
            bestStart = start;
            bestEnd = end;
        }
    }
    if (bestEnd == 0)
        return {};
    return CurvePoint {length, sign * most, int(bestStart), int(bestEnd)};
}

const std::vector<float> *channelOf(const domain::StreamSet &streams, const QString &channel)
{
    const auto *samples = streams.find(channel);
    const auto isValue = [](float v) { return !std::isnan(v); };
    const bool any = samples && std::any_of(samples->values.begin(), samples->values.end(), isValue);
    return any ? &samples->values : nullptr;
}

/// All nought without a way.
std::vector<double> metreSums(const domain::StreamSet &streams)
{
    std::vector<double> sums {0};
    for (const float metres : sampleMetres(streams))
        sums.push_back(sums.back() + double(metres));
    sums.resize(streams.timeSeconds.size() + 1, sums.back());
    return sums;
}

/// Candidates that lie inside the window and touch nothing that is taken.
bool isFree(int start, int end, const std::vector<std::pair<int, int>> &taken)
{
    return std::none_of(
        taken.begin(), taken.end(), [&](const auto &other) { return start < other.second && end > other.first; });
}

}

std::vector<double> curveSeconds(double longest)
{
    std::vector<double> lengths;
    for (double at = 1; at <= longest;) {
        lengths.push_back(at);
        at += at < 15 ? 1 : at < 60 ? 5 : at < 180 ? 15 : at < 600 ? 30 : at < 1800 ? 60 : at < 7200 ? 300 : 600;
    }
    return lengths;
}

std::vector<double> curveMetres(double longest)
{
    std::vector<double> lengths {1609.34, 3218.68, 21097.5, 42195};
    for (double at = 100; at <= longest; at += at < 1000 ? 100 : at < 5000 ? 500 : at < 20'000 ? 1000 : 5000)
        lengths.push_back(at);
    std::erase_if(lengths, [longest](double length) { return length > longest; });
    std::sort(lengths.begin(), lengths.end());
    return lengths;
}

Curve bestAverages(
    const domain::StreamSet &streams, const QString &channel, const std::vector<double> &seconds, size_t from)
{
    const auto *values = channelOf(streams, channel);
    if (!values)
        return {};
    const Sums sums = sumsOf(streams, *values);
    Curve curve;
    for (const double length : seconds) {
        if (auto best = extreme(sums.seconds, sums.amount, length, Wanted::Highest, from)) {
            best->value /= length;
            curve.push_back(*best);
        }
    }
    return curve;
}

std::optional<size_t> sampleAfterWork(const domain::StreamSet &streams, double kilojoules)
{
    const auto *watts = channelOf(streams, u"watts"_s);
    if (!watts)
        return {};
    const Sums sums = sumsOf(streams, *watts);
    const auto reached = std::lower_bound(sums.amount.begin(), sums.amount.end(), 1000 * kilojoules);
    return reached == sums.amount.end() ? std::nullopt : std::optional(size_t(reached - sums.amount.begin()));
}

Curve fastest(const domain::StreamSet &streams, const std::vector<float> &metres, const std::vector<double> &lengths)
{
    const auto seconds = sampleSeconds(streams);
    std::vector<double> way {0};
    std::vector<double> time {0};
    for (size_t i = 0; i < metres.size() && i < seconds.size(); ++i) {
        way.push_back(way.back() + double(metres[i]));
        time.push_back(time.back() + seconds[i]);
    }
    Curve curve;
    for (const double length : lengths) {
        if (const auto best = extreme(way, time, length, Wanted::Lowest))
            curve.push_back(*best);
    }
    return curve;
}

std::vector<BestEffort> bestEfforts(const domain::StreamSet &streams, const QString &channel, const EffortQuery &wanted)
{
    const auto *values = channelOf(streams, channel);
    if (!values || !(wanted.length > 0))
        return {};
    const Sums sums = sumsOf(streams, *values);
    const auto metres = metreSums(streams);
    const auto &measure = wanted.byDistance ? metres : sums.seconds;
    const size_t last = wanted.to > 0 ? std::min(size_t(wanted.to), sums.samples()) : sums.samples();
    std::vector<BestEffort> all;
    size_t end = 1;
    for (auto start = size_t(std::max(0, wanted.from)); start < last; ++start) {
        end = std::max(end, start + 1);
        while (end <= last && measure[end] - measure[start] < wanted.length - 1e-6)
            ++end;
        if (end > last)
            break;
        const double seconds = sums.seconds[end] - sums.seconds[start];
        const double average = seconds > 0 ? (sums.amount[end] - sums.amount[start]) / seconds : 0;
        if (average >= wanted.least && isFree(int(start), int(end), wanted.except))
            all.push_back({int(start), int(end), average, seconds, metres[end] - metres[start]});
    }
    std::stable_sort(
        all.begin(), all.end(), [](const BestEffort &a, const BestEffort &b) { return a.average > b.average; });
    std::vector<BestEffort> chosen;
    std::vector<std::pair<int, int>> taken;
    for (const auto &effort : all) {
        if (int(chosen.size()) >= wanted.count)
            break;
        if (!isFree(effort.start, effort.end, taken))
            continue;
        taken.emplace_back(effort.start, effort.end);
        chosen.push_back(effort);
    }
    return chosen;
}

}
