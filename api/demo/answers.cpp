// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/answers.h"

#include "models/files/csvtable.h"
#include "models/files/safename.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QUrl>
#include <charconv>
#include <cmath>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

constexpr int longestWindowDays = 40 * 366;
constexpr qsizetype mostInBulk = 5000;
constexpr int unknownPath = 0; // a status that never goes out

QString cellOf(const QJsonValue &value)
{
    if (value.isArray())
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    return value.toVariant().toString();
}

QByteArray bytesOf(const QJsonValue &value)
{
    if (value.isArray())
        return QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact);
    return QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
}

}

domain::Error refusal(int status, const QString &text)
{
    return {.kind = domain::Error::Kind::Rejected, .httpStatus = status, .item = {}, .detail = text, .retryAfter = {}};
}

domain::Error noSuchPath()
{
    return refusal(unknownPath, {});
}

domain::Error wrongMethod(const QByteArray &method)
{
    return refusal(405, u"Request method '%1' not supported"_s.arg(QString::fromLatin1(method)));
}

std::optional<domain::Error> missingParameter(const QUrlQuery &query, const QString &key, const QString &type)
{
    if (query.hasQueryItem(key))
        return {};
    return refusal(
        422, u"Required request parameter '%1' for method parameter type %2 is not present"_s.arg(key, type));
}

domain::Error unreadableKey(const domain::Error &error)
{
    return refusal(422, error.item + u": "_s + error.detail);
}

domain::Error unreadableFile(const QString &name, const domain::Error &error)
{
    const QString where = error.item.isEmpty() ? name
        : error.item.startsWith(name)          ? error.item
                                               : u"%1: %2"_s.arg(name, error.item);
    return refusal(422, u"%1: %2"_s.arg(where, error.detail));
}

http::Response responseOf(const Reply &reply, const QString &path, const QDateTime &now)
{
    if (reply && reply->isUndefined())
        return {200, {}, {}, {}};
    if (reply && reply->isString())
        return {200, reply->toString().toUtf8(), "text/csv", {}};
    if (reply)
        return {200, bytesOf(*reply), "application/json", {}};
    const domain::Error &error = reply.error();
    if (error.httpStatus == unknownPath) {
        return {404,
            bytesOf(QJsonObject {{u"timestamp"_s, now.toUTC().toString(Qt::ISODateWithMs)},
                {u"status"_s, 404},
                {u"error"_s, u"Not Found"_s},
                {u"path"_s, path}}),
            "application/json",
            {}};
    }
    return {error.httpStatus,
        bytesOf(QJsonObject {{u"status"_s, error.httpStatus}, {u"error"_s, error.detail}}),
        "application/json",
        {}};
}

http::Response textResponse(const domain::Result<QByteArray> &json, const QString &path, const QDateTime &now)
{
    if (json)
        return {200, *json, "application/json", {}};
    return responseOf(Reply(json.error()), path, now);
}

http::Response fileResponse(const QString &name, const QByteArray &bytes)
{
    const QByteArray encoded = QUrl::toPercentEncoding(files::safeFileName(name, u"file"_s));
    return {
        200, bytes, "application/octet-stream", {{"content-disposition", "attachment; filename*=UTF-8''" + encoded}}};
}

domain::Result<QJsonObject> bodyObject(const http::Request &request)
{
    const QJsonDocument document = QJsonDocument::fromJson(request.body);
    if (!document.isObject())
        return refusal(422, u"JSON parse error: an object is required"_s);
    return document.object();
}

domain::Result<QList<QJsonObject>> bodyObjects(const http::Request &request)
{
    const QJsonDocument document = QJsonDocument::fromJson(request.body);
    if (!document.isArray())
        return refusal(422, u"JSON parse error: an array is required"_s);
    const QJsonArray entries = document.array();
    if (entries.size() > mostInBulk)
        return refusal(413, u"Too many entries, at most %1 at once"_s.arg(mostInBulk));
    QList<QJsonObject> objects;
    for (const auto &entry : entries) {
        if (!entry.isObject())
            return refusal(422, u"JSON parse error: an object is required"_s);
        objects.append(entry.toObject());
    }
    return objects;
}

http::Response csvResponse(const QJsonArray &list, const QStringList &columns)
{
    const QStringList names = columns.isEmpty() ? list.first().toObject().keys() : columns;
    QByteArray table = files::csvLine(names);
    for (const auto &entry : list) {
        const QJsonObject object = entry.toObject();
        QStringList cells;
        for (const auto &name : names)
            cells.append(cellOf(object.value(name)));
        table += files::csvLine(cells);
    }
    return {200, table, "text/csv", {}};
}

bool Window::contains(const domain::LocalDateTime &moment) const
{
    const QTime time = moment.time.value_or(QTime(0, 0));
    if (moment.day < oldest.day || (moment.day == oldest.day && oldest.time && time < *oldest.time))
        return false;
    return moment.day < newest.day || (moment.day == newest.day && (!newest.time || time <= *newest.time));
}

