// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fields.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <cmath>
#include <string>
#include <vector>

namespace cli {

/// A field's value as typed: true, false, a number, a list with commas, JSON, or text, whichever its type of T takes.
template<typename T>
[[nodiscard]] domain::Result<QJsonValue> fieldValue(const QString &key, const QString &text)
{
    const auto fits = [&key](const QJsonValue &value) { return domain::fromJson<T>({{key, value}}).ok(); };
    const bool isKnown = domain::fieldKeys<T>().contains(key);
    if (text == QLatin1StringView("true") || text == QLatin1StringView("false"))
        return QJsonValue(text == QLatin1StringView("true"));
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    const auto asNumber = domain::fromJson<T>({{key, number}});
    // A comment may consist of digits: only where the field is written as a number it is one.
    if (isNumber && std::isfinite(number) && asNumber && domain::toJson(*asNumber).value(key).isDouble())
        return QJsonValue(number);
    if (text.startsWith(u'[') || text.startsWith(u'{')) {
        const auto document = QJsonDocument::fromJson(text.toUtf8());
        const QJsonValue json = document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
        if (!document.isNull() && fits(json))
            return json;
    }
    const auto asText = domain::fromJson<T>({{key, text}});
    if (asText || !isKnown)
        return asText ? domain::Result<QJsonValue>(QJsonValue(text)) : asText.error();
    QJsonArray texts;
    QJsonArray numbers;
    const QStringList parts = text.split(u',', Qt::SkipEmptyParts);
    for (const auto &part : parts) {
        texts.append(part.trimmed());
        numbers.append(part.toDouble(&isNumber));
        if (!isNumber)
            numbers = {};
    }
    if (numbers.size() == parts.size() && fits(numbers))
        return QJsonValue(numbers);
    return fits(texts) ? domain::Result<QJsonValue>(QJsonValue(texts)) : asText.error();
}

/// "weight=71.5 comments=" as changes; an empty value clears the field.
template<typename T>
[[nodiscard]] domain::Result<domain::Patch> fieldChanges(const std::vector<std::string> &fields)
{
    domain::Patch patch;
    for (const auto &field : fields) {
        const QString text = QString::fromStdString(field);
        const qsizetype at = text.indexOf(u'=');
        if (at <= 0)
            return domain::unreadable(text.left(60), QStringLiteral("expected field=value"));
        const QString key = text.left(at);
        QJsonValue after = QJsonValue::Null;
        if (at + 1 < text.size()) {
            const auto value = fieldValue<T>(key, text.mid(at + 1));
            if (!value)
                return value.error();
            after = *value;
        }
        patch.changes.insert(key, {QJsonValue::Null, after});
    }
    return patch;
}

/// The same as the body of a request.
template<typename T>
[[nodiscard]] domain::Result<QJsonObject> fieldBody(const std::vector<std::string> &fields)
{
    const auto patch = fieldChanges<T>(fields);
    return patch ? domain::Result<QJsonObject>(domain::wireBody<T>(*patch)) : patch.error();
}

}
