// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/conflicttable.h"
#include "models/store/entitytable.h"
#include "models/store/externalid.h"
#include "models/store/itemhistory.h"
#include "models/store/kinds.h"
#include "models/store/librarytable.h"
#include "models/store/remotefold.h"
#include "models/store/trash.h"
#include "models/store/undolog.h"

#include <QUuid>
#include <algorithm>

namespace store {

namespace {

/// What is shown, without the figures that were only estimated here.
Edit creationOf(const Entity &entity, const QList<Operation> &pending)
{
    Edit edit {entity.id, entity.kind, {}, entity.view, {}};
    for (const auto &operation : pending) {
        for (auto it = operation.derived.begin(); it != operation.derived.end(); ++it) {
            edit.derived.insert(it.key(), it.value());
            edit.after.remove(it.key());
        }
    }
    return edit;
}

bool createsItself(const QList<Operation> &pending)
{
    return std::ranges::any_of(
        pending, [](const auto &operation) { return operation.type == Operation::Type::Create; });
}

}

domain::Result<domain::Done> RemoteFold::vanished(const domain::LocalId &id)
{
    const DurableCommits durable(m_database);
    m_change = {};
    Transaction transaction(m_database);
    if (!transaction.isOpen() || !vanish(id) || !transaction.commit())
        return domain::storageFailure(QStringLiteral("answer"), m_database.lastError());
    announceChange();
    return domain::Done {};
}

domain::Result<bool> RemoteFold::takenBack(const Operation &operation)
{
    Outbox outbox(m_database);
    QList<Operation> moot = outbox.pendingOf(operation.id);
    const bool isTakenBack = operation.type != Operation::Type::Delete && !moot.isEmpty()
        && moot.last().type == Operation::Type::Delete && moot.last().sequence > operation.sequence;
    if (!isTakenBack)
        return false;
    const bool isNew = operation.type == Operation::Type::Create;
    if (!isNew) // the deletion still has to be said
        moot.removeLast();
    const DurableCommits durable(m_database);
    Transaction transaction(m_database);
    const auto finish = [&](const Operation &each) { return outbox.finish(each, m_store.clock().now()); };
    if (!transaction.isOpen() || !std::ranges::all_of(moot, finish)
        || (isNew && !EntityTable(m_database).remove(operation.id)) || !transaction.commit())
        return domain::storageFailure(kindText(operation.kind), m_database.lastError());
    for (const auto &each : std::as_const(moot))
        m_store.acknowledge(each);
    return true;
}

domain::Result<domain::Done> RemoteFold::believedGone(const QList<domain::LocalId> &ids)
{
    const DurableCommits durable(m_database);
    m_change = {};
    Gesture gesture {Verb::Delete, {}, {}, {}};
    for (const auto &id : ids) {
        const auto entity = EntityTable(m_database).find(id);
        if (!entity || entity->view.isEmpty())
            continue;
        const auto columns = columnsOf(entity->kind, entity->view, {});
        if (gesture.subject.isEmpty() && columns)
            gesture.subject = columns->summary.name;
        gesture.edits.append({id, entity->kind, entity->view, {}, {}});
    }
    // Undoing walks backwards, so that a folder is back before what stands in it.
    std::ranges::stable_sort(gesture.edits, [](const Edit &a, const Edit &b) { return a.kind > b.kind; });
    const QString key = QUuid::createUuid().toString(QUuid::WithoutBraces);
    Transaction transaction(m_database);
    const auto push
        = [&] { return gesture.edits.isEmpty() || UndoLog(m_database).push(gesture, key, m_store.clock().now()); };
    const auto goes = [this](const domain::LocalId &id) { return vanish(id); };
    if (!transaction.isOpen() || !push() || !std::ranges::all_of(ids, goes) || !transaction.commit())
        return domain::storageFailure(QStringLiteral("answer"), m_database.lastError());
    announceChange();
    m_store.announceHistory();
    return domain::Done {};
}

bool RemoteFold::vanish(const domain::LocalId &id)
{
    EntityTable table(m_database);
    const auto entity = table.find(id);
    const QList<Operation> pending = Outbox(m_database).pendingOf(id);
    if (!entity || createsItself(pending))
        return true;
    if (const auto day = dayOf(entity->kind, entity->view))
        m_change.days.append(*day);
    const QDateTime now = m_store.clock().now();
    bool stored = ItemHistory(m_database).keep(id, {now, Origin::Service, entity->base})
        && ConflictTable(m_database).settleAll(id);
    for (const auto &operation : pending)
        stored = stored && Outbox(m_database).finish(operation, now);
    const bool needed
        = entity->kind == Kind::Folder && LibraryTable(m_database).isNeeded(folderKeyOf(entity->kind, entity->view));
    const bool wanted = needed || (!pending.isEmpty() && pending.last().type == Operation::Type::Patch);
    if (stored && !wanted)
        stored = Trash(m_database).put({id, entity->kind, Origin::Service, entity->view, now}) && table.remove(id);
    else if (stored)
        stored = recreate(*entity, creationOf(*entity, pending)) && bringFolderBack(*entity);
    note(entity->kind, id);
    m_outboxChanged = m_outboxChanged || !pending.isEmpty();
    return stored;
}

bool RemoteFold::recreate(Entity entity, Edit creation)
{
    entity.base = {};
    entity.remoteId.clear();
    entity.baseUpdated.clear();
    if (entity.kind == Kind::Event) {
        creation.after = withFreshExternalId(creation.after, entity.id, entity, m_database);
        entity.externalId = externalIdOf(creation.after);
    } else {
        const QString key = folderKeyOf(entity.kind, creation.after);
        creation.after = withFreshLibraryKeys(entity.kind, creation.after);
        if (entity.kind == Kind::Folder
            && !LibraryTable(m_database).renumber(key, folderKeyOf(entity.kind, creation.after)))
            return false;
    }
    entity.view = creation.after;
    for (auto it = creation.derived.begin(); it != creation.derived.end(); ++it)
        entity.view.insert(it.key(), it.value());
    const QString key = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_outboxChanged = true;
    return Outbox(m_database).enqueue(creation, key, key, m_store.clock().now())
        && EntityTable(m_database).save(entity, m_store.sports()).ok()
        && (entity.kind != Kind::Folder || LibraryTable(m_database).putBehind(folderKeyOf(entity.kind, entity.view)));
}

bool RemoteFold::bringFolderBack(const Entity &workout)
{
    const QString key = folderKeyOf(workout.kind, workout.view);
    if (workout.kind != Kind::Workout || LibraryTable(m_database).hasFolder(key))
        return true;
    const auto trashed = Trash(m_database).items(m_store.clock().now());
    const auto folder = std::ranges::find_if(trashed, [&key](const TrashedItem &item) {
        return item.kind == Kind::Folder && folderKeyOf(item.kind, item.json) == key;
    });
    if (folder == trashed.end())
        return true;
    const Entity entity
        = EntityTable(m_database).find(folder->id).value_or(Entity {folder->id, folder->kind, {}, {}, 0, {}, {}, {}});
    note(folder->kind, folder->id);
    return recreate(entity, {folder->id, folder->kind, {}, folder->json, {}});
}

void RemoteFold::listMissing(const domain::DateRange &asked, const QSet<QString> &seen, FoldReport &report)
{
    int known = 0;
    QSqlQuery &query
        = m_database.select("SELECT local_id, remote_id FROM entity e WHERE kind=0 AND v_date BETWEEN ? AND ?"
                            " AND remote_id IS NOT NULL",
            {domain::dayText(asked.first), domain::dayText(asked.last)});
    while (query.next()) {
        ++known;
        if (!seen.contains(query.value(1).toString()))
            report.missing.append({query.value(0).toString()});
    }
    query.finish();
    // What an edit moved into these days may rightly stand elsewhere on the service.
    report.missing.removeIf([&](const domain::LocalId &id) {
        const auto entity = EntityTable(m_database).find(id);
        const auto day = entity ? dayOf(Kind::Event, entity->base) : std::nullopt;
        return !day || !asked.contains(*day);
    });
    if (report.missing.size() > std::max(5, known / 5)) {
        report.held = int(report.missing.size());
        report.heldIds = std::exchange(report.missing, {});
    }
}

}