domain::Result<Window> windowOf(const QUrlQuery &query, QDate oldest, int daysOn)
{
    Window window {{oldest, {}}, {}};
    const auto read = [&query](const QString &key, domain::LocalDateTime &target) -> std::optional<domain::Error> {
        const QString text = query.queryItemValue(key, QUrl::FullyDecoded);
        const auto moment = domain::LocalDateTime::parse(text);
        if (!moment)
            return refusal(422, u"%1: invalid date [%2]"_s.arg(key, text.left(40)));
        target = *moment;
        return {};
    };
    if (query.hasQueryItem(u"oldest"_s)) {
        if (const auto error = read(u"oldest"_s, window.oldest))
            return *error;
    }
    window.newest = {window.oldest.day.addDays(daysOn), {}};
    if (query.hasQueryItem(u"newest"_s)) {
        if (const auto error = read(u"newest"_s, window.newest))
            return *error;
    }
    if (window.days().isEmpty())
        return refusal(422, u"newest is before oldest"_s);
    if (window.days().days() > longestWindowDays)
        return refusal(422, u"oldest and newest are too far apart"_s);
    return window;
}

domain::Result<int> limitOf(const QUrlQuery &query)
{
    if (!query.hasQueryItem(u"limit"_s))
        return 0;
    bool ok = false;
    const int limit = query.queryItemValue(u"limit"_s).toInt(&ok);
    if (!ok || limit < 1)
        return refusal(422, u"limit: a count is required"_s);
    return limit;
}

domain::Result<double> numberOf(const QUrlQuery &query, const QString &key, double fallback)
{
    return query.hasQueryItem(key) ? neededNumber(query, key) : domain::Result<double>(fallback);
}

domain::Result<double> neededNumber(const QUrlQuery &query, const QString &key)
{
    const QString text = query.queryItemValue(key, QUrl::FullyDecoded);
    if (!query.hasQueryItem(key))
        return refusal(422, u"Required request parameter '%1' is not present"_s.arg(key));
    bool ok = false;
    const double number = text.toDouble(&ok);
    if (!ok || !std::isfinite(number) || std::abs(number) > 1e15)
        return refusal(422, u"%1: a number is required, not [%2]"_s.arg(key, text.left(40)));
    return number;
}

QStringList listOf(const QUrlQuery &query, const QString &key)
{
    QStringList list;
    const QStringList values = query.allQueryItemValues(key, QUrl::FullyDecoded);
    for (const auto &value : values)
        list.append(value.split(u',', Qt::SkipEmptyParts));
    return list;
}

bool isTrue(const QUrlQuery &query, const QString &key)
{
    return query.queryItemValue(key) == "true"_L1;
}

domain::Result<std::optional<double>> numberOf(const QUrlQuery &query, const QString &key)
{
    if (!query.hasQueryItem(key))
        return std::optional<double>();
    const QString text = query.queryItemValue(key, QUrl::FullyDecoded);
    bool ok = false;
    const double number = text.toDouble(&ok);
    if (!ok || !std::isfinite(number))
        return refusal(422, u"%1: a number is required, not [%2]"_s.arg(key, text.left(40)));
    return std::optional<double>(number);
}

QJsonObject complete(const QJsonObject &object, const QJsonObject &blank, const QStringList &fields)
{
    if (!fields.isEmpty()) {
        QJsonObject part;
        for (const auto &key : fields) {
            const QJsonValue value = object.value(key);
            if (!value.isUndefined() && !value.isNull())
                part.insert(key, value);
        }
        return part;
    }
    QJsonObject whole = blank;
    for (auto it = object.begin(); it != object.end(); ++it)
        whole.insert(it.key(), it.value());
    return whole;
}

QJsonObject merged(QJsonObject object, const QJsonObject &body)
{
    for (auto it = body.begin(); it != body.end(); ++it) {
        const QJsonValue value = it.value();
        if (value.isNull())
            continue;
        const bool clears = (value.isDouble() && value.toDouble() == -1)
            || (value.isString() && value.toString().isEmpty()) || (value.isArray() && value.toArray().isEmpty());
        if (clears)
            object.remove(it.key());
        else
            object.insert(it.key(), value);
    }
    return object;
}

QString csvOf(const QList<QStringList> &rows)
{
    QString text;
    for (const auto &row : rows) {
        QStringList cells;
        for (QString cell : row) {
            if (cell.contains(u',') || cell.contains(u'"') || cell.contains(u'\n') || cell.contains(u'\r'))
                cell = u'"' + cell.replace(u'"', u"\"\""_s) + u'"';
            cells.append(cell);
        }
        text += cells.join(u',') + u'\n';
    }
    return text;
}

double asFloat(double value)
{
    char text[32];
    const auto end = std::to_chars(text, text + sizeof text, float(value)).ptr;
    double shortest = 0;
    std::from_chars(text, end, shortest);
    return shortest;
}

}
