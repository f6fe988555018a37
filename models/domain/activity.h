// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fields.h"
#include "models/domain/ids.h"
#include "models/domain/interval.h"
#include "models/domain/localdatetime.h"

#include <QJsonArray>
#include <QStringList>
#include <chrono>

namespace domain {

/// A completed activity. Speeds are metres per second, whatever the sport calls them.
struct Activity {
    std::optional<ActivityId> id;
    LocalDateTime start;
    QString startUtc; ///< instant with Z
    QString type;
    QString subType;
    QString name;
    QString description;
    QStringList tags;
    QString source; ///< for example GARMIN_CONNECT; STRAVA is a stub without data
    QString deviceName;
    QString externalId;
    std::optional<std::chrono::seconds> movingTime;
    std::optional<std::chrono::seconds> elapsedTime;
    std::optional<double> distanceMetres;
    std::optional<double> icuDistanceMetres; ///< preferred over distanceMetres
    std::optional<double> elevationGainMetres;
    std::optional<double> averageSpeedMps;
    std::optional<double> maxSpeedMps;
    std::optional<double> averageHeartrateBpm;
    std::optional<double> maxHeartrateBpm;
    std::optional<double> averageCadenceRpm;
    std::optional<double> averageWatts;
    std::optional<double> normalizedWatts;
    std::optional<double> ftpWatts; ///< in force on that day
    std::optional<double> lthrBpm;
    std::optional<double> intensityPercent;
    std::optional<int> load;
    std::optional<double> ctl; ///< after this activity
    std::optional<double> atl;
    std::optional<int> joules;
    std::optional<int> joulesAboveFtp;
    std::optional<double> variabilityIndex;
    std::optional<double> decouplingPercent;
    std::optional<double> trimp;
    std::optional<int> rpe; ///< 1 to 10
    std::optional<int> feel; ///< 1 strong to 5 weak
    std::optional<int> calories;
    std::optional<bool> trainer;
    bool race = false;
    bool commute = false;
    std::optional<EventId> pairedEvent;
    std::optional<double> compliancePercent;
    QJsonArray zoneTimes; ///< power: [{id, secs}], with the overlapping SS
    QList<int> heartrateZoneSeconds;
    QList<int> powerZonesPercent; ///< upper bounds, % of FTP
    QList<int> heartrateZonesBpm; ///< upper bounds
    QStringList streamTypes;
    QStringList intervalSummary;
    std::optional<double> weightKg;
    QString analyzed;
    QString updated;
    QString note; ///< why a stub has no data
    QJsonObject extra; ///< also holds icu_intervals and icu_groups; see intervalsOf()

    [[nodiscard]] std::optional<double> bestDistanceMetres() const
    {
        return icuDistanceMetres ? icuDistanceMetres : distanceMetres;
    }
    /// Activities that came from Strava carry no data through the API.
    [[nodiscard]] bool isStub() const;

    friend bool operator==(const Activity &, const Activity &) = default;
};

/// The intervals that came with the activity, in time order; unreadable ones are left out.
[[nodiscard]] QList<Interval> intervalsOf(const Activity &activity);
/// Replaces them; the JSON they came from is kept entry for entry.
void setIntervals(Activity &activity, const QJsonArray &intervals, const QJsonArray &groups);

}
