// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/endpoints/paths.h"
#include "api/json/records.h"
#include "models/domain/activityfigures.h"
#include "models/domain/interval.h"

namespace endpoints {

/// What reading and every way of dividing an activity answers: all its parts, measured anew.
using IntervalsAnswer = json::Record<domain::ActivityIntervals>;
[[nodiscard]] domain::Result<IntervalsAnswer> intervalsAnswer(const QByteArray &body);

/// The parts of an activity.
struct GetIntervals {
    using Response = IntervalsAnswer;
    domain::ActivityId activity;

    [[nodiscard]] http::Request request() const;
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body) { return intervalsAnswer(body); }
};

/// Divides an activity at the given indices: of an entry the service honours start_index, end_index (exclusive) and
/// label, and fills what lies between.
struct ReplaceIntervals {
    using Response = IntervalsAnswer;
    domain::ActivityId activity;
    QList<QJsonObject> intervals;
    bool all = true; ///< false: what the entries do not touch stays

    [[nodiscard]] http::Request request() const;
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body) { return intervalsAnswer(body); }
};

/// Changes or makes one part.
struct PutInterval {
    using Response = IntervalsAnswer;
    domain::ActivityId activity;
    qint64 interval = 0;
    QJsonObject body;

    [[nodiscard]] http::Request request() const;
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &answer) { return intervalsAnswer(answer); }
};

/// Takes parts away; they become part of what lies around them.
struct DeleteIntervals {
    using Response = IntervalsAnswer;
    domain::ActivityId activity;
    QList<qint64> intervals;

    [[nodiscard]] http::Request request() const;
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body) { return intervalsAnswer(body); }
};

/// Cuts the part that has an index inside in two.
struct SplitInterval {
    using Response = IntervalsAnswer;
    domain::ActivityId activity;
    int at = 0;

    [[nodiscard]] http::Request request() const;
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body) { return intervalsAnswer(body); }
};

/// What a part would measure, without making it one.
struct GetIntervalStats {
    using Response = json::Record<domain::Interval>;
    domain::ActivityId activity;
    int startIndex = 0;
    int endIndex = 0; ///< exclusive

    [[nodiscard]] http::Request request() const;
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body);
};

}
