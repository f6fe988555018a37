// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workout/cursor.h"
#include "models/workout/tokens.h"

namespace workout {

// Each reads one kind of measure where the cursor stands; without one there the cursor may stand anywhere.

[[nodiscard]] std::optional<Duration> readDuration(Cursor &cursor, Units units);
[[nodiscard]] std::optional<Distance> readDistance(Cursor &cursor, Units units);
/// "4:45-4:30/km Pace", "5:00 Pace".
[[nodiscard]] std::optional<Measure> readAbsolutePace(Cursor &cursor);
/// "Z2", "Z2-Z3 HR".
[[nodiscard]] std::optional<Measure> readZone(Cursor &cursor);
/// "75%", "95%-105%", "200-240w", "150bpm", "85-95rpm".
[[nodiscard]] Token readAmount(Cursor &cursor, Spacing spacing);

}
