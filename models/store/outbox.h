// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fields.h"
#include "models/domain/ids.h"
#include "models/store/gesture.h"

#include <QDateTime>

namespace store {

class Database;

/// One thing to be told to the service.
struct Operation {
    enum class Type { Create, Patch, Delete };
    enum class State { Queued, Inflight, Unknown, Waiting, Conflict, Rejected };

    qint64 sequence = 0;
    QString opId;
    domain::LocalId id;
    Kind kind = Kind::Event;
    Type type = Type::Patch;
    domain::Patch patch;
    QJsonObject derived;
    State state = State::Queued;
    int attempts = 0;
    QDateTime createdAt;
};

/// The queue of edits that the service has not confirmed; first in, first out for each entity. Edits of one entity
/// that nobody has sent yet fold into one.
class Outbox
{
public:
    explicit Outbox(Database &database)
        : m_database(database)
    {
    }

    /// The operation that carries the edit has the given key afterwards; keys that go with what they carried count as
    /// done.
    bool enqueue(const Edit &edit, const QString &opId, const QString &groupId, const QDateTime &now);

    [[nodiscard]] QList<Operation> pendingOf(const domain::LocalId &id);
    /// The next operation that may be sent now; operations of unknown outcome come first.
    [[nodiscard]] std::optional<Operation> next(const QDateTime &now);
    [[nodiscard]] int count();
    [[nodiscard]] QList<Operation> all(); ///< oldest first
    [[nodiscard]] QList<Operation> refused();

    bool setState(const Operation &operation, Operation::State state, int status = 0, const QString &error = {});
    bool retryAt(const Operation &operation, const QDateTime &when, int status);
    /// It may be sent at once, as if it had never been refused; what may have arrived stays unknown, and what a person
    /// has to choose about stays held.
    bool release(const Operation &operation);
    bool finish(const Operation &operation, const QDateTime &now); ///< removes it and remembers its key
    /// Whether the operation waits here or is done.
    [[nodiscard]] bool knows(const QString &opId);
    bool settle(const QString &opId, const QDateTime &now); ///< nothing is left to be told under this key
    /// Forgets keys that were done before; those given stay.
    bool prune(const QDateTime &before, const QStringList &stay);
    /// The same operation with other changes, because the object under it moved.
    bool replacePatch(const Operation &operation, const domain::Patch &patch);
    /// Whatever was under way has an unknown outcome, if nobody listens any more: at the start of a session, or after
    /// the outcome could not be written.
    bool recover();

private:
    /// What the service has of the entity once the operations before this one have arrived.
    [[nodiscard]] QJsonObject sentBefore(const Operation &operation, const QList<Operation> &pending);
    bool insert(const Edit &edit, const Operation &operation, const QString &groupId);
    /// An edit of what a person has to choose about: the newest word counts.
    bool editHeld(
        const Edit &edit, Operation held, const domain::Patch &patch, const QString &opId, const QDateTime &now);
    bool rewrite(const Operation &operation, const QString &opId, const QDateTime &now);
    bool drop(const Operation &operation, const QDateTime &now);

    Database &m_database;
};

}
