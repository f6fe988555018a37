// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workout/workout.h"

namespace workout {

/// The service's name of a unit in a document, for example "%ftp" or "secs/km"; empty for SecondsPerOwnUnit.
[[nodiscard]] QString documentName(Unit unit);

/// The unit that a pace without one means, from the sport's setting such as MINS_KM; per kilometre if that names none.
[[nodiscard]] Unit paceUnitOf(const QString &paceUnits);

/// Metres that an absolute pace counts its seconds for.
[[nodiscard]] double metresPer(Unit unit);

[[nodiscard]] constexpr bool isZone(Unit unit)
{
    return unit == Unit::PowerZone || unit == Unit::HrZone || unit == Unit::PaceZone;
}

}
