// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/demo/answers.h"
#include "api/demo/core.h"
#include "models/domain/folder.h"
#include "models/domain/libraryworkout.h"

namespace demo {

class EventArea;

/// The library: folders, plans and their workouts, and the way from a plan to the calendar.
class LibraryArea
{
public:
    LibraryArea(Core &core, EventArea &events)
        : m_core(core)
        , m_events(events)
    {
    }

    Reply folders(const http::Request &request, const QStringList &rest);
    Reply workouts(const http::Request &request, const QStringList &rest);
    Reply duplicate(const http::Request &request);
    Reply tags(const http::Request &request);
    Reply applyPlan(const http::Request &request);

private:
    Reply listFolders();
    Reply createFolder(const http::Request &request);
    Reply oneFolder(const http::Request &request, const QString &id);
    domain::Result<QJsonObject> storeFolder(const std::optional<QJsonObject> &known, const QJsonObject &body);
    Reply hideDays(const http::Request &request, const QString &folder);
    Reply importFile(const http::Request &request, const QString &folder);
    [[nodiscard]] QJsonObject shownFolder(const QJsonObject &folder);

    Reply createWorkouts(const http::Request &request);
    Reply oneWorkout(const http::Request &request, const QString &id);
    Reply removeWorkout(const QJsonObject &known, bool others);
    /// Merges, checks, reads the text, and keeps the workout. Nothing is kept on an error.
    domain::Result<QJsonObject> storeWorkout(const std::optional<QJsonObject> &known, const QJsonObject &body);
    [[nodiscard]] QList<QJsonObject> workoutsOf(const QString &folder);
    [[nodiscard]] Reply shownOr(const domain::Result<QJsonObject> &stored) const;
    [[nodiscard]] QJsonObject shownWorkout(const QJsonObject &workout) const;

    Core &m_core;
    EventArea &m_events;
};

/// The event that a workout of a plan becomes when the plan begins on the day.
[[nodiscard]] QJsonObject plannedFrom(const domain::LibraryWorkout &workout, const QJsonObject &plan, QDate start);

/// Fills in what the service reads from a workout's text, but for what the body gives by hand.
void readWorkoutText(
    domain::LibraryWorkout &workout, const QJsonObject &body, const QList<domain::SportSettings> &sports);

}
