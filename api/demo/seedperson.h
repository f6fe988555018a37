// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/demo/state.h"
#include "models/domain/sportsettings.h"

namespace demo {

/// Thresholds and zones of the demo athlete.
[[nodiscard]] QList<domain::SportSettings> demoSports();
/// Stores the athlete and the sport settings.
void putPerson(State &state, QDate today);

}
