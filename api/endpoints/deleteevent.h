// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/endpoints/paths.h"
#include "models/domain/localdatetime.h"

namespace endpoints {

/// Deletes an event, and with others those that were added in one go with it.
struct DeleteEvent {
    using Response = domain::Done;
    domain::AthleteId athlete = self();
    domain::EventId event;
    bool others = false;
    QDate notBefore = {}; ///< of the others; all of them if invalid

    [[nodiscard]] http::Request request() const
    {
        QUrlQuery query;
        if (others)
            query.addQueryItem(QStringLiteral("others"), QStringLiteral("true"));
        if (others && notBefore.isValid())
            query.addQueryItem(QStringLiteral("notBefore"), domain::dayText(notBefore));
        return remove(athletePath(athlete, QStringLiteral("/events/%1").arg(event.value)), query);
    }
    /// Nothing, or some JSON; but a web page was not sent by the service, so the event is still there.
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body) { return acknowledged(body); }
};

}
