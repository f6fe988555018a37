// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ids.h"
#include "models/store/merge.h"

#include <QDateTime>

namespace store {

class Database;

/// A choice that only a person can make: one field that was changed here and elsewhere, or a whole object that was
/// deleted here and changed elsewhere. Nothing of it is sent until then.
struct Conflict {
    qint64 key = 0;
    domain::LocalId id;
    Kind kind = Kind::Event;
    FieldConflict values; ///< of an object deleted here: no field, and the service's object as theirs
    QDateTime at; ///< UTC, when it was found

    [[nodiscard]] bool isOfWhole() const { return values.field.isEmpty(); }
};

/// Both keeps theirs and puts mine beside it as a copy; of texts it keeps the lines of both.
enum class Choice { Mine, Theirs, Both };

/// The choices that wait, and those that were made.
class ConflictTable
{
public:
    explicit ConflictTable(Database &database)
        : m_database(database)
    {
    }

    /// The person went on with a side that is held.
    bool typedOn(const domain::LocalId &id, const domain::Patch &mine);
    /// Opens a conflict; one of the same field that is open already gets the newer values of theirs.
    bool put(const domain::LocalId &id, const FieldConflict &values, const QDateTime &now);
    [[nodiscard]] QList<Conflict> open(); ///< oldest first
    [[nodiscard]] QList<Conflict> openOf(const domain::LocalId &id);
    bool close(const Conflict &conflict, Choice choice);
    /// What no longer stands in these fields has settled itself; true if none is left open.
    bool settle(const domain::LocalId &id, const QStringList &stillWaiting, bool &noneLeft);
    bool settleAll(const domain::LocalId &id);

private:
    Database &m_database;
};

}
