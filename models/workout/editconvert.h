// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/sportsettings.h"
#include "models/workout/editscript.h"

namespace workout {

/// How a target is written, whatever its family.
enum class Notation { Percent, Absolute, Zone };

/// What conversions need to know of the person.
struct Person {
    domain::SportSettings settings;
    int ftpWatts = 0; ///< the one that counts, indoors perhaps another
};

[[nodiscard]] Notation notationOf(Unit unit);
[[nodiscard]] Unit unitOf(Family family, Notation notation, const domain::SportSettings &settings);

/// The same target in another unit of its family, in whole numbers; nothing without the threshold it needs.
[[nodiscard]] std::optional<Target> converted(const Target &target, Unit unit, const Person &person);
/// The target in % of threshold; nothing without the threshold it needs.
[[nodiscard]] std::optional<std::pair<double, double>> percentOf(
    const Target &target, const Step &step, const Person &person);
/// The target in its own unit at other percentages, to the next whole number or zone.
[[nodiscard]] std::optional<Target> leveled(
    const Target &target, double startPercent, double endPercent, const Person &person);

/// Writes all targets of the family in the notation; those that cannot be are left.
[[nodiscard]] Edited convertTargets(const Script &script, Family family, Notation notation, const Person &person);
/// Writes all targets in zones of another family: the only common language of power, heart rate and pace.
[[nodiscard]] Edited switchFamily(const Script &script, Family to, const Person &person);

}
