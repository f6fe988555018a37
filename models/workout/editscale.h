// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workout/editconvert.h"
#include "models/workout/resolve.h"

namespace workout {

/// Durations that read well: 5 s up to ten minutes, 30 s up to an hour, minutes beyond; never nothing.
[[nodiscard]] std::chrono::seconds rounded(double seconds);
[[nodiscard]] double roundedMetres(double metres);

// Without lines, all steps. Zones become percentages where a factor asks for what lies between them.
[[nodiscard]] Edited scaleDurations(const Script &script, double factor, const QList<int> &lines = {});
[[nodiscard]] Edited scaleIntensities(
    const Script &script, double factor, const Person &person, const QList<int> &lines = {});

/// The durations that make the whole take so long, to the second if a step outside of repeats can take up the rest.
[[nodiscard]] Edited fitDuration(const Script &script, std::chrono::seconds duration, const Person &person);

/// What may change to reach a load.
enum class FitBy { Duration, Intensity };

/// The scaling that comes nearest to the load; nothing if the steps have none.
[[nodiscard]] Edited fitLoad(
    const Script &script, int load, FitBy by, const Person &person, const ResolveOptions &options);

}
