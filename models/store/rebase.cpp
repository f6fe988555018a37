// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/rebase.h"

#include "models/store/conflicttable.h"
#include "models/store/itemhistory.h"
#include "models/store/kinds.h"
#include "models/store/merge.h"

namespace store {

namespace {

QJsonObject withDerived(QJsonObject json, const QJsonObject &derived)
{
    for (auto it = derived.begin(); it != derived.end(); ++it)
        json.insert(it.key(), it.value());
    return json;
}

bool isFrozen(const Operation &operation)
{
    return operation.state == Operation::State::Inflight || operation.state == Operation::State::Unknown;
}

}

QJsonObject viewOver(const QJsonObject &base, const QList<Operation> &pending)
{
    QJsonObject view = base;
    for (const auto &operation : pending) {
        if (operation.type != Operation::Type::Delete)
            view = withDerived(operation.patch.applied(view), operation.derived);
        else if (operation.state != Operation::State::Conflict) // until somebody chooses, it stays
            return {};
    }
    return view;
}

domain::Result<Rebased> Rebase::over(const Entity &entity, const QJsonObject &record, const domain::Patch &sent)
{
    m_result = {};
    m_sent = sent;
    const QList<Operation> pending = Outbox(m_database).pendingOf(entity.id);
    m_result.waits = !pending.isEmpty() || !sent.isEmpty();
    if (pending.isEmpty() || (entity.base == record && sent.isEmpty())) {
        m_result.view = viewOver(record, pending);
        return m_result;
    }
    m_base = sent.applied(entity.base);
    m_plain = record;
    for (const auto &operation : pending) {
        bool stored = true;
        if (operation.type == Operation::Type::Patch && !isFrozen(operation)) {
            stored = patch(operation);
        } else if (operation.type == Operation::Type::Delete) {
            const bool moved = sent.isEmpty() && !entity.base.isEmpty() && !isFrozen(operation)
                && !editedFields(entity.kind, entity.base, record).isEmpty();
            stored = !moved || hold(operation, record);
        } else {
            m_base = operation.patch.applied(m_base);
            m_plain = operation.patch.applied(m_plain);
        }
        if (!stored)
            return domain::storageFailure(kindText(entity.kind), m_database.lastError());
    }
    if (m_result.gaveWay && !ItemHistory(m_database).keep(entity.id, {m_now, Origin::User, entity.view}))
        return domain::storageFailure(kindText(entity.kind), m_database.lastError());
    m_result.view = viewOver(record, Outbox(m_database).pendingOf(entity.id));
    return m_result;
}

bool Rebase::patch(const Operation &operation)
{
    const Merge merged = merge(operation.kind, m_base, operation.patch, m_plain, m_sent);
    m_base = operation.patch.applied(m_base);
    m_plain = merged.patch.applied(m_plain);
    m_result.gaveWay = m_result.gaveWay || !merged.yielded.isEmpty();
    m_result.yielded += merged.yielded;
    m_result.locked = m_result.locked || merged.locked;
    ConflictTable conflicts(m_database);
    for (const auto &conflict : merged.conflicts) {
        if (!conflicts.put(operation.id, conflict, m_now))
            return false;
    }
    const bool held = operation.state == Operation::State::Conflict;
    bool noneLeft = true;
    if ((held || !merged.conflicts.isEmpty()) && !conflicts.settle(operation.id, merged.patch.changes.keys(), noneLeft))
        return false;
    m_result.conflicting = m_result.conflicting || !noneLeft;
    const bool conflicting = !merged.conflicts.isEmpty() || (held && !noneLeft);
    return (merged.patch == operation.patch && conflicting == held) || replace(operation, merged.patch, conflicting);
}

bool Rebase::replace(const Operation &operation, const domain::Patch &rest, bool conflicts)
{
    m_result.edited = true;
    Outbox outbox(m_database);
    if (rest.isEmpty())
        return outbox.finish(operation, m_now);
    const bool wasHeld = operation.state == Operation::State::Conflict;
    return outbox.replacePatch(operation, rest)
        && (conflicts == wasHeld
            || outbox.setState(operation, conflicts ? Operation::State::Conflict : Operation::State::Queued));
}

bool Rebase::hold(const Operation &deletion, const QJsonObject &record)
{
    m_result.edited = m_result.conflicting = true;
    return ConflictTable(m_database).put(deletion.id, {{}, {}, {}, record}, m_now)
        && Outbox(m_database).setState(deletion, Operation::State::Conflict);
}

}
