// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fields.h"

#include <QJsonArray>

namespace domain {

/// How long an activity was within a span of power, heart rate or pace; also a minute of power against heart rate.
struct Bucket {
    double start = 0; ///< watts, bpm, seconds a kilometre, or seconds from the start
    std::optional<int> seconds;
    std::optional<int> movingSeconds;
    std::optional<double> watts;
    std::optional<double> bpm;
    std::optional<double> cadenceRpm;
    QJsonObject extra;

    friend bool operator==(const Bucket &, const Bucket &) = default;
};

/// Seconds at each heart rate from the lowest to the highest.
struct TimeAtHeartRate {
    std::optional<int> minBpm;
    std::optional<int> maxBpm;
    QList<int> seconds;
    QList<int> cumulativeSeconds; ///< at this rate or above
    QJsonObject extra;

    friend bool operator==(const TimeAtHeartRate &, const TimeAtHeartRate &) = default;
};

/// How power and heart rate went together.
struct PowerVsHeart {
    std::optional<double> wattsPerBeat;
    std::optional<double> firstHalf;
    std::optional<double> secondHalf;
    std::optional<double> decouplingPercent;
    QJsonArray series; ///< buckets
    QJsonObject extra;

    friend bool operator==(const PowerVsHeart &, const PowerVsHeart &) = default;
};

/// A stretch that is among the best of its length; the end exclusive.
struct BestEffort {
    int startIndex = 0;
    int endIndex = 0;
    double average = 0; ///< in the stream's unit
    std::optional<double> seconds;
    std::optional<double> metres;
    QJsonObject extra;

    friend bool operator==(const BestEffort &, const BestEffort &) = default;
};

/// The way on the map: [latitude, longitude] pairs, null where the satellites were lost.
struct ActivityMap {
    QJsonArray bounds; ///< south-west and north-east
    QJsonArray points;
    QJsonObject extra;

    friend bool operator==(const ActivityMap &, const ActivityMap &) = default;
};

/// A temperature, of which -1 is one like any other and does not mean "not set".
struct Celsius {
    double degrees = 0;

    friend bool operator==(const Celsius &, const Celsius &) = default;
};

/// The air that an activity was done in.
struct WeatherSummary {
    QString description;
    std::optional<Celsius> average;
    std::optional<Celsius> min;
    std::optional<Celsius> max;
    std::optional<double> windMps;
    std::optional<double> headwindPercent;
    QJsonObject extra;

    friend bool operator==(const WeatherSummary &, const WeatherSummary &) = default;
};

/// The parts of an activity and the groups of alike ones; intervalsFromJson() reads the entries.
struct ActivityIntervals {
    QString activity;
    QString analyzed;
    QJsonArray intervals;
    QJsonArray groups;
    QJsonObject extra;

    friend bool operator==(const ActivityIntervals &, const ActivityIntervals &) = default;
};

/// What somebody said about an activity.
struct Message {
    std::optional<qint64> id;
    QString activity;
    QString athlete;
    QString name;
    QString created; ///< instant
    QString content;
    QJsonObject extra;

    friend bool operator==(const Message &, const Message &) = default;
};

}
