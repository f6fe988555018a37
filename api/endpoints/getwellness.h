// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/endpoints/paths.h"
#include "api/json/records.h"
#include "models/domain/localdatetime.h"
#include "models/domain/wellness.h"

namespace endpoints {

/// Wellness of one day.
struct GetWellness {
    using Response = json::Record<domain::Wellness>;
    domain::AthleteId athlete = self();
    QDate day;

    [[nodiscard]] http::Request request() const
    {
        return get(athletePath(athlete, QStringLiteral("/wellness/") + domain::dayText(day)));
    }
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body)
    {
        return json::record<domain::Wellness>(body);
    }
};

}
