// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/analysis/curves.h"

namespace analysis {

/// What an athlete can hold: power above the critical one comes out of a store of work.
struct PowerModel {
    double criticalWatts = 0;
    double storeJoules = 0;
    std::optional<double> mostWatts; ///< of the model with three parameters
    std::vector<int> points; ///< of the curve, by index

    /// The power that empties the store in so many seconds.
    [[nodiscard]] double wattsFor(double seconds) const;
};

/// Work grows with time in a line: fitted to the efforts of two to twenty minutes. Nothing with less than two of them,
/// or if they fit no athlete.
[[nodiscard]] std::optional<PowerModel> twoParameterModel(const Curve &power);
/// The same with the highest power as its third parameter, fitted from one second on (Morton 1996).
[[nodiscard]] std::optional<PowerModel> threeParameterModel(const Curve &power);

/// The same line for ways: metres = critical speed × seconds + metres in store.
struct SpeedModel {
    double criticalSpeedMps = 0;
    double storeMetres = 0;
    double r2 = 0;
    std::vector<int> points;
};
[[nodiscard]] std::optional<SpeedModel> criticalSpeed(const Curve &pace);

}
