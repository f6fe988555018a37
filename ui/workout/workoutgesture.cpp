// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workout/workoutgesture.h"

#include "models/workout/editline.h"
#include "models/workout/scale.h"
#include "models/workout/units.h"

#include <algorithm>
#include <cmath>

using workout::Edited;
using workout::Target;

namespace ui {

namespace {

constexpr double lowestPercent = 5;
constexpr double highestPercent = 400;

double snapped(double value, double step)
{
    return std::round(value / step) * step;
}

double metresStep(double metres, bool fine)
{
    const double step = metres < 1000 ? 25 : metres < 5000 ? 100 : 500;
    return fine ? step / 5 : step;
}

}

WorkoutGesture::WorkoutGesture(
    const workout::Script &script, const workout::Shape &shape, const workout::Person &person, int line)
    : m_script(script)
    , m_person(person)
    , m_shape(shape)
    , m_step(script.stepAt(line))
{
    if (const auto *place = script.placeOf(line))
        m_drawn = &shape.blocks.at(place->block).steps.at(place->step);
}

double WorkoutGesture::durationStep(double seconds, bool fine)
{
    if (seconds < 120)
        return fine ? 1 : 5;
    if (seconds < 1200)
        return fine ? 5 : 30;
    return fine ? 10 : 60;
}

Edited WorkoutGesture::lasting(double seconds, bool fine) const
{
    if (!m_step)
        return {};
    if (!m_step->duration && m_step->metres && m_drawn->seconds > 0) {
        const double metres = seconds * *m_step->metres / m_drawn->seconds;
        const double step = metresStep(metres, fine);
        return workout::setDistance(m_script, m_step->line, std::max(step, snapped(metres, step)));
    }
    const double step = durationStep(seconds, fine);
    const auto whole = std::chrono::seconds(qint64(std::max(step, snapped(seconds, step))));
    return workout::setDuration(m_script, m_step->line, whole);
}

double WorkoutGesture::levelStep(bool fine) const
{
    return fine || m_shape.family == workout::Family::HeartRate ? 1 : 5;
}

Edited WorkoutGesture::inZones(const Target &target, End end, double level) const
{
    const auto scale = workout::scaleOf(workout::familyOf(target.unit), m_person.settings, m_person.ftpWatts);
    if (!scale || scale->bounds.isEmpty())
        return {};
    const double zone = workout::zoneOf(level, scale->bounds);
    Target other = target;
    if (end != End::Finish)
        other.start = zone;
    if (end != End::Start)
        other.end = zone;
    return workout::setTarget(m_script, m_step->line, other);
}

Edited WorkoutGesture::raised(End end, double byPercent, double level, bool fine) const
{
    if (!m_step)
        return {};
    const double step = levelStep(fine);
    const auto within
        = [step](double percent) { return std::clamp(snapped(percent, step), lowestPercent, highestPercent); };
    const auto &target = workout::shownTarget(*m_step, m_shape.family);
    if (!target) {
        const auto unit = workout::unitOf(m_shape.family, workout::Notation::Percent, m_person.settings);
        return workout::setTarget(m_script, m_step->line, {unit, within(level), within(level), {}, {}});
    }
    if (workout::isZone(target->unit))
        return inZones(*target, end, level);
    if (!m_drawn->isKnown)
        return {};
    double start = m_drawn->start;
    double finish = m_drawn->end;
    if (end == End::Both) { // the upper one lands on a round number, the other keeps its distance
        const double by = within(std::max(start, finish) + byPercent) - std::max(start, finish);
        start = std::clamp(start + by, lowestPercent, highestPercent);
        finish = std::clamp(finish + by, lowestPercent, highestPercent);
    } else {
        (end == End::Start ? start : finish) = within((end == End::Start ? start : finish) + byPercent);
    }
    if (!m_step->ramp && start > finish)
        std::swap(start, finish);
    // Written as it was: seconds for a way fall while the effort rises.
    const auto other = workout::leveled(*target, start, finish, m_person);
    return other ? workout::setTarget(m_script, m_step->line, *other) : Edited {};
}

}
