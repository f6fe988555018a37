// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/endpoints/paths.h"
#include "api/json/records.h"
#include "models/domain/athlete.h"

namespace endpoints {

/// The athlete with settings.
struct GetAthlete {
    using Response = json::Record<domain::Athlete>;
    domain::AthleteId athlete = self();

    [[nodiscard]] http::Request request() const { return get(athletePath(athlete)); }
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body)
    {
        return json::record<domain::Athlete>(body);
    }
};

}
