// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/endpoints/paths.h"
#include "api/json/records.h"
#include "models/domain/event.h"

namespace endpoints {

/// Creates events, or updates those whose external_id this application gave before: repeating it is harmless.
struct CreateEvents {
    using Response = json::Records<domain::Event>;
    domain::AthleteId athlete = self();
    QList<QJsonObject> events;

    [[nodiscard]] http::Request request() const
    {
        QJsonArray array;
        for (const auto &event : events)
            array.append(event);
        QUrlQuery query;
        query.addQueryItem(QStringLiteral("upsert"), QStringLiteral("true"));
        return post(athletePath(athlete, QStringLiteral("/events/bulk")), array, query);
    }
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body) { return json::records<domain::Event>(body); }
};

}
