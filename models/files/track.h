// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/files/activityfile.h"

#include <limits>
#include <vector>

namespace files {

/// One point of a recording, or of a route if it has no time. What it does not say is not a number.
struct TrackPoint {
    static constexpr double absent = std::numeric_limits<double>::quiet_NaN();
    static constexpr qint64 timeless = std::numeric_limits<qint64>::min();

    qint64 milliseconds = timeless; ///< since 1970, UTC
    double latitude = absent;
    double longitude = absent;
    double altitudeMetres = absent;
    double metres = absent; ///< from the start
    float heartRateBpm = float(absent);
    float cadenceRpm = float(absent);
    float watts = float(absent);
    float speedMps = float(absent);
    float celsius = float(absent);
    bool opens = false; ///< the way from the point before was not recorded

    [[nodiscard]] bool hasPosition() const { return latitude == latitude && longitude == longitude; }
    [[nodiscard]] bool hasTime() const { return milliseconds != timeless; }
};

/// Puts the points of a track into the activity: its start and streams, in order of time. Points of a route come one a
/// second. What had to be left out or put in order becomes a note.
void setPoints(ActivityFile &activity, std::vector<TrackPoint> track);

/// Metres along the globe.
[[nodiscard]] double distanceBetween(const TrackPoint &a, const TrackPoint &b);

/// An instant of XML, "2026-03-30T18:00:00.250+02:00", in milliseconds; without a zone it is UTC. Quicker than
/// QDateTime.
struct Instant {
    qint64 milliseconds = 0;
    std::optional<std::chrono::seconds> offset; ///< if one is written that is not "Z"
};
[[nodiscard]] std::optional<Instant> instantIn(QStringView text);

}
