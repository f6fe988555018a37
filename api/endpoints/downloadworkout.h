// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/endpoints/paths.h"
#include "models/domain/result.h"

namespace endpoints {

/// A workout that need not be on the calendar, given as JSON, as the service writes it into a file: zwo, mrc, erg or
/// fit.
struct DownloadWorkout {
    using Response = QByteArray;
    domain::AthleteId athlete = self();
    QJsonObject workout;
    QString format;

    [[nodiscard]] http::Request request() const;
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body);
};

}
