// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workout/editscript.h"

namespace workout {

// The text of one measure, as print() writes it
[[nodiscard]] QString written(std::chrono::seconds duration);
[[nodiscard]] QString writtenDistance(double metres);
[[nodiscard]] QString written(const Target &target);

// Gestures on one step; they rewrite one token of its line, or add it where there is none
[[nodiscard]] Edited setDuration(const Script &script, int line, std::chrono::seconds duration);
[[nodiscard]] Edited setDistance(const Script &script, int line, double metres);
/// The target of its family; other families of the step stay.
[[nodiscard]] Edited setTarget(const Script &script, int line, const Target &target);
/// Takes the target of one family out of the line and puts another in its place.
[[nodiscard]] Edited replaceTarget(const Script &script, int line, Family family, const Target &target);
[[nodiscard]] Edited setRamp(const Script &script, int line, bool ramp);

/// Several gestures on different lines as one.
[[nodiscard]] Edited together(const QList<Edited> &edits);

}
