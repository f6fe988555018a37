// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/endpoints/paths.h"
#include "api/json/records.h"
#include "models/domain/wellness.h"

namespace endpoints {

/// Wellness of the days.
struct ListWellness {
    using Response = json::Records<domain::Wellness>;
    domain::AthleteId athlete = self();
    domain::DateRange days;

    [[nodiscard]] http::Request request() const
    {
        return get(athletePath(athlete, QStringLiteral("/wellness")), rangeQuery(days));
    }
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body) { return json::records<domain::Wellness>(body); }
};

}
