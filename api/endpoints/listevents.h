// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/endpoints/paths.h"
#include "api/json/records.h"
#include "models/domain/event.h"

namespace endpoints {

/// Planned workouts, notes and other events that touch the days.
struct ListEvents {
    using Response = json::Records<domain::Event>;
    domain::AthleteId athlete = self();
    domain::DateRange days;
    QStringList categories = {}; ///< all if empty

    [[nodiscard]] http::Request request() const
    {
        QUrlQuery query = rangeQuery(days);
        if (!categories.isEmpty())
            query.addQueryItem(QStringLiteral("category"), categories.join(u','));
        return get(athletePath(athlete, QStringLiteral("/events")), query);
    }
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body) { return json::records<domain::Event>(body); }
};

}
