// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fields.h"
#include "models/domain/ids.h"

#include <QStringList>
#include <chrono>
#include <optional>

namespace domain {

/// A workout of the library: a template without a date; in a plan it has a day counted from the plan's start.
struct LibraryWorkout {
    std::optional<WorkoutId> id;
    std::optional<FolderId> folder;
    QString name;
    QString description; ///< the workout text
    QString type; ///< sport; "NOTE" for the notes of plans
    QString subType;
    std::optional<bool> indoor;
    QString color;
    std::optional<std::chrono::seconds> movingTime;
    std::optional<double> distanceMetres;
    std::optional<int> load;
    std::optional<double> intensityPercent;
    std::optional<int> joules;
    QString target; ///< AUTO, POWER, HR, PACE
    QStringList targets; ///< the families of target that the text has
    QStringList tags;
    std::optional<int> day; ///< of plans, from 0
    std::optional<int> days; ///< how many a note lasts
    QString time; ///< "07:00"
    bool forWeek = false;
    bool hideFromAthlete = false;
    QJsonObject workoutDoc; ///< the service's parse of description; read, never sent
    QString updated; ///< instant as the service wrote it
    QJsonObject extra;

    [[nodiscard]] bool isNote() const { return type == QLatin1StringView("NOTE"); }

    friend bool operator==(const LibraryWorkout &, const LibraryWorkout &) = default;
};

/// How long it takes: as said, else as the service's parse says.
[[nodiscard]] std::optional<std::chrono::seconds> plannedTime(const LibraryWorkout &workout);

}
