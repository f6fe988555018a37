// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workout/resolve.h"

#include "models/workout/series.h"

#include <QStringList>
#include <cmath>

using namespace Qt::StringLiterals;

namespace workout {

namespace {

// Longer texts are slips of the keyboard: they get a duration but no figures.
constexpr qint64 longestSeconds = 4 * 86400;
constexpr qint64 longestDuration = 31 * 86400;

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

std::optional<Family> familyNamed(QStringView name)
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
    const auto names = QStringView(order).split(u'_');
    for (const auto name : names) {
        if (const auto family = familyNamed(name); family && uses(workout, *family))
            return family;
    }
    return {};
}

int roundHalfUp(double value)
{
    return std::isfinite(value) ? int(std::clamp(std::floor(value + 0.5), 0.0, 2e9)) : 0;
}

void addZoneSeconds(Resolved &resolved, const Series &series, const QList<double> &upperBounds)
{
    const QList<qint64> seconds = zoneSeconds(series, upperBounds);
    for (qsizetype i = 0; i < seconds.size(); ++i)
        resolved.zoneSeconds.append({u'Z' + QString::number(i + 1), int(seconds.at(i))});
}

template<typename Number>
QList<double> scaled(const QList<Number> &bounds, double by)
{
    QList<double> list;
    list.reserve(bounds.size());
    for (const auto bound : bounds)
        list.append(double(bound) * by);
    return list;
}

void resolvePower(Resolved &resolved, const Series &series, const domain::SportSettings &settings, int ftp)
{
    resolved.ftpWatts = ftp;
    resolved.normalizedWatts = roundHalfUp(normalized(series));
    const double joules = series.sum();
    resolved.averageWatts = roundHalfUp(joules / double(series.seconds));
    resolved.joules = roundHalfUp(joules);
    if (ftp <= 0)
        return;
    const double ratio = double(resolved.normalizedWatts) / ftp;
    resolved.load = roundHalfUp(double(series.seconds) / 36 * ratio * ratio);
    resolved.joulesAboveFtp = roundHalfUp(series.sum([ftp](double watts) { return std::max(0.0, watts - ftp); }));
    addZoneSeconds(resolved, series, scaled(powerZonesOf(settings), ftp / 100.0));
    const auto [low, high] = sweetSpotOf(settings, ftp);
    resolved.zoneSeconds.append({u"SS"_s,
        int(series.sum([low = low, high = high](double watts) { return watts >= low && watts <= high ? 1.0 : 0.0; }))});
}

void resolvePace(Resolved &resolved, const Series &series, const domain::SportSettings &settings, const QString &type)
{
    const double threshold = settings.thresholdPaceMps.value_or(0);
    if (!(threshold > 0))
        return;
    const double speed = resolved.metres / double(series.seconds);
    resolved.load
        = roundHalfUp(double(series.seconds) / 36 * std::pow(speed / threshold, isSwim(settings, type) ? 3 : 2));
    addZoneSeconds(resolved, series, scaled(paceZonesOf(settings), threshold / 100));
}

void resolveHeartRate(
    Resolved &resolved, const Series &series, const domain::SportSettings &settings, const ResolveOptions &options)
{
    addZoneSeconds(resolved, series, scaled(settings.heartrateZonesBpm, 1));
    const int rest = options.restingHrBpm;
    if (!settings.lthrBpm || !settings.maxHrBpm || *settings.maxHrBpm <= rest || *settings.lthrBpm <= rest)
        return;
    const double k = options.male ? 1.92 : 1.67;
    const auto impulse = [rest, k, most = *settings.maxHrBpm](double bpm) {
        const double reserve = std::clamp((bpm - rest) / (most - rest), 0.0, 1.5);
        return reserve * std::exp(k * reserve);
    };
    resolved.load = roundHalfUp(100 * series.sum(impulse) / (3600 * impulse(*settings.lthrBpm)));
}

/// The mean of the squared share of threshold over a step, by the chosen family or else another that the step has.
std::optional<double> squaredIntensity(const Step &step, Family first, const domain::SportSettings &settings, int ftp)
{
    for (const Family family : {first, Family::Power, Family::HeartRate, Family::Pace}) {
        const double threshold = family == Family::Power ? ftp
            : family == Family::HeartRate                ? settings.lthrBpm.value_or(0)
                                                         : settings.thresholdPaceMps.value_or(0);
        const auto span = spanOf(step, family, settings, ftp);
        if (!span || !(threshold > 0))
            continue;
        const double a = (step.ramp ? span->start : span->middle()) / threshold;
        const double b = (step.ramp ? span->end : span->middle()) / threshold;
        return (a * a + a * b + b * b) / 3;
    }
    return {};
}

/// Whether a step lacks the chosen family and has another.
bool isMixed(const Workout &workout, Family family)
{
    for (const auto &block : workout.blocks) {
        for (const auto &step : block.steps) {
            if (!targetOf(step, family) && (step.power || step.heartRate || step.pace))
                return true;
        }
    }
    return false;
}

/// Where steps are written in different families, no single series tells the load; the steps' own intensities do.
std::optional<int> mixedLoad(const Workout &workout, Family family, const domain::SportSettings &settings, int ftp)
{
    if (!isMixed(workout, family))
        return {};
    bool counts = false;
    double load = 0;
    for (const auto &block : workout.blocks) {
        for (const auto &step : block.steps) {
            const auto squared = squaredIntensity(step, family, settings, ftp);
            counts = counts || (squared && !targetOf(step, family));
            load += squared.value_or(0) * block.reps * double(durationOf(step, settings).count()) / 36;
        }
    }
    return counts ? std::optional(roundHalfUp(load)) : std::nullopt;
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
