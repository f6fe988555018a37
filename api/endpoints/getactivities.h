// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/endpoints/paths.h"
#include "api/json/records.h"
#include "models/domain/activity.h"

namespace endpoints {

/// Some activities by their ids; those that are not there are left out, and stubs say only that they are.
struct GetActivities {
    using Response = json::Records<domain::Activity>;
    domain::AthleteId athlete = self();
    QList<domain::ActivityId> activities;
    bool intervals = false;

    [[nodiscard]] http::Request request() const
    {
        QStringList ids;
        for (const auto &activity : activities)
            ids.append(activity.value);
        QUrlQuery query;
        addFlag(query, QStringLiteral("intervals"), intervals);
        return get(athletePath(athlete, QStringLiteral("/activities/") + ids.join(u',')), query);
    }
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body)
    {
        return json::records<domain::Activity>(body);
    }
};

}
