// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QDateTime>

namespace store {

class Database;

/// Brings the tables of an older version to this one, in one transaction: afterwards they are all old or all new. A
/// copy that was looked through lies beside the file before anything is changed.
[[nodiscard]] domain::Result<domain::Done> migrate(Database &database, const QString &path, int fromVersion);

/// A whole copy of an open database in a file that was not there, on the disk and found sound; else an error and no
/// file.
[[nodiscard]] domain::Result<domain::Done> copyDatabase(Database &database, const QString &to);

}
