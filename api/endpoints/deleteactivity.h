// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/endpoints/paths.h"
#include "api/json/records.h"

namespace endpoints {

/// Deletes an activity. What it came from does not bring it back, until its tombstone is deleted too.
struct DeleteActivity {
    using Response = QJsonObject; ///< the ids of activity and athlete
    domain::ActivityId activity;

    [[nodiscard]] http::Request request() const { return remove(activityPath(activity)); }
    /// A page was not sent by the service, so the activity is still there.
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body)
    {
        return body.trimmed().isEmpty() ? domain::Result<Response>(QJsonObject()) : json::object(body);
    }
};

/// Lets a deleted activity come back with the next sync of where it came from.
struct DeleteTombstone {
    using Response = QJsonObject;
    domain::ActivityId activity;

    [[nodiscard]] http::Request request() const { return remove(activityPath(activity, QStringLiteral("/tombstone"))); }
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body) { return DeleteActivity::parse(body); }
};

}
