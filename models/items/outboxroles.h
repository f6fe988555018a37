// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

namespace items {

/// How far a row of the outbox has come; of a gesture, its operation that is worst off.
enum class OutboxState { Saved, Waiting, Sending, Unknown, Refused, Conflict };

/// What a row is about, for its icon; Event, Activity and Template have a sport.
enum class OutboxSubject { Event, Activity, Wellness, Folder, Template, File };

/// The words of a row stand in Qt::DisplayRole, both lines together in Qt::AccessibleTextRole.
enum OutboxRole {
    OutboxStateRole = Qt::UserRole + 1, ///< OutboxState
    OutboxStateTextRole, ///< finished text; of refused ones with the reason given
    OutboxSubjectRole, ///< OutboxSubject
    OutboxSportRole, ///< type, may be empty
    OutboxEntityRole, ///< QString: local id of the first item that is still there; empty if none is
    OutboxCopiesRole, ///< bool: of a conflict, whether both versions can stand side by side
    OutboxDifferencesRole, ///< QList<items::FieldDifference>: of a conflict, each field here and there
    OutboxSequencesRole, ///< QList<qint64> of operations; empty for files
    OutboxFileRole, ///< QString: id of a file to upload; empty for edits
};

}
