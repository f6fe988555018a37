// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/demo/effort.h"
#include "models/domain/activity.h"
#include "models/domain/stream.h"

#include <QJsonArray>
#include <vector>

namespace demo {

/// The channels of an activity, one value a second; a channel that the sport lacks is empty.
struct Track {
    Effort effort; ///< what it was made from: the stretches follow each other without gaps
    std::vector<int> time; ///< jumps over a pause
    std::vector<double> watts;
    std::vector<double> heartrate;
    std::vector<double> cadence;
    std::vector<double> speed;
    std::vector<double> altitude;
    std::vector<double> distance;
    std::vector<double> latitude;
    std::vector<double> longitude;
    std::vector<double> temperature;
};

/// The channels a sport has, in the service's order.
[[nodiscard]] QStringList streamTypesOf(const QString &sport);

/// Made anew at each call and always the same: from the effort, the figures of the activity, and dice of its id.
[[nodiscard]] Track trackOf(const domain::Activity &activity, const Effort &effort);

/// The same packed, rounded as the service prints them.
[[nodiscard]] domain::StreamSet channelsOf(const Track &track);

/// As the service sends them; all if no types are named.
[[nodiscard]] QJsonArray streamsJson(const Track &track, const QStringList &types);

}
