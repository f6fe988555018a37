// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/summary.h"

#include <QDateTime>
#include <QJsonObject>

namespace store {

class Database;

/// Whose version of an item it is.
enum class Origin { Service, User };

/// An item as it was before something replaced it.
struct ItemVersion {
    QDateTime at; ///< UTC, of the replacement
    Origin origin = Origin::Service;
    QJsonObject json;
};

/// The last ten versions of each item, so that what an edit or an answer overwrote can be found again. They outlive the
/// item. Versions of one person within a minute count as one: the first.
class ItemHistory
{
public:
    explicit ItemHistory(Database &database)
        : m_database(database)
    {
    }

    [[nodiscard]] QList<ItemVersion> versions(const domain::LocalId &id); ///< newest first
    /// Keeps what is shown of the item now, before a person changes it.
    bool keepView(const domain::LocalId &id, const QDateTime &now);
    /// Keeps what the service said last, before it says something else.
    bool keepBase(const domain::LocalId &id, const QJsonObject &base, const QDateTime &now);

private:
    bool shorten(const domain::LocalId &id);

    Database &m_database;
};

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

/// Keeps apart what could not be understood; of very much of it, the newest.
bool quarantine(Database &database, Kind kind, const QJsonObject &raw, const QString &reason, const QDateTime &now);

}
