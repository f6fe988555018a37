// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/database.h"
#include "models/store/entitytable.h"
#include "models/store/externalid.h"
#include "models/store/itemhistory.h"
#include "models/store/kinds.h"
#include "models/store/librarytable.h"
#include "models/store/merge.h"
#include "models/store/outbox.h"
#include "models/store/store.h"
#include "models/store/trash.h"
#include "models/store/undolog.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace store {

namespace {

QString newKey()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

QJsonObject overlaid(QJsonObject json, const QJsonObject &over)
{
    for (auto it = over.begin(); it != over.end(); ++it)
        json.insert(it.key(), it.value());
    return json;
}

void noteDays(Change &change, Kind kind, const QJsonObject &json)
{
    if (json.isEmpty())
        return;
    if (const auto day = dayOf(kind, json); day && !change.days.contains(*day))
        change.days.append(*day);
}

void note(Change &change, const Edit &edit)
{
    if (isLibrary(edit.kind))
        change.library = true;
    else
        change.ids.append(edit.id);
}

GestureInfo infoOf(const Gesture &gesture)
{
    return {gesture.verb, gesture.subject, gesture.target, int(gesture.edits.size())};
}

/// Turns an edit round, touching only what is still as the edit left it; nothing if all has changed since.
std::optional<Edit> turnedRound(const Edit &edit, const QJsonObject &current)
{
    if (edit.isCreate())
        return current.isEmpty() ? std::nullopt : std::optional(Edit {edit.id, edit.kind, current, {}, {}});
    if (edit.isDelete())
        return current.isEmpty() ? std::optional(Edit {edit.id, edit.kind, {}, edit.before, {}}) : std::nullopt;
    if (current.isEmpty())
        return {};
    domain::Patch back;
    const domain::Patch forth = differenceOf(edit.kind, edit.before, edit.after);
    for (auto it = forth.changes.begin(); it != forth.changes.end(); ++it) {
        const QJsonValue now = current.value(it.key());
        if ((now.isUndefined() ? QJsonValue() : now) == it.value().after)
            back.changes.insert(it.key(), {it.value().after, it.value().before});
    }
    if (back.isEmpty())
        return {};
    QJsonObject after = back.applied(current);
    QJsonObject derived; // the figures go back as figures, not as something typed
    for (auto it = edit.derived.begin(); it != edit.derived.end(); ++it) {
        const QJsonValue was = edit.before.value(it.key());
        if (was.isUndefined()) {
            after.remove(it.key());
        } else {
            after.insert(it.key(), was);
            derived.insert(it.key(), was);
        }
    }
    return Edit {edit.id, edit.kind, current, after, derived};
}

}

bool Store::enqueue(const Edit &edit, const Step &step)
{
    const QDateTime now = m_clock.now();
    record(edit, step);
    if (ItemHistory(*m_database).keepView(edit.id, now)
        && Outbox(*m_database).enqueue(edit, step.opId, step.groupId, now))
        return true;
    m_failure = domain::storageFailure(m_gesture.subject, m_database->lastError());
    return false;
}

bool Store::applyChange(const Edit &edit, const Step &step, Change &change)
{
    noteDays(change, edit.kind, edit.before);
    noteDays(change, edit.kind, edit.after);
    note(change, edit);
    if (!enqueue(edit, step))
        return false;
    Entity entity;
    entity.id = edit.id;
    entity.kind = edit.kind;
    entity.view = overlaid(edit.after, edit.derived);
    const auto saved = EntityTable(*m_database).saveView(entity, m_sports);
    if (!saved)
        m_failure = saved.error();
    return saved.ok();
}

bool Store::applyEdit(const Edit &edit, const Step &part, Change &change)
{
    EntityTable table(*m_database);
    Outbox outbox(*m_database);
    if (!edit.isCreate() && !edit.isDelete() && table.isShownAs(edit.id, edit.kind, externalIdOf(edit.after)))
        return applyChange(edit, part, change);
    Entity entity = table.find(edit.id).value_or(Entity {edit.id, edit.kind, {}, {}, 0, {}, {}, {}});
    Edit step = edit;
    if (step.isCreate() && entity.base.isEmpty() && !part.isRestored)
        step.after = asNew(step, entity);
    noteDays(change, edit.kind, step.before);
    noteDays(change, edit.kind, step.after);
    note(change, edit);

    if (const auto sound
        = step.isDelete() ? domain::Result<domain::Done>(domain::Done {}) : check(edit.kind, step.after);
        !sound) {
        m_failure = sound.error();
        return false;
    }
    // What redoing brings back need not be listed, unless an older version of it would be.
    Trash trash(*m_database);
    const bool goesToTrash = step.isDelete() && (!part.takesBack || trash.hasVersionOf(edit.id));
    if (goesToTrash && !trash.put({edit.id, edit.kind, Origin::User, entity.view, m_clock.now()})) {
        m_failure = domain::storageFailure(m_gesture.subject, m_database->lastError());
        return false;
    }
    if (!enqueue(step, part))
        return false;
    entity.view = step.isDelete() ? QJsonObject() : overlaid(step.after, step.derived);
    entity.externalId = step.isDelete() || isLibrary(edit.kind) ? entity.externalId : externalIdOf(step.after);
    if (edit.kind == Kind::Wellness && entity.remoteId.isEmpty())
        entity.remoteId = edit.id.value.mid(EntityTable::wellnessPrefix().size());
    // A deleted entity whose creation may be under way keeps its row until the service has answered.
    const bool gone = step.isDelete() && entity.base.isEmpty() && outbox.pendingOf(edit.id).isEmpty();
    if (gone)
        return table.remove(edit.id);
    const auto saved = entity.view.isEmpty() && entity.base.isEmpty() ? keepTombstone(*m_database, entity)
                                                                      : table.save(entity, m_sports);
    if (!saved)
        m_failure = saved.error();
    return saved.ok() && table.setUnseen(edit.id);
}

