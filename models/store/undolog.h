// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/gesture.h"

#include <QDateTime>

namespace store {

class Database;

/// The stack of gestures that can be undone and redone, kept in the database so that it outlives a restart.
class UndoLog
{
public:
    explicit UndoLog(Database &database)
        : m_database(database)
    {
    }

    struct Entry {
        qint64 position = 0;
        Gesture gesture;
        QDateTime at;
    };

    /// Pushes a gesture; what was undone before it can no longer be redone. A gesture that continues the last one
    /// (same single entity, same fields, within two seconds) becomes part of it.
    bool push(const Gesture &gesture, const QString &groupId, const QDateTime &now);
    [[nodiscard]] std::optional<Entry> top(bool undone);
    bool setUndone(const Entry &entry, bool undone);
    bool drop(const Entry &entry);

private:
    /// The last gesture if it was a moment ago and of the same entity.
    [[nodiscard]] std::optional<Entry> recent(const Gesture &gesture, const QDateTime &now);
    bool extend(const Entry &last, const Gesture &gesture, const QDateTime &now);

    Database &m_database;
};

}
