// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QModelIndex>

namespace items {

/// What a row of the library's tree is.
enum class LibraryNode { Section, Folder, Plan, Workout };

/// What the tree answers beside its finished text, which is the name. The row's sport, figures and tags are those of
/// workouts; folders answer how many they have.
enum LibraryRole {
    LibraryNodeRole = Qt::UserRole + 1, ///< LibraryNode as int
    LibraryIdRole, ///< domain::LocalId; of sections empty
    LibrarySportRole, ///< the sport as the service names it
    LibraryFamilyRole, ///< domain::SportFamily as int
    LibrarySecondsRole, ///< int; invalid where nothing is known, as the next two
    LibraryLoadRole,
    LibraryMetresRole,
    LibraryProfileRole, ///< workout::Profile, encoded
    LibraryTagsRole, ///< QStringList
    LibraryZoneRole, ///< the hardest zone that counts, 0 without one
    LibraryDayRole, ///< of workouts in plans, from 0; invalid outside of plans
    LibraryNoteRole, ///< a note of a plan: nothing to train
    LibraryCountRole, ///< workouts in a folder, folders in a section
    LibraryWeeksRole, ///< of plans
    LibraryReadOnlyRole, ///< somebody else's folder, or a workout in one
    LibraryMarkRole, ///< store::Mark as int
};

[[nodiscard]] inline LibraryNode libraryNodeOf(const QModelIndex &index)
{
    return LibraryNode(index.data(LibraryNodeRole).toInt());
}

}
