// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/sport.h"
#include "models/domain/sportsettings.h"

namespace demo {

/// One stretch of a session at a share of the sport's threshold, changing evenly from start to end.
struct Stretch {
    int seconds = 0;
    double from = 0;
    double to = 0;
    bool work = false; ///< an interval to look at, not the way there

    [[nodiscard]] double mean() const { return (from + to) / 2; }
};

/// How hard a session goes from its first to its last second. Figures, intervals and streams are all made from it.
using Effort = QList<Stretch>;

/// The effort that a workout text asks for, repeats unrolled; empty if the text has no steps.
[[nodiscard]] Effort effortOf(const QString &text, const QString &type, const QList<domain::SportSettings> &sports);
[[nodiscard]] int secondsOf(const Effort &effort);

/// A human does not hit the targets exactly: lengths of easy stretches and all shares times a factor.
[[nodiscard]] Effort humanised(Effort effort, double easyLength, double share);

[[nodiscard]] QJsonObject effortToJson(const Effort &effort);
[[nodiscard]] Effort effortFromJson(const QJsonObject &json);

/// The heart rate that holding a share of threshold ends at; it drifts up over a session of the given progress (0 to
/// 1).
[[nodiscard]] double steadyHeartRate(double share, double progress);
inline constexpr double heartLagSeconds = 32;
inline constexpr double startHeartRate = 92;

/// What an effort adds up to.
struct EffortFigures {
    double meanShare = 0;
    double normalizedShare = 0; ///< by the 30 s mean to the fourth power
    double aboveThresholdShare = 0; ///< of the whole work
    double meanHeartRate = 0;
    double maxHeartRate = 0;
    QList<int> shareZoneSeconds; ///< by the given zones
    QList<int> heartZoneSeconds;
    int sweetSpotSeconds = 0;
};

[[nodiscard]] EffortFigures figuresOf(
    const Effort &effort, const QList<double> &zonesPercent, const QList<int> &heartZones);

}
