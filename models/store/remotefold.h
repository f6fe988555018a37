// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/stream.h"
#include "models/store/outbox.h"
#include "models/store/store.h"

namespace store {

/// What a pull did.
struct FoldReport {
    int changed = 0; ///< entities whose view changed
    int removed = 0; ///< gone from the service
    int held = 0; ///< missing from the answer, but too many at once to be believed
    int quarantined = 0; ///< records that could not be read; kept apart
};

/// Brings the service's answers into the store: the server's object becomes the base, the user's waiting edits are
/// laid over it again. One transaction per call.
class RemoteFold
{
public:
    explicit RemoteFold(Store &store);

    /// A complete answer for the days asked for: what is missing from it is gone, unless suspiciously much is.
    domain::Result<FoldReport> events(const domain::DateRange &asked, const QList<QJsonObject> &records);
    domain::Result<FoldReport> activities(const domain::DateRange &asked, const QList<QJsonObject> &records);
    domain::Result<FoldReport> wellness(const domain::DateRange &asked, const QList<QJsonObject> &records);
    /// The whole library: folders and plans, and all their workouts. What is missing is gone, as with events.
    domain::Result<FoldReport> library(const QList<QJsonObject> &folders, const QList<QJsonObject> &workouts);
    /// The same for an answer that could not be read whole: nothing is gone.
    domain::Result<FoldReport> libraryPart(const QList<QJsonObject> &folders, const QList<QJsonObject> &workouts);
    /// Single objects of any kind, for example one activity in full.
    domain::Result<FoldReport> record(Kind kind, const QJsonObject &json);

    domain::Result<domain::Done> athlete(const QJsonObject &json);
    domain::Result<domain::Done> sports(const QList<QJsonObject> &rows);
    domain::Result<domain::Done> streams(const domain::LocalId &activity, const domain::StreamSet &streams);

    /// The service confirmed the operation with this object: the operation is done, the object is the new base.
    domain::Result<domain::Done> confirmed(const Operation &operation, const QJsonObject &answer);
    /// The service no longer has the entity (a deletion done, or found gone).
    domain::Result<domain::Done> gone(const Operation &operation);

private:
    domain::Result<FoldReport> fold(Kind kind, const domain::DateRange &asked, const QList<QJsonObject> &records);
    domain::Result<domain::Done> foldEach(Kind kind, const QList<QJsonObject> &records, QSet<QString> &seen, FoldReport &report);
    /// Whether the view changed.
    domain::Result<bool> foldOne(Kind kind, const domain::LocalId &id, QJsonObject record);
    [[nodiscard]] domain::LocalId localIdFor(Kind kind, const QString &remoteId, const QJsonObject &record);
    void removeMissing(const domain::DateRange &asked, const QSet<QString> &seen, FoldReport &report);
    domain::Result<FoldReport> foldLibrary(const QList<QJsonObject> &folders, const QList<QJsonObject> &workouts, bool whole);
    void removeMissingFromLibrary(const QSet<QString> &folders, const QSet<QString> &workouts, FoldReport &report);
    void note(Kind kind, const domain::LocalId &id);
    void announceChange();
    domain::Result<domain::Done> setMeta(const QString &key, const QJsonObject &json);

    Store &m_store;
    Database &m_database;
    Change m_change;
};

/// The service's key of a record as text; empty if it has none.
[[nodiscard]] QString remoteIdOf(Kind kind, const QJsonObject &record);

}
