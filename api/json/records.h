// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fields.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace domain {
struct Activity;
}

namespace json {

/// A key that T does not have, and another kind of object that looks like T does. A planned event has all that an
/// activity needs, and a category.
template<typename T>
inline constexpr QLatin1StringView foreignKey {};
template<>
inline constexpr QLatin1StringView foreignKey<domain::Activity> {"category"};

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

/// No honest answer is longer; asking for fewer days helps.
constexpr qsizetype mostRecords = 20'000;

/// The answer as a JSON object or array; anything else (empty, HTML, cut off, another type) is an error saying so.
[[nodiscard]] domain::Result<QJsonObject> object(const QByteArray &body);
[[nodiscard]] domain::Result<QJsonArray> array(const QByteArray &body);

/// The key that the record lacks, if it does: what has an id must come with it, and what belongs to a day with that
/// day. Without them a record could be neither found again nor shown.
template<typename T>
[[nodiscard]] std::optional<QLatin1StringView> missingKey(const T &value)
{
    constexpr QLatin1StringView id("id");
    if constexpr (requires {
                      value.id->value;
                      value.start.day;
                  }) {
        if (!value.id)
            return id;
        if (!value.start.day.isValid())
            return QLatin1StringView("start_date_local");
    } else if constexpr (requires {
                             value.id->value;
                             value.description;
                         }) {
        if (!value.id)
            return id;
    } else if constexpr (requires { value.day.isValid(); }) {
        if (!value.day.isValid())
            return id;
    }
    return {};
}

/// Reads one record; one that lacks a key it needs is none.
template<typename T>
[[nodiscard]] domain::Result<T> read(const QJsonValue &entry)
{
    if (!entry.isObject())
        return domain::malformed({}, QStringLiteral("expected an object"));
    const QJsonObject object = entry.toObject();
    auto value = domain::fromJson<T>(object);
    if (!value)
        return value.error();
    if (!foreignKey<T>.isEmpty() && object.contains(foreignKey<T>))
        return domain::malformed(foreignKey<T>, QStringLiteral("it is of another kind"));
    if (const auto key = missingKey(*value))
        return domain::malformed(*key, QStringLiteral("it is missing"));
    return value;
}

template<typename T>
[[nodiscard]] domain::Result<Record<T>> record(const QByteArray &body)
{
    auto whole = object(body);
    if (!whole)
        return whole.error();
    auto value = read<T>(*whole);
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
        auto value = read<T>(entry);
        if (value)
            result.values.append({*std::move(value), entry.toObject()});
        else
            result.quarantined.append({entry, value.error()});
    }
    return result;
}

/// The list under a key of an answer; an error that names the key if there is none.
template<typename T>
[[nodiscard]] domain::Result<Records<T>> recordsUnder(const QJsonObject &whole, QLatin1StringView key)
{
    if (!whole.value(key).isArray())
        return domain::malformed(key, QStringLiteral("expected a list"));
    Records<T> result;
    const QJsonArray list = whole.value(key).toArray();
    for (const auto &entry : list) {
        auto value = read<T>(entry);
        if (value)
            result.values.append({*std::move(value), entry.toObject()});
        else
            result.quarantined.append({entry, value.error()});
    }
    return result;
}

template<typename T>
[[nodiscard]] domain::Result<Records<T>> recordsUnder(const QByteArray &body, QLatin1StringView key)
{
    const auto whole = object(body);
    return whole ? recordsUnder<T>(*whole, key) : domain::Result<Records<T>>(whole.error());
}

}
