// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/workoutsettings.h"

#include "models/workout/tokens.h"
#include "models/workout/units.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

/// "4:30/km", "1:45/100m", "7:10/mi" or "4:30" in metres per second; nothing for anything else.
std::optional<double> speedOf(const std::string &pace, workout::Unit own)
{
    const QString text = QString::fromStdString(pace).trimmed() + " Pace"_L1;
    const workout::Read read = workout::readToken(text);
    const auto *measure = std::get_if<workout::Measure>(&read.token);
    if (!measure || read.length != text.size() || measure->target.isRange() || !(measure->target.start > 0)
        || measure->target.unit < workout::Unit::SecondsPerKm)
        return {};
    const workout::Unit unit = measure->target.unit == workout::Unit::SecondsPerOwnUnit ? own : measure->target.unit;
    const double metresPerSecond = workout::metresPer(unit) / measure->target.start;
    return metresPerSecond < 30 ? std::optional(metresPerSecond) : std::nullopt;
}

std::string checkPace(const std::string &text)
{
    return speedOf(text, workout::Unit::SecondsPerKm) ? std::string()
                                                      : "a pace is written 4:30/km, 7:10/mi or 1:45/100m, not " + text;
}

/// Zones are upper bounds, one above the other.
template<typename Number>
QList<Number> rising(const std::vector<Number> &bounds)
{
    QList<Number> list(bounds.begin(), bounds.end());
    std::sort(list.begin(), list.end());
    return list;
}

}

void WorkoutSettings::add(CLI::App &command)
{
    command.add_option("--sport", sport, "for example Ride, VirtualRide, Run, Swim; Ride without it");
    command.add_flag("--indoor", indoor, "on a trainer: the indoor FTP, and no ranges around single values");
    command.add_option("--target", target, "which targets count: AUTO, POWER, HR or PACE")
        ->check(CLI::IsMember({"AUTO", "POWER", "HR", "PACE"}));
    command.add_option("--ftp", ftp, "watts")->check(CLI::Range(1, 2000));
    command.add_option("--indoor-ftp", indoorFtp, "watts")->check(CLI::Range(1, 2000));
    command.add_option("--w-prime", wPrime, "joules, for % MMP")->check(CLI::Range(1, 100'000));
    command.add_option("--p-max", pMax, "watts, for % MMP")->check(CLI::Range(1, 4000));
    command.add_option("--lthr", lthr, "beats per minute")->check(CLI::Range(40, 250));
    command.add_option("--max-hr", maxHr, "beats per minute")->check(CLI::Range(40, 250));
    command.add_option("--resting-hr", restingHr, "beats per minute; 50 without it")->check(CLI::Range(20, 150));
    command.add_option("--sex", sex, "M or F, for the load of heart rates")->check(CLI::IsMember({"M", "F"}));
    command.add_option("--threshold-pace", thresholdPace, "for example 4:30/km, 7:10/mi or 1:45/100m")
        ->check(CLI::Validator(checkPace, "PACE"));
    command.add_option("--pace-units", paceUnits, "what a pace without a unit is in, for example MINS_KM or SECS_100M")
        ->check(
            CLI::IsMember({"MINS_KM", "MINS_MILE", "SECS_100M", "SECS_100Y", "SECS_500M", "SECS_400M", "SECS_250M"}));
    command.add_option("--power-zones", powerZones, "upper bounds in % of FTP, comma-separated")
        ->delimiter(',')
        ->check(CLI::Range(1.0, 9999.0));
    command.add_option("--hr-zones", hrZones, "upper bounds in beats per minute, comma-separated")
        ->delimiter(',')
        ->check(CLI::Range(40, 250));
    command.add_option("--pace-zones", paceZones, "upper bounds in % of threshold speed, comma-separated")
        ->delimiter(',')
        ->check(CLI::Range(1.0, 9999.0));
    command.add_option("--workout-order", workoutOrder, "which targets count first, for example POWER_HR_PACE");
}

domain::SportSettings WorkoutSettings::sportSettings() const
{
    domain::SportSettings settings;
    settings.types = {QString::fromStdString(sport)};
    settings.ftpWatts = ftp;
    settings.indoorFtpWatts = indoorFtp;
    settings.wPrimeJoules = wPrime;
    settings.pMaxWatts = pMax;
    settings.lthrBpm = lthr;
    settings.maxHrBpm = maxHr;
    settings.powerZonesPercent = rising(powerZones);
    settings.heartrateZonesBpm = rising(hrZones);
    settings.paceZonesPercent = rising(paceZones);
    settings.workoutOrder = QString::fromStdString(workoutOrder);
    const bool swims = settings.types.constFirst().contains("Swim"_L1);
    settings.paceUnits
        = paceUnits.empty() ? (swims ? u"SECS_100M"_s : u"MINS_KM"_s) : QString::fromStdString(paceUnits);
    if (!thresholdPace.empty())
        settings.thresholdPaceMps = speedOf(thresholdPace, workout::paceUnitOf(settings.paceUnits));
    return settings;
}

workout::ResolveOptions WorkoutSettings::resolveOptions() const
{
    return {.type = QString::fromStdString(sport),
        .indoor = indoor,
        .target = QString::fromStdString(target),
        .restingHrBpm = restingHr,
        .male = sex == "M"};
}

}
