// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/recorded.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace analysis {

namespace {

constexpr double standing = 0.4; // m/s
constexpr double climbStep = 2; // metres that altitude must change by before it counts
constexpr double gradeMetres = 40; // the way that a grade is measured over
constexpr double steepest = 0.35;

using Values = std::vector<float>;

const Values *valuesOf(const domain::StreamSet &streams, const QString &type)
{
    const auto *channel = streams.find(type);
    const bool any = channel
        && std::any_of(channel->values.begin(), channel->values.end(), [](float v) { return !std::isnan(v); });
    return any ? &channel->values : nullptr;
}

/// How long each sample counts: until the next one, and one second before a pause.
std::vector<double> lengthsOf(const domain::StreamSet &streams)
{
    const auto &time = streams.timeSeconds;
    const double longestStep = longestStepOf(time);
    std::vector<double> lengths(time.size(), 1);
    for (size_t i = 0; i + 1 < time.size(); ++i) {
        const double step = double(time[i + 1]) - double(time[i]);
        lengths[i] = step > longestStep ? 1 : std::max(0.0, step);
    }
    return lengths;
}

/// The same without standing still. A recording without speed, or that never moved, is of a sport without a way.
std::vector<double> movingLengthsOf(const domain::StreamSet &streams)
{
    std::vector<double> lengths = lengthsOf(streams);
    const Values *speed = valuesOf(streams, u"velocity_smooth"_s);
    if (!speed || std::none_of(speed->begin(), speed->end(), [](float v) { return v > standing; }))
        return lengths;
    const Values *watts = valuesOf(streams, u"watts"_s);
    for (size_t i = 0; i < lengths.size(); ++i) {
        const bool pushes = watts && (*watts)[i] > 0;
        if (!pushes && !((*speed)[i] > standing))
            lengths[i] = 0;
    }
    return lengths;
}

double sum(const std::vector<double> &values)
{
    double total = 0;
    for (const double value : values)
        total += value;
    return total;
}

std::optional<double> mean(const Values *values, const std::vector<double> &lengths, bool withZeros = true)
{
    double total = 0;
    double seconds = 0;
    for (size_t i = 0; values && i < values->size(); ++i) {
        const float value = (*values)[i];
        if (std::isnan(value) || (!withZeros && value <= 0))
            continue;
        total += double(value) * lengths[i];
        seconds += lengths[i];
    }
    return seconds > 0 ? std::optional(total / seconds) : std::nullopt;
}

std::optional<double> highest(const Values *values)
{
    std::optional<double> most;
    for (size_t i = 0; values && i < values->size(); ++i) {
        if (!std::isnan((*values)[i]))
            most = std::max(most.value_or(double((*values)[i])), double((*values)[i]));
    }
    return most;
}

/// One value a second, each sample held for as long as it counts.
std::vector<double> secondly(const Values &values, const std::vector<double> &lengths)
{
    std::vector<double> series;
    series.reserve(size_t(sum(lengths)) + 1);
    double until = 0;
    for (size_t i = 0; i < values.size(); ++i) {
        if (std::isnan(values[i]))
            continue;
        until += lengths[i];
        while (double(series.size()) + 0.5 <= until)
            series.push_back(double(values[i]));
    }
    return series;
}

double normalized(const std::vector<double> &watts)
{
    double window = 0;
    double fourth = 0;
    for (size_t i = 0; i < watts.size(); ++i) {
        window += watts[i] - (i >= 30 ? watts[i - 30] : 0);
        fourth += std::pow(std::max(0.0, window) / double(std::min<size_t>(30, i + 1)), 4);
    }
    return std::pow(fourth / double(std::max<size_t>(1, watts.size())), 0.25);
}

void addPower(RecordedFigures &figures, const Values &watts, const std::vector<double> &lengths, double threshold)
{
    const auto series = secondly(watts, lengths);
    if (series.empty())
        return;
    const double joules = sum(series);
    figures.averageWatts = joules / double(series.size());
    figures.normalizedWatts = normalized(series);
    figures.joules = joules;
    if (threshold <= 0)
        return;
    double above = 0;
    for (const double value : series)
        above += std::max(0.0, value - threshold);
    figures.joulesAboveThreshold = above;
}

/// A climb counts once it is higher than the noise of the sensor.
void addClimb(RecordedFigures &figures, const Values &altitude)
{
    double up = 0;
    double down = 0;
    std::optional<double> level;
    for (const float value : altitude) {
        if (std::isnan(value))
            continue;
        const double change = double(value) - level.value_or(double(value));
        if (level && std::abs(change) < climbStep)
            continue;
        (change > 0 ? up : down) += std::abs(change);
        level = double(value);
    }
    figures.ascentMetres = up;
    figures.descentMetres = down;
}

/// The energy that a metre takes at a grade, as a share of a level one (after Minetti and others, 2002).
double costOfGrade(double grade)
{
    const double g = std::clamp(grade, -steepest, steepest);
    return (((((155.4 * g - 30.4) * g - 43.3) * g + 46.3) * g + 19.5) * g + 3.6) / 3.6;
}

std::optional<double> levelSpeed(const domain::StreamSet &streams, const std::vector<double> &lengths)
{
    const Values *distance = valuesOf(streams, u"distance"_s);
    if (!distance || !valuesOf(streams, u"altitude"_s))
        return {};
    const auto level = levelSampleMetres(streams);
    double metres = 0;
    for (size_t i = 0; i < level.size(); ++i)
        metres += lengths[i] > 0 ? double(level[i]) : 0;
    const double seconds = sum(lengths);
    return metres > 0 && seconds > 0 ? std::optional(metres / seconds) : std::nullopt;
}

}

