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
    QStringList fields = {}; ///< JSON keys to send; all if empty, id and start always

    [[nodiscard]] http::Request request() const
    {
        QUrlQuery query = rangeQuery(days);
        if (limit > 0)
            query.addQueryItem(QStringLiteral("limit"), QString::number(limit));
        if (!fields.isEmpty()) {
            QStringList wanted = QStringList {QStringLiteral("id"), QStringLiteral("start_date_local")} + fields;
            wanted.removeDuplicates();
            query.addQueryItem(QStringLiteral("fields"), wanted.join(u','));
        }
        return get(athletePath(athlete, QStringLiteral("/activities")), query);
    }
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body)
    {
        return json::records<domain::Activity>(body);
    }
};

}
