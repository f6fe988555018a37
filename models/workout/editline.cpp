// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workout/editline.h"

#include "models/workout/print.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace workout {

namespace {

QString body(const Step &step)
{
    Workout workout;
    workout.blocks.append({1, {}, false, {step}});
    return print(workout).mid(2); // the dash
}

Part partOf(Family family)
{
    return family == Family::Power ? Part::Power : family == Family::HeartRate ? Part::HeartRate : Part::Pace;
}

/// Writes the text where the part stands; nothing if it says so already.
Edited rewritten(const Script &script, const Step &step, Part part, const QString &text)
{
    const Place place = step.places.of(part);
    if (script.line(step.line).mid(place.column, place.length) == text)
        return {};
    return {{{script.startOf(step.line) + place.column, place.length, text}}, {step.line}};
}

/// The column behind the last of these parts; nothing if the line has none of them.
std::optional<int> behind(const Step &step, std::initializer_list<Part> parts)
{
    std::optional<int> end;
    for (const Part part : parts) {
        const Place place = step.places.of(part);
        if (place.isKnown())
            end = std::max(end.value_or(0), place.column + place.length);
    }
    return end;
}

Edited setLength(const Script &script, int line, Part part, const QString &text)
{
    const Step *step = script.stepAt(line);
    if (!step)
        return {};
    const Part other = part == Part::Duration ? Part::Distance : Part::Duration;
    for (const Part known : {part, other}) {
        if (step->places.of(known).isKnown())
            return rewritten(script, *step, known, text);
    }
    return {};
}

}

QString written(std::chrono::seconds duration)
{
    Step step;
    step.duration = duration;
    return body(step);
}

QString writtenDistance(double metres)
{
    Step step;
    step.metres = metres;
    return body(step);
}

QString written(const Target &target)
{
    Step step;
    step.duration = std::chrono::seconds(1);
    step.ramp = target.start > target.end; // a falling range is only written for ramps
    Target plain = target;
    plain.average.clear();
    switch (familyOf(target.unit)) {
    case Family::Power:
        step.power = plain;
        break;
    case Family::HeartRate:
        step.heartRate = plain;
        break;
    case Family::Pace:
        step.pace = plain;
        break;
    }
    return body(step).mid(step.ramp ? 8 : 3); // "1s ramp "
}

Edited setDuration(const Script &script, int line, std::chrono::seconds duration)
{
    return duration.count() > 0 ? setLength(script, line, Part::Duration, written(duration)) : Edited {};
}

Edited setDistance(const Script &script, int line, double metres)
{
    return metres > 0 ? setLength(script, line, Part::Distance, writtenDistance(metres)) : Edited {};
}

Edited setTarget(const Script &script, int line, const Target &target)
{
    return replaceTarget(script, line, familyOf(target.unit), target);
}

Edited replaceTarget(const Script &script, int line, Family family, const Target &target)
{
    const Step *step = script.stepAt(line);
    if (!step)
        return {};
    if (step->places.of(partOf(family)).isKnown())
        return rewritten(script, *step, partOf(family), written(target));
    const auto end = behind(*step, {Part::Duration, Part::Distance, Part::Ramp, Part::Freeride, Part::MaxEffort});
    if (!end)
        return {};
    return {{{script.startOf(line) + *end, 0, u' ' + written(target)}}, {line}};
}

Edited setRamp(const Script &script, int line, bool ramp)
{
    const Step *step = script.stepAt(line);
    if (!step || step->ramp == ramp)
        return {};
    const qsizetype start = script.startOf(line);
    if (!ramp) {
        const Place place = step->places.of(Part::Ramp);
        return {{{start + place.column - 1, place.length + 1, {}}}, {line}}; // with the blank before it
    }
    const auto end = behind(*step, {Part::Duration, Part::Distance});
    return end ? Edited {{{start + *end, 0, u" ramp"_s}}, {line}} : Edited {};
}

Edited together(const QList<Edited> &edits)
{
    Edited all;
    for (const Edited &edited : edits) {
        all.changes += edited.changes;
        all.lines += edited.lines;
    }
    std::ranges::sort(all.changes, {}, &Change::at);
    std::ranges::sort(all.lines);
    return all;
}

}
