// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/demo/activityarea.h"

namespace demo {

/// Activities without a recording, written down by hand or by a program.
class ManualArea
{
public:
    ManualArea(Core &core, ActivityArea &activities)
        : m_core(core)
        , m_activities(activities)
    {
    }

    /// POST athlete/{id}/activities/manual.
    Reply create(const http::Request &request);
    /// POST athlete/{id}/activities/manual/bulk: those with an external_id that is known already are changed. All of
    /// the list or nothing.
    Reply createMany(const http::Request &request);

private:
    Reply keep(const QJsonObject &body, bool upsert);

    Core &m_core;
    ActivityArea &m_activities;
};

}
