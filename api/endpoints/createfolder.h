// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/endpoints/paths.h"
#include "api/json/records.h"
#include "models/domain/folder.h"

namespace endpoints {

/// Creates a folder or a plan.
struct CreateFolder {
    using Response = json::Record<domain::Folder>;
    domain::AthleteId athlete = self();
    QJsonObject body;

    [[nodiscard]] http::Request request() const { return post(athletePath(athlete, QStringLiteral("/folders")), body); }
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body)
    {
        return json::record<domain::Folder>(body);
    }
};

}
