// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/answers.h"

#include "models/domain/localdatetime.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace demo {

domain::Error refusal(int status, const QString &text)
{
    return {.kind = domain::Error::Kind::Rejected, .httpStatus = status, .item = {}, .detail = text, .retryAfter = {}};
}

domain::Result<QJsonObject> bodyObject(const http::Request &request)
{
    const QJsonDocument document = QJsonDocument::fromJson(request.body);
    if (!document.isObject())
        return refusal(422, u"JSON parse error: an object is required"_s);
    return document.object();
}

domain::Result<domain::DateRange> rangeOf(const QUrlQuery &query, const domain::DateRange &fallback)
{
    domain::DateRange days = fallback;
    for (const auto &[key, target] : {std::pair {u"oldest"_s, &days.first}, std::pair {u"newest"_s, &days.last}}) {
        if (!query.hasQueryItem(key))
            continue;
        const auto moment = domain::LocalDateTime::parse(query.queryItemValue(key, QUrl::FullyDecoded));
        if (!moment)
            return refusal(422, u"Invalid date [%1]"_s.arg(query.queryItemValue(key).left(40)));
        *target = moment->day;
    }
    if (days.isEmpty())
        return refusal(422, u"newest is before oldest"_s);
    return days;
}

QJsonObject complete(const QJsonObject &object, const QStringList &keys, const QUrlQuery &query)
{
    QJsonObject whole = object;
    const QStringList wanted = query.queryItemValue(u"fields"_s, QUrl::FullyDecoded).split(u',', Qt::SkipEmptyParts);
    if (!wanted.isEmpty()) {
        QJsonObject part;
        for (const auto &key : wanted) {
            if (object.contains(key) && !object.value(key).isNull())
                part.insert(key, object.value(key));
        }
        return part;
    }
    for (const auto &key : keys) {
        if (!whole.contains(key))
            whole.insert(key, QJsonValue::Null);
    }
    return whole;
}

QJsonObject merged(QJsonObject object, const QJsonObject &body)
{
    for (auto it = body.begin(); it != body.end(); ++it) {
        if (it.value().isNull())
            continue;
        if (it.value().isDouble() && it.value().toDouble() == -1)
            object.remove(it.key());
        else
            object.insert(it.key(), it.value());
    }
    return object;
}

}
