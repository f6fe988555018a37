// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/endpoints/paths.h"
#include "models/domain/result.h"

namespace endpoints {

/// The file that an activity came in, as it was; not found for what was typed in.
struct GetActivityFile {
    using Response = QByteArray;
    domain::ActivityId activity;

    [[nodiscard]] http::Request request() const
    {
        http::Request request = get(activityPath(activity, QStringLiteral("/file")));
        request.headers.insert("accept", "*/*");
        return request;
    }
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body)
    {
        if (body.isEmpty())
            return domain::malformed(QStringLiteral("activity"), QStringLiteral("the file is empty"));
        return body;
    }
};

}
