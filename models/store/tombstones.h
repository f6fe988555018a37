// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/summary.h"

#include <QDateTime>

namespace store {

class Database;

/// What was deleted on the service: an answer that is older than the deletion must not bring it back. Kept for 90 days.
class Tombstones
{
public:
    explicit Tombstones(Database &database)
        : m_database(database)
    {
    }

    bool set(Kind kind, const QString &remoteId, const QString &updated, const QDateTime &now);
    /// Whether the record is the deleted one as it was; one that has changed since is alive and has no tombstone any
    /// more.
    [[nodiscard]] bool isOf(Kind kind, const QString &remoteId, const QString &updated);
    bool prune(const QDateTime &now);

private:
    Database &m_database;
};

}
