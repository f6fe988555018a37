// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/store.h"

namespace commands {

/// The verbs of the library: folders and templates, kept from the calendar and planned onto it. Each is one gesture:
/// durable, undoable, queued for the service.
class Librarian
{
public:
    explicit Librarian(store::Store &store)
        : m_store(store)
    {
    }

    domain::Result<domain::LocalId> createFolder(
        const QString &name, domain::FolderType type = domain::FolderType::Folder);
    /// Folders, plans and workouts alike.
    domain::Result<domain::Done> rename(const domain::LocalId &id, const QString &name);
    /// Folders go with their workouts.
    domain::Result<domain::Done> remove(const QList<domain::LocalId> &ids);

    domain::Result<domain::LocalId> add(domain::LibraryWorkout workout, const domain::LocalId &folder);
    /// Makes templates of planned sessions; in a plan they keep their distance to the first.
    domain::Result<QList<domain::LocalId>> keep(const QList<domain::LocalId> &events, const domain::LocalId &folder);
    /// The same from values, for what was dragged here.
    domain::Result<QList<domain::LocalId>> keep(const QList<domain::Event> &events, const domain::LocalId &folder);
    /// Replaces the editable fields; on a changed text the figures shown are estimated at once.
    domain::Result<domain::Done> edit(const domain::LocalId &workout, const domain::LibraryWorkout &after);
    domain::Result<domain::Done> moveTo(const QList<domain::LocalId> &workouts, const domain::LocalId &folder);
    domain::Result<QList<domain::LocalId>> duplicate(const QList<domain::LocalId> &workouts);

    /// Plans workouts on a day; load and time are those of this athlete. Returns the new events.
    domain::Result<QList<domain::LocalId>> plan(const QList<domain::LocalId> &workouts, QDate day);
    /// Lays a whole plan out from a day on.
    domain::Result<QList<domain::LocalId>> planAll(const domain::LocalId &folder, QDate start);

private:
    [[nodiscard]] domain::Result<domain::Folder> writable(const domain::LocalId &folder) const;
    [[nodiscard]] QList<domain::LocalId> workoutsOf(const domain::LocalId &folder) const;
    domain::Result<domain::Done> replace(store::Verb verb,
        const domain::LocalId &id,
        const domain::LibraryWorkout &before,
        const domain::LibraryWorkout &after);

    store::Store &m_store;
};

/// The event that a template becomes on a day. What its text says is left for the text to say.
[[nodiscard]] domain::Event plannedFrom(const domain::LibraryWorkout &workout, QDate day);
/// The template that an event becomes.
[[nodiscard]] domain::LibraryWorkout keptFrom(const domain::Event &event);

}
