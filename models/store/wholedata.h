// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QJsonObject>
#include <QLockFile>
#include <QStringList>
#include <memory>

class QDateTime;

/// What a person does with the files of an account as a whole. None of it needs a database that can be opened by the
/// program, except for a backup.
namespace store {

/// Held by the one process that may write into a database. Only the end of its process frees it, never its age: a
/// machine may sleep for a week. Conflict if another process has it and does not let go within the wait; none for a
/// database in memory.
[[nodiscard]] domain::Result<std::unique_ptr<QLockFile>> lockForWriting(
    const QString &database, std::chrono::milliseconds wait = {});

/// A whole, checked copy, also of a database that is open elsewhere. The file must not be there yet.
[[nodiscard]] domain::Result<domain::Done> backUpDatabase(const QString &database, const QString &to);

/// Puts a checked copy of the backup in place of the database; the caller holds the lock. Returns where the former one
/// was put, empty if there was none. Edits that only the journal has are made again when it is next opened; those of
/// the backup are sent only after the service was asked about them.
[[nodiscard]] domain::Result<QString> restoreDatabase(
    const QString &database, const QString &from, const QDateTime &now);

/// {"unsynced": [edits by age], "from": "journal" or "database"}, from whatever can still be read.
[[nodiscard]] domain::Result<QJsonObject> exportUnsynced(const QString &database);

/// Every file and folder that belongs to the database, its backups and what was put aside among them.
[[nodiscard]] QStringList localFiles(const QString &database);
/// Removes them; an error names the first that stays. The caller holds the lock.
[[nodiscard]] domain::Result<domain::Done> deleteLocalData(const QString &database);

}
