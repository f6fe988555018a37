// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/activity.h"

#include <QJsonArray>

namespace demo {

/// What happened inside a demo activity: one stretch of riding or running at a share of threshold.
struct Stretch {
    int seconds = 0;
    double share = 0; ///< of the sport's threshold
    bool work = false;
};

/// The course of an activity, from its name and length; streams and intervals are drawn from the same one.
[[nodiscard]] QList<Stretch> stretchesOf(const domain::Activity &activity);

/// Channels at one sample a second, made anew at each call and always the same: time, power, heart rate, cadence, speed,
/// altitude, distance and a closed loop of positions, as far as the sport has them.
[[nodiscard]] QJsonArray streamsOf(const domain::Activity &activity, const QStringList &types);
[[nodiscard]] QJsonArray sessionIntervals(const domain::Activity &activity);

}
