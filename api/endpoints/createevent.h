// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/endpoints/paths.h"
#include "api/json/records.h"
#include "models/domain/event.h"

namespace endpoints {

/// Creates one event. With a uid in the body it may be repeated: the event of that uid is then updated.
struct CreateEvent {
    using Response = json::Record<domain::Event>;
    domain::AthleteId athlete = self();
    QJsonObject body;

    [[nodiscard]] http::Request request() const
    {
        QUrlQuery query;
        if (!body.value(QLatin1StringView("uid")).toString().isEmpty())
            query.addQueryItem(QStringLiteral("upsertOnUid"), QStringLiteral("true"));
        return post(athletePath(athlete, QStringLiteral("/events")), body, query);
    }
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body)
    {
        return json::record<domain::Event>(body);
    }
};

}
