// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/kinds.h"

#include "models/domain/activity.h"
#include "models/domain/event.h"
#include "models/domain/folder.h"
#include "models/domain/libraryworkout.h"
#include "models/domain/wellness.h"
#include "models/store/sides.h"

#include <QCryptographicHash>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace store {

namespace {

/// Calls fn with a value of the kind's type as tag.
template<typename F>
auto forKind(Kind kind, F fn)
{
    switch (kind) {
    case Kind::Activity:
        return fn(domain::Activity {});
    case Kind::Wellness:
        return fn(domain::Wellness {});
    case Kind::Folder:
        return fn(domain::Folder {});
    case Kind::Workout:
        return fn(domain::LibraryWorkout {});
    case Kind::Event:
        break;
    }
    return fn(domain::Event {});
}

}

domain::Patch differenceOf(Kind kind, const QJsonObject &before, const QJsonObject &after)
{
    // Each field is read for itself, so what both have in common need not be read at all.
    const Sides sides = sidesOf(before, after);
    return forKind(kind, [&]<typename T>(const T &empty) {
        return domain::difference(
            domain::fromJson<T>(sides.before).valueOr(empty), domain::fromJson<T>(sides.after).valueOr(empty));
    });
}

QJsonObject wireBodyOf(Kind kind, const domain::Patch &patch)
{
    return forKind(kind, [&]<typename T>(const T &) { return domain::wireBody<T>(patch); });
}

domain::Result<domain::Done> check(Kind kind, const QJsonObject &json)
{
    return forKind(kind, [&]<typename T>(const T &) -> domain::Result<domain::Done> {
        const auto value = domain::fromJson<T>(json);
        if (!value)
            return value.error();
        return domain::Done {};
    });
}

QJsonObject canonicalOf(Kind kind, const QJsonObject &json)
{
    return forKind(kind, [&]<typename T>(const T &) {
        const auto value = domain::fromJson<T>(json);
        return value ? domain::toJson(*value) : json;
    });
}

QStringList editableKeysOf(Kind kind)
{
    return forKind(kind, []<typename T>(const T &) { return domain::editableKeys<T>(); });
}

QByteArray editableHash(Kind kind, const QJsonObject &json)
{
    const QStringList keys = editableKeysOf(kind);
    QJsonObject part; // keys of a QJsonObject are sorted, so equal content gives equal bytes
    for (const auto &key : keys) {
        const QJsonValue value = json.value(key);
        if (!value.isUndefined() && !value.isNull())
            part.insert(key, value);
    }
    return QCryptographicHash::hash(QJsonDocument(part).toJson(QJsonDocument::Compact), QCryptographicHash::Sha256);
}

QString kindText(Kind kind)
{
    switch (kind) {
    case Kind::Activity:
        return u"activity"_s;
    case Kind::Wellness:
        return u"wellness"_s;
    case Kind::Folder:
        return u"folder"_s;
    case Kind::Workout:
        return u"workout"_s;
    case Kind::Event:
        break;
    }
    return u"event"_s;
}

}
