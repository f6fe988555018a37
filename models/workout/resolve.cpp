// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workout/resolve.h"

#include "models/workout/absolute.h"

#include <cmath>
#include <numeric>
#include <vector>

using namespace Qt::StringLiterals;

namespace workout {

namespace {

constexpr qint64 longestSeconds = 4 * 86400;

/// One value per second of the whole workout.
using Series = std::vector<double>;

template<typename F>
void forEachStep(const Workout &workout, F fn)
{
    for (const auto &block : workout.blocks) {
        for (int rep = 0; rep < block.reps; ++rep) {
            for (const auto &step : block.steps) {
                if (!fn(step))
                    return;
            }
        }
    }
}

const std::optional<Target> &targetOf(const Step &step, Family family)
{
    return family == Family::Power ? step.power : family == Family::HeartRate ? step.heartRate : step.pace;
}

bool uses(const Workout &workout, Family family)
{
    bool found = false;
    forEachStep(workout, [&](const Step &step) {
        found = targetOf(step, family).has_value();
        return !found;
    });
    return found;
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
    const QString order = settings.workoutOrder.isEmpty() ? u"POWER_HR_PACE"_s : settings.workoutOrder;
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
    forEachStep(workout, [&](const Step &step) {
        const qint64 seconds = durationOf(step, settings).count();
        if (qint64(series.size()) + seconds > longestSeconds)
            return false;
        const auto &target = targetOf(step, family);
        const auto span = target ? absolute(*target, settings, ftp) : std::nullopt;
        for (qint64 i = 0; i < seconds; ++i) {
            if (!span)
                series.push_back(0);
            else if (step.ramp && seconds > 1)
                series.push_back(span->start + (span->end - span->start) * double(i) / double(seconds - 1));
            else
                series.push_back(span->middle());
        }
        return true;
    });
    return series;
}

double mean(const Series &series)
{
    return series.empty() ? 0 : std::accumulate(series.begin(), series.end(), 0.0) / double(series.size());
}

int roundHalfUp(double value)
{
    return int(std::floor(value + 0.5));
}

/// Fourth-power mean of the trailing 30 s mean; the first seconds average what there is.
double normalized(const Series &series)
{
    double window = 0;
    double sum = 0;
    for (size_t i = 0; i < series.size(); ++i) {
        window += series[i];
        if (i >= 30)
            window -= series[i - 30];
        const double average = window / double(std::min<size_t>(i + 1, 30));
        sum += average * average * average * average;
    }
    return series.empty() ? 0 : std::pow(sum / double(series.size()), 0.25);
}

void resolvePower(Resolved &resolved, const Series &series, const domain::SportSettings &settings, int ftp)
{
    resolved.normalizedWatts = roundHalfUp(normalized(series));
    resolved.averageWatts = roundHalfUp(mean(series));
    resolved.joules = roundHalfUp(std::accumulate(series.begin(), series.end(), 0.0));
    if (ftp <= 0)
        return;
    const double ratio = double(resolved.normalizedWatts) / ftp;
    resolved.load = roundHalfUp(double(series.size()) / 36 * ratio * ratio);
    const QList<double> zones = settings.powerZonesPercent.isEmpty() ? domain::defaultPowerZonesPercent() : settings.powerZonesPercent;
    std::vector<int> seconds(size_t(zones.size()), 0);
    int sweetSpot = 0;
    double above = 0;
    for (const double watts : series) {
        const double percent = watts * 100 / ftp;
        size_t zone = 0;
        while (zone + 1 < seconds.size() && percent > zones.at(qsizetype(zone)))
            ++zone;
        ++seconds[zone];
        above += std::max(0.0, watts - ftp);
        if (percent >= settings.sweetSpotMinPercent.value_or(84) && percent <= settings.sweetSpotMaxPercent.value_or(97))
            ++sweetSpot;
    }
    resolved.joulesAboveFtp = roundHalfUp(above);
    for (size_t i = 0; i < seconds.size(); ++i)
        resolved.zoneSeconds.append({u'Z' + QString::number(i + 1), seconds[i]});
    resolved.zoneSeconds.append({u"SS"_s, sweetSpot});
}

void resolvePace(Resolved &resolved, const Series &series, const domain::SportSettings &settings, const QString &type)
{
    resolved.metres = std::max(resolved.metres, std::accumulate(series.begin(), series.end(), 0.0));
    if (!settings.thresholdPaceMps || series.empty())
        return;
    const bool swim = settings.paceLoadType == "SWIM"_L1 || type.contains("Swim"_L1);
    const double speed = resolved.metres / double(series.size());
    resolved.load = roundHalfUp(double(series.size()) / 36 * std::pow(speed / *settings.thresholdPaceMps, swim ? 3 : 2));
}

void resolveHeartRate(Resolved &resolved, const Series &series, const domain::SportSettings &settings, const ResolveOptions &options)
{
    if (!settings.lthrBpm || !settings.maxHrBpm || *settings.maxHrBpm <= options.restingHrBpm)
        return;
    const double k = options.male ? 1.92 : 1.67;
    const auto impulse = [&](double bpm) {
        const double reserve = std::max(0.0, (bpm - options.restingHrBpm) / (*settings.maxHrBpm - options.restingHrBpm));
        return reserve * std::exp(k * reserve);
    };
    double sum = 0;
    for (const double bpm : series)
        sum += impulse(bpm) / 60;
    resolved.load = roundHalfUp(100 * sum / (60 * impulse(*settings.lthrBpm)));
}

}

Resolved resolve(const Workout &workout, const domain::SportSettings &settings, const ResolveOptions &options)
{
    Resolved resolved;
    resolved.family = chosenFamily(workout, settings, options.target);
    const int ftp = ftpOf(settings, options.indoor || options.type.startsWith("Virtual"_L1));
    const Series series = seriesOf(workout, settings, resolved.family.value_or(Family::Power), ftp);
    resolved.duration = std::chrono::seconds(qint64(series.size()));
    forEachStep(workout, [&](const Step &step) {
        resolved.metres += step.metres.value_or(0);
        return resolved.metres < 1e7;
    });
    if (!resolved.family)
        return resolved;
    if (*resolved.family == Family::Power)
        resolvePower(resolved, series, settings, ftp);
    else if (*resolved.family == Family::Pace)
        resolvePace(resolved, series, settings, options.type);
    else
        resolveHeartRate(resolved, series, settings, options);
    if (resolved.load && !series.empty())
        resolved.intensityPercent = 100 * std::sqrt(*resolved.load * 36.0 / double(series.size()));
    return resolved;
}

}
