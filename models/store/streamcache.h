// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ids.h"
#include "models/domain/stream.h"
#include "models/store/database.h"

#include <QDateTime>

namespace store {

/// The streams of the activities that were looked at last, compressed. They can be fetched again, so they take only so
/// much room: what was fetched longest ago goes first.
class StreamCache
{
public:
    static constexpr qint64 room = 500'000'000; ///< bytes

    explicit StreamCache(Database &database, qint64 mostBytes = room)
        : m_database(database)
        , m_mostBytes(mostBytes)
    {
    }

    /// Within a transaction or alone. These stay, however many they are.
    bool put(const domain::LocalId &activity, const domain::StreamSet &streams, const QDateTime &now);
    [[nodiscard]] std::optional<domain::StreamSet> find(const domain::LocalId &activity);

private:
    bool makeRoom();

    Database &m_database;
    qint64 m_mostBytes;
};

}
