// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fields.h"

#include <QJsonArray>
#include <chrono>

namespace domain {

/// A part of an activity between two stream indices, the end exclusive.
struct Interval {
    std::optional<qint64> id;
    QString type; ///< WORK or RECOVERY
    QString label;
    QString groupId;
    int startIndex = 0;
    int endIndex = 0;
    std::optional<std::chrono::seconds> startTime;
    std::optional<std::chrono::seconds> endTime;
    std::optional<std::chrono::seconds> movingTime;
    std::optional<double> distanceMetres;
    std::optional<double> averageWatts;
    std::optional<double> maxWatts;
    std::optional<double> normalizedWatts;
    std::optional<double> intensityPercent;
    std::optional<double> load;
    std::optional<int> joules;
    std::optional<int> zone;
    std::optional<double> averageHeartrateBpm;
    std::optional<double> maxHeartrateBpm;
    std::optional<double> averageCadenceRpm;
    std::optional<double> averageSpeedMps;
    std::optional<double> decouplingPercent;
    QJsonObject extra;

    friend bool operator==(const Interval &, const Interval &) = default;
};

/// Reads a list of intervals; entries that cannot be read are left out.
[[nodiscard]] QList<Interval> intervalsFromJson(const QJsonArray &array);

}
