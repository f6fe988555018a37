// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/paths.h"

#include "models/domain/localdatetime.h"

using namespace Qt::StringLiterals;

namespace endpoints {

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
    return {.method = "PUT", .path = path, .query = {}, .body = QJsonDocument(body).toJson(QJsonDocument::Compact), .contentType = "application/json", .headers = {}};
}

http::Request post(const QString &path, const QJsonArray &body, const QUrlQuery &query)
{
    return {.method = "POST", .path = path, .query = query, .body = QJsonDocument(body).toJson(QJsonDocument::Compact), .contentType = "application/json", .headers = {}};
}

http::Request remove(const QString &path)
{
    return {.method = "DELETE", .path = path, .query = {}, .body = {}, .contentType = {}, .headers = {}};
}

}
