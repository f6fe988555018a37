// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/demo/activityarea.h"
#include "api/demo/curveanswers.h"

namespace demo {

/// The best over every length of time or way: of one activity, of many side by side, and of whole seasons.
class CurveArea
{
public:
    CurveArea(Core &core, CurveBook &book, ActivityArea &activities)
        : m_core(core)
        , m_book(book)
        , m_activities(activities)
    {
    }

    /// GET activity/{id}/power-curve, power-curves, hr-curve and pace-curve, also as csv.
    Reply ofActivity(const http::Request &request, const QJsonObject &activity, const QString &part);
    /// GET athlete/{id}/power-curves, hr-curves, pace-curves, activity-…-curves, power-hr-curve and mmp-model; nothing
    /// for other paths.
    std::optional<Reply> ofAthlete(const http::Request &request, const QString &part);

private:
    struct Best;
    struct Span;

    Reply seasons(const http::Request &request, const CurveWish &wish);
    Reply sideBySide(const http::Request &request, const CurveWish &wish);
    Reply powerAndHeart(const http::Request &request);
    Reply model(const http::Request &request);

    [[nodiscard]] domain::Result<Span> spanNamed(const QString &name, QDate newest);
    [[nodiscard]] QList<QJsonObject> activitiesOf(const domain::DateRange &days, const QString &type);
    [[nodiscard]] Best bestOf(const domain::DateRange &days, const QString &type, CurveBook::Kind kind);
    [[nodiscard]] QJsonObject curveOf(const Span &span, const Best &best, const CurveWish &wish, const QUrlQuery &query);
    [[nodiscard]] double weightOf(const QJsonObject &activity);

    Core &m_core;
    CurveBook &m_book;
    ActivityArea &m_activities;
};

}
