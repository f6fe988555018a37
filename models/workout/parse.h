// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workout/workout.h"

namespace workout {

/// Reads the native workout text the way the service does. Every text reads: what is not a step is prose.
[[nodiscard]] Workout parse(const QString &text);

}
