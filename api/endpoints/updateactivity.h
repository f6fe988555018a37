// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/endpoints/paths.h"
#include "api/json/records.h"
#include "models/domain/activity.h"

namespace endpoints {

/// Changes the given keys of an activity.
struct UpdateActivity {
    using Response = json::Record<domain::Activity>;
    domain::ActivityId activity;
    QJsonObject body;

    [[nodiscard]] http::Request request() const { return put(activityPath(activity), body); }
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body)
    {
        return json::record<domain::Activity>(body);
    }
};

}
