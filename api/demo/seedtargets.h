// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/demo/state.h"

namespace demo {

/// What the demo athlete means to reach in the weeks around today: a load by bike and a time on foot, a little less
/// than what is planned.
void putTargets(State &state, QDate today);

}
