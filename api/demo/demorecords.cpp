// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/answers.h"
#include "api/demo/demoapi.h"
#include "api/demo/session.h"
#include "models/domain/activity.h"
#include "models/domain/wellness.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace demo {

DemoApi::Reply DemoApi::activities(const QUrlQuery &query)
{
    if (!query.hasQueryItem(u"oldest"_s))
        return refusal(422, u"Required parameter 'oldest' is not present."_s);
    const auto days = rangeOf(query, {m_options.today, m_options.today});
    if (!days)
        return days.error();
    const int limit = query.queryItemValue(u"limit"_s).toInt();
    const QStringList keys = domain::fieldKeys<domain::Activity>();
    QList<QJsonObject> found = m_state.between(Shelf::Activity, *days);
    QJsonArray list;
    for (auto it = found.crbegin(); it != found.crend() && (limit <= 0 || list.size() < limit); ++it)
        list.append(complete(*it, keys, query));
    return QJsonValue(list);
}

DemoApi::Reply DemoApi::activity(const http::Request &request, const QString &id, const QString &part)
{
    const auto known = m_state.find(Shelf::Activity, id);
    if (!known)
        return refusal(404, u"Activity not found"_s);
    auto read = domain::fromJson<domain::Activity>(*known).valueOr({});
    if (part == "streams"_L1)
        return QJsonValue(streamsOf(read, request.query.queryItemValue(u"types"_s, QUrl::FullyDecoded).split(u',', Qt::SkipEmptyParts)));
    if (part == "intervals"_L1)
        return QJsonValue(QJsonObject {{u"id"_s, id}, {u"analyzed"_s, read.analyzed}, {u"icu_intervals"_s, sessionIntervals(read)}, {u"icu_groups"_s, QJsonArray()}});
    if (!part.isEmpty())
        return refusal(0, {});
    QJsonObject json = *known;
    if (request.method == "PUT") {
        const auto body = bodyObject(request);
        if (!body)
            return body.error();
        json = merged(json, *body);
        const auto after = domain::fromJson<domain::Activity>(json);
        if (!after)
            return refusal(422, after.error().item + u": "_s + after.error().detail);
        m_state.put(Shelf::Activity, id, after->start.day, json);
        m_course.invalidate();
        read = *after;
    } else if (request.method != "GET") {
        return refusal(405, u"Method Not Allowed"_s);
    }
    if (request.query.queryItemValue(u"intervals"_s) == "true"_L1) {
        domain::setIntervals(read, sessionIntervals(read), {});
        json = domain::toJson(read);
    }
    return QJsonValue(complete(json, domain::fieldKeys<domain::Activity>()));
}

QJsonObject DemoApi::wellnessOf(QDate day)
{
    domain::Wellness record;
    if (const auto known = m_state.find(Shelf::Wellness, domain::dayText(day)))
        record = domain::fromJson<domain::Wellness>(*known).valueOr({});
    record.day = day;
    const auto now = course().at(day);
    record.ctl = float(now.ctl);
    record.atl = float(now.atl);
    record.rampRate = float(now.ctl - course().at(day.addDays(-7)).ctl);
    record.ctlLoad = now.load;
    record.atlLoad = now.load;
    return complete(domain::toJson(record), domain::fieldKeys<domain::Wellness>());
}

DemoApi::Reply DemoApi::wellness(const http::Request &request, const QStringList &rest)
{
    if (rest.size() > 1)
        return refusal(0, {});
    if (rest.isEmpty() && request.method == "GET") {
        const auto days = rangeOf(request.query, {m_options.today.addDays(-6), m_options.today});
        if (!days)
            return days.error();
        QJsonArray list;
        for (QDate day = days->first; day <= days->last && list.size() < 4000; day = day.addDays(1))
            list.append(wellnessOf(day));
        return QJsonValue(list);
    }
    if (request.method != "GET" && request.method != "PUT")
        return refusal(405, u"Request method '%1' not supported"_s.arg(QString::fromLatin1(request.method)));
    QJsonObject body;
    if (request.method == "PUT") {
        const auto read = bodyObject(request);
        if (!read)
            return read.error();
        body = *read;
    }
    const auto day = domain::parseDay(rest.isEmpty() ? body.value("id"_L1).toString() : rest.first());
    if (!day)
        return refusal(422, u"Invalid date"_s);
    return request.method == "PUT" ? putWellness(*day, body) : Reply(QJsonValue(wellnessOf(*day)));
}

DemoApi::Reply DemoApi::putWellness(QDate day, const QJsonObject &body)
{
    const QStringList keys = domain::fieldKeys<domain::Wellness>();
    for (auto it = body.begin(); it != body.end(); ++it) {
        if (!keys.contains(it.key()))
            return refusal(422, u"Unrecognized wellness field [%1]"_s.arg(it.key().left(60)));
    }
    const QJsonObject known = m_state.find(Shelf::Wellness, domain::dayText(day)).value_or(QJsonObject());
    QJsonObject json = merged(known, body);
    json.insert(u"id"_s, domain::dayText(day));
    json.insert(u"updated"_s, stamp());
    if (const auto sound = domain::fromJson<domain::Wellness>(json); !sound)
        return refusal(422, sound.error().item + u": "_s + sound.error().detail);
    m_state.put(Shelf::Wellness, domain::dayText(day), day, json);
    return QJsonValue(wellnessOf(day));
}

}
