// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/files/workoutfile.h"

namespace files {

// The native text of a workout, as a file holds it.

/// The workout as the native text, its prose in front.
[[nodiscard]] QString workoutText(const WorkoutFile &file);

/// A workout of the native text, which is valid UTF-8.
[[nodiscard]] WorkoutFile workoutFromUtf8(QByteArrayView utf8);

}
