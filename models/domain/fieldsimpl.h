// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/codecof.h"
#include "models/domain/fields.h"

#include <QSet>

/// The bodies of fields.h; included only by the .cpp that owns a field table, which then instantiates them.
namespace domain {

namespace detail {

template<typename T, typename F>
void forEachField(F fn)
{
    std::apply([&fn](const auto &...fields) { (fn(fields), ...); }, Fields<T>::all);
}

template<typename Member>
using CodecOf = Codec<std::remove_cvref_t<Member>>;

template<typename T>
const QSet<QString> &knownKeys()
{
    static const QSet<QString> keys = [] {
        QSet<QString> set;
        forEachField<T>([&set](const auto &f) { set.insert(QString(f.key)); });
        return set;
    }();
    return keys;
}

inline QJsonValue orNull(const QJsonValue &value)
{
    return value.isUndefined() ? QJsonValue(QJsonValue::Null) : value;
}

}

template<typename T>
Result<T> fromJson(const QJsonObject &json)
{
    T value;
    std::optional<Error> failure;
    detail::forEachField<T>([&](const auto &f) {
        if (failure)
            return;
        auto &member = value.*f.member;
        auto read = detail::CodecOf<decltype(member)>::read(json.value(f.key));
        if (read) {
            member = *std::move(read);
        } else {
            failure = read.error();
            failure->item = f.key;
        }
    });
    if (failure)
        return *failure;
    for (auto it = json.begin(); it != json.end(); ++it) {
        if (!detail::knownKeys<T>().contains(it.key()))
            value.extra.insert(it.key(), it.value());
    }
    return value;
}

template<typename T>
QJsonObject toJson(const T &value)
{
    QJsonObject json = value.extra;
    detail::forEachField<T>([&](const auto &f) {
        const auto &member = value.*f.member;
        const QJsonValue written = detail::CodecOf<decltype(member)>::write(member);
        if (!written.isUndefined())
            json.insert(f.key, written);
    });
    return json;
}

template<typename T>
Patch difference(const T &before, const T &after)
{
    Patch patch;
    detail::forEachField<T>([&](const auto &f) {
        if (f.access == Access::ReadOnly)
            return;
        using C = detail::CodecOf<decltype(before.*f.member)>;
        const QJsonValue was = detail::orNull(C::write(before.*f.member));
        const QJsonValue is = detail::orNull(C::write(after.*f.member));
        if (was != is)
            patch.changes.insert(QString(f.key), {was, is});
    });
    const auto compareExtra = [&](const QJsonObject &keysOf) {
        for (auto it = keysOf.begin(); it != keysOf.end(); ++it) {
            const QJsonValue was = detail::orNull(before.extra.value(it.key()));
            const QJsonValue is = detail::orNull(after.extra.value(it.key()));
            if (was != is)
                patch.changes.insert(it.key(), {was, is});
        }
    };
    compareExtra(before.extra);
    compareExtra(after.extra);
    return patch;
}

template<typename T>
QJsonObject wireBody(const Patch &patch)
{
    QJsonObject body;
    for (auto it = patch.changes.begin(); it != patch.changes.end(); ++it)
        body.insert(it.key(), it.value().after);
    detail::forEachField<T>([&](const auto &f) {
        const auto it = body.constFind(f.key);
        if (it != body.constEnd() && it.value().isNull()) {
            T empty {};
            body.insert(f.key, detail::CodecOf<decltype(empty.*f.member)>::cleared());
        }
    });
    return body;
}

template<typename T>
QStringList fieldKeys()
{
    static const QStringList keys = [] {
        QStringList list;
        detail::forEachField<T>([&list](const auto &f) { list.append(QString(f.key)); });
        return list;
    }();
    return keys;
}

template<typename T>
QStringList editableKeys()
{
    QStringList keys;
    detail::forEachField<T>([&keys](const auto &f) {
        if (f.access == Access::Editable)
            keys.append(QString(f.key));
    });
    return keys;
}

/// Put once at the end of the .cpp that owns the table of Type.
#define MICROCYCLE_INSTANTIATE_FIELDS(Type) \
    template Result<Type> fromJson<Type>(const QJsonObject &); \
    template QJsonObject toJson<Type>(const Type &); \
    template Patch difference<Type>(const Type &, const Type &); \
    template QJsonObject wireBody<Type>(const Patch &); \
    template QStringList fieldKeys<Type>(); \
    template QStringList editableKeys<Type>();

}
