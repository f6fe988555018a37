// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workout/workout.h"

namespace workout {

/// Writes a workout so that the service, and parse(), read the same steps again. Words of labels and prose that would
/// read as something else are left out; prose after the first step is not part of a workout and is not written.
[[nodiscard]] QString print(const Workout &workout);

}
