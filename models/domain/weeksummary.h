// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fields.h"
#include "models/domain/ids.h"

#include <QJsonArray>

namespace domain {

/// What one athlete did in one week, and how fit that left them.
struct WeekSummary {
    QString date; ///< YYYY-MM-DD, the week's first day
    std::optional<AthleteId> athlete;
    QString athleteName;
    std::optional<int> count; ///< activities
    std::optional<int> timeSeconds;
    std::optional<int> movingSeconds;
    std::optional<double> distanceMetres;
    std::optional<int> load;
    std::optional<int> sessionRpe; ///< sum of RPE times minutes
    std::optional<double> fitness;
    std::optional<double> fatigue;
    std::optional<double> form;
    std::optional<double> rampRate;
    std::optional<double> weightKg;
    QList<int> zoneSeconds;
    QJsonArray byCategory; ///< the same for each sport
    QJsonObject extra;

    friend bool operator==(const WeekSummary &, const WeekSummary &) = default;
};

}
