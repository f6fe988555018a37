// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace domain {

/// The families that share a colour and an icon.
enum class SportFamily { Ride, Run, Swim, Strength, Other };

[[nodiscard]] SportFamily familyOf(const QString &type);

/// Indoor by nature: VirtualRide, VirtualRun and the like.
[[nodiscard]] bool isVirtual(const QString &type);

/// The sport under which a week counts it: rides, runs and swims of every kind are one, all others stand for
/// themselves.
[[nodiscard]] QString summedAs(const QString &type);

/// The sport names the service knows, most used first.
[[nodiscard]] QStringList knownSports();

}
