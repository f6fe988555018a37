// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fields.h"
#include "models/domain/ids.h"

#include <QDate>
#include <QJsonArray>
#include <QStringList>
#include <chrono>

namespace domain {

/// Key of a piece of gear: text, even where the service writes a number.
using GearId = Id<struct GearTag, QString>;

/// Something an athlete uses and wears out: a bike, shoes, or a part of them.
struct Gear {
    std::optional<GearId> id;
    QString name;
    QString type; ///< Bike, Shoes, Wetsuit, Chain and so on
    QString notes;
    QString purchased; ///< YYYY-MM-DD
    QString retired; ///< YYYY-MM-DD; empty while it is in use
    bool component = false; ///< a part of other gear
    QStringList componentIds;
    bool useElapsedTime = false;
    std::optional<double> distanceMetres;
    std::optional<double> timeSeconds;
    std::optional<int> activities;
    QJsonArray reminders; ///< objects of GearReminder
    QJsonObject extra;

    friend bool operator==(const Gear &, const Gear &) = default;
};

/// What is to be done to gear after so many metres, hours, activities or days.
struct GearReminder {
    std::optional<qint64> id;
    QString name;
    std::optional<double> distanceMetres;
    std::optional<double> timeSeconds;
    std::optional<int> activities;
    std::optional<int> days;
    std::optional<double> percentUsed;
    QString lastReset; ///< instant
    QString snoozedUntil; ///< YYYY-MM-DD
    QJsonObject extra;

    friend bool operator==(const GearReminder &, const GearReminder &) = default;
};

/// How much gear was used, as the service counts from the activities.
struct GearUse {
    std::optional<double> distanceMetres;
    std::optional<double> movingSeconds;
    std::optional<double> elapsedSeconds;
    std::optional<int> activities;
    QJsonObject extra;

    friend bool operator==(const GearUse &, const GearUse &) = default;
};

/// The reminders that can be read.
[[nodiscard]] QList<GearReminder> remindersOf(const Gear &gear);

/// What the service takes for a type of gear, whole things before their parts.
[[nodiscard]] const QStringList &gearTypes();

}
