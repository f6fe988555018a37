// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/activityintervals.h"

using namespace Qt::StringLiterals;

namespace endpoints {

domain::Result<IntervalsAnswer> intervalsAnswer(const QByteArray &body)
{
    return json::record<domain::ActivityIntervals>(body);
}

http::Request GetIntervals::request() const
{
    return get(activityPath(activity, u"/intervals"_s));
}

http::Request ReplaceIntervals::request() const
{
    QJsonArray array;
    for (const auto &interval : intervals)
        array.append(interval);
    QUrlQuery query;
    query.addQueryItem(u"all"_s, all ? u"true"_s : u"false"_s);
    return put(activityPath(activity, u"/intervals"_s), array, query);
}

http::Request PutInterval::request() const
{
    return put(activityPath(activity, u"/intervals/%1"_s.arg(interval)), body);
}

http::Request DeleteIntervals::request() const
{
    QJsonArray array;
    for (const qint64 id : intervals)
        array.append(QJsonObject {{u"id"_s, id}});
    return put(activityPath(activity, u"/delete-intervals"_s), array);
}

http::Request SplitInterval::request() const
{
    http::Request request = get(activityPath(activity, u"/split-interval"_s));
    request.method = "PUT";
    addNumber(request.query, u"splitAt"_s, at);
    return request;
}

http::Request GetIntervalStats::request() const
{
    QUrlQuery query;
    addNumber(query, u"start_index"_s, startIndex);
    addNumber(query, u"end_index"_s, endIndex);
    return get(activityPath(activity, u"/interval-stats"_s), query);
}

domain::Result<GetIntervalStats::Response> GetIntervalStats::parse(const QByteArray &body)
{
    return json::record<domain::Interval>(body);
}

}
