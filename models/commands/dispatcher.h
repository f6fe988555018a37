// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/store/store.h"
#include "models/store/waitingedits.h"

namespace commands {

/// The verbs of what waits to be sent. Operations are named by their sequence; those that are gone meanwhile are passed
/// over.
class Dispatcher
{
public:
    explicit Dispatcher(store::Store &store)
        : m_store(store)
    {
    }

    domain::Result<domain::Done> retry(const QList<qint64> &sequences);
    domain::Result<domain::Done> retryAll();
    /// Ends all conflicts of an item the same way. With both, the person's version stands beside theirs as a copy.
    domain::Result<domain::Done> choose(const domain::LocalId &id, store::Choice choice);
    /// Takes the edits back where nobody has changed them since, as one gesture that can be undone. What may have
    /// reached the service is taken back there too. A folder takes the workouts along that were made in it and never
    /// sent. The error is Conflict if nothing is left to be taken back.
    domain::Result<domain::Done> discard(const QList<qint64> &sequences);

private:
    /// Those operations and what goes along with them, newest first.
    [[nodiscard]] QList<store::WaitingEdit> chosen(const QList<qint64> &sequences) const;
    [[nodiscard]] store::Gesture counterOf(const QList<store::WaitingEdit> &edits) const;
    /// The view without what the operation did; nothing if its entity is gone.
    [[nodiscard]] std::optional<QJsonObject> takenBack(
        const store::Operation &operation, const QJsonObject &view) const;

    store::Store &m_store;
};

}
