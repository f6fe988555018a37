// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/endpoints/paths.h"
#include "api/json/records.h"
#include "models/domain/activity.h"

namespace endpoints {

/// One activity, on request with its intervals.
struct GetActivity {
    using Response = json::Record<domain::Activity>;
    domain::ActivityId activity;
    bool intervals = false;

    [[nodiscard]] http::Request request() const
    {
        QUrlQuery query;
        if (intervals)
            query.addQueryItem(QStringLiteral("intervals"), QStringLiteral("true"));
        return get(activityPath(activity), query);
    }
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body)
    {
        return json::record<domain::Activity>(body);
    }
};

}
