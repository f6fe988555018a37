// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/event.h"
#include "models/domain/sportsettings.h"

namespace commands {

/// The figures the service will compute from the workout text (time, load, intensity, distance), as the JSON keys to
/// show until it has answered. Empty for events without steps, and without any figure the person typed in themselves.
[[nodiscard]] QJsonObject estimated(
    const domain::Event &event, const QList<domain::SportSettings> &sports, const domain::Event &before = {});

}
