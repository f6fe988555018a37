// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fields.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace json {

/// A value together with the object it was read from, which the store keeps whole.
template<typename T>
struct Record {
    T value;
    QJsonObject json;
};

/// A record that could not be read, with the reason.
struct Quarantined {
    QJsonValue raw;
    domain::Error reason;
};

/// A list answer: what could be read, and what could not.
template<typename T>
struct Records {
    QList<Record<T>> values;
    QList<Quarantined> quarantined;
};

/// The answer as a JSON object or array; anything else (empty, HTML, cut off, another type) is an error saying so.
[[nodiscard]] domain::Result<QJsonObject> object(const QByteArray &body);
[[nodiscard]] domain::Result<QJsonArray> array(const QByteArray &body);

template<typename T>
[[nodiscard]] domain::Result<Record<T>> record(const QByteArray &body)
{
    auto whole = object(body);
    if (!whole)
        return whole.error();
    auto value = domain::fromJson<T>(*whole);
    if (!value)
        return value.error();
    return Record<T> {*std::move(value), *std::move(whole)};
}

/// One unreadable record does not spoil the others.
template<typename T>
[[nodiscard]] domain::Result<Records<T>> records(const QByteArray &body)
{
    const auto whole = array(body);
    if (!whole)
        return whole.error();
    Records<T> result;
    result.values.reserve(whole->size());
    for (const auto &entry : *whole) {
        auto value = entry.isObject() ? domain::fromJson<T>(entry.toObject()) : domain::Result<T>(domain::malformed({}, QStringLiteral("expected an object")));
        if (value)
            result.values.append({*std::move(value), entry.toObject()});
        else
            result.quarantined.append({entry, value.error()});
    }
    return result;
}

}
