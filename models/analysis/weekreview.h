// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/activity.h"
#include "models/domain/daterange.h"
#include "models/domain/event.h"
#include "models/domain/wellness.h"

namespace analysis {

/// How many weeks before a week it is compared with.
inline constexpr int weeksCompared = 6;

/// What was planned or done: how often, how long, how far and how hard.
struct Amount {
    int sessions = 0;
    std::chrono::seconds time {};
    double metres = 0;
    int load = 0;

    friend bool operator==(const Amount &, const Amount &) = default;
};

/// A week in one sport. Sports that share a colour share a row, because a ride indoors fulfils a planned ride.
struct SportReview {
    QString sport; ///< "Ride", "Run", "Swim"; any other as the service calls it
    Amount planned;
    Amount done;
    int fulfilled = 0; ///< planned sessions that have an activity
    int missed = 0; ///< planned sessions of past days that have none
    std::optional<int> loadTarget;
    std::optional<std::chrono::seconds> timeTarget;
    std::optional<double> distanceTargetMetres;

    /// Done in percent of planned: by load, by time where no load was planned; nothing if neither was.
    [[nodiscard]] std::optional<double> compliancePercent() const;
};

/// Seconds in a zone: "Z1" and so on; "SS", the sweet spot, overlaps the others and comes last.
struct ZoneTime {
    QString zone;
    std::chrono::seconds time {};

    friend bool operator==(const ZoneTime &, const ZoneTime &) = default;
};

/// Fitness at the end of a day.
struct FitnessReview {
    QDate day; ///< the week's last day; of a week that is not over, today
    double fitness = 0;
    double fatigue = 0;
    std::optional<double> ramp; ///< what fitness gained in seven days

    [[nodiscard]] double form() const { return fitness - fatigue; }
};

/// What the body was asked about; each has a unit or a scale of 1 (good) to 4.
enum class BodyMeasure {
    WeightKg,
    RestingHrBpm,
    HrvMs,
    SleepHours,
    SleepScore,
    SleepQuality,
    Soreness,
    Fatigue,
    Stress,
    Mood,
    Motivation
};

/// A mean over the days that have the value, in the week and in the weeks before.
struct BodyMean {
    BodyMeasure measure;
    std::optional<double> week;
    std::optional<double> before;
};

/// A week looked back on; for a week that is not over, as far as it has come.
struct WeekReview {
    domain::DateRange week;
    QList<SportReview> sports; ///< most load first
    SportReview total; ///< its sport is empty
    int withheld = 0; ///< activities whose data the service does not give
    std::optional<double> loadBefore; ///< done per week in the weeks before; nothing if nothing was done
    QList<ZoneTime> powerZones;
    QList<ZoneTime> heartrateZones;
    std::optional<FitnessReview> fitness;
    QList<BodyMean> body; ///< what was logged in either span
};

/// What a review is made of. The lists may reach beyond the days that count.
struct WeekFacts {
    domain::DateRange week; ///< seven days
    QDate today;
    QList<domain::Event> events;
    QList<domain::Activity> activities;
    QList<domain::Wellness> wellness;
};

/// The days before a week that it is compared with.
[[nodiscard]] domain::DateRange comparedDays(const domain::DateRange &week);

[[nodiscard]] WeekReview reviewOf(const WeekFacts &facts);

}
