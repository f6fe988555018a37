// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/remotefold.h"

#include "models/store/database.h"
#include "models/store/entitytable.h"
#include "models/store/externalid.h"
#include "models/store/itemhistory.h"
#include "models/store/keptsports.h"
#include "models/store/kinds.h"
#include "models/store/librarytable.h"
#include "models/store/quarantine.h"
#include "models/store/rebase.h"
#include "models/store/streamcache.h"
#include "models/store/tombstones.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace store {

namespace {

constexpr int announcedSingly = 200; // a larger change is announced as "everything"

domain::Error failure(Database &database)
{
    return domain::storageFailure(u"answer"_s, database.lastError());
}

}

QString remoteIdOf(Kind kind, const QJsonObject &record)
{
    const auto id = record.value("id"_L1);
    if (isLibrary(kind))
        return id.isString() ? id.toString() : id.isDouble() ? QString::number(id.toInteger()) : QString();
    if (kind != Kind::Event)
        return id.isDouble() ? QString::number(id.toInteger()) : id.toString();
    const auto event = domain::fromJson<domain::Event>(record);
    return event && event->id ? QString::number(event->id->value) : QString();
}

RemoteFold::RemoteFold(Store &store)
    : m_store(store)
    , m_database(store.database())
{
}

domain::Result<FoldReport> RemoteFold::events(const domain::DateRange &asked, const QList<QJsonObject> &records)
{
    return fold(Kind::Event, asked, records);
}

domain::Result<FoldReport> RemoteFold::activities(const domain::DateRange &asked, const QList<QJsonObject> &records)
{
    return fold(Kind::Activity, asked, records);
}

domain::Result<FoldReport> RemoteFold::wellness(const domain::DateRange &asked, const QList<QJsonObject> &records)
{
    return fold(Kind::Wellness, asked, records);
}

domain::Result<FoldReport> RemoteFold::record(Kind kind, const QJsonObject &json)
{
    return fold(kind, {}, {json});
}

domain::LocalId RemoteFold::localIdFor(Kind kind, const QString &remoteId, const QJsonObject &record)
{
    EntityTable table(m_database);
    if (const auto known = table.findRemote(kind, remoteId))
        return *known;
    if (kind == Kind::Wellness) {
        if (const auto day = domain::parseDay(remoteId))
            return EntityTable::wellnessId(*day);
    }
    if (kind == Kind::Event) {
        if (const auto ours = table.findExternal(kind, externalIdOf(record)))
            return *ours;
    }
    return EntityTable::newId();
}

domain::Result<FoldReport> RemoteFold::fold(
    Kind kind, const domain::DateRange &asked, const QList<QJsonObject> &records)
{
    m_change = {};
    FoldReport report;
    QSet<QString> seen;
    Transaction transaction(m_database);
    if (!transaction.isOpen())
        return failure(m_database);
    if (const auto done = foldEach(kind, records, seen, report); !done)
        return done.error();
    if (!asked.isEmpty())
        endRange(kind, asked, seen, report);
    if (!transaction.commit())
        return failure(m_database);
    announceChange();
    return report;
}

void RemoteFold::endRange(Kind kind, const domain::DateRange &asked, const QSet<QString> &seen, FoldReport &report)
{
    if (kind == Kind::Event)
        listMissing(asked, seen, report);
    m_database.run("INSERT OR REPLACE INTO range_state(kind,from_date,to_date,complete,fetched_at) VALUES(?,?,?,1,?)",
        {int(kind),
            domain::dayText(asked.first),
            domain::dayText(asked.last),
            m_store.clock().now().toMSecsSinceEpoch()});
}

void RemoteFold::announceChange()
{
    if (m_change.ids.size() > announcedSingly)
        m_change = {{}, {}, true, m_change.library};
    std::sort(m_change.days.begin(), m_change.days.end());
    if (m_change.everything || m_change.library || !m_change.ids.isEmpty())
        m_store.announce(m_change);
    if (m_outboxChanged)
        m_store.announceOutbox();
    m_outboxChanged = false;
    if (!m_gaveWay.isEmpty())
        m_store.announceGivenWay(std::exchange(m_gaveWay, {}));
}

void RemoteFold::note(Kind kind, const domain::LocalId &id)
{
    if (isLibrary(kind))
        m_change.library = true;
    else
        m_change.ids.append(id);
}

