// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/paths.h"

#include "models/domain/localdatetime.h"

using namespace Qt::StringLiterals;

namespace endpoints {

namespace {

http::Request write(const QByteArray &method, const QString &path, const QUrlQuery &query, const QJsonDocument &body)
{
    return {.method = method, .path = path, .query = query, .body = body.toJson(QJsonDocument::Compact), .contentType = "application/json", .headers = {}};
}

}

QString athletePath(const domain::AthleteId &athlete, const QString &rest)
{
    return u"/api/v1/athlete/"_s + athlete.value + rest;
}

QString activityPath(const domain::ActivityId &activity, const QString &rest)
{
    return u"/api/v1/activity/"_s + activity.value + rest;
}

QUrlQuery rangeQuery(const domain::DateRange &days)
{
    QUrlQuery query;
    query.addQueryItem(u"oldest"_s, domain::dayText(days.first));
    query.addQueryItem(u"newest"_s, domain::dayText(days.last));
    return query;
}

http::Request get(const QString &path, const QUrlQuery &query)
{
    return {.method = "GET", .path = path, .query = query, .body = {}, .contentType = {}, .headers = {}};
}

http::Request put(const QString &path, const QJsonObject &body)
{
    return write("PUT", path, {}, QJsonDocument(body));
}

http::Request post(const QString &path, const QJsonObject &body, const QUrlQuery &query)
{
    return write("POST", path, query, QJsonDocument(body));
}

http::Request post(const QString &path, const QJsonArray &body, const QUrlQuery &query)
{
    return write("POST", path, query, QJsonDocument(body));
}

http::Request remove(const QString &path)
{
    return {.method = "DELETE", .path = path, .query = {}, .body = {}, .contentType = {}, .headers = {}};
}

}
