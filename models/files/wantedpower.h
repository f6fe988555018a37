// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workout/absolute.h"

namespace files {

enum class PowerScale { PercentOfFtp, Watts };

/// What a step asks for on a scale of power.
struct WantedPower {
    double start = 0;
    double end = 0;
    QString how; ///< how a target of another family became power; empty if it was power
};

/// The power of a step for formats that know nothing else. A pace becomes the same share of FTP, a heart rate the power
/// zone with the number of its zone; nothing if the step has no target or the settings lack what that takes.
[[nodiscard]] std::optional<WantedPower> wantedPower(
    const workout::Step &step, PowerScale scale, const domain::SportSettings &settings, int ftpWatts);

/// The same as a share of the threshold pace in percent: a power becomes the same share, a heart rate the pace zone
/// with the number of its zone.
[[nodiscard]] std::optional<WantedPower> wantedPace(
    const workout::Step &step, const domain::SportSettings &settings, int ftpWatts);

}
