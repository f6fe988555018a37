// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

namespace items {

/// Columns of the table of activities.
enum class ActivityColumn { Date, Name, Sport, Time, Distance, Load, Intensity, Compliance, Count };

/// What the table answers beside its finished text. All but RawRole and UnitRole belong to the row.
enum ActivityRole {
    ActivityIdRole = Qt::UserRole + 1, ///< domain::LocalId
    RawRole, ///< the value behind the text, for sorting; invalid where nothing is known
    UnitRole, ///< the unit at the end of the text, which is painted quieter
    TypeRole, ///< the sport as the service names it
    FamilyRole, ///< domain::SportFamily as int
    TagsRole, ///< QStringList
    StubRole, ///< the service gives no data for it
    MarkRole, ///< store::Mark as int
};

/// Columns of the table of intervals.
enum class IntervalColumn {
    Name,
    Start,
    Time,
    Distance,
    Power,
    Normalised,
    HeartRate,
    MaxHeartRate,
    Cadence,
    Speed,
    Decoupling,
    Work,
    Zone,
    Count,
};

/// What the table of intervals answers beside its finished text.
enum IntervalRole {
    IntervalRawRole = RawRole,
    IntervalUnitRole = UnitRole,
    IntervalZoneRole = Qt::UserRole + 40, ///< int, 0 where none is known
    IntervalIsWorkRole, ///< work, not recovery
};

}
