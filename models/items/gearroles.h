// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/activityroles.h"

namespace items {

/// Columns of the table of gear.
enum class GearColumn { Name, Type, Distance, Time, Activities, Due, Count };

/// How near a reminder is.
enum class GearWear { None, Far, Soon, Due };

/// What the table answers beside its finished text and UnitRole; all belong to the row.
enum GearRole {
    GearIdRole = Qt::UserRole + 60, ///< QString: the service's id
    GearPartRole, ///< bool: it is shown below the whole it belongs to
    GearRetiredRole, ///< bool
    GearWearRole, ///< GearWear as int, of the nearest reminder
};

}
