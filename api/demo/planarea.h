// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/demo/answers.h"
#include "api/demo/core.h"

namespace demo {

class EventArea;

/// The plan the athlete trains by, and whom folders are shared with.
class PlanArea
{
public:
    PlanArea(Core &core, EventArea &events)
        : m_core(core)
        , m_events(events)
    {
    }

    Reply trainingPlan(const http::Request &request);
    Reply athletePlans(const http::Request &request);
    Reply applyChanges(const http::Request &request);
    Reply sharedWith(const http::Request &request, const QString &folder);

private:
    [[nodiscard]] QJsonObject shown();
    std::optional<domain::Error> choose(const QJsonObject &body);
    /// The plan's events that are still to come, by the workout they were made from.
    [[nodiscard]] QHash<QString, QJsonObject> laidOut(const QString &plan);

    Core &m_core;
    EventArea &m_events;
};

}
