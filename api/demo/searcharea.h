// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/demo/activityarea.h"

namespace demo {

/// Finding activities: by name, tag, interval or neighbourhood, and all of them as a table.
class SearchArea
{
public:
    SearchArea(Core &core, ActivityArea &activities)
        : m_core(core)
        , m_activities(activities)
    {
    }

    /// GET athlete/{id}/activities/search, search-full and interval-search, activities-around, activity-tags and
    /// activities.csv; nothing for other paths.
    std::optional<Reply> handle(const http::Request &request, const QString &area, const QStringList &rest);

private:
    Reply byName(const http::Request &request, bool whole);
    Reply byInterval(const http::Request &request);
    Reply around(const http::Request &request);
    Reply tags();
    Reply table();
    [[nodiscard]] QList<QJsonObject> newestFirst();

    Core &m_core;
    ActivityArea &m_activities;
};

}
