// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/sportsettings.h"
#include "models/workout/workout.h"

namespace workout {

/// What decides figures besides the text and the sport's settings.
struct ResolveOptions {
    QString type; ///< sport, for example "Ride"
    bool indoor = false;
    QString target; ///< POWER, HR, PACE; else by the sport's order
    int restingHrBpm = 50;
    bool male = true;
};

/// The figures of a workout, with the service's roundings.
struct Resolved {
    std::chrono::seconds duration {0};
    double metres = 0;
    std::optional<Family> family; ///< which targets counted
    std::optional<int> load;
    std::optional<double> intensityPercent;
    int ftpWatts = 0; ///< that shares of it were taken of, where power counted
    int normalizedWatts = 0;
    int averageWatts = 0;
    int joules = 0;
    int joulesAboveFtp = 0;
    QList<std::pair<QString, int>> zoneSeconds; ///< "Z1"… and, for power, the overlapping "SS"
};

/// The service's intensity: what the rounded load says of the moving time, which a person may have set by hand.
[[nodiscard]] std::optional<double> intensityPercent(int load, std::chrono::seconds movingTime);

[[nodiscard]] Resolved resolve(
    const Workout &workout, const domain::SportSettings &settings, const ResolveOptions &options);

}
