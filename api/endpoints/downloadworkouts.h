// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/endpoints/paths.h"
#include "models/domain/result.h"

namespace endpoints {

/// The planned workouts of some days as files of one format, packed into a zip.
struct DownloadWorkouts {
    using Response = QByteArray;
    domain::AthleteId athlete = self();
    domain::DateRange days;
    QString format;

    [[nodiscard]] http::Request request() const;
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body);
};

}
