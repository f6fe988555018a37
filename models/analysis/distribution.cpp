// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/distribution.h"

#include "models/analysis/recorded.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace analysis {

namespace {

constexpr double mostBuckets = 2000; // a broken sensor must not fill the memory
constexpr double slowest = 0.5; // m/s; what is slower is no pace

/// A mean that weighs each value by how long it lasted.
struct Weighed {
    double sum = 0;
    double seconds = 0;

    void add(const std::vector<float> *values, size_t i, double length)
    {
        if (!values || std::isnan((*values)[i]))
            return;
        sum += double((*values)[i]) * length;
        seconds += length;
    }
    [[nodiscard]] std::optional<double> mean() const
    {
        return seconds > 0 ? std::optional(sum / seconds) : std::nullopt;
    }
};

const std::vector<float> *valuesIn(const domain::StreamSet &streams, const QString &type)
{
    const auto *channel = streams.find(type);
    return channel ? &channel->values : nullptr;
}

struct Line {
    double intercept = 0;
    double slope = 0;
    double r2 = 0;
};

Line lineThrough(const std::vector<PowerHeart::Minute> &minutes)
{
    double n = double(minutes.size()), x = 0, y = 0, xx = 0, xy = 0, yy = 0;
    for (const auto &minute : minutes) {
        x += minute.watts;
        y += minute.heartRateBpm;
        xx += minute.watts * minute.watts;
        xy += minute.watts * minute.heartRateBpm;
        yy += minute.heartRateBpm * minute.heartRateBpm;
    }
    const double spreadX = n * xx - x * x;
    const double spreadY = n * yy - y * y;
    if (spreadX <= 0)
        return {y / n, 0, 0};
    const double slope = (n * xy - x * y) / spreadX;
    return {(y - slope * x) / n, slope, spreadY > 0 ? slope * slope * spreadX / spreadY : 0};
}

double wattsPerBeat(const std::vector<PowerHeart::Minute> &minutes, size_t from, size_t to)
{
    double watts = 0;
    double beats = 0;
    for (size_t i = from; i < to; ++i) {
        watts += minutes[i].watts;
        beats += minutes[i].heartRateBpm;
    }
    return beats > 0 ? watts / beats : 0;
}

}

std::vector<Bucket> histogram(const domain::StreamSet &streams, const std::vector<float> &values, double width)
{
    const auto lengths = sampleSeconds(streams);
    const auto moving = movingSampleSeconds(streams);
    std::optional<double> low;
    double high = 0;
    for (const float value : values) {
        if (std::isnan(value))
            continue;
        low = std::min(low.value_or(double(value)), double(value));
        high = std::max(high, double(value));
    }
    if (!low || width <= 0)
        return {};
    const double first = std::floor(*low / width);
    const auto count = size_t(std::min(mostBuckets, std::floor(high / width) - first + 1));
    std::vector<Bucket> buckets(count);
    std::vector<std::array<Weighed, 3>> beside(count);
    const std::array others {
        valuesIn(streams, u"watts"_s), valuesIn(streams, u"heartrate"_s), valuesIn(streams, u"cadence"_s)};
    for (size_t i = 0; i < values.size() && i < lengths.size(); ++i) {
        if (std::isnan(values[i]))
            continue;
        const auto at = std::min(count - 1, size_t(std::floor(double(values[i]) / width) - first));
        buckets[at].seconds += lengths[i];
        buckets[at].movingSeconds += moving[i];
        for (size_t k = 0; k < others.size(); ++k)
            beside[at][k].add(others[k], i, lengths[i]);
    }
    for (size_t i = 0; i < count; ++i) {
        buckets[i].start = (first + double(i)) * width;
        buckets[i].watts = beside[i][0].mean();
        buckets[i].heartRateBpm = beside[i][1].mean();
        buckets[i].cadenceRpm = beside[i][2].mean();
    }
    return buckets;
}

std::vector<float> secondsPerKilometre(const std::vector<float> &metresPerSecond)
{
    std::vector<float> paces;
    paces.reserve(metresPerSecond.size());
    for (const float speed : metresPerSecond)
        paces.push_back(double(speed) > slowest ? 1000 / speed : domain::Samples::gap);
    return paces;
}

std::optional<PowerHeart> powerAgainstHeart(
    const domain::StreamSet &streams, double warmupSeconds, double cooldownSeconds)
{
    const auto *watts = valuesIn(streams, u"watts"_s);
    const auto *beats = valuesIn(streams, u"heartrate"_s);
    if (!watts || !beats)
        return {};
    const auto moving = movingSampleSeconds(streams);
    double total = 0;
    for (const double seconds : moving)
        total += seconds;
    PowerHeart found;
    Weighed power, heart, cadence;
    double at = 0;
    double minuteStart = warmupSeconds;
    for (size_t i = 0; i < moving.size() && at < total - cooldownSeconds; ++i) {
        if (at >= warmupSeconds && !std::isnan((*watts)[i]) && (*beats)[i] > 0) {
            power.add(watts, i, moving[i]);
            heart.add(beats, i, moving[i]);
            cadence.add(valuesIn(streams, u"cadence"_s), i, moving[i]);
        }
        at += moving[i];
        if (at - minuteStart < 60)
            continue;
        if (heart.seconds >= 30)
            found.minutes.push_back({minuteStart, *power.mean(), *heart.mean(), cadence.mean().value_or(0)});
        power = heart = cadence = {};
        minuteStart = at;
    }
    const size_t count = found.minutes.size();
    if (count < 2)
        return {};
    const Line line = lineThrough(found.minutes);
    found.intercept = line.intercept;
    found.slope = line.slope;
    found.r2 = line.r2;
    found.wattsPerBeat = wattsPerBeat(found.minutes, 0, count);
    found.firstHalf = wattsPerBeat(found.minutes, 0, count / 2);
    found.secondHalf = wattsPerBeat(found.minutes, count / 2, count);
    if (found.firstHalf > 0)
        found.decouplingPercent = 100 * (found.firstHalf - found.secondHalf) / found.firstHalf;
    return found;
}

}
