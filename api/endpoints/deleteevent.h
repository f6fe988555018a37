// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/endpoints/paths.h"
#include "api/json/records.h"
#include "models/domain/result.h"

namespace endpoints {

/// Deletes an event.
struct DeleteEvent {
    using Response = domain::Done;
    domain::AthleteId athlete = self();
    domain::EventId event;

    [[nodiscard]] http::Request request() const
    {
        return remove(athletePath(athlete, QStringLiteral("/events/%1").arg(event.value)));
    }
    /// Nothing, or some JSON; but a web page was not sent by the service, so the event is still there.
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body)
    {
        if (body.trimmed().isEmpty())
            return domain::Done {};
        const auto answer = json::object(body);
        return answer ? domain::Result<Response>(domain::Done {}) : answer.error();
    }
};

}
