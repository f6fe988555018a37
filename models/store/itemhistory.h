// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/summary.h"

#include <QDateTime>
#include <QJsonObject>
#include <QVariant>
#include <optional>

namespace store {

class Database;

/// An item as it was before something replaced it.
struct ItemVersion {
    QDateTime at; ///< UTC, of the replacement
    Origin origin = Origin::Service; ///< who held this version
    QJsonObject json;
    std::optional<Origin> replacedBy
        = Origin::Service; ///< whose version took its place; not known of those from long ago
};

/// The last ten versions of each item, so that what an edit, an answer or a merge overwrote can be found again. They
/// outlive the item. Versions of one person within a minute count as one: the first.
class ItemHistory
{
public:
    static constexpr int versionsKept = 10; ///< of each item

    explicit ItemHistory(Database &database)
        : m_database(database)
    {
    }

    [[nodiscard]] QList<ItemVersion> versions(const domain::LocalId &id); ///< newest first
    /// Whether the service's object was replaced here already in the state that goes by this instant of its last
    /// change.
    [[nodiscard]] bool hasLeft(const domain::LocalId &id, const QString &updated);
    /// Keeps what is shown of the item now, before a person changes it.
    bool keepView(const domain::LocalId &id, const QDateTime &now);
    /// Keeps what the service said last, before it says something else.
    bool keepBase(
        const domain::LocalId &id, const QJsonObject &base, const QDateTime &now, Origin replacedBy = Origin::Service)
    {
        return keep(id, {now, Origin::Service, base, replacedBy});
    }
    /// Keeps a version that a merge or a choice replaces, unless just this one is kept already. None of nothing.
    bool keep(const domain::LocalId &id, const ItemVersion &version);

    /// Forgets what lies beyond those. Done once in a while: with every edit it would be a good part of its
    /// time.
    bool prune();

private:
    Database &m_database;
};

/// How a column names it.
[[nodiscard]] QString originText(Origin origin);
[[nodiscard]] Origin originOf(const QVariant &text);

}