void RemoteFold::noteDay(QDate day)
{
    if (m_change.ids.size() <= announcedSingly && !m_change.days.contains(day))
        m_change.days.append(day);
}

void RemoteFold::noteDayOf(Kind kind, const QJsonObject &json)
{
    if (const auto day = dayOf(kind, json))
        noteDay(*day);
}

domain::Result<domain::Done> RemoteFold::foldEach(
    Kind kind, const QList<QJsonObject> &records, QSet<QString> &seen, FoldReport &report)
{
    for (const auto &record : records) {
        const QString remoteId = remoteIdOf(kind, record);
        const auto sound
            = remoteId.isEmpty() ? domain::Result<domain::Done>(domain::malformed(u"id"_s, {})) : check(kind, record);
        if (!sound) {
            ++report.quarantined;
            quarantine(m_database, kind, record, sound.error().item, m_store.clock().now());
            continue;
        }
        seen.insert(remoteId);
        const domain::LocalId id = localIdFor(kind, remoteId, record);
        const auto folded = foldOne(kind, id, record);
        if (!folded)
            return folded.error();
        report.changed += folded->changed ? 1 : 0;
        report.conflicting += folded->conflicting ? 1 : 0;
        if (folded->gaveWay)
            report.gaveWay.append(id);
    }
    return domain::Done {};
}

domain::Result<RemoteFold::Folded> RemoteFold::foldOne(
    Kind kind, const domain::LocalId &id, QJsonObject record, const domain::Patch &sent)
{
    EntityTable table(m_database);
    const auto known = table.find(id);
    const auto columns = columnsOf(kind, record, {});
    const QString updated = columns ? columns->updated : QString();
    const bool isUnasked = known && sent.isEmpty();
    if (!known && Tombstones(m_database).isOf(kind, remoteIdOf(kind, record), updated))
        return Folded {};
    // A copy of the service that lags behind would undo what was changed since, and call it somebody's change.
    const bool isBeforeFirst = isUnasked && updated.isEmpty() && !known->baseUpdated.isEmpty();
    const bool isOther = isUnasked && !updated.isEmpty() && updated != known->baseUpdated;
    if (isBeforeFirst || (isOther && ItemHistory(m_database).hasLeft(id, updated)))
        return Folded {};
    Entity entity = known.value_or(Entity {id, kind, {}, {}, 0, {}, {}, {}});
    if (kind == Kind::Activity && known) {
        // Lists come without intervals; what a detail brought stays until the activity is analysed anew.
        auto before = domain::fromJson<domain::Activity>(entity.base);
        const auto now = domain::fromJson<domain::Activity>(record);
        if (before && now && before->analyzed == now->analyzed) {
            for (auto it = before->extra.begin(); it != before->extra.end(); ++it) {
                if (!record.contains(it.key()))
                    record.insert(it.key(), it.value());
            }
        }
    }
    const auto rebased = Rebase(m_database, m_store.clock().now()).over(entity, record, sent);
    if (!rebased)
        return rebased.error();
    m_outboxChanged = m_outboxChanged || rebased->edited;
    if (rebased->gaveWay)
        m_gaveWay.append({id, kind, columns ? columns->summary.name : QString(), rebased->yielded, rebased->locked});
    if (rebased->waits)
        table.setSeen(id, m_store.clock().now());
    const Folded folded {rebased->view != entity.view, rebased->conflicting, rebased->gaveWay};
    if (known && !folded.changed && entity.base == record)
        return folded;
    noteDayOf(kind, entity.view);
    noteDayOf(kind, rebased->view);
    if (folded.changed || rebased->edited)
        note(kind, id);
    const bool replaces = !entity.base.isEmpty() && editableHash(kind, entity.base) != editableHash(kind, record);
    if (replaces
        && !ItemHistory(m_database)
                .keepBase(id, entity.base, m_store.clock().now(), sent.isEmpty() ? Origin::Service : Origin::User))
        return failure(m_database);
    // What the person typed over the old base is a version between the two.
    if (replaces && sent.isEmpty() && rebased->waits
        && !ItemHistory(m_database).keep(id, {m_store.clock().now(), Origin::User, entity.view, Origin::Service}))
        return failure(m_database);
    entity.base = record;
    entity.view = rebased->view;
    entity.remoteId = remoteIdOf(kind, record);
    if (const QString external = kind == Kind::Event ? externalIdOf(record) : QString(); !external.isEmpty())
        entity.externalId = external;
    entity.baseUpdated = updated;
    const auto saved = table.save(entity, m_store.sports());
    if (!saved)
        return saved.error();
    return folded;
}

