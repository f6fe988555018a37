// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fields.h"
#include "models/domain/ids.h"

#include <QJsonArray>
#include <QStringList>

namespace domain {

/// The account's person: name, units, which wellness fields they use, how form is shown.
struct Athlete {
    std::optional<AthleteId> id;
    QString name;
    QString firstName;
    QString lastName;
    QString sex; ///< M or F
    QString timezone; ///< IANA id
    QString locale;
    QString measurementPreference; ///< "meters" or "feet"; "METRIC" is seen too
    bool weightInPounds = false;
    bool fahrenheit = false;
    bool formAsPercent = false;
    std::optional<double> weightKg;
    std::optional<int> restingHrBpm;
    QStringList wellnessKeys; ///< field names of Wellness, in the athlete's order
    QJsonArray typeSettings; ///< [{type, ctlFactor, atlFactor}]
    QJsonArray sportSettings; ///< rows of SportSettings
    QString plan;
    QJsonObject extra;

    [[nodiscard]] bool usesMiles() const { return measurementPreference == QLatin1StringView("feet"); }

    friend bool operator==(const Athlete &, const Athlete &) = default;
};

}
