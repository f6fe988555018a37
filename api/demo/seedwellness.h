// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/demo/state.h"

namespace demo {

/// Stores so many days of wellness: slow drifts, noise, hard weeks that show, a flu, and days nobody logged.
void putWellness(State &state, quint32 seed, QDate today, int days);

}
