// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QMap>
#include <QString>
#include <chrono>
#include <optional>

namespace workout {

/// What a target is measured in; the family (power, heart rate, pace) follows from it.
enum class Unit {
    PercentFtp, Watts, PowerZone, PercentMmp,
    PercentHr, PercentLthr, HrZone, Bpm,
    PercentPace, PaceZone, SecondsPerKm, SecondsPerMile, SecondsPer100m, SecondsPer100y, SecondsPer500m, SecondsPer400m, SecondsPer250m,
    SecondsPerOwnUnit, ///< a pace without a unit: the sport's settings say which
};

enum class Family { Power, HeartRate, Pace };

[[nodiscard]] Family familyOf(Unit unit);

/// A value (start equals end) or a range, as written; a ramp goes from start to end.
struct Target {
    Unit unit = Unit::PercentFtp;
    double start = 0;
    double end = 0;
    QString average; ///< "lap", "3s" …: how the device averages; empty if not given
    std::optional<std::chrono::seconds> over = {}; ///< of PercentMmp: the duration of the best effort; else the step's own

    [[nodiscard]] bool isRange() const { return start != end; }
    friend bool operator==(const Target &, const Target &) = default;
};

/// One line of a workout that takes time or distance.
struct Step {
    QString text; ///< label before the first token
    std::optional<std::chrono::seconds> duration;
    std::optional<double> metres;
    std::optional<Target> power;
    std::optional<Target> heartRate;
    std::optional<Target> pace;
    std::optional<std::pair<double, double>> cadenceRpm;
    QString intensity; ///< for devices: "recovery" …
    QString customZone; ///< "CZ2-CZ3", a zone of the person's own making; it has no figures here
    bool ramp = false;
    bool freeride = false;
    bool maxEffort = false;
    bool hidePower = false;
    bool untilLapPress = false;
    bool warmup = false;
    bool cooldown = false;
    int line = 0; ///< in the text, from 0

    friend bool operator==(const Step &, const Step &) = default;
};

/// Steps done one or more times; a plain step is a block of one with reps 1 and no text.
struct Block {
    int reps = 1;
    QString text; ///< the header line of a repeat
    bool repeat = false;
    QList<Step> steps;

    friend bool operator==(const Block &, const Block &) = default;
};

/// A line that does not do what it looks like.
struct Warning {
    enum class Kind { StepWithoutDuration, RepeatSwallowed, NestedRepeat, EmptyRepeat, IndentedStep, TooLong };
    Kind kind = Kind::StepWithoutDuration;
    int line = 0;

    friend bool operator==(const Warning &, const Warning &) = default;
};

/// A workout text understood.
struct Workout {
    QString description; ///< prose before the first step
    QList<Block> blocks;
    QMap<QString, QString> options; ///< pool_length, category, power
    QList<Warning> warnings;

    [[nodiscard]] bool isEmpty() const { return blocks.isEmpty(); }
    friend bool operator==(const Workout &, const Workout &) = default;
};

}
