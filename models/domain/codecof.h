// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/codec.h"
#include "models/domain/ids.h"
#include "models/domain/openenum.h"

/// Codecs of what is made of other types: lists, ids, open enums, optionals.
namespace domain {

/// Lists of numbers; null entries are refused, since zones and zone times have none.
template<typename Number>
requires std::is_arithmetic_v<Number>
struct Codec<QList<Number>> {
    static Result<QList<Number>> read(const QJsonValue &json)
    {
        QList<Number> list;
        if (json.isNull() || json.isUndefined())
            return list;
        if (!json.isArray())
            return malformed({}, QStringLiteral("expected a list of numbers"));
        const QJsonArray array = json.toArray();
        list.reserve(array.size());
        for (const auto &entry : array) {
            const auto number = Codec<Number>::read(entry);
            if (!number)
                return number.error();
            list.append(*number);
        }
        return list;
    }
    static QJsonValue write(const QList<Number> &value)
    {
        if (value.isEmpty())
            return QJsonValue(QJsonValue::Undefined);
        QJsonArray array;
        for (Number number : value)
            array.append(number);
        return array;
    }
    static QJsonValue cleared() { return QJsonArray(); }
};

template<typename Tag>
struct Codec<Id<Tag, qint64>> {
    static Result<Id<Tag, qint64>> read(const QJsonValue &json)
    {
        const auto number = readInteger(json);
        if (!number)
            return number.error();
        if (*number <= 0)
            return malformed({}, QStringLiteral("an id must be positive"));
        return Id<Tag, qint64> {*number};
    }
    static QJsonValue write(const Id<Tag, qint64> &id) { return id.value; }
    static QJsonValue cleared() { return -1; }
};

/// Keys that the service writes as numbers, although we hold them as text.
template<typename Tag>
inline constexpr bool isNumberOnTheWire = false;
template<>
inline constexpr bool isNumberOnTheWire<FolderTag> = true;
template<>
inline constexpr bool isNumberOnTheWire<WorkoutTag> = true;

/// Text ids also arrive as numbers.
template<typename Tag>
struct Codec<Id<Tag, QString>> {
    static Result<Id<Tag, QString>> read(const QJsonValue &json)
    {
        if (json.isString() && !json.toString().isEmpty())
            return Id<Tag, QString> {json.toString()};
        const auto number = readInteger(json);
        if (!number)
            return number.error();
        return Id<Tag, QString> {QString::number(*number)};
    }
    static QJsonValue write(const Id<Tag, QString> &id)
    {
        if constexpr (isNumberOnTheWire<Tag>) {
            bool isNumber = false;
            const qint64 number = id.value.toLongLong(&isNumber);
            if (isNumber && QString::number(number) == id.value)
                return number;
        }
        return id.value;
    }
    static QJsonValue cleared()
    {
        if constexpr (isNumberOnTheWire<Tag>)
            return -1;
        return QString();
    }
};

template<typename E>
struct Codec<OpenEnum<E>> {
    static Result<OpenEnum<E>> read(const QJsonValue &json)
    {
        if (json.isNull() || json.isUndefined())
            return OpenEnum<E> {};
        if (!json.isString())
            return malformed({}, QStringLiteral("expected text"));
        return OpenEnum<E>::fromText(json.toString());
    }
    static QJsonValue write(const OpenEnum<E> &value)
    {
        return value.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(value.text());
    }
    static QJsonValue cleared() { return QString(); }
};

template<typename T>
struct Codec<std::optional<T>> {
    static Result<std::optional<T>> read(const QJsonValue &json)
    {
        if (json.isNull() || json.isUndefined())
            return std::optional<T> {};
        auto value = Codec<T>::read(json);
        if (!value)
            return value.error();
        if constexpr (requires { Codec<T>::isUnset(*value); }) {
            if (Codec<T>::isUnset(*value))
                return std::optional<T> {};
        }
        return std::optional<T> {*std::move(value)};
    }
    static QJsonValue write(const std::optional<T> &value)
    {
        return value ? Codec<T>::write(*value) : QJsonValue(QJsonValue::Undefined);
    }
    static QJsonValue cleared() { return Codec<T>::cleared(); }
};

}
