// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/outbox.h"

#include "models/store/conflicttable.h"
#include "models/store/database.h"
#include "models/store/entitytable.h"
#include "models/store/kinds.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <array>

using namespace Qt::StringLiterals;

namespace store {

namespace {

constexpr std::array typeNames {"create"_L1, "patch"_L1, "delete"_L1};
constexpr std::array stateNames {"queued"_L1, "inflight"_L1, "unknown"_L1, "waiting"_L1, "conflict"_L1, "rejected"_L1};

template<typename E, size_t N>
E fromName(const std::array<QLatin1StringView, N> &names, const QString &text, E fallback)
{
    for (size_t i = 0; i < N; ++i) {
        if (text == names[i])
            return E(i);
    }
    return fallback;
}

QString nameOf(Operation::State state)
{
    return stateNames[size_t(state)];
}

#define OUTBOX_COLUMNS "seq, op_id, local_id, kind, op, patch_json, state, attempts, created_at"

Operation read(const QSqlQuery &query)
{
    Operation operation;
    operation.sequence = query.value(0).toLongLong();
    operation.opId = query.value(1).toString();
    operation.id = {query.value(2).toString()};
    operation.kind = Kind(query.value(3).toInt());
    operation.type = fromName(typeNames, query.value(4).toString(), Operation::Type::Patch);
    const QJsonObject body = jsonObject(query.value(5));
    operation.patch = domain::Patch::fromJson(body.value("fields"_L1).toObject()).valueOr({});
    operation.derived = body.value("derived"_L1).toObject();
    operation.state = fromName(stateNames, query.value(6).toString(), Operation::State::Rejected);
    operation.attempts = query.value(7).toInt();
    operation.createdAt = QDateTime::fromMSecsSinceEpoch(query.value(8).toLongLong(), Qt::UTC);
    return operation;
}

QList<Operation> readAll(QSqlQuery &query)
{
    QList<Operation> operations;
    while (query.next())
        operations.append(read(query));
    query.finish();
    return operations;
}

QVariant bodyText(const domain::Patch &patch, const QJsonObject &derived)
{
    return jsonText({{u"fields"_s, patch.toJson()}, {u"derived"_s, derived}});
}

/// What the edit changes, without figures that only follow from it: an estimate that comes or goes is nothing to tell.
domain::Patch typedIn(const Edit &edit)
{
    domain::Patch patch = differenceOf(edit.kind, edit.before, edit.after);
    if (!edit.isCreate() && !edit.isDelete())
        patch.changes.removeIf([&edit](const auto &change) {
            return edit.derived.contains(change.key()) && edit.derived.value(change.key()) == change.value().after;
        });
    return patch;
}

}

bool Outbox::enqueue(const Edit &edit, const QString &opId, const QString &groupId, const QDateTime &now)
{
    const domain::Patch patch = typedIn(edit);
    const QList<Operation> pending = pendingOf(edit.id);
    if (!pending.isEmpty() && pending.last().state == Operation::State::Conflict) {
        if (pending.last().type == Operation::Type::Patch && !edit.isDelete())
            return editHeld(edit, pending.last(), patch, opId, now);
        // Deleting it, or going on with what was deleted, is a choice.
        if (!ConflictTable(m_database).settleAll(edit.id) || !drop(pending.last(), now))
            return false;
        const auto entity = EntityTable(m_database).find(edit.id);
        if (edit.isCreate() && entity && !entity->base.isEmpty())
            return settle(opId, now); // the service still has it, with what somebody else wrote since: that stays
        if (edit.isDelete() && pending.last().type == Operation::Type::Create)
            return settle(opId, now); // the service never had it
        return enqueue(edit, opId, groupId, now);
    }
    const bool foldable = !pending.isEmpty()
        && (pending.last().state == Operation::State::Queued || pending.last().state == Operation::State::Waiting
            || pending.last().state == Operation::State::Rejected);
    Operation fresh;
    fresh.opId = opId;
    fresh.patch = patch;
    fresh.createdAt = now;
    if (!foldable) {
        fresh.type = edit.isCreate() ? Operation::Type::Create
            : edit.isDelete()        ? Operation::Type::Delete
                                     : Operation::Type::Patch;
        if (fresh.type == Operation::Type::Patch && patch.isEmpty())
            return settle(opId, now);
        return insert(edit, fresh, groupId);
    }
    Operation last = pending.last();
    // A refused creation is as good as never sent.
    const bool unsentCreate = last.type == Operation::Type::Create;
    if (edit.isDelete()) {
        fresh.type = Operation::Type::Delete;
        return drop(last, now) && (unsentCreate ? settle(opId, now) : insert(edit, fresh, groupId));
    }
    if (edit.isCreate() && last.type == Operation::Type::Delete) {
        // The deletion was never sent: what remains is the difference to what the service has.
        fresh.patch = differenceOf(edit.kind, sentBefore(last, pending), edit.after);
        return drop(last, now) && (fresh.patch.isEmpty() ? settle(opId, now) : insert(edit, fresh, groupId));
    }
    last.patch = last.patch.then(patch);
    if (last.type == Operation::Type::Patch && last.patch.isEmpty())
        return drop(last, now) && settle(opId, now);
    if (!edit.derived.isEmpty())
        last.derived = edit.derived;
    return rewrite(last, opId, now);
}

QJsonObject Outbox::sentBefore(const Operation &operation, const QList<Operation> &pending)
{
    const auto entity = EntityTable(m_database).find(operation.id);
    QJsonObject sent = entity ? entity->base : QJsonObject();
    for (const auto &earlier : pending) {
        if (earlier.sequence < operation.sequence)
            sent = earlier.type == Operation::Type::Delete ? QJsonObject() : earlier.patch.applied(sent);
    }
    return sent;
}

bool Outbox::editHeld(
    const Edit &edit, Operation held, const domain::Patch &patch, const QString &opId, const QDateTime &now)
{
    held.patch = held.patch.then(patch);
    if (!edit.derived.isEmpty())
        held.derived = edit.derived;
    bool noneLeft = false;
    ConflictTable conflicts(m_database);
    if (!conflicts.settle(edit.id, held.patch.changes.keys(), noneLeft) || !conflicts.typedOn(edit.id, patch))
        return false;
    if (held.patch.isEmpty())
        return drop(held, now) && settle(opId, now);
    return rewrite(held, opId, now) && (noneLeft || setState(held, Operation::State::Conflict));
}

bool Outbox::insert(const Edit &edit, const Operation &operation, const QString &groupId)
{
    return m_database.run("INSERT INTO outbox(op_id,local_id,kind,op,patch_json,group_id,created_at,pre_updated)"
                          " VALUES(?,?,?,?,?,?,?,(SELECT base_updated FROM entity WHERE local_id=?))",
        {operation.opId,
            edit.id.value,
            int(edit.kind),
            QString(typeNames[size_t(operation.type)]),
            bodyText(operation.patch, edit.derived),
            groupId,
            operation.createdAt.toMSecsSinceEpoch(),
            edit.id.value});
}

bool Outbox::rewrite(const Operation &operation, const QString &opId, const QDateTime &now)
{
    return settle(operation.opId, now)
        && m_database.run("UPDATE outbox SET op_id=?, patch_json=?, state='queued' WHERE seq=?",
            {opId, bodyText(operation.patch, operation.derived), operation.sequence});
}

bool Outbox::drop(const Operation &operation, const QDateTime &now)
{
    return m_database.run("DELETE FROM outbox WHERE seq=?", {operation.sequence}) && settle(operation.opId, now);
}

bool Outbox::settle(const QString &opId, const QDateTime &now)
{
    return m_database.run("INSERT OR REPLACE INTO op_done(op_id,at) VALUES(?,?)", {opId, now.toMSecsSinceEpoch()});
}

bool Outbox::knows(const QString &opId)
{
    return m_database
        .value("SELECT EXISTS(SELECT 1 FROM outbox WHERE op_id=?) OR EXISTS(SELECT 1 FROM op_done WHERE op_id=?)",
            {opId, opId})
        .toBool();
}

bool Outbox::prune(const QDateTime &before, const QStringList &stay)
{
    const QVariant text = QJsonDocument(QJsonArray::fromStringList(stay)).toJson(QJsonDocument::Compact);
    return m_database.run("DELETE FROM op_done WHERE at<? AND op_id NOT IN (SELECT value FROM json_each(?))",
        {before.toMSecsSinceEpoch(), text.toString()});
}

QList<Operation> Outbox::pendingOf(const domain::LocalId &id)
{
    return readAll(
        m_database.select("SELECT " OUTBOX_COLUMNS " FROM outbox WHERE local_id=? ORDER BY seq", {id.value}));
}

std::optional<Operation> Outbox::next(const QDateTime &now)
{
    QSqlQuery &query = m_database.select(
        "SELECT " OUTBOX_COLUMNS
        " FROM outbox o WHERE state IN ('queued','unknown','waiting') AND coalesce(next_at,0)<=?"
        " AND NOT EXISTS(SELECT 1 FROM outbox p WHERE p.local_id=o.local_id AND p.seq<o.seq)"
        // A workout needs its folder, and a folder takes its workouts along when it goes: these two keep their order.
        " AND NOT (kind>=3 AND EXISTS(SELECT 1 FROM outbox p WHERE p.kind>=3 AND p.kind<>o.kind AND p.seq<o.seq))"
        " ORDER BY state<>'unknown', seq LIMIT 1",
        {now.toMSecsSinceEpoch()});
    const QList<Operation> found = readAll(query);
    return found.isEmpty() ? std::nullopt : std::optional(found.first());
}

int Outbox::count()
{
    return m_database.value("SELECT count(*) FROM outbox").toInt();
}

QList<Operation> Outbox::all()
{
    return readAll(m_database.select("SELECT " OUTBOX_COLUMNS " FROM outbox ORDER BY seq"));
}

QList<Operation> Outbox::refused()
{
    return readAll(
        m_database.select("SELECT " OUTBOX_COLUMNS " FROM outbox WHERE state IN ('rejected','conflict') ORDER BY seq"));
}

bool Outbox::setState(const Operation &operation, Operation::State state, int status, const QString &error)
{
    const DurableCommits durable(m_database); // what is sent next must not be forgotten
    const int attempt = state == Operation::State::Inflight ? 1 : 0;
    return m_database.run(
        "UPDATE outbox SET state=?, attempts=attempts+?, last_status=?, last_error=?, next_at=NULL WHERE seq=?",
        {nameOf(state), attempt, status, error, operation.sequence});
}

bool Outbox::retryAt(const Operation &operation, const QDateTime &when, int status)
{
    // What failed before it was sent goes back as it was; what may have arrived stays unknown.
    const QString state
        = nameOf(operation.state == Operation::State::Unknown ? Operation::State::Unknown : Operation::State::Waiting);
    return m_database.run("UPDATE outbox SET state=?, next_at=?, last_status=? WHERE seq=?",
        {state, when.toMSecsSinceEpoch(), status, operation.sequence});
}

bool Outbox::release(const Operation &operation)
{
    return m_database.run(
        "UPDATE outbox SET next_at=NULL, state=CASE WHEN state IN ('rejected','waiting') THEN 'queued' ELSE state END"
        " WHERE seq=?",
        {operation.sequence});
}

bool Outbox::finish(const Operation &operation, const QDateTime &now)
{
    return drop(operation, now);
}

bool Outbox::replacePatch(const Operation &operation, const domain::Patch &patch)
{
    return m_database.run(
        "UPDATE outbox SET patch_json=? WHERE seq=?", {bodyText(patch, operation.derived), operation.sequence});
}

bool Outbox::recover()
{
    return m_database.run("UPDATE outbox SET state='unknown' WHERE state='inflight'");
}

}
