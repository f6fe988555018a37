// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace store {

/// What had to be mended when a store was opened; all zero and empty nearly always.
struct Recovery {
    int restored = 0; ///< edits that only the journal had
    int salvaged = 0; ///< operations that only the damaged database had
    int unreadable = 0; ///< lines of the journal that are damaged
    int quarantined = 0; ///< edits that could be read but not made again; kept apart
    QString foreignJournal; ///< where a journal of somebody else was put
    QString damagedDatabase; ///< where a database that could not be read was put
};

}
