// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/demo/state.h"

namespace demo {

/// Fills the athlete's library: folders of workouts, and plans made of them, as resources/demo tells.
void putLibrary(State &state, QDate today);

}
