// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/endpoints/paths.h"
#include "api/json/records.h"
#include "models/domain/event.h"

namespace endpoints {

/// One event.
struct GetEvent {
    using Response = json::Record<domain::Event>;
    domain::AthleteId athlete = self();
    domain::EventId event;

    [[nodiscard]] http::Request request() const
    {
        return get(athletePath(athlete, QStringLiteral("/events/%1").arg(event.value)));
    }
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body)
    {
        return json::record<domain::Event>(body);
    }
};

}