std::vector<double> sampleSeconds(const domain::StreamSet &streams)
{
    return lengthsOf(streams);
}

std::vector<double> movingSampleSeconds(const domain::StreamSet &streams)
{
    return movingLengthsOf(streams);
}

std::vector<float> sampleMetres(const domain::StreamSet &streams)
{
    const Values *distance = valuesOf(streams, u"distance"_s);
    if (!distance)
        return {};
    Values metres(distance->size(), 0);
    float reached = (*distance)[0];
    for (size_t i = 1; i < distance->size(); ++i) {
        if (!std::isnan((*distance)[i - 1]))
            reached = (*distance)[i - 1];
        if ((*distance)[i] > reached)
            metres[i - 1] = (*distance)[i] - reached;
    }
    return metres;
}

std::vector<float> levelSampleMetres(const domain::StreamSet &streams)
{
    const Values *altitude = valuesOf(streams, u"altitude"_s);
    const Values *distance = valuesOf(streams, u"distance"_s);
    if (!altitude || !distance)
        return {};
    Values metres(distance->size(), 0);
    size_t from = 0;
    for (size_t i = 1; i < distance->size(); ++i) {
        const double way = double((*distance)[i]) - double((*distance)[i - 1]);
        if (std::isnan(way) || way <= 0)
            continue;
        while (from + 1 < i && !((*distance)[i] - (*distance)[from] <= gradeMetres))
            ++from;
        const double run = double((*distance)[i]) - double((*distance)[from]);
        const double rise = double((*altitude)[i]) - double((*altitude)[from]);
        metres[i - 1] = float(way * (run > gradeMetres / 4 && !std::isnan(rise) ? costOfGrade(rise / run) : 1));
    }
    return metres;
}

RecordedFigures recordedFigures(const domain::StreamSet &streams, double thresholdWatts)
{
    RecordedFigures figures;
    if (streams.isEmpty())
        return figures;
    const auto moving = movingLengthsOf(streams);
    figures.elapsedSeconds = double(streams.timeSeconds.back()) - double(streams.timeSeconds.front()) + 1;
    figures.recordedSeconds = sum(lengthsOf(streams));
    figures.movingSeconds = sum(moving);
    if (const auto metres = highest(valuesOf(streams, u"distance"_s)); metres.value_or(0) > 0)
        figures.metres = metres;
    if (figures.metres && figures.movingSeconds > 0)
        figures.averageSpeedMps = *figures.metres / figures.movingSeconds;
    figures.maxSpeedMps = highest(valuesOf(streams, u"velocity_smooth"_s));
    figures.levelSpeedMps = levelSpeed(streams, moving);
    if (const Values *altitude = valuesOf(streams, u"altitude"_s))
        addClimb(figures, *altitude);
    if (const Values *watts = valuesOf(streams, u"watts"_s))
        addPower(figures, *watts, moving, thresholdWatts);
    figures.averageHeartRateBpm = mean(valuesOf(streams, u"heartrate"_s), moving, false);
    if (figures.averageHeartRateBpm)
        figures.maxHeartRateBpm = highest(valuesOf(streams, u"heartrate"_s));
    figures.averageCadenceRpm = mean(valuesOf(streams, u"cadence"_s), moving, false);
    return figures;
}

QList<int> zoneSeconds(const domain::StreamSet &streams, const QString &channel, const QList<double> &bounds)
{
    const Values *values = valuesOf(streams, channel);
    if (!values || bounds.isEmpty())
        return {};
    const auto lengths = movingLengthsOf(streams);
    std::vector<double> seconds(size_t(bounds.size()), 0);
    for (size_t i = 0; i < values->size(); ++i) {
        if (std::isnan((*values)[i]))
            continue;
        size_t zone = 0;
        while (zone + 1 < seconds.size() && double((*values)[i]) > bounds.at(qsizetype(zone)))
            ++zone;
        seconds[zone] += lengths[i];
    }
    QList<int> rounded;
    for (const double value : seconds)
        rounded.append(int(std::lround(value)));
    return rounded;
}

int secondsBetween(const domain::StreamSet &streams, const QString &channel, double low, double high)
{
    const Values *values = valuesOf(streams, channel);
    const auto lengths = movingLengthsOf(streams);
    double seconds = 0;
    for (size_t i = 0; values && i < values->size(); ++i) {
        if (double((*values)[i]) >= low && double((*values)[i]) <= high)
            seconds += lengths[i];
    }
    return int(std::lround(seconds));
}

std::optional<double> heartRateLoad(const domain::StreamSet &streams, const HeartRates &rates)
{
    const Values *beats = valuesOf(streams, u"heartrate"_s);
    const double reserve = rates.highest - rates.resting;
    if (!beats || reserve <= 0 || rates.threshold <= rates.resting)
        return {};
    const double k = rates.male ? 1.92 : 1.67;
    const auto weight = [&](double beat) {
        const double share = std::clamp((beat - rates.resting) / reserve, 0.0, 1.1);
        return share * std::exp(k * share);
    };
    const auto lengths = movingLengthsOf(streams);
    double effort = 0;
    for (size_t i = 0; i < beats->size(); ++i) {
        if ((*beats)[i] > 0) // a sensor that is not worn says nought
            effort += lengths[i] * weight(double((*beats)[i]));
    }
    return effort > 0 ? std::optional(100 * effort / (3600 * weight(rates.threshold))) : std::nullopt;
}

}
