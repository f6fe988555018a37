// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/domain/sportsettings.h"
#include "models/files/limits.h"
#include "models/files/workoutfile.h"
#include "models/files/written.h"

#include <cmath>

/// What every reader and writer of planned workouts promises.
namespace fuzzed {

inline void require(bool holds)
{
    if (!holds)
        __builtin_trap();
}

inline void requireTarget(const std::optional<workout::Target> &target)
{
    require(!target
        || (std::isfinite(target->start) && std::isfinite(target->end) && target->start >= 0 && target->end >= 0));
}

template<typename Read, typename Write>
void surviveWorkout(const QByteArray &bytes, Read read, Write write)
{
    const auto file = read(bytes, files::Bounds());
    if (!file)
        return require(file.error().kind == domain::Error::Kind::Parse && !file.error().detail.isEmpty());
    int steps = 0;
    for (const auto &block : file->workout.blocks) {
        require(block.reps >= 1 && block.reps <= files::mostRepeats && !block.steps.isEmpty());
        for (const auto &step : block.steps) {
            ++steps;
            require(step.duration || step.metres);
            require(!step.duration || step.duration->count() > 0);
            requireTarget(step.power);
            requireTarget(step.pace);
        }
    }
    require(steps <= files::mostSteps);
    domain::SportSettings settings;
    settings.ftpWatts = 250;
    const auto written = write(*file, settings);
    if (!written) // repeats written out may become too many
        return;
    const auto again = read(written->bytes, files::Bounds());
    require(again.ok());
    const auto twice = write(*again, settings);
    require(twice.ok() && twice->bytes == written->bytes);
}

}
