// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/tombstones.h"

#include "models/store/database.h"

namespace store {

namespace {

constexpr int tombstoneDays = 90;

}

bool Tombstones::set(Kind kind, const QString &remoteId, const QString &updated, const QDateTime &now)
{
    if (remoteId.isEmpty() || updated.isEmpty())
        return true; // nothing by which it would be known again
    return m_database.run("INSERT OR REPLACE INTO tombstone(kind,remote_id,updated,at) VALUES(?,?,?,?)",
        {int(kind), remoteId, updated, now.toMSecsSinceEpoch()});
}

bool Tombstones::isOf(Kind kind, const QString &remoteId, const QString &updated)
{
    const QVariant known
        = m_database.value("SELECT updated FROM tombstone WHERE kind=? AND remote_id=?", {int(kind), remoteId});
    if (known.isNull())
        return false;
    if (known.toString() == updated)
        return true;
    m_database.run("DELETE FROM tombstone WHERE kind=? AND remote_id=?", {int(kind), remoteId});
    return false;
}

bool Tombstones::prune(const QDateTime &now)
{
    return m_database.run("DELETE FROM tombstone WHERE at<?", {now.addDays(-tombstoneDays).toMSecsSinceEpoch()});
}

}
