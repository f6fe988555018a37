// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/searchactivities.h"

using namespace Qt::StringLiterals;

namespace endpoints {

http::Request SearchActivities::request() const
{
    QUrlQuery query;
    addText(query, u"q"_s, text);
    if (limit > 0)
        addNumber(query, u"limit"_s, limit);
    return get(athletePath(athlete, whole ? u"/activities/search-full"_s : u"/activities/search"_s), query);
}

domain::Result<SearchActivities::Response> SearchActivities::parse(const QByteArray &body)
{
    return json::records<domain::Activity>(body);
}

http::Request FindIntervals::request() const
{
    QUrlQuery query;
    addNumber(query, u"minSecs"_s, minSeconds);
    addNumber(query, u"maxSecs"_s, maxSeconds);
    addNumber(query, u"minIntensity"_s, minPercent);
    addNumber(query, u"maxIntensity"_s, maxPercent);
    addText(query, u"type"_s, type);
    if (minReps > 0)
        addNumber(query, u"minReps"_s, minReps);
    if (maxReps > 0)
        addNumber(query, u"maxReps"_s, maxReps);
    if (limit > 0)
        addNumber(query, u"limit"_s, limit);
    return get(athletePath(athlete, u"/activities/interval-search"_s), query);
}

domain::Result<FindIntervals::Response> FindIntervals::parse(const QByteArray &body)
{
    return json::records<domain::Activity>(body);
}

http::Request ActivitiesAround::request() const
{
    QUrlQuery query;
    addText(query, u"activity_id"_s, activity.value);
    if (limit > 0)
        addNumber(query, u"limit"_s, limit);
    return get(athletePath(athlete, u"/activities-around"_s), query);
}

domain::Result<ActivitiesAround::Response> ActivitiesAround::parse(const QByteArray &body)
{
    return json::records<domain::Activity>(body);
}

http::Request ListActivityTags::request() const
{
    return get(athletePath(athlete, u"/activity-tags"_s));
}

domain::Result<ListActivityTags::Response> ListActivityTags::parse(const QByteArray &body)
{
    return textList(body);
}

http::Request DownloadActivityTable::request() const
{
    return getFile(athletePath(athlete, u"/activities.csv"_s));
}

domain::Result<DownloadActivityTable::Response> DownloadActivityTable::parse(const QByteArray &body)
{
    return csvTable(body);
}

}
