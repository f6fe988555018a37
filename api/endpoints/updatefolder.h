// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/endpoints/paths.h"
#include "api/json/records.h"
#include "models/domain/folder.h"

namespace endpoints {

/// Changes the given keys of a folder or plan.
struct UpdateFolder {
    using Response = json::Record<domain::Folder>;
    domain::AthleteId athlete = self();
    domain::FolderId folder;
    QJsonObject body;

    [[nodiscard]] http::Request request() const
    {
        return put(athletePath(athlete, QStringLiteral("/folders/%1").arg(folder.value)), body);
    }
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body)
    {
        return json::record<domain::Folder>(body);
    }
};

}
