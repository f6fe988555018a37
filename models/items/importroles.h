// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

namespace items {

/// Columns of the list of files to take in.
enum ImportColumn { ImportName, ImportWhat, ImportDay, ImportFigures, ImportColumnCount };

enum ImportRole {
    ImportKindRole = Qt::UserRole + 1, ///< Candidate::Kind
    ImportReasonRole, ///< why it is refused, or what was changed while reading
    ImportProfileRole, ///< workout::Profile, encoded
    ImportSportRole,
};

}
