// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/outbox.h"

namespace store {

class Store;

/// An operation of the outbox with what a person knows it by.
struct WaitingEdit {
    Operation operation;
    QString groupId; ///< the same for all operations of one gesture
    int status = 0; ///< HTTP, of the last attempt; 0 if there was no answer
    QString reason; ///< what the service gave when it refused, in its words
    QDateTime nextAt; ///< UTC; invalid if it need not wait
    QString name; ///< as shown now, or as it was before a deletion
    QString sport; ///< type of events, activities and templates; empty if it has none
    QDate day; ///< as shown now, or as it was before a deletion; invalid for the library

    [[nodiscard]] bool isRefused() const
    {
        return operation.state == Operation::State::Rejected || operation.state == Operation::State::Conflict;
    }
};

/// Every operation that the service has not confirmed, oldest first.
[[nodiscard]] QList<WaitingEdit> waitingEdits(Database &database);

/// Why the service refused an edit of the item, in its words; empty if it did not, or gave no reason.
[[nodiscard]] QString refusalOf(Database &database, const domain::LocalId &id);

/// What was refused, or waits for its time, may be sent at once. Operations under way and those of unknown outcome keep
/// their state, for they may have arrived. Names operations by their sequence; unknown ones are passed over.
domain::Result<domain::Done> sendAgain(Store &store, const QList<qint64> &sequences);

}
