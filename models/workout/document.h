// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workout/resolve.h"

#include <QJsonArray>
#include <QJsonObject>

namespace workout {

/// Whether a document also says what its targets are in watts, beats per minute and metres per second, as the service
/// does when it is asked to resolve them. Outdoors a single value becomes a range, so much wide to each side.
struct DocumentOptions {
    bool resolved = false;
    QString type; ///< sport, for example "Ride"
    bool indoor = false;
    double powerRangePercent = 2.5;
    double heartRateRangePercent = 1.5;
    double paceRangePercent = 2.5;
};

/// The workout as the service's workout_doc: steps with their targets, and the figures.
[[nodiscard]] QJsonObject toDocument(const Workout &workout,
    const domain::SportSettings &settings,
    const Resolved &figures,
    const DocumentOptions &options = {});

/// The seconds in each zone with the zones' names and bounds, and for power the sweet spot.
[[nodiscard]] QJsonArray zoneTimes(const Resolved &figures, const domain::SportSettings &settings);

}
