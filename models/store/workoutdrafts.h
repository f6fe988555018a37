// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/event.h"
#include "models/store/summary.h"

namespace store {

class Database;

/// What was typed into a workout of the calendar or the library and is not saved yet.
struct WorkoutDraft {
    domain::LocalId workout;
    Kind kind = Kind::Event; ///< or Workout
    QString name; ///< of the workout, as it was opened
    domain::Patch typed; ///< against what was opened, by the keys of an event
    QDateTime at; ///< UTC
};

/// Unsaved workouts, so that a sudden end takes no more than the last second of typing. They are no edits: nothing is
/// sent of them and undo does not know them.
class WorkoutDrafts
{
public:
    explicit WorkoutDrafts(Database &database)
        : m_database(database)
    {
    }

    /// In place of what was kept of the same workout; durable on return.
    domain::Result<domain::Done> keep(const WorkoutDraft &draft);
    void drop(const domain::LocalId &workout);
    [[nodiscard]] std::optional<WorkoutDraft> of(const domain::LocalId &workout) const;
    [[nodiscard]] QList<WorkoutDraft> all() const; ///< newest first

private:
    Database &m_database;
};

}
