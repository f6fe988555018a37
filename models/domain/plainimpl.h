// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fieldsimpl.h"
#include "models/domain/plain.h"

#include <array>
#include <cmath>
#include <type_traits>

/// The bodies of plain.h; included only by the .cpp that owns a field table, which then instantiates them.
namespace domain {

namespace detail {

inline QString textOf(const Plain &plain)
{
    return QString::fromUtf8(plain.text.data(), qsizetype(plain.text.size()));
}

/// What an absent key leaves as it is. A table with other types cannot be read this way.
template<typename Member>
struct PlainMember;

template<>
struct PlainMember<QString> {
    static bool set(QString &member, const Plain &plain)
    {
        if (plain.kind == Plain::Kind::Text)
            member = textOf(plain);
        return plain.kind == Plain::Kind::Text;
    }
};

template<>
struct PlainMember<bool> {
    static bool set(bool &member, const Plain &plain)
    {
        member = plain.truth;
        return plain.kind == Plain::Kind::Bool;
    }
};

template<>
struct PlainMember<QDate> {
    static bool set(QDate &member, const Plain &plain)
    {
        return plain.kind == Plain::Kind::Text && readPlainDay(plain.text, member);
    }
};

template<>
struct PlainMember<LocalDateTime> {
    static bool set(LocalDateTime &member, const Plain &plain)
    {
        return plain.kind == Plain::Kind::Text && readPlainMoment(plain.text, member);
    }
};

template<typename E>
struct PlainMember<OpenEnum<E>> {
    static bool set(OpenEnum<E> &member, const Plain &plain)
    {
        if (plain.kind == Plain::Kind::Text)
            member = OpenEnum<E>::fromText(textOf(plain));
        return plain.kind == Plain::Kind::Text;
    }
};

template<typename Tree>
requires std::is_same_v<Tree, QStringList> || std::is_same_v<Tree, QJsonArray> || std::is_same_v<Tree, QJsonObject>
struct PlainMember<Tree> {
    static constexpr auto kind = std::is_same_v<Tree, QJsonObject> ? Plain::Kind::Object : Plain::Kind::List;
    static bool set(Tree &, const Plain &plain) { return plain.kind == kind; }
};

template<>
struct PlainMember<QList<int>> {
    static bool set(QList<int> &, const Plain &plain) { return plain.kind == Plain::Kind::List && plain.wholeNumbers; }
};

/// The types that may be absent only as optionals.
template<typename Member>
struct PlainOptional : PlainMember<Member> {
};

template<>
struct PlainOptional<double> {
    static bool set(double &member, const Plain &plain)
    {
        member = plain.kind == Plain::Kind::Integer ? double(plain.integer) : plain.real;
        return plain.kind == Plain::Kind::Integer || plain.kind == Plain::Kind::Real;
    }
};

template<>
struct PlainOptional<int> {
    static bool set(int &member, const Plain &plain)
    {
        member = int(plain.integer);
        return plain.kind == Plain::Kind::Integer && plain.integer == qint64(member);
    }
};

template<>
struct PlainOptional<std::chrono::seconds> {
    static bool set(std::chrono::seconds &member, const Plain &plain)
    {
        double number = 0;
        const bool usual = PlainOptional<double>::set(number, plain) && std::abs(number) < 9e15;
        member = std::chrono::seconds(usual ? qint64(number) : 0);
        return usual;
    }
};

template<typename Tag>
struct PlainOptional<Id<Tag, qint64>> {
    static bool set(Id<Tag, qint64> &member, const Plain &plain)
    {
        member.value = plain.integer;
        return plain.kind == Plain::Kind::Integer && plain.integer > 0;
    }
};

template<typename Tag>
struct PlainOptional<Id<Tag, QString>> {
    static bool set(Id<Tag, QString> &member, const Plain &plain)
    {
        if (plain.kind == Plain::Kind::Integer)
            member.value = QString::number(plain.integer);
        else if (plain.kind == Plain::Kind::Text)
            member.value = textOf(plain);
        return !member.value.isEmpty();
    }
};

template<typename Inner>
struct PlainMember<std::optional<Inner>> {
    static bool set(std::optional<Inner> &member, const Plain &plain)
    {
        const bool usual = PlainOptional<Inner>::set(member.emplace(), plain);
        if constexpr (requires { Codec<Inner>::isUnset(*member); }) {
            if (Codec<Inner>::isUnset(*member))
                member.reset();
        }
        return usual;
    }
};

template<typename T, size_t index>
bool setOne(T &value, const Plain &plain)
{
    auto &member = value.*std::get<index>(Fields<T>::all).member;
    return PlainMember<std::remove_reference_t<decltype(member)>>::set(member, plain);
}

template<typename T, size_t... indexes>
constexpr auto settersOf(std::index_sequence<indexes...>)
{
    return std::array {&setOne<T, indexes>...};
}

}

template<typename T>
int fieldIndex(std::string_view key)
{
    int found = -1;
    int index = 0;
    detail::forEachField<T>([&](const auto &f) {
        if (found < 0 && std::string_view(f.key.data(), size_t(f.key.size())) == key)
            found = index;
        ++index;
    });
    return found;
}

template<typename T>
bool setField(T &value, int index, const Plain &plain)
{
    static constexpr auto setters = detail::settersOf<T>(
        std::make_index_sequence<std::tuple_size_v<std::remove_cvref_t<decltype(Fields<T>::all)>>>());
    return setters[size_t(index)](value, plain);
}

/// Put once at the end of the .cpp that owns the table of Type, for what comes in long lists.
#define MICROCYCLE_INSTANTIATE_PLAIN(Type) \
    template int fieldIndex<Type>(std::string_view); \
    template bool setField<Type>(Type &, int, const Plain &);

}
