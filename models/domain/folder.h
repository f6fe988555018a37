// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fields.h"
#include "models/domain/ids.h"
#include "models/domain/openenum.h"

#include <QJsonArray>
#include <QStringList>
#include <optional>

namespace domain {

/// What a folder of the library is: a shelf of workouts, or workouts that stand on days of a plan.
enum class FolderType { Folder, Plan, Other };

template<>
struct EnumNames<FolderType> {
    static constexpr std::array all {
        std::pair {FolderType::Folder, QLatin1StringView("FOLDER")},
        std::pair {FolderType::Plan, QLatin1StringView("PLAN")},
    };
};

/// A folder or plan of the library, without its workouts, which name it.
struct Folder {
    std::optional<FolderId> id;
    OpenEnum<FolderType> type;
    QString name;
    QString description;
    QString visibility; ///< PRIVATE or PUBLIC
    QString blurb;
    QString start; ///< of plans the day they are laid out from, as the service wrote it
    std::optional<int> rolloutWeeks;
    std::optional<int> autoRolloutDay;
    bool readOnlyWorkouts = false;
    std::optional<double> startingCtl;
    std::optional<double> startingAtl;
    QStringList activityTypes;
    QStringList workoutTargets;
    std::optional<double> hoursPerWeekMin;
    std::optional<double> hoursPerWeekMax;
    std::optional<int> workouts; ///< how many, as the service counts
    std::optional<int> durationWeeks;
    std::optional<bool> canEdit; ///< absent means yes
    QJsonObject extra;

    [[nodiscard]] bool isPlan() const { return type == FolderType::Plan; }

    friend bool operator==(const Folder &, const Folder &) = default;
};

/// The longest name the service takes for a folder or a workout of the library.
constexpr qsizetype longestLibraryName = 80;

}
