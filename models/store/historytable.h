// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ids.h"

#include <QDateTime>
#include <QJsonObject>

namespace store {

class Database;

/// An object as it stood before something else took its place.
struct Version {
    enum class Origin { Here, Service };

    QDateTime at; ///< UTC, when it was replaced
    Origin origin = Origin::Service;
    QJsonObject json;
};

/// The last versions of each object that a merge or a choice replaced, so that none is lost for good.
class HistoryTable
{
public:
    static constexpr int kept = 10; ///< for each object

    explicit HistoryTable(Database &database)
        : m_database(database)
    {
    }

    bool add(const domain::LocalId &id, const Version &version);
    [[nodiscard]] QList<Version> versionsOf(const domain::LocalId &id); ///< newest first

private:
    Database &m_database;
};

}
