// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/stream.h"

namespace analysis {

/// The best that was done over one length of time or way. Indices are those of the streams, the end exclusive.
struct CurvePoint {
    double length = 0; ///< seconds, or metres
    double value = 0; ///< the channel's unit, or seconds for a way
    int start = 0;
    int end = 0;

    friend bool operator==(const CurvePoint &, const CurvePoint &) = default;
};
using Curve = std::vector<CurvePoint>;

/// The lengths that a curve is drawn over: every second at first, then ever fewer, up to the longest.
[[nodiscard]] std::vector<double> curveSeconds(double longest);
/// The same for ways in metres, with the distances that people race over.
[[nodiscard]] std::vector<double> curveMetres(double longest);

/// The highest average of a channel over each length in seconds. Pauses do not count and gaps count as nothing; lengths
/// beyond the recording are left out. Only what starts at a sample or later is looked at.
[[nodiscard]] Curve bestAverages(
    const domain::StreamSet &streams, const QString &channel, const std::vector<double> &seconds, size_t from = 0);

/// The sample before which so much work had been done, from which a tired rider's curve starts; nothing if it never
/// was.
[[nodiscard]] std::optional<size_t> sampleAfterWork(const domain::StreamSet &streams, double kilojoules);

/// The least seconds for each way in metres, without pauses. Metres are what was covered by each sample.
[[nodiscard]] Curve fastest(
    const domain::StreamSet &streams, const std::vector<float> &metres, const std::vector<double> &lengths);

/// Which efforts are looked for.
struct EffortQuery {
    double length = 0; ///< seconds, or metres if byDistance
    bool byDistance = false;
    int count = 8;
    double least = 0; ///< what is less is no effort; in the channel's unit
    int from = 0; ///< the samples to look at, the end exclusive
    int to = 0; ///< 0: to the end
    std::vector<std::pair<int, int>> except; ///< stretches of samples that do not count
};

/// One effort that was found.
struct BestEffort {
    int start = 0;
    int end = 0; ///< exclusive
    double average = 0;
    double seconds = 0;
    double metres = 0; ///< 0 without a way
};

/// The highest efforts of a length that do not overlap, the best first.
[[nodiscard]] std::vector<BestEffort> bestEfforts(
    const domain::StreamSet &streams, const QString &channel, const EffortQuery &wanted);

}
