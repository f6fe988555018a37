// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

namespace items {

/// The account's name stands in Qt::DisplayRole, all of it in words in Qt::AccessibleTextRole.
enum AccountRole {
    AccountFactsRole = Qt::UserRole + 1, ///< QStringList: caption, value, caption, value …
    AccountDatabaseRole, ///< QString: its path
    AccountAthleteRole, ///< QString: the service's id
    AccountOpenRole, ///< bool: it is the one of this window
    AccountPassingRole, ///< bool: nothing of it is kept once the window closes
    AccountWaitingRole, ///< int: edits that were not sent
    AccountSizeRole, ///< QString: of its files, "12.4 MB"
};

}
