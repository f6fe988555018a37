// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/files/fitsteps.h"

namespace files::fit {

/// The targets of a step, the first of them the one that a device follows.
struct RawTargets {
    QList<RawTarget> list;
    bool settled = true; ///< none of them needs the settings, their zones or their order
    bool whole = true; ///< none was left out for want of a threshold
};

/// In the order that the settings prefer, cadence last. The format holds two.
[[nodiscard]] RawTargets targetsOf(const workout::Step &step, const domain::SportSettings &settings);

/// A target of 0 asks for rest, as at the wall of a pool; no device could follow it as a target.
[[nodiscard]] bool isNothing(const workout::Target &target);

/// Puts a target where it belongs in a step; kinds that a workout text does not know are left out.
void applyTarget(const RawTarget &target, const QString &sport, workout::Step &step);

/// Whether applyTarget() knows the kind.
[[nodiscard]] bool isKnownTarget(int type);

}
