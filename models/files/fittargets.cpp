// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/fittargets.h"

#include "models/workout/absolute.h"
#include "models/workout/units.h"

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace files::fit {

namespace {

using workout::Family;
using workout::Target;
using workout::Unit;

constexpr double wattsOffset = 1000; ///< up to it a number is a percentage of FTP
constexpr double bpmOffset = 100; ///< up to it a number is a percentage of the maximum
constexpr double millimetresPerMetre = 1000;

struct Averaged {
    Family family;
    QLatin1StringView average;
    int type;
};

constexpr std::array kinds {Averaged {Family::Power, ""_L1, targetType::power},
    Averaged {Family::Power, "3s"_L1, targetType::power3s},
    Averaged {Family::Power, "10s"_L1, targetType::power10s},
    Averaged {Family::Power, "30s"_L1, targetType::power30s},
    Averaged {Family::Power, "lap"_L1, targetType::powerLap},
    Averaged {Family::HeartRate, ""_L1, targetType::heartRate},
    Averaged {Family::HeartRate, "lap"_L1, targetType::heartRateLap},
    Averaged {Family::Pace, ""_L1, targetType::speed},
    Averaged {Family::Pace, "lap"_L1, targetType::speedLap}};

int typeOf(const Target &target, Family family)
{
    int plain = targetType::open;
    for (const auto &kind : kinds) {
        if (kind.family == family && kind.average.isEmpty())
            plain = kind.type;
        if (kind.family == family && !target.average.isEmpty() && target.average == kind.average)
            return kind.type;
    }
    return plain;
}

RawTarget bounds(int type, double start, double end, double offset, double scale = 1)
{
    // On the offset itself a number would read as a percentage, so that the least is 1 W.
    const double least = offset > 0 ? offset + 1 : 0;
    const auto raw
        = [=](double value) { return quint32(std::llround(std::clamp(value * scale + offset, least, mostOfField))); };
    return {.type = type, .zone = 0, .low = raw(std::min(start, end)), .high = raw(std::max(start, end))};
}

/// A target that only the settings can turn into numbers.
std::optional<RawTarget> resolved(int type, const Target &target, const domain::SportSettings &settings)
{
    const auto span = workout::absolute(target, settings, workout::ftpOf(settings, false));
    if (!span)
        return {};
    switch (workout::familyOf(target.unit)) {
    case Family::Power:
        return bounds(type, span->start, span->end, wattsOffset);
    case Family::HeartRate:
        return bounds(type, span->start, span->end, bpmOffset);
    case Family::Pace:
        break;
    }
    return bounds(type, span->start, span->end, 0, millimetresPerMetre);
}

bool fitsPercent(const Target &target, double most)
{
    return std::min(target.start, target.end) >= 0 && std::max(target.start, target.end) <= most;
}

bool isSettled(const Target &target)
{
    switch (target.unit) {
    case Unit::PercentFtp:
        return fitsPercent(target, wattsOffset);
    case Unit::PercentHr:
        return fitsPercent(target, bpmOffset);
    case Unit::PercentLthr:
    case Unit::PercentMmp:
    case Unit::PercentPace:
    case Unit::SecondsPerOwnUnit:
        return false;
    case Unit::PowerZone:
    case Unit::HrZone:
    case Unit::PaceZone:
        return !target.isRange() && target.start >= 1 && std::floor(target.start) == target.start;
    case Unit::Watts:
    case Unit::Bpm:
        return true;
    default:
        return target.start > 0 && target.end > 0;
    }
}

/// A target that says all by itself.
RawTarget direct(int type, const Target &target)
{
    switch (target.unit) {
    case Unit::PercentFtp:
    case Unit::PercentHr:
        return bounds(type, target.start, target.end, 0);
    case Unit::Watts:
        return bounds(type, target.start, target.end, wattsOffset);
    case Unit::Bpm:
        return bounds(type, target.start, target.end, bpmOffset);
    case Unit::PowerZone:
    case Unit::HrZone:
    case Unit::PaceZone:
        return {.type = type, .zone = quint32(target.start), .low = {}, .high = {}};
    default:
        break;
    }
    const double metres = workout::metresPer(target.unit) * millimetresPerMetre;
    return bounds(type, metres / target.start, metres / target.end, 0);
}

QList<Family> orderOf(const domain::SportSettings &settings)
{
    QList<Family> order;
    const auto words = settings.workoutOrder.split(u'_');
    for (const auto &word : words) {
        if (word == "POWER"_L1)
            order << Family::Power;
        else if (word == "HR"_L1)
            order << Family::HeartRate;
        else if (word == "PACE"_L1)
            order << Family::Pace;
    }
    for (const Family family : {Family::Power, Family::HeartRate, Family::Pace}) {
        if (!order.contains(family))
            order << family;
    }
    return order;
}

std::optional<Target> zoneTarget(const RawTarget &raw, Unit unit)
{
    if (raw.zone.value_or(0) == 0)
        return {};
    return Target {.unit = unit, .start = double(*raw.zone), .end = double(*raw.zone), .average = {}};
}

/// Bounds above the offset are absolute, those up to it are percentages.
std::optional<Target> offsetTarget(const RawTarget &raw, double offset, Unit percent, Unit absolute)
{
    if (!raw.low || !raw.high)
        return {};
    const double low = *raw.low;
    const double high = *raw.high;
    if (high <= offset)
        return Target {.unit = percent, .start = low, .end = high, .average = {}};
    if (low < offset)
        return {}; // a percentage and a number of watts are no range
    return Target {.unit = absolute, .start = low - offset, .end = high - offset, .average = {}};
}

Unit paceUnit(const QString &sport)
{
    if (sport.endsWith("Swim"_L1))
        return Unit::SecondsPer100m;
    return sport == "Rowing"_L1 || sport == "VirtualRow"_L1 ? Unit::SecondsPer500m : Unit::SecondsPerKm;
}

std::optional<Target> speedTarget(const RawTarget &raw, const QString &sport)
{
    if (!raw.low || !raw.high)
        return {};
    if (*raw.high == 0)
        return Target {.unit = Unit::PercentPace, .start = 0, .end = 0, .average = {}};
    const Unit unit = paceUnit(sport);
    const auto seconds
        = [&](quint32 speed) { return std::round(workout::metresPer(unit) * millimetresPerMetre / speed); };
    return Target {
        .unit = unit, .start = seconds(*raw.low == 0 ? *raw.high : *raw.low), .end = seconds(*raw.high), .average = {}};
}

}

bool isNothing(const Target &target)
{
    return target.start == 0 && target.end == 0;
}

RawTargets targetsOf(const workout::Step &step, const domain::SportSettings &settings)
{
    RawTargets targets;
    const auto order = orderOf(settings);
    for (const Family family : order) {
        const auto &target = workout::targetOf(step, family);
        if (!target || isNothing(*target))
            continue;
        const int type = typeOf(*target, family);
        if (isSettled(*target)) {
            targets.list << direct(type, *target);
        } else {
            targets.settled = false;
            const auto found = resolved(type, *target, settings);
            targets.whole &= found.has_value();
            if (found)
                targets.list << *found;
        }
    }
    if (targets.list.size() > 1)
        targets.settled = false; // their order comes from the settings
    if (step.cadenceRpm)
        targets.list << bounds(targetType::cadence, step.cadenceRpm->first, step.cadenceRpm->second, 0);
    return targets;
}

bool isKnownTarget(int type)
{
    return type == targetType::open || type == targetType::cadence
        || std::any_of(kinds.begin(), kinds.end(), [type](const Averaged &kind) { return kind.type == type; });
}

void applyTarget(const RawTarget &raw, const QString &sport, workout::Step &step)
{
    if (raw.type == targetType::cadence) {
        if (raw.low && raw.high)
            step.cadenceRpm = std::pair<double, double>(*raw.low, *raw.high);
        return;
    }
    const auto kind
        = std::find_if(kinds.begin(), kinds.end(), [&](const Averaged &known) { return known.type == raw.type; });
    if (kind == kinds.end())
        return;
    std::optional<Target> target;
    std::optional<Target> *place = &step.power;
    switch (kind->family) {
    case Family::Power:
        target = zoneTarget(raw, Unit::PowerZone);
        target = target ? target : offsetTarget(raw, wattsOffset, Unit::PercentFtp, Unit::Watts);
        break;
    case Family::HeartRate:
        place = &step.heartRate;
        target = zoneTarget(raw, Unit::HrZone);
        target = target ? target : offsetTarget(raw, bpmOffset, Unit::PercentHr, Unit::Bpm);
        break;
    case Family::Pace:
        place = &step.pace;
        target = zoneTarget(raw, Unit::PaceZone);
        target = target ? target : speedTarget(raw, sport);
        break;
    }
    if (!target || *place)
        return;
    target->average = kind->average;
    *place = target;
}

}
