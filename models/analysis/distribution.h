// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/stream.h"

namespace analysis {

/// How long a channel was in one span of values, and what else was measured meanwhile.
struct Bucket {
    double start = 0; ///< lowest value of the span
    double seconds = 0;
    double movingSeconds = 0;
    std::optional<double> watts;
    std::optional<double> heartRateBpm;
    std::optional<double> cadenceRpm;
};

/// The spans from the lowest to the highest value that occurs, each as wide as told, empty ones between them included.
/// Values are one for each sample; gaps do not count.
[[nodiscard]] std::vector<Bucket> histogram(
    const domain::StreamSet &streams, const std::vector<float> &values, double width);

/// The seconds that a whole kilometre takes at the speed of each sample; a gap while standing still.
[[nodiscard]] std::vector<float> secondsPerKilometre(const std::vector<float> &metresPerSecond);

/// Power against heart rate in minutes of moving.
struct PowerHeart {
    struct Minute {
        double startSeconds = 0;
        double watts = 0;
        double heartRateBpm = 0;
        double cadenceRpm = 0;
    };
    std::vector<Minute> minutes;
    double wattsPerBeat = 0; ///< mean power over mean heart rate
    double firstHalf = 0;
    double secondHalf = 0;
    double decouplingPercent = 0; ///< how much less power a beat gave in the second half
    /// heart rate = intercept + slope × watts, and how well that fits (0 to 1).
    double intercept = 0;
    double slope = 0;
    double r2 = 0;
};

/// Without the given seconds at the start and the end; nothing without both channels or with less than two minutes.
[[nodiscard]] std::optional<PowerHeart> powerAgainstHeart(
    const domain::StreamSet &streams, double warmupSeconds, double cooldownSeconds);

}
