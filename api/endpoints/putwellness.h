// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/endpoints/paths.h"
#include "api/json/records.h"
#include "models/domain/localdatetime.h"
#include "models/domain/wellness.h"

namespace endpoints {

/// Changes the given keys of a day of wellness.
struct PutWellness {
    using Response = json::Record<domain::Wellness>;
    domain::AthleteId athlete = self();
    QDate day;
    QJsonObject body;
    QDate today
        = {}; ///< where the athlete is: if it is the day, weight and resting heart rate are the current ones too

    [[nodiscard]] http::Request request() const;
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body)
    {
        return json::record<domain::Wellness>(body);
    }
};

/// The same for a body that names its day itself.
struct PutWellnessRecord {
    using Response = json::Record<domain::Wellness>;
    domain::AthleteId athlete = self();
    QJsonObject body;

    [[nodiscard]] http::Request request() const { return put(athletePath(athlete, QStringLiteral("/wellness")), body); }
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body)
    {
        return json::record<domain::Wellness>(body);
    }
};

/// Changes the given keys of many days, each of which names itself. The answer is empty.
struct PutManyWellness {
    using Response = domain::Done;
    domain::AthleteId athlete = self();
    QList<QJsonObject> days;

    [[nodiscard]] http::Request request() const;
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body) { return acknowledged(body); }
};

/// Sends days as CSV: one column for each field, and the day in the column "date".
struct UploadWellness {
    using Response = domain::Done;
    domain::AthleteId athlete = self();
    QString fileName;
    QByteArray file;
    bool ignoreMissing = false; ///< empty cells leave what is there

    [[nodiscard]] http::Request request() const;
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body) { return acknowledged(body); }
};

}
