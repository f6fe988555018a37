// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/stream.h"
#include "models/store/entitytable.h"
#include "models/store/outbox.h"
#include "models/store/store.h"

namespace store {

/// What a pull did.
struct FoldReport {
    int changed = 0; ///< entities whose view changed
    int removed = 0; ///< gone from the service
    QList<domain::LocalId> missing; ///< not in the answer though they should be: ask for each, then call vanished()
    int held = 0; ///< missing from the answer, but too many at once to be believed
    QList<domain::LocalId> heldIds; ///< the same by name
    int quarantined = 0; ///< records that could not be read; kept apart
    int conflicting = 0; ///< entities whose edits and the service's do not go together: a person has to choose
    QList<domain::LocalId> gaveWay; ///< entities of which an edit went to the history, since they were locked meanwhile
};

/// Brings the service's answers into the store: the server's object becomes the base, the user's waiting edits are
/// laid over it again. One transaction per call.
class RemoteFold
{
public:
    explicit RemoteFold(Store &store);

    /// A complete answer for the days asked for. What is missing from it is listed, unless it is suspiciously much.
    domain::Result<FoldReport> events(const domain::DateRange &asked, const QList<QJsonObject> &records);
    domain::Result<FoldReport> activities(const domain::DateRange &asked, const QList<QJsonObject> &records);
    domain::Result<FoldReport> wellness(const domain::DateRange &asked, const QList<QJsonObject> &records);
    /// Single objects of any kind, for example one activity in full.
    domain::Result<FoldReport> record(Kind kind, const QJsonObject &json);

    domain::Result<domain::Done> athlete(const QJsonObject &json);
    domain::Result<domain::Done> sports(const QList<QJsonObject> &rows);
    domain::Result<domain::Done> streams(const domain::LocalId &activity, const domain::StreamSet &streams);

    /// The service confirmed the operation with this object: the operation is done, the object is the new base.
    domain::Result<domain::Done> confirmed(const Operation &operation, const QJsonObject &answer);
    /// The service no longer has the entity (a deletion done, or found gone).
    domain::Result<domain::Done> gone(const Operation &operation);
    /// The service does not know the entity any more, and it said so when asked for it alone. What waits as an edit is
    /// created anew under a new key; what is deleted here too is done.
    domain::Result<domain::Done> vanished(const domain::LocalId &id);
    /// The same of many at once, whose absence a person believes; it can be undone as one step.
    domain::Result<domain::Done> believedGone(const QList<domain::LocalId> &ids);
    /// The service certainly did not do it, and meanwhile the item was deleted here: what need not be said any more is
    /// taken out of the outbox. False, and nothing happens, if the item was not deleted.
    domain::Result<bool> takenBack(const Operation &operation);

private:
    friend class LibraryFold;
    friend class RowFold;

    domain::Result<FoldReport> fold(Kind kind, const domain::DateRange &asked, const QList<QJsonObject> &records);
    domain::Result<domain::Done> foldEach(
        Kind kind, const QList<QJsonObject> &records, QSet<QString> &seen, FoldReport &report);
    struct Folded {
        bool changed = false; ///< the view
        bool conflicting = false;
        bool gaveWay = false;
    };
    domain::Result<Folded> foldOne(
        Kind kind, const domain::LocalId &id, QJsonObject record, const domain::Patch &sent = {});
    [[nodiscard]] domain::LocalId localIdFor(Kind kind, const QString &remoteId, const QJsonObject &record);
    bool vanish(const domain::LocalId &id); ///< within a transaction
    bool recreate(Entity entity, Edit creation);
    bool bringFolderBack(const Entity &workout); ///< out of the trash, if the workout stands in it
    void listMissing(const domain::DateRange &asked, const QSet<QString> &seen, FoldReport &report);
    void endRange(Kind kind, const domain::DateRange &asked, const QSet<QString> &seen, FoldReport &report);
    void note(Kind kind, const domain::LocalId &id);
    void noteDay(QDate day);
    void noteDayOf(Kind kind, const QJsonObject &json);
    void announceChange();

    Store &m_store;
    Database &m_database;
    Change m_change;
    bool m_outboxChanged = false;
    QList<GivenWay> m_gaveWay;
};

/// The service's key of a record as text; empty if it has none.
[[nodiscard]] QString remoteIdOf(Kind kind, const QJsonObject &record);

}
