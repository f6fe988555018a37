// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/stream.h"

namespace analysis {

/// What is worked out from a recording itself; what a channel is missing for is absent.
struct RecordedFigures {
    double elapsedSeconds = 0;
    double recordedSeconds = 0; ///< without pauses
    double movingSeconds = 0; ///< without standing still; the averages are over these
    std::optional<double> metres;
    std::optional<double> ascentMetres;
    std::optional<double> descentMetres;
    std::optional<double> averageSpeedMps;
    std::optional<double> maxSpeedMps;
    std::optional<double> levelSpeedMps; ///< the speed on level ground that takes the same effort
    std::optional<double> averageWatts;
    std::optional<double> normalizedWatts; ///< by the 30 s mean to the fourth power
    std::optional<double> joules;
    std::optional<double> joulesAboveThreshold;
    std::optional<double> averageHeartRateBpm;
    std::optional<double> maxHeartRateBpm;
    std::optional<double> averageCadenceRpm; ///< while turning
};

/// The longest step between two samples that is not a pause: half a minute, and more where samples are always rare, as
/// in a pool, where a watch writes one a length.
[[nodiscard]] double longestStepOf(const std::vector<float> &timeSeconds);

/// How many seconds each sample counts: until the next one, and one second before a pause.
[[nodiscard]] std::vector<double> sampleSeconds(const domain::StreamSet &streams);
/// The same, but nothing while standing still.
[[nodiscard]] std::vector<double> movingSampleSeconds(const domain::StreamSet &streams);

/// The metres that each sample adds; empty without a way.
[[nodiscard]] std::vector<float> sampleMetres(const domain::StreamSet &streams);
/// The metres on level ground that would have taken the same effort; empty without altitude.
[[nodiscard]] std::vector<float> levelSampleMetres(const domain::StreamSet &streams);

/// Adds the channels that others imply: distance from positions, speed from distance.
void addImpliedChannels(domain::StreamSet &streams);

/// The samples from a moment to another, in seconds from the start, as a recording of its own: time and distance begin
/// at 0 again.
[[nodiscard]] domain::StreamSet part(const domain::StreamSet &streams, double fromSeconds, double toSeconds);

[[nodiscard]] RecordedFigures recordedFigures(const domain::StreamSet &streams, double thresholdWatts);

/// Seconds in motion in each zone; bounds are upper ends, the last one is open. Empty without the channel.
[[nodiscard]] QList<int> zoneSeconds(
    const domain::StreamSet &streams, const QString &channel, const QList<double> &bounds);
/// Seconds in motion from low to high, both included.
[[nodiscard]] int secondsBetween(const domain::StreamSet &streams, const QString &channel, double low, double high);

/// What decides how hard a heartbeat is.
struct HeartRates {
    double resting = 50;
    double highest = 190;
    double threshold = 170;
    bool male = true;
};

/// The effort of the heart, where an hour at the threshold is 100; nothing without the channel.
[[nodiscard]] std::optional<double> heartRateLoad(const domain::StreamSet &streams, const HeartRates &rates);

}