QJsonObject Store::asNew(const Edit &edit, Entity &entity)
{
    if (edit.kind == Kind::Event)
        return withFreshExternalId(edit.after, edit.id, entity, *m_database);
    if (!isLibrary(edit.kind))
        return edit.after;
    const QString key = folderKeyOf(edit.kind, edit.after);
    QJsonObject fresh = withFreshLibraryKeys(edit.kind, edit.after);
    if (edit.kind == Kind::Folder) {
        if (const QString now = folderKeyOf(edit.kind, fresh);
            now != key && LibraryTable(*m_database).renumber(key, now))
            m_newFolderKeys.insert(key, now);
    } else if (m_newFolderKeys.contains(key)) {
        fresh = withFolderKey(edit.kind, fresh, m_newFolderKeys.value(key));
    }
    return fresh;
}

QString Store::beginGesture(const Gesture &gesture)
{
    m_newFolderKeys.clear();
    m_written.clear();
    m_gesture = infoOf(gesture);
    return newKey();
}

domain::Result<domain::Done> Store::perform(const Gesture &gesture, const std::function<bool()> &also)
{
    Change change;
    const QString group = beginGesture(gesture);
    const auto recording = unlessKept();
    QList<Step> steps;
    for (qsizetype i = 0; i < gesture.edits.size(); ++i)
        steps.append({newKey(), group, false, i + 1 == gesture.edits.size()});
    // A creation gets its keys from the database first; for everything else the disk can begin at once.
    const bool isKnown = std::ranges::none_of(gesture.edits, &Edit::isCreate);
    for (qsizetype i = 0; isKnown && i < steps.size(); ++i)
        record(gesture.edits.at(i), steps.at(i));
    Transaction transaction(*m_database);
    if (!transaction.isOpen())
        return domain::storageFailure(m_gesture.subject, m_database->lastError());
    for (qsizetype i = 0; i < steps.size(); ++i) {
        if (!applyEdit(gesture.edits.at(i), steps.at(i), change))
            return m_failure;
    }
    if (!UndoLog(*m_database).push(gesture, group, m_clock.now()) || (also && !also()))
        return domain::storageFailure(m_gesture.subject, m_database->lastError());
    if (auto kept = commit(transaction); !kept)
        return kept;
    std::sort(change.days.begin(), change.days.end());
    announce(change);
    Q_EMIT historyChanged();
    Q_EMIT outboxChanged();
    return domain::Done {};
}

domain::Result<domain::Done> Store::undo()
{
    return replay(false);
}

domain::Result<domain::Done> Store::redo()
{
    return replay(true);
}

domain::Result<domain::Done> Store::replay(bool redo)
{
    UndoLog log(*m_database);
    const auto entry = log.top(redo);
    if (!entry)
        return domain::Error {.kind = domain::Error::Kind::NotFound,
            .httpStatus = 0,
            .item = u"history"_s,
            .detail = {},
            .retryAfter = {}};
    Change change;
    const QString group = beginGesture(entry->gesture);
    const auto recording = unlessKept();
    Transaction transaction(*m_database);
    if (!transaction.isOpen())
        return domain::storageFailure(m_gesture.subject, m_database->lastError());
    bool touched = false;
    for (qsizetype i = 0; i < entry->gesture.edits.size(); ++i) {
        // Undoing walks backwards; redoing is the round turn of the turned edit.
        const Edit &edit = entry->gesture.edits.at(redo ? i : entry->gesture.edits.size() - 1 - i);
        Edit direction = redo ? Edit {edit.id, edit.kind, edit.after, edit.before, {}} : edit;
        if (redo && edit.isCreate()) { // with what somebody else had added to it before it was taken back
            if (const auto trashed = Trash(*m_database).item(edit.id, m_clock.now()))
                direction.before = trashed->json;
        }
        auto step = turnedRound(direction, EntityTable(*m_database).view(edit.id));
        if (!step)
            continue;
        if (redo)
            step->derived = edit.derived;
        touched = true;
        const bool takesBack = !redo && edit.isCreate() && editedFields(edit.kind, edit.after, step->before).isEmpty();
        if (!applyEdit(*step, {newKey(), group, false, i + 1 == entry->gesture.edits.size(), takesBack}, change))
            return m_failure;
    }
    if (!(touched ? log.setUndone(*entry, !redo) : log.drop(*entry)))
        return domain::storageFailure(m_gesture.subject, m_database->lastError());
    if (auto kept = commit(transaction); !kept)
        return kept;
    std::sort(change.days.begin(), change.days.end());
    if (touched)
        announce(change);
    Q_EMIT historyChanged();
    Q_EMIT outboxChanged();
    if (!touched) {
        return domain::Error {.kind = domain::Error::Kind::Conflict,
            .httpStatus = 0,
            .item = entry->gesture.subject,
            .detail = {},
            .retryAfter = {}};
    }
    return domain::Done {};
}

std::optional<GestureInfo> Store::undoable() const
{
    const auto entry = UndoLog(*m_database).top(false);
    return entry ? std::optional(infoOf(entry->gesture)) : std::nullopt;
}

std::optional<GestureInfo> Store::redoable() const
{
    const auto entry = UndoLog(*m_database).top(true);
    return entry ? std::optional(infoOf(entry->gesture)) : std::nullopt;
}

}
