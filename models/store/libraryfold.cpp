// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/entitytable.h"
#include "models/store/librarytable.h"
#include "models/store/remotefold.h"
#include "models/store/trash.h"

using namespace Qt::StringLiterals;

namespace store {

namespace {

struct Known {
    domain::LocalId id;
    QString remoteId;
    QString folder;
    bool waits = false; ///< edits of it are on their way
};

QList<Known> knownOf(Database &database, Kind kind)
{
    QList<Known> list;
    QSqlQuery &query = database.select(
        "SELECT e.local_id, e.remote_id, l.folder, EXISTS(SELECT 1 FROM outbox o WHERE o.local_id=e.local_id)"
        " FROM entity e LEFT JOIN library l USING(local_id) WHERE e.kind=? AND e.kind>=3 AND e.remote_id IS NOT NULL",
        {int(kind)});
    while (query.next())
        list.append({{query.value(0).toString()},
            query.value(1).toString(),
            query.value(2).toString(),
            query.value(3).toBool()});
    query.finish();
    return list;
}

/// An answer without most of what is known is taken for a slip of the service, not for its word.
bool isBelieved(qsizetype missing, qsizetype known)
{
    return missing <= std::max<qsizetype>(5, known / 2);
}

}

domain::Result<FoldReport> RemoteFold::library(const QList<QJsonObject> &folders, const QList<QJsonObject> &workouts)
{
    return foldLibrary(folders, workouts, true);
}

domain::Result<FoldReport> RemoteFold::libraryPart(
    const QList<QJsonObject> &folders, const QList<QJsonObject> &workouts)
{
    return foldLibrary(folders, workouts, false);
}

domain::Result<FoldReport> RemoteFold::foldLibrary(
    const QList<QJsonObject> &folders, const QList<QJsonObject> &workouts, bool whole)
{
    m_change = {};
    FoldReport report;
    QSet<QString> seenFolders;
    QSet<QString> seenWorkouts;
    Transaction transaction(m_database);
    if (!transaction.isOpen())
        return domain::storageFailure(u"library"_s, m_database.lastError());
    if (const auto done = foldEach(Kind::Folder, folders, seenFolders, report); !done)
        return done.error();
    if (const auto done = foldEach(Kind::Workout, workouts, seenWorkouts, report); !done)
        return done.error();
    const bool stored = !whole || report.quarantined > 0 || removeMissingFromLibrary(seenFolders, seenWorkouts, report);
    if (!stored || !transaction.commit())
        return domain::storageFailure(u"library"_s, m_database.lastError());
    announceChange();
    return report;
}

bool RemoteFold::removeMissingFromLibrary(
    const QSet<QString> &folders, const QSet<QString> &workouts, FoldReport &report)
{
    const auto knownFolders = knownOf(m_database, Kind::Folder);
    const auto knownWorkouts = knownOf(m_database, Kind::Workout);
    QList<domain::LocalId> gone;
    QList<domain::LocalId> needed; ///< by what was put there meanwhile
    QSet<QString> goneFolders;
    for (const Known &folder : knownFolders) {
        if (!folders.contains(folder.remoteId) && !folder.waits) {
            (LibraryTable(m_database).isNeeded(folder.remoteId) ? needed : gone).append(folder.id);
            goneFolders.insert(folder.remoteId);
        }
    }
    const bool foldersBelieved = !folders.isEmpty() || knownFolders.size() <= 1;
    // Workouts that went with their folder are no surprise beside it.
    qsizetype alone = 0;
    for (const Known &workout : knownWorkouts) {
        if (workouts.contains(workout.remoteId) || workout.waits)
            continue;
        gone.append(workout.id);
        alone += goneFolders.contains(workout.folder) ? 0 : 1;
    }
    if (!foldersBelieved || !isBelieved(goneFolders.size(), knownFolders.size())
        || !isBelieved(alone, knownWorkouts.size())) {
        report.held = int(gone.size());
        report.heldIds = gone;
        return true;
    }
    for (const auto &id : std::as_const(gone)) {
        if (const auto entity = EntityTable(m_database).find(id))
            Trash(m_database).put({id, entity->kind, Origin::Service, entity->view, m_store.clock().now()});
        EntityTable(m_database).remove(id);
        m_change.library = true;
        ++report.removed;
    }
    return std::ranges::all_of(needed, [this](const domain::LocalId &id) { return vanish(id); });
}

}
