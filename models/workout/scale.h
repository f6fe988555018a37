// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/sportsettings.h"
#include "models/workout/workout.h"

namespace workout {

/// What intensities of one family are measured against: the threshold in absolute units, and the zones' upper bounds
/// in % of it.
struct Scale {
    double threshold = 0;
    QList<double> bounds;
};

inline constexpr int assumedFtp = 250; ///< stands in for an unknown threshold: watts without an FTP still have a shape

/// Nothing where the person has no threshold of that family; power always has one.
[[nodiscard]] std::optional<Scale> scaleOf(Family family, const domain::SportSettings &settings, int ftpWatts);

/// 1 to 7.
[[nodiscard]] int zoneOf(double percentOfThreshold, const QList<double> &bounds);

}
