// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workout/editconvert.h"

#include "models/workout/absolute.h"
#include "models/workout/editline.h"
#include "models/workout/scale.h"
#include "models/workout/units.h"

#include <cmath>

namespace workout {

namespace {

constexpr double openZone = 400; ///< % of threshold; what lies above stands for "no upper bound"
constexpr double openShare = 1.15; ///< how far above its lower bound an open zone is taken to reach

std::optional<double> thresholdOf(Unit unit, const Person &person)
{
    switch (familyOf(unit)) {
    case Family::Power:
        return person.ftpWatts > 0 ? std::optional(double(person.ftpWatts)) : std::nullopt;
    case Family::HeartRate: {
        const auto bpm = unit == Unit::PercentHr ? person.settings.maxHrBpm : person.settings.lthrBpm;
        return bpm && *bpm > 0 ? std::optional(double(*bpm)) : std::nullopt;
    }
    case Family::Pace:
        break;
    }
    const auto speed = person.settings.thresholdPaceMps;
    return speed && *speed > 0 ? speed : std::nullopt;
}

/// An absolute value as a whole number of the unit; from the person's zones if it is one.
std::optional<double> inUnit(double value, Unit unit, const Person &person)
{
    if (isZone(unit)) {
        const auto scale = scaleOf(familyOf(unit), person.settings, person.ftpWatts);
        if (!scale || scale->bounds.isEmpty())
            return {};
        return zoneOf(value * 100 / scale->threshold, scale->bounds);
    }
    if (unit == Unit::Watts || unit == Unit::Bpm)
        return std::round(value);
    if (unit >= Unit::SecondsPerKm) {
        const double metres = metresPer(unit == Unit::SecondsPerOwnUnit ? paceUnitOf(person.settings.paceUnits) : unit);
        return value > 0 ? std::optional(std::max(1.0, std::round(metres / value))) : std::nullopt;
    }
    const auto threshold = thresholdOf(unit, person);
    // A share is cut to whole watts or beats when it is used; half a unit keeps it from losing one here.
    return threshold ? std::optional(std::round(value * 100 / *threshold)) : std::nullopt;
}

std::optional<Span> spanIn(const Target &target, const Person &person)
{
    auto span = absolute(target, person.settings, person.ftpWatts);
    if (!span || !isZone(target.unit))
        return span;
    const auto scale = scaleOf(familyOf(target.unit), person.settings, person.ftpWatts);
    if (!scale)
        return span;
    double &high = span->start > span->end ? span->start : span->end;
    const double low = std::min(span->start, span->end);
    if (high > scale->threshold * openZone / 100)
        high = low * openShare;
    return span;
}

Target withNumbers(Target target, Unit unit, double start, double end)
{
    target.unit = unit;
    target.start = start;
    target.end = end;
    target.over.reset();
    return target;
}

}

Notation notationOf(Unit unit)
{
    if (isZone(unit))
        return Notation::Zone;
    return unit == Unit::Watts || unit == Unit::Bpm || unit >= Unit::SecondsPerKm ? Notation::Absolute
                                                                                  : Notation::Percent;
}

Unit unitOf(Family family, Notation notation, const domain::SportSettings &settings)
{
    switch (family) {
    case Family::Power:
        return notation == Notation::Zone    ? Unit::PowerZone
            : notation == Notation::Absolute ? Unit::Watts
                                             : Unit::PercentFtp;
    case Family::HeartRate:
        return notation == Notation::Zone    ? Unit::HrZone
            : notation == Notation::Absolute ? Unit::Bpm
            : settings.lthrBpm               ? Unit::PercentLthr
                                             : Unit::PercentHr;
    case Family::Pace:
        break;
    }
    return notation == Notation::Zone    ? Unit::PaceZone
        : notation == Notation::Absolute ? paceUnitOf(settings.paceUnits)
                                         : Unit::PercentPace;
}

std::optional<Target> converted(const Target &target, Unit unit, const Person &person)
{
    if (familyOf(unit) != familyOf(target.unit))
        return {};
    if (unit == target.unit)
        return target;
    const auto span = spanIn(target, person);
    if (!span)
        return {};
    const auto start = inUnit(span->start, unit, person);
    const auto end = inUnit(span->end, unit, person);
    if (!start || !end)
        return {};
    return withNumbers(target, unit, *start, *end);
}

std::optional<std::pair<double, double>> percentOf(const Target &target, const Step &step, const Person &person)
{
    // Shares of the threshold itself need no threshold.
    if (target.unit == Unit::PercentFtp || target.unit == Unit::PercentLthr || target.unit == Unit::PercentPace)
        return std::pair(target.start, target.end);
    Target timed = target;
    if (target.unit == Unit::PercentMmp && !target.over)
        timed.over = durationOf(step, person.settings);
    const auto scale = scaleOf(familyOf(target.unit), person.settings, person.ftpWatts);
    if (!scale)
        return {};
    Person known = person;
    known.ftpWatts = person.ftpWatts > 0 ? person.ftpWatts : assumedFtp;
    const auto span = spanIn(timed, known);
    if (!span)
        return {};
    return std::pair(span->start * 100 / scale->threshold, span->end * 100 / scale->threshold);
}

std::optional<Target> leveled(const Target &target, double startPercent, double endPercent, const Person &person)
{
    if (target.unit == Unit::PercentFtp || target.unit == Unit::PercentLthr || target.unit == Unit::PercentPace)
        return withNumbers(target, target.unit, std::round(startPercent), std::round(endPercent));
    const auto scale = scaleOf(familyOf(target.unit), person.settings, person.ftpWatts);
    if (!scale || target.unit == Unit::PercentMmp)
        return {};
    const auto start = inUnit(startPercent * scale->threshold / 100, target.unit, person);
    const auto end = inUnit(endPercent * scale->threshold / 100, target.unit, person);
    if (!start || !end)
        return {};
    return withNumbers(target, target.unit, *start, *end);
}

Edited convertTargets(const Script &script, Family family, Notation notation, const Person &person)
{
    QList<Edited> edits;
    const Unit unit = unitOf(family, notation, person.settings);
    for (const auto &place : script.places()) {
        const Step &step = script.step(place);
        const auto &target = targetOf(step, family);
        if (!target)
            continue;
        Target timed = *target;
        if (timed.unit == Unit::PercentMmp && !timed.over)
            timed.over = durationOf(step, person.settings);
        if (const auto other = converted(timed, unit, person))
            edits.append(replaceTarget(script, place.line, family, *other));
    }
    return together(edits);
}

Edited switchFamily(const Script &script, Family to, const Person &person)
{
    static constexpr Family families[] {Family::Power, Family::HeartRate, Family::Pace};
    const auto scale = scaleOf(to, person.settings, person.ftpWatts);
    const double highest = scale && !scale->bounds.isEmpty() ? std::min<double>(7, double(scale->bounds.size())) : 7;
    QList<Edited> edits;
    for (const auto &place : script.places()) {
        const Step &step = script.step(place);
        if (targetOf(step, to))
            continue;
        for (const Family from : families) {
            const auto &target = targetOf(step, from);
            if (!target)
                continue;
            const auto percent = percentOf(*target, step, person);
            const auto own = scaleOf(from, person.settings, person.ftpWatts);
            const auto zone = [&](double start, double given) {
                return std::min(highest, isZone(target->unit) || !own ? given : zoneOf(start, own->bounds));
            };
            if (!isZone(target->unit) && (!percent || !own))
                break;
            const double middle = percent ? (percent->first + percent->second) / 2 : 0;
            const double start = zone(step.ramp && percent ? percent->first : middle, target->start);
            const double end = zone(step.ramp && percent ? percent->second : middle, target->end);
            const Unit unit = unitOf(to, Notation::Zone, person.settings);
            edits.append(replaceTarget(script, place.line, from, Target {unit, start, end, {}, {}}));
            break;
        }
    }
    return together(edits);
}

}
