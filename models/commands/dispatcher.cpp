// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/commands/dispatcher.h"

#include "models/domain/localdatetime.h"
#include "models/store/entitytable.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using store::Operation;
using store::WaitingEdit;

namespace commands {

namespace {

/// What the figures that followed from the operation are without it.
QJsonObject figuresAfter(const Operation &operation, const QJsonObject &after)
{
    QJsonObject figures;
    for (auto it = operation.derived.begin(); it != operation.derived.end(); ++it) {
        if (after.contains(it.key()))
            figures.insert(it.key(), after.value(it.key()));
    }
    return figures;
}

/// The view without the change, except where something else was written over it.
QJsonObject without(const Operation &operation, const QJsonObject &view, const QJsonObject &base)
{
    domain::Patch back;
    for (auto it = operation.patch.changes.begin(); it != operation.patch.changes.end(); ++it) {
        const QJsonValue now = view.value(it.key());
        if ((now.isUndefined() ? QJsonValue() : now) == it->after)
            back.changes.insert(it.key(), {it->after, it->before});
    }
    if (back.isEmpty())
        return view;
    QJsonObject after = back.applied(view);
    for (auto it = operation.derived.begin(); it != operation.derived.end(); ++it) {
        if (base.contains(it.key()))
            after.insert(it.key(), base.value(it.key()));
        else
            after.remove(it.key());
    }
    return after;
}

/// Later changes come off first, so that a folder goes after what was made in it.
bool comesOffBefore(const WaitingEdit &a, const WaitingEdit &b)
{
    return a.operation.sequence > b.operation.sequence;
}

}

domain::Result<domain::Done> Dispatcher::choose(const domain::LocalId &id, store::Choice choice)
{
    QList<store::Conflict> conflicts = m_store.conflicts();
    conflicts.removeIf([&id](const store::Conflict &conflict) { return conflict.id != id; });
    return m_store.resolve(conflicts, choice);
}

domain::Result<domain::Done> Dispatcher::retry(const QList<qint64> &sequences)
{
    return store::sendAgain(m_store, sequences);
}

domain::Result<domain::Done> Dispatcher::retryAll()
{
    QList<qint64> all;
    const QList<WaitingEdit> waiting = store::waitingEdits(m_store.database());
    for (const WaitingEdit &edit : waiting)
        all.append(edit.operation.sequence);
    return store::sendAgain(m_store, all);
}

QList<WaitingEdit> Dispatcher::chosen(const QList<qint64> &sequences) const
{
    QList<WaitingEdit> taken;
    QStringList folders;
    const QList<WaitingEdit> waiting = store::waitingEdits(m_store.database());
    for (const WaitingEdit &edit : waiting) {
        const Operation &operation = edit.operation;
        const QString folder = operation.patch.changes.value(u"folder_id"_s).after.toVariant().toString();
        const bool goesAlong = operation.kind == store::Kind::Workout && operation.type == Operation::Type::Create
            && !folder.isEmpty() && folders.contains(folder);
        if (!goesAlong && !sequences.contains(operation.sequence))
            continue;
        taken.append(edit);
        if (operation.kind == store::Kind::Folder && operation.type == Operation::Type::Create)
            folders.append(
                store::EntityTable(m_store.database()).view(operation.id).value("id"_L1).toVariant().toString());
    }
    std::ranges::sort(taken, comesOffBefore);
    return taken;
}

std::optional<QJsonObject> Dispatcher::takenBack(const Operation &operation, const QJsonObject &view) const
{
    const auto entity = store::EntityTable(m_store.database()).find(operation.id);
    if (!entity)
        return {};
    switch (operation.type) {
    case Operation::Type::Create:
        return QJsonObject();
    case Operation::Type::Delete:
        return view.isEmpty() ? operation.patch.inverted().applied(entity->base) : view;
    case Operation::Type::Patch:
        break;
    }
    return view.isEmpty() ? view : without(operation, view, entity->base);
}

store::Gesture Dispatcher::counterOf(const QList<WaitingEdit> &edits) const
{
    store::Gesture gesture {store::Verb::Discard, {}, {}, {}};
    for (const WaitingEdit &edit : edits) {
        // Two operations of one entity make one edit, the second measured against what the first leaves.
        auto same = std::ranges::find(gesture.edits, edit.operation.id, &store::Edit::id);
        const bool isFirst = same == gesture.edits.end();
        const QJsonObject view = isFirst ? store::EntityTable(m_store.database()).view(edit.operation.id) : same->after;
        const auto after = takenBack(edit.operation, view);
        if (!after)
            continue;
        if (isFirst)
            gesture.edits.append(
                {edit.operation.id, edit.operation.kind, view, *after, figuresAfter(edit.operation, *after)});
        else
            same->after = *after;
        gesture.subject = edit.operation.kind == store::Kind::Wellness ? domain::dayText(edit.day) : edit.name;
        gesture.target = edit.day;
    }
    gesture.edits.removeIf([](const store::Edit &edit) { return edit.before == edit.after; });
    return gesture;
}

domain::Result<domain::Done> Dispatcher::discard(const QList<qint64> &sequences)
{
    const QList<WaitingEdit> edits = chosen(sequences);
    const store::Gesture gesture = counterOf(edits);
    if (gesture.edits.isEmpty()) {
        const QString item = edits.isEmpty() ? u"outbox"_s : edits.first().name;
        return domain::Error {
            .kind = domain::Error::Kind::Conflict, .httpStatus = 0, .item = item, .detail = {}, .retryAfter = {}};
    }
    QList<qint64> released;
    for (const WaitingEdit &edit : edits)
        released.append(edit.operation.sequence);
    // What is refused or waits for its time must be free to fold, or its counterpart would stand behind it for ever.
    if (const auto free = store::sendAgain(m_store, released); !free)
        return free;
    return m_store.perform(gesture);
}

}