domain::Result<domain::Done> RemoteFold::athlete(const QJsonObject &json)
{
    Transaction transaction(m_database);
    if (!transaction.isOpen() || !m_database.setMeta(u"athlete"_s, jsonText(json).toString()) || !transaction.commit())
        return failure(m_database);
    m_store.reloadSettings();
    return domain::Done {};
}

domain::Result<domain::Done> RemoteFold::sports(const QList<QJsonObject> &rows)
{
    const QJsonObject kept = keptSports(rows);
    if (jsonObject(m_database.meta(u"sports"_s)) == kept)
        return domain::Done {};
    Transaction transaction(m_database);
    if (!transaction.isOpen() || !m_database.setMeta(u"sports"_s, jsonText(kept).toString())
        || !EntityTable(m_database).redrawProfiles(sportsIn(kept)) || !transaction.commit())
        return failure(m_database);
    m_store.reloadSettings();
    m_store.announce({{}, {}, true});
    return domain::Done {};
}

domain::Result<domain::Done> RemoteFold::streams(const domain::LocalId &activity, const domain::StreamSet &streams)
{
    if (!StreamCache(m_database).put(activity, streams, m_store.clock().now()))
        return failure(m_database);
    m_store.announceStreams(activity);
    return domain::Done {};
}

domain::Result<domain::Done> RemoteFold::confirmed(const Operation &operation, const QJsonObject &answer)
{
    const DurableCommits durable(m_database);
    m_change = {};
    Transaction transaction(m_database);
    if (!transaction.isOpen() || !Outbox(m_database).finish(operation, m_store.clock().now()))
        return failure(m_database);
    const QString oldKey = operation.kind == Kind::Folder
        ? folderKeyOf(operation.kind, EntityTable(m_database).view(operation.id))
        : QString();
    // An answer about another moment confirms nothing of what was typed: then there is a version that has it.
    if (operation.type == Operation::Type::Patch && !holdsAll(operation.kind, answer, operation.patch)
        && !ItemHistory(m_database)
                .keep(operation.id, {m_store.clock().now(), Origin::User, EntityTable(m_database).view(operation.id)}))
        return failure(m_database);
    const auto folded = foldOne(operation.kind, operation.id, answer, operation.patch);
    if (!folded)
        return folded.error();
    if (!LibraryTable(m_database).renumber(oldKey, folderKeyOf(operation.kind, answer)))
        return failure(m_database);
    if (!transaction.commit())
        return failure(m_database);
    m_store.acknowledge(operation);
    m_store.lately().confirmed(operation.id, m_store.clock().now());
    if (!m_change.ids.contains(operation.id))
        note(operation.kind, operation.id); // the mark changed at least
    noteDayOf(operation.kind, EntityTable(m_database).view(operation.id));
    m_outboxChanged = true;
    announceChange();
    return domain::Done {};
}

domain::Result<domain::Done> RemoteFold::gone(const Operation &operation)
{
    const DurableCommits durable(m_database);
    m_change = {};
    Transaction transaction(m_database);
    Outbox outbox(m_database);
    if (!transaction.isOpen() || !outbox.finish(operation, m_store.clock().now()))
        return failure(m_database);
    EntityTable table(m_database);
    if (auto entity = table.find(operation.id)) {
        noteDayOf(operation.kind, entity->view);
        const QDateTime now = m_store.clock().now();
        const bool kept = Tombstones(m_database).set(operation.kind, entity->remoteId, entity->baseUpdated, now)
            && (entity->base.isEmpty()
                || ItemHistory(m_database).keepBase(operation.id, entity->base, now, Origin::User));
        if (!kept)
            return failure(m_database);
        entity->base = {};
        entity->remoteId.clear();
        entity->baseUpdated.clear();
        if (outbox.pendingOf(operation.id).isEmpty())
            entity->view = {};
        const auto saved = table.save(*entity, m_store.sports());
        if (!saved)
            return saved.error();
    }
    if (!transaction.commit())
        return failure(m_database);
    m_store.acknowledge(operation);
    m_store.lately().gone(operation.id);
    note(operation.kind, operation.id);
    m_store.announce(m_change);
    m_store.announceOutbox();
    return domain::Done {};
}

}
