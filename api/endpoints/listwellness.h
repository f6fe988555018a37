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
    QStringList fields = {}; ///< all if empty; those not named are absent, but for the day

    [[nodiscard]] http::Request request() const;
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body)
    {
        return json::records<domain::Wellness>(body);
    }
};

/// The same as a table.
struct ExportWellness {
    using Response = QByteArray;
    domain::AthleteId athlete = self();
    domain::DateRange days;
    QStringList columns = {}; ///< all if empty

    [[nodiscard]] http::Request request() const;
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body) { return csvTable(body); }
};

}
