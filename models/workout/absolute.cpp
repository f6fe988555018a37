// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workout/absolute.h"

#include <cmath>

namespace workout {

namespace {

constexpr double assumedSpeedMps = 30.0 / 3.6;

template<typename Number>
double upperBound(const QList<Number> &zones, int number)
{
    return number <= 0 || zones.isEmpty() ? 0 : double(zones.at(std::min<qsizetype>(number, zones.size()) - 1));
}

/// Bounds of power zones n to m in watts, as the service rounds them.
Span powerZones(const Target &target, const domain::SportSettings &settings, int ftp)
{
    const QList<double> zones = settings.powerZonesPercent.isEmpty() ? domain::defaultPowerZonesPercent() : settings.powerZonesPercent;
    const int first = int(target.start);
    const int last = int(target.end);
    const double top = std::floor(upperBound(zones, last) / 100 * ftp);
    if (first <= 1) {
        const double firstTop = std::floor(upperBound(zones, 1) / 100 * ftp);
        return {std::round(firstTop * 0.8), top};
    }
    return {std::floor(upperBound(zones, first - 1) / 100 * ftp) + 1, top};
}

std::optional<Span> power(const Target &target, const domain::SportSettings &settings, int ftp)
{
    if (target.unit == Unit::Watts)
        return Span {target.start, target.end};
    if (ftp <= 0)
        return {};
    if (target.unit == Unit::PowerZone)
        return powerZones(target, settings, ftp);
    return Span {std::floor(target.start / 100 * ftp), std::floor(target.end / 100 * ftp)};
}

std::optional<Span> heartRate(const Target &target, const domain::SportSettings &settings)
{
    if (target.unit == Unit::Bpm)
        return Span {target.start, target.end};
    if (target.unit == Unit::HrZone) {
        if (settings.heartrateZonesBpm.isEmpty())
            return {};
        const double floor = upperBound(settings.heartrateZonesBpm, int(target.start) - 1);
        return Span {target.start <= 1 ? upperBound(settings.heartrateZonesBpm, 1) * 0.8 : floor + 1, upperBound(settings.heartrateZonesBpm, int(target.end))};
    }
    const auto threshold = target.unit == Unit::PercentLthr ? settings.lthrBpm : settings.maxHrBpm;
    if (!threshold)
        return {};
    return Span {target.start / 100 * *threshold, target.end / 100 * *threshold};
}

/// Metres of the unit that an absolute pace counts seconds for.
double metresPer(Unit unit)
{
    switch (unit) {
    case Unit::SecondsPerMile:
        return 1609.34;
    case Unit::SecondsPer100m:
        return 100;
    case Unit::SecondsPer100y:
        return 91.44;
    case Unit::SecondsPer500m:
        return 500;
    case Unit::SecondsPer400m:
        return 400;
    case Unit::SecondsPer250m:
        return 250;
    default:
        return 1000;
    }
}

std::optional<Span> pace(const Target &target, const domain::SportSettings &settings)
{
    if (target.unit >= Unit::SecondsPerKm) {
        if (target.start <= 0 || target.end <= 0)
            return {};
        return Span {metresPer(target.unit) / target.start, metresPer(target.unit) / target.end};
    }
    if (!settings.thresholdPaceMps)
        return {};
    const double threshold = *settings.thresholdPaceMps;
    if (target.unit == Unit::PercentPace)
        return Span {target.start / 100 * threshold, target.end / 100 * threshold};
    static const QList<double> usual {77.5, 87.7, 94.3, 100, 103.4, 111.5, 999};
    const QList<double> &zones = settings.paceZonesPercent.isEmpty() ? usual : settings.paceZonesPercent;
    const double floor = target.start <= 1 ? upperBound(zones, 1) * 0.8 : upperBound(zones, int(target.start) - 1) + 1;
    return Span {floor / 100 * threshold, upperBound(zones, int(target.end)) / 100 * threshold};
}

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
    return std::chrono::seconds(qint64(std::trunc(step.metres.value_or(0) / speed)));
}

int ftpOf(const domain::SportSettings &settings, bool indoor)
{
    return indoor && settings.indoorFtpWatts ? *settings.indoorFtpWatts : settings.ftpWatts.value_or(0);
}

}
