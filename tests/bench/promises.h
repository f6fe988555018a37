// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/aggregates.h"

namespace bench {

/// Prints what is promised beside what was measured, one line each; whether every measured promise is kept.
[[nodiscard]] bool printPromises(const Aggregates &found);

}
