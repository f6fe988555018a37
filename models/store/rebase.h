// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/entitytable.h"
#include "models/store/merge.h"
#include "models/store/outbox.h"

namespace store {

/// What a new object of the service did to the edits that wait for it.
struct Rebased {
    QJsonObject view; ///< the object with what is left of the edits over it; empty if it is deleted here
    bool conflicting = false; ///< a person has to choose
    bool gaveWay = false; ///< something typed here went to the history, because it may not be changed any more
    QList<FieldConflict> yielded; ///< what that was
    bool locked = false; ///< and why: else it follows from a text of theirs
    bool waits = false; ///< there are edits
    bool edited = false; ///< the outbox is no longer what it was
};

/// The base with the waiting edits over it; empty if the user deleted it.
[[nodiscard]] QJsonObject viewOver(const QJsonObject &base, const QList<Operation> &pending);

/// Lays the waiting edits of one entity over another object of the service. Operations under way stay as they were
/// sent. To be called within a transaction.
class Rebase
{
public:
    Rebase(Database &database, const QDateTime &now)
        : m_database(database)
        , m_now(now)
    {
    }

    /// sent is what the record is the answer to: what the service computes from it is nobody's edit.
    domain::Result<Rebased> over(const Entity &entity, const QJsonObject &record, const domain::Patch &sent = {});

private:
    bool patch(const Operation &operation);
    bool replace(const Operation &operation, const domain::Patch &rest, bool conflicts);
    bool hold(const Operation &deletion, const QJsonObject &record);

    Database &m_database;
    QDateTime m_now;
    QJsonObject m_base; ///< what the operation at hand was made on
    QJsonObject m_plain; ///< what it will be made on
    domain::Patch m_sent;
    Rebased m_result;
};

}
