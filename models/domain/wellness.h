// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fields.h"

#include <QDate>
#include <QJsonArray>
#include <chrono>

namespace domain {

/// One local day of wellness. On every 1 to 4 scale, 1 is the good end.
struct Wellness {
    QDate day;
    std::optional<double> weightKg;
    std::optional<int> restingHrBpm;
    std::optional<double> hrvMs; ///< rMSSD
    std::optional<double> hrvSdnnMs;
    std::optional<double> sleepingHrBpm;
    std::optional<std::chrono::seconds> sleep;
    std::optional<double> sleepScore; ///< 0 to 100
    std::optional<int> sleepQuality;
    std::optional<int> soreness;
    std::optional<int> fatigue;
    std::optional<int> stress;
    std::optional<int> mood;
    std::optional<int> motivation;
    std::optional<int> injury;
    std::optional<int> hydration;
    std::optional<double> hydrationLitres;
    std::optional<double> spO2Percent;
    std::optional<int> systolicMmHg;
    std::optional<int> diastolicMmHg;
    std::optional<double> bloodGlucoseMmolL;
    std::optional<double> lactateMmolL;
    std::optional<double> bodyFatPercent;
    std::optional<double> abdomenCm;
    std::optional<double> vo2max; ///< ml/kg/min
    std::optional<double> respiration; ///< breaths per minute
    std::optional<int> steps;
    std::optional<int> kcalConsumed;
    std::optional<double> carbohydratesGrams;
    std::optional<double> proteinGrams;
    std::optional<double> fatGrams;
    std::optional<double> readiness;
    std::optional<double> baevskySi;
    QString menstrualPhase;
    QString comments;
    bool locked = false;
    bool temporaryWeight = false; ///< carried over from the settings, not measured
    bool temporaryRestingHr = false;
    std::optional<double> ctl;
    std::optional<double> atl;
    std::optional<double> rampRate;
    std::optional<double> ctlLoad;
    std::optional<double> atlLoad;
    QJsonArray sportInfo;
    QString updated;
    QJsonObject extra;

    friend bool operator==(const Wellness &, const Wellness &) = default;
};

}
