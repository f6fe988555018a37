// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/endpoints/paths.h"
#include "api/json/records.h"
#include "models/domain/event.h"

namespace endpoints {

/// Creates events, or updates those that are there already: repeating it is harmless.
struct CreateEvents {
    using Response = json::Records<domain::Event>;
    /// How the service knows an event again: by external_id among those of this application, or by uid, where a TARGET
    /// is also known by its day and sport.
    enum class Match { ExternalId, Uid };

    domain::AthleteId athlete = self();
    QList<QJsonObject> events;
    Match match = Match::ExternalId;
    bool asOnePlan = false; ///< stamps all of them as laid out in one go

    [[nodiscard]] http::Request request() const
    {
        QJsonArray array;
        for (const auto &event : events)
            array.append(event);
        QUrlQuery query;
        query.addQueryItem(
            match == Match::Uid ? QStringLiteral("upsertOnUid") : QStringLiteral("upsert"), QStringLiteral("true"));
        if (asOnePlan)
            query.addQueryItem(QStringLiteral("updatePlanApplied"), QStringLiteral("true"));
        return post(athletePath(athlete, QStringLiteral("/events/bulk")), array, query);
    }
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body)
    {
        return json::records<domain::Event>(body);
    }
};

}
