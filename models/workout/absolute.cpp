// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workout/absolute.h"

#include "models/workout/units.h"

#include <cmath>

namespace workout {

namespace {

constexpr double assumedSpeedMps = 30.0 / 3.6;

template<typename Number>
double upperBound(const QList<Number> &zones, int number)
{
    return number <= 0 || zones.isEmpty() ? 0 : double(zones.at(std::min<qsizetype>(number, zones.size()) - 1));
}

/// From the lower bound of the lower zone to the upper bound of the higher one; a falling ramp is written the other
/// way.
template<typename Bottom, typename Top>
Span zoneSpan(const Target &target, Bottom bottom, Top top)
{
    const int low = int(std::min(target.start, target.end));
    const int high = int(std::max(target.start, target.end));
    const Span span {bottom(low), top(high)};
    return target.start > target.end ? Span {span.end, span.start} : span;
}

// The first zone has no lower bound; the service was seen to use 80 % of the upper one.
constexpr double lowestShare = 0.8;

/// In watts: both bounds become whole watts before anything else is made of them.
Span powerZones(const Target &target, const domain::SportSettings &settings, int ftp)
{
    const QList<double> &zones = powerZonesOf(settings);
    const auto top = [&](int zone) { return std::floor(upperBound(zones, zone) * ftp / 100); };
    return zoneSpan(
        target, [&](int zone) { return zone <= 1 ? std::floor(top(1) * lowestShare) : top(zone - 1) + 1; }, top);
}

/// The best power over a time is not known here; the model of threshold and W' stands in for it.
std::optional<double> bestWatts(const Target &target, const domain::SportSettings &settings, int ftp)
{
    if (!target.over || target.over->count() <= 0 || !settings.wPrimeJoules)
        return {};
    const double watts = ftp + *settings.wPrimeJoules / double(target.over->count());
    return settings.pMaxWatts && *settings.pMaxWatts > 0 ? std::min(watts, double(*settings.pMaxWatts)) : watts;
}

std::optional<Span> power(const Target &target, const domain::SportSettings &settings, int ftp)
{
    if (target.unit == Unit::Watts)
        return Span {target.start, target.end};
    if (ftp <= 0)
        return {};
    if (target.unit == Unit::PowerZone)
        return powerZones(target, settings, ftp);
    const auto whole = target.unit == Unit::PercentMmp ? bestWatts(target, settings, ftp) : std::optional(double(ftp));
    if (!whole)
        return {};
    return Span {std::floor(target.start * *whole / 100), std::floor(target.end * *whole / 100)};
}

std::optional<Span> heartRate(const Target &target, const domain::SportSettings &settings)
{
    if (target.unit == Unit::Bpm)
        return Span {target.start, target.end};
    if (target.unit == Unit::HrZone) {
        const QList<int> &zones = settings.heartrateZonesBpm;
        if (zones.isEmpty())
            return {};
        const auto top = [&](int zone) { return upperBound(zones, zone); };
        return zoneSpan(
            target, [&](int zone) { return zone <= 1 ? std::floor(top(1) * lowestShare) : top(zone - 1) + 1; }, top);
    }
    const auto threshold = target.unit == Unit::PercentLthr ? settings.lthrBpm : settings.maxHrBpm;
    if (!threshold)
        return {};
    return Span {std::floor(target.start * *threshold / 100), std::floor(target.end * *threshold / 100)};
}

std::optional<Span> pace(const Target &target, const domain::SportSettings &settings)
{
    if (target.unit >= Unit::SecondsPerKm) {
        if (target.start <= 0 || target.end <= 0)
            return {};
        const double metres
            = metresPer(target.unit == Unit::SecondsPerOwnUnit ? paceUnitOf(settings.paceUnits) : target.unit);
        return Span {metres / target.start, metres / target.end};
    }
    if (!settings.thresholdPaceMps || !(*settings.thresholdPaceMps > 0))
        return {};
    const double onePercent = *settings.thresholdPaceMps / 100;
    if (target.unit == Unit::PercentPace)
        return Span {target.start * onePercent, target.end * onePercent};
    const QList<double> &zones = paceZonesOf(settings);
    const auto top = [&](int zone) { return upperBound(zones, zone) * onePercent; };
    return zoneSpan(
        target,
        [&](int zone) { return zone <= 1 ? top(1) * lowestShare : (upperBound(zones, zone - 1) + 1) * onePercent; },
        top);
}

}

const QList<double> &powerZonesOf(const domain::SportSettings &settings)
{
    static const QList<double> usual = domain::defaultPowerZonesPercent();
    return settings.powerZonesPercent.isEmpty() ? usual : settings.powerZonesPercent;
}

const QList<double> &paceZonesOf(const domain::SportSettings &settings)
{
    static const QList<double> usual {77.5, 87.7, 94.3, 100, 103.4, 111.5, 999};
    return settings.paceZonesPercent.isEmpty() ? usual : settings.paceZonesPercent;
}

std::pair<double, double> sweetSpotOf(const domain::SportSettings &settings, int ftpWatts)
{
    return {std::floor(settings.sweetSpotMinPercent.value_or(84) * ftpWatts / 100.0),
        std::floor(settings.sweetSpotMaxPercent.value_or(97) * ftpWatts / 100.0)};
}

bool isSwim(const domain::SportSettings &settings, const QString &type)
{
    return settings.paceLoadType.isEmpty() ? type.contains(QLatin1StringView("Swim"))
                                           : settings.paceLoadType == QLatin1StringView("SWIM");
}

const std::optional<Target> &targetOf(const Step &step, Family family)
{
    return family == Family::Power ? step.power : family == Family::HeartRate ? step.heartRate : step.pace;
}

double levelOf(const Target &target, const Span &span)
{
    return target.unit == Unit::PowerZone ? std::floor(span.middle() + 0.5) : span.middle();
}

std::optional<Span> spanOf(const Step &step, Family family, const domain::SportSettings &settings, int ftpWatts)
{
    std::optional<Target> target = targetOf(step, family);
    if (!target)
        return {};
    if (!target->over)
        target->over = durationOf(step, settings);
    return absolute(*target, settings, ftpWatts);
}

std::optional<Span> absolute(const Target &target, const domain::SportSettings &settings, int ftpWatts)
{
    switch (familyOf(target.unit)) {
    case Family::Power:
        return power(target, settings, ftpWatts);
    case Family::HeartRate:
        return heartRate(target, settings);
    case Family::Pace:
        break;
    }
    return pace(target, settings);
}

std::chrono::seconds durationOf(const Step &step, const domain::SportSettings &settings)
{
    if (step.duration && step.duration->count() > 0)
        return *step.duration;
    double speed = assumedSpeedMps;
    if (step.pace) {
        const auto span = absolute(*step.pace, settings, 0);
        if (span && span->middle() > 0.1)
            speed = span->middle();
    }
    // Cut, not rounded; the small share keeps 800 m at exactly 1 m/s from becoming 799 s.
    return std::chrono::seconds(qint64(std::trunc(step.metres.value_or(0) / speed + 1e-6)));
}

double metresOf(const Step &step, const domain::SportSettings &settings)
{
    if (step.metres && *step.metres > 0)
        return *step.metres;
    const auto span = spanOf(step, Family::Pace, settings, 0);
    return span ? span->middle() * double(durationOf(step, settings).count()) : 0;
}

int ftpOf(const domain::SportSettings &settings, bool indoor)
{
    return indoor && settings.indoorFtpWatts ? *settings.indoorFtpWatts : settings.ftpWatts.value_or(0);
}

}
