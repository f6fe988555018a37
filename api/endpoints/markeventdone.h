// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/endpoints/paths.h"
#include "api/json/records.h"
#include "models/domain/activity.h"

namespace endpoints {

/// Makes an activity of a planned session, as it was planned and tied to it.
struct MarkEventDone {
    using Response = json::Record<domain::Activity>;
    domain::AthleteId athlete = self();
    domain::EventId event;

    [[nodiscard]] http::Request request() const
    {
        return {
            .method = "POST", .path = athletePath(athlete, QStringLiteral("/events/%1/mark-done").arg(event.value))};
    }
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body)
    {
        return json::record<domain::Activity>(body);
    }
};

}
