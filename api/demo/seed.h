// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/demo/state.h"

namespace demo {

/// Fills an empty state with the demo athlete: a triathlete with a liking for cycling, so many days behind and
/// sixteen weeks ahead. The same seed and reference date give the same athlete.
void populate(State &state, quint32 seed, QDate today, int days);

}
