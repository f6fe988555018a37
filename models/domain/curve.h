// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fields.h"
#include "models/domain/ids.h"

#include <QJsonArray>
#include <QStringList>

namespace domain {

/// What an athlete can hold, as the service fitted it to a power curve.
struct PowerModel {
    QString type; ///< MS_2P, MORTON_3P, FFT_CURVES or ECP
    std::optional<double> criticalWatts;
    std::optional<double> storeJoules; ///< W'
    std::optional<double> mostWatts;
    std::optional<double> ftpWatts;
    QJsonObject extra;

    friend bool operator==(const PowerModel &, const PowerModel &) = default;
};

/// The best over each length: of one activity, or of the activities of some days. Power and heart rate have seconds
/// and watts or bpm; pace has metres and the seconds that they took.
struct Curve {
    QString id; ///< the span ("1y", "42d" …), or the activity
    QString label;
    QString start; ///< local
    QString end;
    std::optional<int> days;
    std::optional<double> weightKg;
    QList<double> seconds;
    QList<double> metres;
    QList<double> values;
    QStringList activities; ///< whose each value is
    QList<int> startIndices;
    QList<int> endIndices;
    std::optional<int> afterKilojoules; ///< only what came after so much work counts
    QJsonArray others; ///< the next best curves, each a list of values in the order of the lengths
    QJsonArray powerModels;
    QJsonArray paceModels;
    QJsonObject extra;

    [[nodiscard]] const QList<double> &lengths() const { return metres.isEmpty() ? seconds : metres; }

    friend bool operator==(const Curve &, const Curve &) = default;
};

/// The value at each of some lengths, of one activity.
struct ActivityValues {
    QString activity;
    QString start;
    std::optional<double> weightKg;
    QList<double> watts; ///< one of the three lists has values
    QList<double> bpm;
    QList<double> seconds;
    QJsonObject extra;

    [[nodiscard]] const QList<double> &values() const
    {
        return !watts.isEmpty() ? watts : !bpm.isEmpty() ? bpm : seconds;
    }

    friend bool operator==(const ActivityValues &, const ActivityValues &) = default;
};

/// Heart rate and cadence at each power, over the rides of some days.
struct PowerHeartCurve {
    QString start;
    QString end;
    std::optional<int> minWatts;
    std::optional<int> bucketWatts; ///< how much wider each next entry is
    QList<int> bpm;
    QList<int> cadenceRpm;
    QList<int> minutes;
    QJsonObject extra;

    friend bool operator==(const PowerHeartCurve &, const PowerHeartCurve &) = default;
};

}
