// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/paths.h"

#include "api/json/records.h"
#include "models/domain/localdatetime.h"

#include <QLocale>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace endpoints {

namespace {

http::Request write(const QByteArray &method, const QString &path, const QUrlQuery &query, const QJsonDocument &body)
{
    return {.method = method,
        .path = path,
        .query = query,
        .body = body.toJson(QJsonDocument::Compact),
        .contentType = "application/json",
        .headers = {}};
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

void addText(QUrlQuery &query, const QString &key, const QString &value)
{
    // A plus sign in a query is read as a space, and QUrlQuery leaves it as it is.
    if (!value.isEmpty())
        query.addQueryItem(key, QString::fromLatin1(QUrl::toPercentEncoding(value)));
}

void addNumber(QUrlQuery &query, const QString &key, double value)
{
    query.addQueryItem(key, QString::number(value, 'g', QLocale::FloatingPointShortest));
}

void addFlag(QUrlQuery &query, const QString &key, bool value)
{
    if (value)
        query.addQueryItem(key, u"true"_s);
}

http::Request get(const QString &path, const QUrlQuery &query)
{
    return {.method = "GET", .path = path, .query = query, .body = {}, .contentType = {}, .headers = {}};
}

http::Request put(const QString &path, const QJsonObject &body, const QUrlQuery &query)
{
    return write("PUT", path, query, QJsonDocument(body));
}

http::Request put(const QString &path, const QJsonArray &body, const QUrlQuery &query)
{
    return write("PUT", path, query, QJsonDocument(body));
}

http::Request post(const QString &path, const QJsonObject &body, const QUrlQuery &query)
{
    return write("POST", path, query, QJsonDocument(body));
}

http::Request post(const QString &path, const QJsonArray &body, const QUrlQuery &query)
{
    return write("POST", path, query, QJsonDocument(body));
}

http::Request getFile(const QString &path, const QUrlQuery &query)
{
    http::Request request = get(path, query);
    request.headers.insert("accept", "*/*");
    return request;
}

http::Request remove(const QString &path, const QUrlQuery &query)
{
    return {.method = "DELETE", .path = path, .query = query, .body = {}, .contentType = {}, .headers = {}};
}

domain::Result<domain::Done> acknowledged(const QByteArray &body)
{
    if (body.trimmed().isEmpty() || json::object(body) || json::array(body))
        return domain::Done {};
    return json::object(body).error();
}

domain::Result<QStringList> textList(const QByteArray &body)
{
    const auto whole = json::array(body);
    if (!whole)
        return whole.error();
    QStringList texts;
    for (const auto &entry : *whole) {
        if (!entry.isString())
            return domain::malformed(u"answer"_s, u"expected a list of texts"_s);
        texts.append(entry.toString());
    }
    return texts;
}

domain::Result<QByteArray> csvTable(const QByteArray &body)
{
    const QByteArray start = body.left(200).trimmed();
    if (start.startsWith('<') || start.startsWith('{') || start.startsWith('['))
        return domain::malformed(u"answer"_s, u"expected CSV"_s);
    return body;
}

}
