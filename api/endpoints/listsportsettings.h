// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/endpoints/paths.h"
#include "api/json/records.h"
#include "models/domain/sportsettings.h"

namespace endpoints {

/// Thresholds and zones of all sports.
struct ListSportSettings {
    using Response = json::Records<domain::SportSettings>;
    domain::AthleteId athlete = self();

    [[nodiscard]] http::Request request() const { return get(athletePath(athlete, QStringLiteral("/sport-settings"))); }
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body)
    {
        return json::records<domain::SportSettings>(body);
    }
};

}
