// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QMap>
#include <tuple>

namespace domain {

/// Whether a person may change the field, or only the service computes it.
enum class Access { Editable, ReadOnly };

/// One JSON key of a domain type and the member that holds it.
template<typename Owner, typename Member>
struct Field {
    QLatin1StringView key;
    Member Owner::*member;
    Access access;
};

template<typename Owner, typename Member>
constexpr Field<Owner, Member> field(QLatin1StringView key, Member Owner::*member, Access access = Access::Editable)
{
    return {key, member, access};
}

/// Specialised once per domain type, in that type's own .cpp: `static constexpr auto all = std::tuple { field(…), …
/// };`. JSON keys of the service stand in these tables and nowhere else. Every type with a table has a QJsonObject
/// member `extra`, which keeps what the table does not know, so that it goes back out unchanged.
template<typename T>
struct Fields;

/// What changed in one JSON key; null stands for "not set".
struct FieldChange {
    QJsonValue before;
    QJsonValue after;

    friend bool operator==(const FieldChange &, const FieldChange &) = default;
};

/// A set of field changes of one entity, by JSON key. The same value feeds view, undo and the request body.
struct Patch {
    QMap<QString, FieldChange> changes;

    [[nodiscard]] bool isEmpty() const { return changes.isEmpty(); }
    [[nodiscard]] Patch inverted() const;
    [[nodiscard]] QJsonObject applied(QJsonObject to) const;
    [[nodiscard]] Patch then(const Patch &next) const; ///< keeps the first before and the last after
    [[nodiscard]] QJsonObject toJson() const; ///< {key: {"old": …, "new": …}}
    static Result<Patch> fromJson(const QJsonObject &json);

    friend bool operator==(const Patch &, const Patch &) = default;
};

/// Reads a domain value. A known key of the wrong type is an error that names the key; null equals absent.
template<typename T>
[[nodiscard]] Result<T> fromJson(const QJsonObject &json);

/// The unknown keys as they came, overlaid with every known key that is set.
template<typename T>
[[nodiscard]] QJsonObject toJson(const T &value);

/// What a person changed between two values: editable fields and unknown keys.
template<typename T>
[[nodiscard]] Patch difference(const T &before, const T &after);

/// The body of a merging PUT: only the changed keys, with the service's way of clearing (-1, "", []).
template<typename T>
[[nodiscard]] QJsonObject wireBody(const Patch &patch);

/// Every key of T's table, in order.
template<typename T>
[[nodiscard]] QStringList fieldKeys();

/// The keys of T that a person may edit, in table order.
template<typename T>
[[nodiscard]] QStringList editableKeys();

}
