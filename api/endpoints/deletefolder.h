// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/endpoints/paths.h"
#include "api/json/records.h"
#include "models/domain/folder.h"

namespace endpoints {

/// Deletes a folder or plan together with its workouts.
struct DeleteFolder {
    using Response = domain::Done;
    domain::AthleteId athlete = self();
    domain::FolderId folder;

    [[nodiscard]] http::Request request() const
    {
        return remove(athletePath(athlete, QStringLiteral("/folders/%1").arg(folder.value)));
    }
    /// Nothing, or some JSON; but a web page was not sent by the service, so the folder is still there.
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body)
    {
        if (body.trimmed().isEmpty())
            return domain::Done {};
        const auto answer = json::object(body);
        return answer ? domain::Result<Response>(domain::Done {}) : answer.error();
    }
};

}
