// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/wantedpower.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace files {

namespace {

double roundedPercent(double percent)
{
    return std::round(percent * 100) / 100;
}

std::optional<WantedPower> onScale(workout::Span watts, PowerScale scale, int ftp, const QString &how)
{
    if (scale == PowerScale::Watts)
        return WantedPower {watts.start, watts.end, how};
    if (ftp <= 0)
        return {};
    return WantedPower {roundedPercent(watts.start * 100 / ftp), roundedPercent(watts.end * 100 / ftp), how};
}

std::optional<WantedPower> fromPace(
    const workout::Step &step, PowerScale scale, const domain::SportSettings &settings, int ftp)
{
    const QString how = u"pace written as the same share of FTP"_s;
    if (step.pace->unit == workout::Unit::PercentPace && scale == PowerScale::PercentOfFtp)
        return WantedPower {step.pace->start, step.pace->end, how};
    if (!settings.thresholdPaceMps || !(*settings.thresholdPaceMps > 0))
        return {};
    const auto speed = workout::absolute(*step.pace, settings, ftp);
    if (!speed)
        return {};
    const double onePercent = *settings.thresholdPaceMps / 100;
    const double start = roundedPercent(speed->start / onePercent);
    const double end = roundedPercent(speed->end / onePercent);
    if (scale == PowerScale::PercentOfFtp)
        return WantedPower {start, end, how};
    return ftp > 0 ? std::optional(WantedPower {std::floor(start * ftp / 100), std::floor(end * ftp / 100), how})
                   : std::nullopt;
}

/// The number of the zone of a heart rate, 0 without zones.
int zoneOf(double bpm, const domain::SportSettings &settings)
{
    const auto &zones = settings.heartrateZonesBpm;
    for (qsizetype i = 0; i < zones.size(); ++i) {
        if (bpm <= zones.at(i) || i + 1 == zones.size())
            return int(i) + 1;
    }
    return 0;
}

/// The zones of a heart rate, by number, as zones of another family of which there are so many; the last one has no
/// end and is never meant.
std::optional<workout::Target> sameZones(
    const workout::Target &heartRate, const domain::SportSettings &settings, workout::Unit unit, qsizetype count)
{
    workout::Target zones {unit, heartRate.start, heartRate.end, {}};
    if (heartRate.unit != workout::Unit::HrZone) {
        const auto bpm = workout::absolute(heartRate, settings, 0);
        if (!bpm)
            return {};
        zones.start = zoneOf(bpm->start, settings);
        zones.end = zoneOf(bpm->end, settings);
    }
    if (zones.start <= 0 || zones.end <= 0)
        return {};
    const double last = std::max(1.0, double(count) - 1);
    zones.start = std::min(zones.start, last);
    zones.end = std::min(zones.end, last);
    return zones;
}

std::optional<WantedPower> fromHeartRate(
    const workout::Step &step, PowerScale scale, const domain::SportSettings &settings, int ftp)
{
    const auto count = settings.powerZonesPercent.isEmpty() ? domain::defaultPowerZonesPercent().size()
                                                            : settings.powerZonesPercent.size();
    const auto zones = sameZones(*step.heartRate, settings, workout::Unit::PowerZone, count);
    const auto watts = zones ? workout::absolute(*zones, settings, ftp) : std::nullopt;
    return watts ? onScale(*watts, scale, ftp, u"heart rate written as the power zone of the same number"_s)
                 : std::nullopt;
}

}

std::optional<WantedPower> wantedPower(
    const workout::Step &step, PowerScale scale, const domain::SportSettings &settings, int ftpWatts)
{
    if (step.power) {
        const bool percent = step.power->unit == workout::Unit::PercentFtp;
        const bool watts = step.power->unit == workout::Unit::Watts;
        if ((percent && scale == PowerScale::PercentOfFtp) || (watts && scale == PowerScale::Watts))
            return WantedPower {step.power->start, step.power->end, {}};
        if (watts && ftpWatts > 0)
            return WantedPower {step.power->start * 100 / ftpWatts, step.power->end * 100 / ftpWatts, {}};
        if (const auto span = workout::spanOf(step, workout::Family::Power, settings, ftpWatts))
            return onScale(*span, scale, ftpWatts, {});
        return {};
    }
    if (step.pace)
        return fromPace(step, scale, settings, ftpWatts);
    return step.heartRate ? fromHeartRate(step, scale, settings, ftpWatts) : std::nullopt;
}

std::optional<WantedPower> wantedPace(const workout::Step &step, const domain::SportSettings &settings, int ftpWatts)
{
    const auto share = [&](const workout::Target &target, const QString &how) -> std::optional<WantedPower> {
        if (target.unit == workout::Unit::PercentPace)
            return WantedPower {target.start, target.end, how};
        const auto speed = workout::absolute(target, settings, ftpWatts);
        if (!speed || !settings.thresholdPaceMps || !(*settings.thresholdPaceMps > 0))
            return {};
        const double onePercent = *settings.thresholdPaceMps / 100;
        return WantedPower {roundedPercent(speed->start / onePercent), roundedPercent(speed->end / onePercent), how};
    };
    if (step.pace)
        return share(*step.pace, {});
    if (step.power) {
        auto power = wantedPower(step, PowerScale::PercentOfFtp, settings, ftpWatts);
        if (power)
            power->how = u"power written as the same share of the threshold pace"_s;
        return power;
    }
    if (!step.heartRate)
        return {};
    const auto zones
        = sameZones(*step.heartRate, settings, workout::Unit::PaceZone, workout::paceZonesOf(settings).size());
    return zones ? share(*zones, u"heart rate written as the pace zone of the same number"_s) : std::nullopt;
}

}
