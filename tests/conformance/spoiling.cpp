// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/conformance/spoiling.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>
#include <limits>

using namespace Qt::StringLiterals;

namespace conformance {

namespace {

constexpr qsizetype ownerPart = 4; // of "/api/v1/athlete/0/…"

http::Request withPart(http::Request request, qsizetype index, const QString &part)
{
    QStringList parts = request.path.split(u'/');
    parts[index] = part;
    request.path = parts.join(u'/');
    return request;
}

http::Request withParameter(http::Request request, const QString &name, const QString &value)
{
    request.query.removeAllQueryItems(name);
    if (!value.isNull())
        request.query.addQueryItem(name, value);
    return request;
}

QJsonValue strange(const QJsonValue &value, int depth)
{
    if (value.isArray()) {
        QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i)
            array[i] = strange(array.at(i), depth);
        return array;
    }
    if (!value.isObject() || depth == 0)
        return value;
    QJsonObject object = value.toObject();
    for (const QString &key : object.keys())
        object.insert(key, strange(object.value(key), depth - 1));
    object.insert(strangeKey, QJsonObject {{u"parts"_s, QJsonArray {1, QJsonValue::Null}}});
    return object;
}

QByteArray changed(const QByteArray &json, int depth)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (document.isObject())
        return QJsonDocument(strange(document.object(), depth).toObject()).toJson(QJsonDocument::Compact);
    if (document.isArray())
        return QJsonDocument(strange(document.array(), depth).toArray()).toJson(QJsonDocument::Compact);
    return json;
}

}

QList<http::Request> spoiled(const http::Request &request)
{
    QList<http::Request> wrong;
    const QStringList parts = request.path.split(u'/');
    const bool ofAthlete = parts.value(ownerPart - 1) == "athlete"_L1;
    for (qsizetype i = ownerPart + (ofAthlete ? 2 : 0); i < parts.size(); ++i)
        wrong.append(withPart(request, i, u"999999999"_s));
    if (!request.body.isEmpty()) {
        wrong.append(request);
        wrong.last().body = "7";
    }
    const auto items = request.query.queryItems();
    for (const auto &[name, value] : items) {
        if (name != "name"_L1) // any text is one
            wrong.append(withParameter(request, name, u"?"_s));
    }
    if (request.method == "GET") {
        for (const auto &[name, value] : items)
            wrong.append(withParameter(request, name, {}));
    }
    if (ofAthlete)
        wrong.append(withPart(request, ownerPart, u"i9"_s));
    return wrong;
}

QByteArray withStrangeKeys(const QByteArray &json)
{
    return changed(json, std::numeric_limits<int>::max());
}

QByteArray withStrangeKey(const QByteArray &json)
{
    return changed(json, 1);
}

}
