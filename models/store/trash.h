// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/summary.h"

#include <QDateTime>
#include <QJsonObject>

namespace store {

class Database;

/// Something that was deleted, as it was.
struct TrashedItem {
    domain::LocalId id;
    Kind kind = Kind::Event;
    Origin origin = Origin::User; ///< who deleted it
    QJsonObject json;
    QDateTime at; ///< UTC
};

/// What was deleted in the last 30 days, here or on the service, so that it can be brought back. What is there again
/// is not listed.
class Trash
{
public:
    explicit Trash(Database &database)
        : m_database(database)
    {
    }

    static constexpr int days = 30;

    /// Nothing is kept of nothing.
    bool put(const TrashedItem &item);
    [[nodiscard]] QList<TrashedItem> items(const QDateTime &now); ///< latest first
    [[nodiscard]] std::optional<TrashedItem> item(const domain::LocalId &id, const QDateTime &now);
    /// Whether it was deleted before, even if it is there again.
    [[nodiscard]] bool hasVersionOf(const domain::LocalId &id);
    bool prune(const QDateTime &now);

private:
    Database &m_database;
};

}
