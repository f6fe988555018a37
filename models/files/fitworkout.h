// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/files/workoutfile.h"
#include "models/files/written.h"

#include <QDateTime>

namespace domain {
struct SportSettings;
}

namespace files {

/// Reads a planned workout. A step that goes on until the lap button gets a length for a text to hold; with 0 it is
/// left out.
[[nodiscard]] domain::Result<WorkoutFile> readFitWorkout(
    const QByteArray &bytes, const Bounds &bounds = {}, std::chrono::seconds openStep = std::chrono::minutes(5));

/// Writes a planned workout; nothing if it has no steps. A step has room for two targets, whole numbers and a plain
/// range. What does not fit (a ramp's direction, timed cues, a third target, keywords, a percentage of a threshold that
/// the settings resolve) stands as a line of workout text in the notes of the step, where a device shows it and
/// readFitWorkout() finds it again. Without the threshold that a target needs the step has no target but in its notes.
[[nodiscard]] QByteArray writeFitWorkout(
    const WorkoutFile &file, const domain::SportSettings &settings, const QDateTime &created = {});

/// The same with what neither fields nor notes could hold: cut texts, tags, targets without the threshold they need.
[[nodiscard]] Written writtenFitWorkout(
    const WorkoutFile &file, const domain::SportSettings &settings, const QDateTime &created = {});

}
