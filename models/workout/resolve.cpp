// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workout/resolve.h"

#include "models/workout/absolute.h"

#include <QStringList>
#include <cmath>
#include <numeric>
#include <vector>

using namespace Qt::StringLiterals;

namespace workout {

namespace {

// Longer texts are slips of the keyboard: they get a duration but no figures.
constexpr qint64 longestSeconds = 4 * 86400;
constexpr qint64 longestDuration = 31 * 86400;

/// One value per second of the whole workout: watts, beats per minute or metres per second.
using Series = std::vector<double>;

bool uses(const Workout &workout, Family family)
{
    for (const auto &block : workout.blocks) {
        for (const auto &step : block.steps) {
            if (targetOf(step, family))
                return true;
        }
    }
    return false;
}

std::optional<Family> familyNamed(const QString &name)
{
    if (name == "POWER"_L1)
        return Family::Power;
    if (name == "HR"_L1)
        return Family::HeartRate;
    if (name == "PACE"_L1)
        return Family::Pace;
    return {};
}

std::optional<Family> chosenFamily(const Workout &workout, const domain::SportSettings &settings, const QString &target)
{
    if (const auto family = familyNamed(target); family && uses(workout, *family))
        return family;
    const QString order = settings.workoutOrder + u"_POWER_HR_PACE"_s; // what the order leaves out comes last
    const QStringList names = order.split(u'_');
    for (const auto &name : names) {
        if (const auto family = familyNamed(name); family && uses(workout, *family))
            return family;
    }
    return {};
}

Series seriesOf(const Workout &workout, const domain::SportSettings &settings, Family family, int ftp)
{
    Series series;
    for (const auto &block : workout.blocks) {
        Series once;
        for (const auto &step : block.steps) {
            const qint64 seconds = durationOf(step, settings).count();
            const Span span = spanOf(step, family, settings, ftp).value_or(Span {});
            const bool sloped = step.ramp && seconds > 1;
            for (qint64 i = 0; i < seconds; ++i)
                once.push_back(sloped ? span.start + (span.end - span.start) * double(i) / double(seconds - 1) : span.middle());
        }
        for (int rep = 0; rep < block.reps; ++rep)
            series.insert(series.end(), once.begin(), once.end());
    }
    return series;
}

double sum(const Series &series)
{
    return std::accumulate(series.begin(), series.end(), 0.0);
}

int roundHalfUp(double value)
{
    return std::isfinite(value) ? int(std::clamp(std::floor(value + 0.5), 0.0, 2e9)) : 0;
}

/// Fourth-power mean of the trailing 30 s mean; the first seconds average what there is.
double normalized(const Series &series)
{
    double window = 0;
    double total = 0;
    for (size_t i = 0; i < series.size(); ++i) {
        window += series[i];
        if (i >= 30)
            window -= series[i - 30];
        const double average = window / double(std::min<size_t>(i + 1, 30));
        total += average * average * average * average;
    }
    return series.empty() ? 0 : std::pow(total / double(series.size()), 0.25);
}

/// Seconds at or below each upper bound; the last zone is open.
template<typename Number>
void addZoneSeconds(Resolved &resolved, const Series &series, const QList<Number> &bounds, double one)
{
    if (bounds.isEmpty())
        return;
    std::vector<int> seconds(size_t(bounds.size()), 0);
    for (const double value : series) {
        size_t zone = 0;
        while (zone + 1 < seconds.size() && value > double(bounds.at(qsizetype(zone))) * one + 1e-9)
            ++zone;
        ++seconds[zone];
    }
    for (size_t i = 0; i < seconds.size(); ++i)
        resolved.zoneSeconds.append({u'Z' + QString::number(i + 1), seconds[i]});
}

void resolvePower(Resolved &resolved, const Series &series, const domain::SportSettings &settings, int ftp)
{
    resolved.normalizedWatts = roundHalfUp(normalized(series));
    resolved.averageWatts = roundHalfUp(sum(series) / double(series.size()));
    resolved.joules = roundHalfUp(sum(series));
    if (ftp <= 0)
        return;
    const double ratio = double(resolved.normalizedWatts) / ftp;
    resolved.load = roundHalfUp(double(series.size()) / 36 * ratio * ratio);
    const double onePercent = ftp / 100.0;
    int sweetSpot = 0;
    double above = 0;
    for (const double watts : series) {
        above += std::max(0.0, watts - ftp);
        if (watts >= std::floor(settings.sweetSpotMinPercent.value_or(84) * onePercent) && watts <= std::floor(settings.sweetSpotMaxPercent.value_or(97) * onePercent))
            ++sweetSpot;
    }
    resolved.joulesAboveFtp = roundHalfUp(above);
    addZoneSeconds(resolved, series, settings.powerZonesPercent.isEmpty() ? domain::defaultPowerZonesPercent() : settings.powerZonesPercent, onePercent);
    resolved.zoneSeconds.append({u"SS"_s, sweetSpot});
}

void resolvePace(Resolved &resolved, const Series &series, const domain::SportSettings &settings, const QString &type)
{
    const double threshold = settings.thresholdPaceMps.value_or(0);
    if (!(threshold > 0))
        return;
    const bool swim = settings.paceLoadType.isEmpty() ? type.contains("Swim"_L1) : settings.paceLoadType == "SWIM"_L1;
    const double speed = resolved.metres / double(series.size());
    resolved.load = roundHalfUp(double(series.size()) / 36 * std::pow(speed / threshold, swim ? 3 : 2));
    addZoneSeconds(resolved, series, paceZonesOf(settings), threshold / 100);
}

void resolveHeartRate(Resolved &resolved, const Series &series, const domain::SportSettings &settings, const ResolveOptions &options)
{
    addZoneSeconds(resolved, series, settings.heartrateZonesBpm, 1);
    const int rest = options.restingHrBpm;
    if (!settings.lthrBpm || !settings.maxHrBpm || *settings.maxHrBpm <= rest || *settings.lthrBpm <= rest)
        return;
    const double k = options.male ? 1.92 : 1.67;
    const auto impulse = [&](double bpm) {
        const double reserve = std::clamp((bpm - rest) / (*settings.maxHrBpm - rest), 0.0, 1.5);
        return reserve * std::exp(k * reserve);
    };
    double total = 0;
    for (const double bpm : series)
        total += impulse(bpm) / 60;
    resolved.load = roundHalfUp(100 * total / (60 * impulse(*settings.lthrBpm)));
}

/// The mean of the squared share of threshold over a step, by the chosen family or else another that the step has.
std::optional<double> squaredIntensity(const Step &step, Family first, const domain::SportSettings &settings, int ftp)
{
    for (const Family family : {first, Family::Power, Family::HeartRate, Family::Pace}) {
        const double threshold = family == Family::Power ? ftp : family == Family::HeartRate ? settings.lthrBpm.value_or(0) : settings.thresholdPaceMps.value_or(0);
        const auto span = spanOf(step, family, settings, ftp);
        if (!span || !(threshold > 0))
            continue;
        const double a = (step.ramp ? span->start : span->middle()) / threshold;
        const double b = (step.ramp ? span->end : span->middle()) / threshold;
        return (a * a + a * b + b * b) / 3;
    }
    return {};
}

/// Where steps are written in different families, no single series tells the load; the steps' own intensities do.
std::optional<int> mixedLoad(const Workout &workout, Family family, const domain::SportSettings &settings, int ftp)
{
    bool mixed = false;
    double load = 0;
    for (const auto &block : workout.blocks) {
        for (const auto &step : block.steps) {
            const auto squared = squaredIntensity(step, family, settings, ftp);
            mixed = mixed || (squared && !targetOf(step, family));
            load += squared.value_or(0) * block.reps * double(durationOf(step, settings).count()) / 36;
        }
    }
    return mixed ? std::optional(roundHalfUp(load)) : std::nullopt;
}

/// What was written in metres, and what timed steps cover at their pace.
double metresOf(const Step &step, const domain::SportSettings &settings)
{
    if (step.metres && *step.metres > 0)
        return *step.metres;
    const auto span = spanOf(step, Family::Pace, settings, 0);
    return span ? span->middle() * double(durationOf(step, settings).count()) : 0;
}

}

std::optional<double> intensityPercent(int load, std::chrono::seconds movingTime)
{
    if (load < 0 || movingTime.count() <= 0)
        return {};
    return 100 * std::sqrt(load * 36.0 / double(movingTime.count()));
}

Resolved resolve(const Workout &workout, const domain::SportSettings &settings, const ResolveOptions &options)
{
    Resolved resolved;
    qint64 seconds = 0;
    for (const auto &block : workout.blocks) {
        for (const auto &step : block.steps) {
            seconds += durationOf(step, settings).count() * block.reps;
            resolved.metres += metresOf(step, settings) * block.reps;
        }
    }
    resolved.duration = std::chrono::seconds(std::min(seconds, longestDuration));
    resolved.family = chosenFamily(workout, settings, options.target);
    if (!resolved.family || seconds == 0 || seconds > longestSeconds)
        return resolved;
    const int ftp = ftpOf(settings, options.indoor || options.type.startsWith("Virtual"_L1));
    const Series series = seriesOf(workout, settings, *resolved.family, ftp);
    if (*resolved.family == Family::Power)
        resolvePower(resolved, series, settings, ftp);
    else if (*resolved.family == Family::Pace)
        resolvePace(resolved, series, settings, options.type);
    else
        resolveHeartRate(resolved, series, settings, options);
    if (const auto load = mixedLoad(workout, *resolved.family, settings, ftp))
        resolved.load = load;
    if (resolved.load)
        resolved.intensityPercent = intensityPercent(*resolved.load, resolved.duration);
    return resolved;
}

}
