// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fields.h"
#include "models/domain/ids.h"
#include "models/domain/localdatetime.h"
#include "models/domain/openenum.h"

#include <QStringList>
#include <chrono>

namespace domain {

/// What a calendar event is. Case matters on the wire.
enum class Category {
    Workout,
    RaceA,
    RaceB,
    RaceC,
    Note,
    Plan,
    Holiday,
    Sick,
    Injured,
    SeasonStart,
    Target,
    FitnessDays,
    SetFitness,
    SetEftp,
    Other,
};

template<>
struct EnumNames<Category> {
    static constexpr std::array all {
        std::pair {Category::Workout, QLatin1StringView("WORKOUT")},
        std::pair {Category::RaceA, QLatin1StringView("RACE_A")},
        std::pair {Category::RaceB, QLatin1StringView("RACE_B")},
        std::pair {Category::RaceC, QLatin1StringView("RACE_C")},
        std::pair {Category::Note, QLatin1StringView("NOTE")},
        std::pair {Category::Plan, QLatin1StringView("PLAN")},
        std::pair {Category::Holiday, QLatin1StringView("HOLIDAY")},
        std::pair {Category::Sick, QLatin1StringView("SICK")},
        std::pair {Category::Injured, QLatin1StringView("INJURED")},
        std::pair {Category::SeasonStart, QLatin1StringView("SEASON_START")},
        std::pair {Category::Target, QLatin1StringView("TARGET")},
        std::pair {Category::FitnessDays, QLatin1StringView("FITNESS_DAYS")},
        std::pair {Category::SetFitness, QLatin1StringView("SET_FITNESS")},
        std::pair {Category::SetEftp, QLatin1StringView("SET_EFTP")},
    };
};

/// A WORKOUT or RACE_*: something to be trained, with a sport and a load.
[[nodiscard]] bool isSession(Category category);
[[nodiscard]] bool isRace(Category category);

/// A planned entry of the calendar: workout, race, note, holiday, target and so on.
struct Event {
    std::optional<EventId> id; ///< absent until the service has answered
    QString uid; ///< UUID text, chosen by the creator
    QString externalId; ///< the creating application's own key
    OpenEnum<Category> category;
    LocalDateTime start;
    std::optional<LocalDateTime> end; ///< exclusive
    QString type; ///< sport, for example "Ride"; empty on notes
    QString subType;
    QString name;
    QString description; ///< for sessions the workout text
    QStringList tags;
    std::optional<bool> indoor;
    QString color;
    std::optional<std::chrono::seconds> movingTime;
    std::optional<double> distanceMetres;
    std::optional<int> load;
    std::optional<double> intensityPercent;
    std::optional<int> joules;
    QString target; ///< AUTO, POWER, HR, PACE
    bool notOnFitnessChart = false;
    bool showAsNote = false;
    bool hideFromAthlete = false;
    bool athleteCannotEdit = false;
    bool structureReadOnly = false;
    bool forWeek = false;
    std::optional<int> loadTarget;
    std::optional<std::chrono::seconds> timeTarget;
    std::optional<double> distanceTargetMetres;
    std::optional<double> ctl; ///< projection at the end of the day; on SET_FITNESS the value set
    std::optional<double> atl;
    std::optional<double> ctlDays;
    std::optional<double> atlDays;
    std::optional<FolderId> planFolder; ///< the plan it was laid out from
    std::optional<WorkoutId> planWorkout;
    QString planName;
    QString planApplied; ///< instant that all events of one laying out share
    std::optional<ActivityId> pairedActivity;
    QJsonObject workoutDoc; ///< the service's parse of description; read, never sent
    QString updated; ///< instant as the service wrote it; compared for equality only
    QJsonObject extra;

    friend bool operator==(const Event &, const Event &) = default;
};

}
