// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/commands/librarian.h"

#include "models/commands/estimate.h"
#include "models/commands/planner.h"
#include "models/store/librarytable.h"

#include <QSet>

using namespace Qt::StringLiterals;
using domain::Error;
using domain::LibraryWorkout;
using store::Kind;

namespace commands {

namespace {

Error refused(const QString &item, const QString &detail)
{
    return {.kind = Error::Kind::Rejected, .httpStatus = 0, .item = item, .detail = detail, .retryAfter = {}};
}

/// Nothing if the name can be used; else why not.
std::optional<Error> flawOf(const QString &name)
{
    if (name.trimmed().isEmpty())
        return refused(u"name"_s, u"it is empty"_s);
    if (name.size() > domain::longestLibraryName)
        return refused(u"name"_s, u"it has more than %1 letters"_s.arg(domain::longestLibraryName));
    return {};
}

store::Edit creation(const store::Store &store, const LibraryWorkout &workout)
{
    const auto derived = estimated(plannedFrom(workout, store.clock().today()), store.sports());
    return {store::EntityTable::newId(), Kind::Workout, {}, domain::toJson(workout), derived};
}

QList<domain::LocalId> idsOf(const store::Gesture &gesture)
{
    QList<domain::LocalId> ids;
    for (const auto &edit : gesture.edits)
        ids.append(edit.id);
    return ids;
}

}

domain::Result<domain::LocalId> Librarian::createFolder(const QString &name, domain::FolderType type)
{
    if (const auto flaw = flawOf(name))
        return *flaw;
    domain::Folder folder;
    folder.id = domain::FolderId {store::LibraryTable::newFolderKey()};
    folder.type = type;
    folder.name = name.trimmed();
    folder.visibility = u"PRIVATE"_s;
    const domain::LocalId id = store::EntityTable::newId();
    const auto done
        = m_store.perform({store::Verb::Create, folder.name, {}, {{id, Kind::Folder, {}, domain::toJson(folder), {}}}});
    if (!done)
        return done.error();
    return id;
}

domain::Result<domain::Folder> Librarian::writable(const domain::LocalId &id) const
{
    auto folder = m_store.folder(id);
    if (folder && !folder->canEdit.value_or(true))
        return Error {.kind = Error::Kind::Forbidden,
            .httpStatus = 0,
            .item = folder->name,
            .detail = u"the folder belongs to somebody else"_s,
            .retryAfter = {}};
    return folder;
}

QList<domain::LocalId> Librarian::workoutsOf(const domain::LocalId &folder) const
{
    QList<domain::LocalId> ids;
    const auto known = m_store.folder(folder);
    if (!known || !known->id)
        return ids;
    const auto rows = m_store.libraryRows();
    for (const auto &row : rows) {
        if (row.folderKey == known->id->value)
            ids.append(row.id);
    }
    return ids;
}

domain::Result<domain::Done> Librarian::rename(const domain::LocalId &id, const QString &name)
{
    if (const auto flaw = flawOf(name))
        return *flaw;
    if (const auto workout = m_store.libraryWorkout(id)) {
        LibraryWorkout after = *workout;
        after.name = name.trimmed();
        return edit(id, after);
    }
    const auto folder = writable(id);
    if (!folder)
        return folder.error();
    domain::Folder after = *folder;
    after.name = name.trimmed();
    if (after == *folder)
        return domain::Done {};
    return m_store.perform(
        {store::Verb::Edit, after.name, {}, {{id, Kind::Folder, domain::toJson(*folder), domain::toJson(after), {}}}});
}

domain::Result<domain::Done> Librarian::remove(const QList<domain::LocalId> &ids)
{
    QList<domain::LocalId> folders;
    QList<domain::LocalId> workouts;
    for (const auto &id : ids) {
        if (m_store.folder(id)) {
            if (const auto own = writable(id); !own)
                return own.error();
            folders.append(id);
            workouts += workoutsOf(id);
        } else {
            workouts.append(id);
        }
    }
    store::Gesture gesture {store::Verb::Delete, {}, {}, {}};
    QSet<domain::LocalId> seen;
    for (const auto &id : std::as_const(workouts)) {
        const auto workout = m_store.libraryWorkout(id);
        if (!workout || seen.contains(id))
            continue;
        seen.insert(id);
        gesture.subject = gesture.subject.isEmpty() ? workout->name : gesture.subject;
        gesture.edits.append({id, Kind::Workout, domain::toJson(*workout), {}, {}});
    }
    // Folders last, so that undoing brings them back before what stands in them.
    for (const auto &id : std::as_const(folders)) {
        const auto folder = m_store.folder(id);
        if (!folder)
            continue;
        gesture.subject = folder->name;
        gesture.edits.append({id, Kind::Folder, domain::toJson(*folder), {}, {}});
    }
    if (gesture.edits.isEmpty())
        return refused(u"library"_s, u"nothing that can be deleted"_s);
    return m_store.perform(gesture);
}

domain::Result<domain::LocalId> Librarian::add(LibraryWorkout workout, const domain::LocalId &folderId)
{
    if (const auto flaw = flawOf(workout.name))
        return *flaw;
    const auto folder = writable(folderId);
    if (!folder)
        return folder.error();
    if (workout.type.isEmpty())
        return refused(u"type"_s, u"a sport is missing"_s);
    workout.id.reset();
    workout.folder = folder->id;
    if (!folder->isPlan())
        workout.day.reset();
    const store::Gesture gesture {store::Verb::Create, workout.name, {}, {creation(m_store, workout)}};
    const auto done = m_store.perform(gesture);
    if (!done)
        return done.error();
    return gesture.edits.first().id;
}

domain::Result<QList<domain::LocalId>> Librarian::keep(
    const QList<domain::LocalId> &events, const domain::LocalId &folder)
{
    QList<domain::Event> values;
    for (const auto &id : events) {
        if (auto event = m_store.event(id))
            values.append(*std::move(event));
    }
    return keep(values, folder);
}

domain::Result<QList<domain::LocalId>> Librarian::keep(
    const QList<domain::Event> &events, const domain::LocalId &folderId)
{
    const auto folder = writable(folderId);
    if (!folder)
        return folder.error();
    QList<domain::Event> kept;
    for (const auto &event : events) {
        if (domain::isSession(event.category.value()) && event.start.day.isValid())
            kept.append(event);
    }
    if (kept.isEmpty())
        return refused(u"library"_s, u"only planned sessions can be kept"_s);
    const auto first = std::min_element(kept.begin(), kept.end(), [](const auto &a, const auto &b) {
        return a.start.day < b.start.day;
    })->start.day;
    store::Gesture gesture {store::Verb::Keep, kept.first().name, {}, {}};
    for (const auto &event : std::as_const(kept)) {
        LibraryWorkout workout = keptFrom(event);
        workout.folder = folder->id;
        if (folder->isPlan())
            workout.day = int(first.daysTo(event.start.day));
        gesture.edits.append(creation(m_store, workout));
    }
    const auto done = m_store.perform(gesture);
    if (!done)
        return done.error();
    return idsOf(gesture);
}

domain::Result<domain::Done> Librarian::replace(
    store::Verb verb, const domain::LocalId &id, const LibraryWorkout &before, const LibraryWorkout &after)
{
    store::Edit edit {id, Kind::Workout, domain::toJson(before), domain::toJson(after), {}};
    const bool textChanged = before.description != after.description || before.type != after.type
        || before.target != after.target || before.indoor != after.indoor;
    if (textChanged) {
        const auto eventOf = [this](const LibraryWorkout &workout) {
            domain::Event event = plannedFrom(workout, m_store.clock().today());
            event.movingTime = workout.movingTime;
            event.load = workout.load;
            event.distanceMetres = workout.distanceMetres;
            return event;
        };
        edit.derived = estimated(eventOf(after), m_store.sports(), eventOf(before));
    }
    return m_store.perform({verb, after.name, {}, {edit}});
}

domain::Result<domain::Done> Librarian::edit(const domain::LocalId &id, const LibraryWorkout &after)
{
    const auto before = m_store.libraryWorkout(id);
    if (!before)
        return before.error();
    if (domain::difference(*before, after).isEmpty())
        return domain::Done {};
    if (const auto flaw = flawOf(after.name))
        return *flaw;
    return replace(store::Verb::Edit, id, *before, after);
}

domain::Result<domain::Done> Librarian::moveTo(const QList<domain::LocalId> &workouts, const domain::LocalId &folderId)
{
    const auto folder = writable(folderId);
    if (!folder)
        return folder.error();
    store::Gesture gesture {store::Verb::Move, {}, {}, {}};
    for (const auto &id : workouts) {
        const auto workout = m_store.libraryWorkout(id);
        if (!workout || workout->folder == folder->id)
            continue;
        LibraryWorkout after = *workout;
        after.folder = folder->id;
        if (folder->isPlan())
            after.day = after.day.value_or(0);
        else
            after.day.reset();
        gesture.subject = gesture.subject.isEmpty() ? workout->name : gesture.subject;
        gesture.edits.append({id, Kind::Workout, domain::toJson(*workout), domain::toJson(after), {}});
    }
    if (gesture.edits.isEmpty())
        return refused(u"library"_s, u"nothing that can be moved"_s);
    return m_store.perform(gesture);
}

domain::Result<QList<domain::LocalId>> Librarian::duplicate(const QList<domain::LocalId> &workouts)
{
    store::Gesture gesture {store::Verb::Copy, {}, {}, {}};
    for (const auto &id : workouts) {
        auto workout = m_store.libraryWorkout(id);
        if (!workout)
            continue;
        workout->id.reset();
        workout->updated.clear();
        workout->workoutDoc = {};
        gesture.subject = gesture.subject.isEmpty() ? workout->name : gesture.subject;
        gesture.edits.append(creation(m_store, *workout));
    }
    if (gesture.edits.isEmpty())
        return refused(u"library"_s, u"nothing that can be copied"_s);
    const auto done = m_store.perform(gesture);
    if (!done)
        return done.error();
    return idsOf(gesture);
}

}
