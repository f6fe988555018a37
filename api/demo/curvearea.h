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
    /// The days that a curve is asked for, and how they are called.
    struct Span {
        QString id;
        QString label;
        domain::DateRange days;
        int afterKilojoules = 0; ///< only what came after so much work
    };

    /// The best of several activities.
    struct Best {
        analysis::Curve curve;
        std::vector<QString> owners; ///< whose each point is
        /// Of each point the next best of other activities, the better first.
        std::vector<std::vector<std::pair<double, QString>>> others;
        double load = 0;
        double seconds = 0;
    };

    Reply seasons(const http::Request &request, const CurveWish &wish);
    Reply sideBySide(const http::Request &request, const CurveWish &wish);
    Reply powerAndHeart(const http::Request &request);
    Reply model(const http::Request &request);

    [[nodiscard]] domain::Result<Span> spanNamed(
        const QString &name, QDate newest, const CurveWish &wish, const QString &type);
    /// The work after which a rider counts as tired: what the sport's settings have for kj0 or kj1; 0 for "normal" and
    /// for nothing. 422 for anything else, and where the settings have none.
    [[nodiscard]] domain::Result<int> workBefore(const QString &fatigue, const QString &type);
    [[nodiscard]] analysis::Curve curveAfter(const QJsonObject &activity, CurveBook::Kind kind, int kilojoules);
    [[nodiscard]] QJsonObject activityCurve(const QJsonObject &activity, const CurveWish &wish, int afterKilojoules);
    [[nodiscard]] QList<QJsonObject> activitiesOf(const domain::DateRange &days, const QString &type);
    [[nodiscard]] Best bestOf(const Span &span, const QString &type, CurveBook::Kind kind, int others = 0);
    [[nodiscard]] QJsonObject curveOf(
        const Span &span, const Best &best, const CurveWish &wish, const QUrlQuery &query);
    [[nodiscard]] double weightOf(const QJsonObject &activity);

    Core &m_core;
    CurveBook &m_book;
    ActivityArea &m_activities;
};

}
