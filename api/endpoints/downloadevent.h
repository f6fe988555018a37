// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/endpoints/paths.h"
#include "models/domain/result.h"

namespace endpoints {

/// A planned workout as the service writes it into a file of the format: zwo, mrc, erg or fit.
struct DownloadEvent {
    using Response = QByteArray;
    domain::AthleteId athlete = self();
    domain::EventId event;
    QString format;

    [[nodiscard]] http::Request request() const;
    /// Only what begins like a file of one of the formats; a page or an empty answer is none.
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body);
};

}
