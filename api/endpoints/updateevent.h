// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/endpoints/paths.h"
#include "api/json/records.h"
#include "models/domain/event.h"

namespace endpoints {

/// Changes the given keys of an event.
struct UpdateEvent {
    using Response = json::Record<domain::Event>;
    domain::AthleteId athlete = self();
    domain::EventId event;
    QJsonObject body;

    [[nodiscard]] http::Request request() const
    {
        return put(athletePath(athlete, QStringLiteral("/events/%1").arg(event.value)), body);
    }
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body)
    {
        return json::record<domain::Event>(body);
    }
};

}
