// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workout/editshape.h"

namespace ui {

/// What pulling at an edge of a step makes of its line: how far is snapped, how the result is written. No pixels here.
class WorkoutGesture
{
public:
    WorkoutGesture(const workout::Script &script, const workout::Shape &shape, const workout::Person &person, int line);

    /// The step takes so long; one in metres keeps its metres, at the same speed.
    [[nodiscard]] workout::Edited lasting(double seconds, bool fine) const;
    [[nodiscard]] static double durationStep(double seconds, bool fine);

    enum class End { Both, Start, Finish };
    /// One end or both so many percent higher, or without a target yet at the level itself.
    [[nodiscard]] workout::Edited raised(End end, double byPercent, double level, bool fine) const;
    [[nodiscard]] double levelStep(bool fine) const;

private:
    [[nodiscard]] workout::Edited inZones(const workout::Target &target, End end, double level) const;

    const workout::Script &m_script;
    const workout::Person &m_person;
    const workout::Shape &m_shape;
    const workout::Step *m_step;
    const workout::ShapeStep *m_drawn = nullptr;
};

}
