// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/endpoints/paths.h"
#include "api/json/records.h"
#include "models/domain/activity.h"

namespace endpoints {

/// Writes down an activity that was not recorded.
struct CreateActivity {
    using Response = json::Record<domain::Activity>;
    domain::AthleteId athlete = self();
    QJsonObject body;

    [[nodiscard]] http::Request request() const
    {
        return post(athletePath(athlete, QStringLiteral("/activities/manual")), body);
    }
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body)
    {
        return json::record<domain::Activity>(body);
    }
};

/// Writes down several. Those with an external_id change what was made with it before, so sending them again is
/// harmless; those without are new each time.
struct CreateActivities {
    using Response = json::Records<domain::Activity>;
    domain::AthleteId athlete = self();
    QList<QJsonObject> activities;

    [[nodiscard]] http::Request request() const
    {
        QJsonArray array;
        for (const auto &activity : activities)
            array.append(activity);
        return post(athletePath(athlete, QStringLiteral("/activities/manual/bulk")), array);
    }
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body)
    {
        return json::records<domain::Activity>(body);
    }
};

}
