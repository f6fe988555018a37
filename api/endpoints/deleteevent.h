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
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &) { return domain::Done {}; }
};

}
