// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/conflicttable.h"
#include "models/store/entitytable.h"
#include "models/store/externalid.h"
#include "models/store/itemhistory.h"
#include "models/store/kinds.h"
#include "models/store/librarytable.h"
#include "models/store/rebase.h"
#include "models/store/store.h"
#include "models/store/trash.h"
#include "models/store/undolog.h"

#include <QUuid>

namespace store {

namespace {

domain::Error noChoice(Kind kind, const QString &detail)
{
    return {.kind = domain::Error::Kind::Conflict,
        .httpStatus = 0,
        .item = kindText(kind),
        .detail = detail,
        .retryAfter = {}};
}

bool canBeCopied(Kind kind)
{
    return kind == Kind::Event || kind == Kind::Workout;
}

QString nameOf(const Entity &entity)
{
    const auto columns = columnsOf(entity.kind, entity.view, {});
    return columns ? columns->summary.name : QString();
}

/// My side as an object of its own.
Edit copyOf(const Entity &entity)
{
    const domain::LocalId id = EntityTable::newId();
    if (entity.kind == Kind::Workout)
        return {id, entity.kind, {}, withFreshLibraryKeys(entity.kind, entity.view), {}};
    auto event = domain::fromJson<domain::Event>(entity.view).valueOr({});
    event.id.reset();
    event.uid = QUuid::createUuid().toString(QUuid::WithoutBraces);
    event.externalId = externalIdText(id, 0);
    event.pairedActivity.reset();
    event.updated.clear();
    return {id, entity.kind, {}, domain::toJson(event), {}};
}

/// Takes the fields out of everything that waits and is not under way.
bool withdraw(Database &database, const domain::LocalId &id, const QStringList &fields, const QDateTime &now)
{
    Outbox outbox(database);
    const auto pending = outbox.pendingOf(id);
    for (const auto &operation : pending) {
        const bool sent = operation.state == Operation::State::Inflight || operation.state == Operation::State::Unknown;
        if (operation.type != Operation::Type::Patch || sent)
            continue;
        domain::Patch rest = operation.patch;
        for (const auto &field : fields)
            rest.changes.remove(field);
        if (!(rest.isEmpty() ? outbox.finish(operation, now) : outbox.replacePatch(operation, rest)))
            return false;
    }
    return true;
}

/// Joins the two texts of something that cannot be there twice.
bool joinTexts(Database &database, const Conflict &conflict)
{
    const FieldConflict &values = conflict.values;
    const QString both = values.theirs.toString() + u'\n' + values.mine.toString();
    Outbox outbox(database);
    const auto pending = outbox.pendingOf(conflict.id);
    for (auto operation : pending) {
        const auto change = operation.patch.changes.find(values.field);
        if (change == operation.patch.changes.end() || operation.state != Operation::State::Conflict)
            continue;
        change->after = both;
        if (!outbox.replacePatch(operation, operation.patch))
            return false;
    }
    return true;
}

bool release(Database &database, const domain::LocalId &id)
{
    Outbox outbox(database);
    if (!ConflictTable(database).openOf(id).isEmpty())
        return true;
    const auto pending = outbox.pendingOf(id);
    return std::ranges::all_of(pending, [&](const Operation &operation) {
        return operation.state != Operation::State::Conflict || outbox.setState(operation, Operation::State::Queued);
    });
}

bool resolveWhole(Database &database, const Entity &entity, Choice choice, const QDateTime &now)
{
    if (choice == Choice::Mine)
        return ItemHistory(database).keep(entity.id, {now, Origin::Service, entity.base, Origin::User})
            && Trash(database).put({entity.id, entity.kind, Origin::User, entity.base, now});
    Outbox outbox(database);
    const auto pending = outbox.pendingOf(entity.id);
    return std::ranges::all_of(pending, [&](const Operation &operation) {
        return operation.type != Operation::Type::Delete || outbox.finish(operation, now);
    });
}

}

QList<Conflict> Store::conflicts() const
{
    return ConflictTable(*m_database).open();
}

domain::Result<domain::Done> Store::resolve(const QList<Conflict> &conflicts, Choice choice)
{
    const Kind kind = conflicts.isEmpty() ? Kind::Event : conflicts.first().kind;
    const domain::LocalId id = conflicts.isEmpty() ? domain::LocalId {} : conflicts.first().id;
    const auto entity = EntityTable(*m_database).find(id);
    QList<Conflict> open = ConflictTable(*m_database).openOf(id);
    open.removeIf([&](const Conflict &each) {
        return std::ranges::find(conflicts, each.key, &Conflict::key) == conflicts.end();
    });
    if (!entity || open.isEmpty() || open.size() != conflicts.size())
        return noChoice(kind, QStringLiteral("the choice was made already"));
    const bool both = choice == Choice::Both && !open.first().isOfWhole();
    const bool copies = both && canBeCopied(kind);
    if (both && !copies && !isText(kind, open.first().values.field))
        return noChoice(kind, open.first().values.field);
    const auto choose = [&] { return settleAll(*entity, open, choice) && pushChoice(*entity, open, choice, copies); };
    const DurableCommits durable(*m_database);
    if (copies) {
        const Edit copy = copyOf(*entity);
        const Gesture gesture {Verb::Copy, nameOf(*entity), dayOf(kind, copy.after).value_or(QDate()), {copy}};
        if (const auto kept = perform(gesture, choose); !kept)
            return kept;
    } else {
        Transaction transaction(*m_database);
        if (!transaction.isOpen() || !choose() || !transaction.commit())
            return domain::storageFailure(nameOf(*entity), m_database->lastError());
    }
    Change change;
    if (isLibrary(kind))
        change.library = true;
    else
        change.ids.append(id);
    for (const auto &json : {entity->view, EntityTable(*m_database).view(id)}) {
        if (const auto day = dayOf(kind, json); day && !change.days.contains(*day))
            change.days.append(*day);
    }
    std::sort(change.days.begin(), change.days.end());
    announce(change);
    Q_EMIT historyChanged();
    Q_EMIT outboxChanged();
    return domain::Done {};
}

bool Store::settleAll(const Entity &entity, const QList<Conflict> &conflicts, Choice choice)
{
    bool first = true;
    return std::ranges::all_of(conflicts, [&](const Conflict &conflict) {
        // Beside a copy, and beside the text that holds both, the rest of the original is theirs.
        const bool joins = first && choice == Choice::Both && !conflict.isOfWhole() && !canBeCopied(entity.kind);
        const bool both = choice == Choice::Both && !first && !conflict.isOfWhole();
        first = false;
        const auto now = EntityTable(*m_database).find(entity.id);
        return now && settle(*now, conflict, both ? Choice::Theirs : choice, joins);
    });
}

bool Store::pushChoice(const Entity &before, const QList<Conflict> &conflicts, Choice choice, bool copied)
{
    UndoLog log(*m_database);
    Gesture turn {Verb::Choose, nameOf(before), dayOf(before.kind, before.view).value_or(QDate()), {}};
    if (copied) {
        const auto copy = log.top(false);
        if (!copy || !log.drop(*copy))
            return false;
        turn.edits = copy->gesture.edits;
    }
    const QJsonObject after = EntityTable(*m_database).view(before.id);
    Edit edit {before.id, before.kind, before.view, after, {}};
    if (conflicts.first().isOfWhole() && choice != Choice::Mine) {
        edit.before = {}; // the other side is that it was deleted
    } else if (after == before.view) {
        for (const Conflict &conflict : conflicts) {
            for (const QString &field : fieldsOfChoice(before.kind, conflict.values.field)) {
                if (before.base.contains(field))
                    edit.before.insert(field, before.base.value(field));
                else
                    edit.before.remove(field);
            }
        }
    }
    turn.edits.append(edit);
    return log.push(turn, QUuid::createUuid().toString(QUuid::WithoutBraces), m_clock.now());
}

bool Store::settle(Entity entity, const Conflict &conflict, Choice choice, bool joins)
{
    const QDateTime now = m_clock.now();
    Database &database = *m_database;
    bool stored = true;
    if (conflict.isOfWhole()) {
        stored = resolveWhole(database, entity, choice, now);
    } else if (joins) {
        stored = joinTexts(database, conflict);
    } else if (choice != Choice::Mine) {
        stored = ItemHistory(database).keep(entity.id, {now, Origin::User, entity.view})
            && withdraw(database, entity.id, fieldsOfChoice(entity.kind, conflict.values.field), now);
    }
    stored = stored && ConflictTable(database).close(conflict, choice) && release(database, entity.id);
    entity.view = viewOver(entity.base, Outbox(database).pendingOf(entity.id));
    return stored && EntityTable(database).save(entity, m_sports).ok();
}

}
