// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/activityfigures.h"

using namespace Qt::StringLiterals;

namespace endpoints {

http::Request GetHistogram::request() const
{
    QUrlQuery query;
    if (width > 0)
        addNumber(query, u"bucketSize"_s, width);
    const QStringList names {u"/power-histogram"_s, u"/hr-histogram"_s, u"/pace-histogram"_s, u"/gap-histogram"_s};
    return get(activityPath(activity, names.at(int(kind))), query);
}

domain::Result<GetHistogram::Response> GetHistogram::parse(const QByteArray &body)
{
    return json::records<domain::Bucket>(body);
}

http::Request GetTimeAtHeartRate::request() const
{
    return get(activityPath(activity, u"/time-at-hr"_s));
}

domain::Result<GetTimeAtHeartRate::Response> GetTimeAtHeartRate::parse(const QByteArray &body)
{
    return json::record<domain::TimeAtHeartRate>(body);
}

http::Request GetPowerVsHeart::request() const
{
    return get(activityPath(activity, u"/power-vs-hr"_s));
}

domain::Result<GetPowerVsHeart::Response> GetPowerVsHeart::parse(const QByteArray &body)
{
    return json::record<domain::PowerVsHeart>(body);
}

http::Request FindBestEfforts::request() const
{
    QUrlQuery query;
    addText(query, u"stream"_s, stream);
    if (metres > 0)
        addNumber(query, u"distance"_s, metres);
    else
        addNumber(query, u"duration"_s, seconds);
    if (count > 0)
        addNumber(query, u"count"_s, count);
    if (least)
        addNumber(query, u"minValue"_s, *least);
    addFlag(query, u"excludeIntervals"_s, excludeIntervals);
    if (startIndex > 0)
        addNumber(query, u"startIndex"_s, startIndex);
    if (endIndex > 0)
        addNumber(query, u"endIndex"_s, endIndex);
    return get(activityPath(activity, u"/best-efforts"_s), query);
}

domain::Result<FindBestEfforts::Response> FindBestEfforts::parse(const QByteArray &body)
{
    return json::recordsUnder<domain::BestEffort>(body, "efforts"_L1);
}

http::Request GetActivityMap::request() const
{
    QUrlQuery query;
    QStringList numbers;
    for (const double number : bounds)
        numbers.append(QString::number(number, 'g', 10));
    if (!numbers.isEmpty())
        query.addQueryItem(u"bounds"_s, numbers.join(u','));
    addFlag(query, u"boundsOnly"_s, boundsOnly);
    return get(activityPath(activity, u"/map"_s), query);
}

domain::Result<GetActivityMap::Response> GetActivityMap::parse(const QByteArray &body)
{
    return json::record<domain::ActivityMap>(body);
}

http::Request GetWeatherSummary::request() const
{
    QUrlQuery query;
    if (startIndex > 0)
        addNumber(query, u"start_index"_s, startIndex);
    if (endIndex > 0)
        addNumber(query, u"end_index"_s, endIndex);
    return get(activityPath(activity, u"/weather-summary"_s), query);
}

domain::Result<GetWeatherSummary::Response> GetWeatherSummary::parse(const QByteArray &body)
{
    return json::record<domain::WeatherSummary>(body);
}

http::Request ListMessages::request() const
{
    QUrlQuery query;
    if (since > 0)
        addNumber(query, u"sinceId"_s, double(since));
    if (limit > 0)
        addNumber(query, u"limit"_s, limit);
    return get(activityPath(activity, u"/messages"_s), query);
}

domain::Result<ListMessages::Response> ListMessages::parse(const QByteArray &body)
{
    return json::records<domain::Message>(body);
}

http::Request AddMessage::request() const
{
    return post(activityPath(activity, u"/messages"_s), QJsonObject {{u"content"_s, content}});
}

domain::Result<AddMessage::Response> AddMessage::parse(const QByteArray &body)
{
    return json::object(body);
}

}
