// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/endpoints/paths.h"
#include "api/json/records.h"
#include "models/domain/activity.h"

namespace endpoints {

/// Completed activities of the days, newest first.
struct ListActivities {
    using Response = json::Records<domain::Activity>;
    domain::AthleteId athlete = self();
    domain::DateRange days;
    int limit = 0; ///< 0: all

    [[nodiscard]] http::Request request() const
    {
        QUrlQuery query = rangeQuery(days);
        if (limit > 0)
            query.addQueryItem(QStringLiteral("limit"), QString::number(limit));
        return get(athletePath(athlete, QStringLiteral("/activities")), query);
    }
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body) { return json::records<domain::Activity>(body); }
};

}
