// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workout/builtworkout.h"

#include "models/commands/librarian.h"
#include "models/commands/planner.h"

#include <algorithm>

namespace ui {

namespace {

/// Events and templates call these fields the same.
template<typename Workout>
Workout changed(Workout workout, const Draft &from, const Draft &to)
{
    if (to.name != from.name && !to.name.trimmed().isEmpty())
        workout.name = to.name.trimmed();
    if (to.type != from.type)
        workout.type = to.type;
    if (to.indoor != from.indoor)
        workout.indoor = to.indoor;
    if (to.description != from.description)
        workout.description = to.description;
    if (to.target != from.target)
        workout.target = to.target;
    return workout;
}

template<typename Workout>
Draft draftOf(const Workout &workout, QDate day)
{
    return {workout.name, workout.type, workout.indoor.value_or(false), workout.description, workout.target, day};
}

class BuiltEvent : public BuiltWorkout
{
public:
    using BuiltWorkout::BuiltWorkout;

    store::Kind kind() const override { return store::Kind::Event; }

    domain::Result<Draft> read() override
    {
        auto event = m_store.event(m_id);
        if (!event)
            return event.error();
        m_known = *std::move(event);
        return draftOf(m_known, m_known.start.day);
    }

    domain::Result<domain::Done> write(const Draft &from, const Draft &to) override
    {
        commands::Planner planner(m_store);
        if (const auto before = m_store.event(m_id))
            return planner.edit(m_id, changed(*before, from, to));
        const auto made = planner.create(changed(m_known, from, to));
        if (!made)
            return made.error();
        m_id = *made;
        return domain::Done {};
    }

private:
    domain::Event m_known;
};

class BuiltTemplate : public BuiltWorkout
{
public:
    using BuiltWorkout::BuiltWorkout;

    store::Kind kind() const override { return store::Kind::Workout; }

    domain::Result<Draft> read() override
    {
        auto workout = m_store.libraryWorkout(m_id);
        if (!workout)
            return workout.error();
        m_known = *std::move(workout);
        if (const auto folder = folderOf(m_known))
            m_folder = *folder;
        return draftOf(m_known, {});
    }

    domain::Result<domain::Done> write(const Draft &from, const Draft &to) override
    {
        commands::Librarian librarian(m_store);
        if (const auto before = m_store.libraryWorkout(m_id))
            return librarian.edit(m_id, changed(*before, from, to));
        if (!folderOf(m_known)) { // it went with its folder
            const auto again = librarian.createFolder(
                m_folder.name, m_folder.plan ? domain::FolderType::Plan : domain::FolderType::Folder);
            if (!again)
                return again.error();
            m_folder.id = *again;
        }
        const auto made = librarian.add(changed(m_known, from, to), m_folder.id);
        if (!made)
            return made.error();
        m_id = *made;
        return domain::Done {};
    }

private:
    [[nodiscard]] std::optional<store::LibraryFolder> folderOf(const domain::LibraryWorkout &workout) const
    {
        const auto folders = m_store.folders();
        const auto found = std::find_if(folders.begin(), folders.end(), [&](const auto &folder) {
            return workout.folder && folder.key == workout.folder->value;
        });
        return found == folders.end() ? std::nullopt : std::optional(*found);
    }

    domain::LibraryWorkout m_known;
    store::LibraryFolder m_folder;
};

}

domain::Result<std::unique_ptr<BuiltWorkout>> BuiltWorkout::open(
    store::Store &store, store::Kind kind, const domain::LocalId &id)
{
    std::unique_ptr<BuiltWorkout> workout;
    if (kind == store::Kind::Workout)
        workout = std::make_unique<BuiltTemplate>(store, id);
    else
        workout = std::make_unique<BuiltEvent>(store, id);
    if (const auto there = workout->read(); !there)
        return there.error();
    return workout;
}

}
