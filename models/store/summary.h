// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/event.h"
#include "models/domain/ids.h"

#include <QByteArray>
#include <QDate>
#include <QTime>
#include <chrono>

namespace store {

/// What an entity is; each kind has its own field table and endpoint. The numbers stand in databases.
enum class Kind { Event, Activity, Wellness, Folder, Workout };

/// Of the library, which has no days.
[[nodiscard]] constexpr bool isLibrary(Kind kind)
{
    return kind == Kind::Folder || kind == Kind::Workout;
}

/// Who wrote or did something.
enum class Origin { Service, User };

/// How far the user's last edit of an entity has come: Unknown was sent without an answer, of Conflict a person has to
/// choose.
enum class Mark { Synced, Waiting, Sending, Unknown, Conflict, Refused };

/// What calendar, tables and the fitness model need of an event or activity without opening its JSON.
struct Summary {
    domain::LocalId id;
    Kind kind = Kind::Event;
    QString remoteId; ///< empty until the service has answered
    QDate day;
    std::optional<QTime> time;
    QDate endDay; ///< exclusive; day + 1 for ordinary items
    domain::OpenEnum<domain::Category> category; ///< of events
    QString type; ///< sport
    QString name;
    std::optional<int> load;
    std::optional<std::chrono::seconds> movingTime;
    std::optional<double> distanceMetres;
    std::optional<double> intensityPercent;
    std::optional<double> compliancePercent; ///< of activities
    QString pairedWith; ///< event: remote id of its activity; activity: remote id of its event
    QByteArray profile; ///< workout::Profile, encoded; empty without steps
    QString color;
    bool onFitnessChart = true;
    bool forWeek = false;
    bool readOnly = false; ///< may not be moved or edited
    bool stub = false; ///< the service gives no data for it
    Mark mark = Mark::Synced;
};

}
