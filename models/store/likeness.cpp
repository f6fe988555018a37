// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/likeness.h"

#include "models/domain/folder.h"
#include "models/domain/libraryworkout.h"
#include "models/store/kinds.h"
#include "models/store/outbox.h"

namespace store {

namespace {

bool areAlike(const domain::Folder &a, const domain::Folder &b)
{
    return a.name == b.name && a.type == b.type;
}

bool areAlike(const domain::LibraryWorkout &a, const domain::LibraryWorkout &b)
{
    return a.name == b.name && a.type == b.type && a.folder == b.folder && a.day == b.day
        && a.description == b.description;
}

template<typename T>
bool areAlikeAs(const QJsonObject &record, const QJsonObject &sent)
{
    const auto there = domain::fromJson<T>(record);
    const auto ours = domain::fromJson<T>(sent);
    return there && ours && areAlike(*there, *ours);
}

}

bool isAlike(Kind kind, const QJsonObject &record, const QJsonObject &sent)
{
    return kind == Kind::Folder ? areAlikeAs<domain::Folder>(record, sent)
                                : areAlikeAs<domain::LibraryWorkout>(record, sent);
}

QList<QJsonObject> creationsUnderWay(Database &database, Kind kind)
{
    QList<QJsonObject> sent;
    const auto waiting = Outbox(database).all();
    for (const Operation &operation : waiting) {
        const bool mayBeThere
            = operation.state == Operation::State::Unknown || operation.state == Operation::State::Inflight;
        if (operation.kind == kind && operation.type == Operation::Type::Create && mayBeThere)
            sent.append(wireBodyOf(kind, operation.patch));
    }
    return sent;
}

}
