// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workout/resolve.h"

#include <QJsonObject>

namespace workout {

/// The workout as the service's workout_doc: steps with their targets, and the figures.
[[nodiscard]] QJsonObject toDocument(const Workout &workout, const domain::SportSettings &settings, const Resolved &figures);

}
