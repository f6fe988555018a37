// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/curves.h"

#include "models/domain/localdatetime.h"

using namespace Qt::StringLiterals;

namespace endpoints {

namespace {

QString curveName(CurveKind kind)
{
    if (kind == CurveKind::Power)
        return u"power"_s;
    return kind == CurveKind::HeartRate ? u"hr"_s : u"pace"_s;
}

bool isPace(CurveKind kind)
{
    return kind == CurveKind::Pace || kind == CurveKind::GradePace;
}

QString numbers(const QList<double> &list)
{
    QStringList texts;
    for (const double number : list)
        texts.append(QString::number(number, 'g', 10));
    return texts.join(u',');
}

/// The same as a table.
http::Request tabled(http::Request request)
{
    request.path += u".csv"_s;
    request.headers.insert("accept", "*/*");
    return request;
}

}

http::Request ExportActivityCurve::request() const
{
    return tabled(curve.request());
}

http::Request ExportPowerCurves::request() const
{
    return tabled(curves.request());
}

http::Request ExportCurves::request() const
{
    return tabled(curves.request());
}

http::Request ExportActivityCurves::request() const
{
    return tabled(curves.request());
}

http::Request GetActivityCurve::request() const
{
    QUrlQuery query;
    addText(query, u"fatigue"_s, fatigue);
    addFlag(query, u"gap"_s, kind == CurveKind::GradePace);
    return get(activityPath(activity, u'/' + curveName(kind) + u"-curve"_s), query);
}

domain::Result<GetActivityCurve::Response> GetActivityCurve::parse(const QByteArray &body)
{
    return json::record<domain::Curve>(body);
}

http::Request GetActivityCurves::request() const
{
    QUrlQuery query;
    if (!streams.isEmpty())
        query.addQueryItem(u"types"_s, streams.join(u','));
    if (!fatigue.isEmpty())
        query.addQueryItem(u"fatigue"_s, fatigue.join(u','));
    return get(activityPath(activity, u"/power-curves"_s), query);
}

domain::Result<GetActivityCurves::Response> GetActivityCurves::parse(const QByteArray &body)
{
    return json::records<domain::Curve>(body);
}

http::Request ListCurves::request() const
{
    QUrlQuery query;
    addText(query, u"type"_s, type);
    if (!spans.isEmpty())
        query.addQueryItem(u"curves"_s, spans.join(u','));
    if (newest.isValid())
        query.addQueryItem(u"newest"_s, domain::dayText(newest));
    addText(query, u"pmType"_s, model);
    if (others > 0)
        query.addQueryItem(u"subMaxEfforts"_s, QString::number(others));
    addFlag(query, u"gap"_s, kind == CurveKind::GradePace);
    return get(athletePath(athlete, u'/' + curveName(kind) + u"-curves"_s), query);
}

domain::Result<ListCurves::Response> ListCurves::parse(const QByteArray &body)
{
    auto whole = json::object(body);
    if (!whole)
        return whole.error();
    auto curves = json::recordsUnder<domain::Curve>(*whole, "list"_L1);
    if (!curves)
        return curves.error();
    return CurveSet {*std::move(curves), whole->value("activities"_L1).toObject(), *std::move(whole)};
}

http::Request ListActivityCurves::request() const
{
    QUrlQuery query = rangeQuery(days);
    addText(query, u"type"_s, type);
    if (!lengths.isEmpty())
        query.addQueryItem(isPace(kind) ? u"distances"_s : u"secs"_s, numbers(lengths));
    addText(query, u"fatigue"_s, fatigue);
    addFlag(query, u"gap"_s, kind == CurveKind::GradePace);
    return get(athletePath(athlete, u"/activity-"_s + curveName(kind) + u"-curves"_s), query);
}

domain::Result<ListActivityCurves::Response> ListActivityCurves::parse(const QByteArray &body)
{
    auto whole = json::object(body);
    if (!whole)
        return whole.error();
    auto activities = json::recordsUnder<domain::ActivityValues>(*whole, "curves"_L1);
    if (!activities)
        return activities.error();
    ActivityCurveSet set {{}, *std::move(activities), {}};
    const QJsonValue lengths = whole->contains("distances"_L1) ? whole->value("distances"_L1) : whole->value("secs"_L1);
    const QJsonArray list = lengths.toArray();
    for (const auto &length : list)
        set.lengths.append(length.toDouble());
    set.json = *std::move(whole);
    return set;
}

http::Request GetPowerHeartCurve::request() const
{
    QUrlQuery query;
    query.addQueryItem(u"start"_s, domain::dayText(days.first));
    query.addQueryItem(u"end"_s, domain::dayText(days.last));
    addText(query, u"type"_s, type);
    return get(athletePath(athlete, u"/power-hr-curve"_s), query);
}

domain::Result<GetPowerHeartCurve::Response> GetPowerHeartCurve::parse(const QByteArray &body)
{
    return json::record<domain::PowerHeartCurve>(body);
}

http::Request GetMmpModel::request() const
{
    QUrlQuery query;
    addText(query, u"type"_s, type);
    return get(athletePath(athlete, u"/mmp-model"_s), query);
}

domain::Result<GetMmpModel::Response> GetMmpModel::parse(const QByteArray &body)
{
    return json::record<domain::PowerModel>(body);
}

}
