// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

namespace items {

/// Roles of what is kept of earlier times: versions of an item, and what was deleted. The first line stands in
/// Qt::DisplayRole, all of a row in words in Qt::AccessibleTextRole.
enum KeptRole {
    KeptDetailRole = Qt::UserRole + 1, ///< QString: the second line
    KeptDifferencesRole, ///< QList<items::FieldDifference>: what changed to make this version
    KeptRestorableRole, ///< bool
    KeptSportRole, ///< QString: type, may be empty
    KeptKindRole, ///< int: store::Kind
    KeptIdRole, ///< QString: local id
};

}
