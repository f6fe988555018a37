// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/libraryfold.h"

#include "models/store/entitytable.h"
#include "models/store/kinds.h"
#include "models/store/librarytable.h"
#include "models/store/likeness.h"
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
        " FROM entity e LEFT JOIN library l USING(local_id) WHERE e.kind IS ? AND e.kind>=3 AND e.remote_id IS NOT "
        "NULL",
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

LibraryFold::LibraryFold(Store &store, Answer answer)
    : m_database(store.database())
    , m_fold(store)
    , m_answer(std::move(answer))
{
}

domain::Result<bool> LibraryFold::take(qsizetype most)
{
    const auto folders = m_answer.folders.mid(m_takenFolders, most);
    const auto workouts = m_answer.workouts.mid(m_takenWorkouts, most - folders.size());
    if (const auto taken = take(folders, workouts); !taken) {
        m_fold.announceChange(); // of the parts before
        return taken.error();
    }
    m_takenFolders += folders.size();
    m_takenWorkouts += workouts.size();
    return m_takenFolders < m_answer.folders.size() || m_takenWorkouts < m_answer.workouts.size();
}

domain::Result<domain::Done> LibraryFold::take(const QList<QJsonObject> &folders, const QList<QJsonObject> &workouts)
{
    Transaction transaction(m_database);
    if (!transaction.isOpen())
        return domain::storageFailure(u"library"_s, m_database.lastError());
    // Whoever sent what may be there will look for it.
    const auto others = [this](Kind kind, QList<QJsonObject> records) {
        const auto sent = creationsUnderWay(m_database, kind);
        records.removeIf([&](const QJsonObject &record) {
            const auto isIt = [&](const QJsonObject &each) { return isAlike(kind, record, each); };
            return std::ranges::any_of(sent, isIt) && !m_fold.m_store.findRemote(kind, remoteIdOf(kind, record));
        });
        return records;
    };
    auto done = m_fold.foldEach(Kind::Folder, others(Kind::Folder, folders), m_seenFolders, m_report);
    if (done)
        done = m_fold.foldEach(Kind::Workout, others(Kind::Workout, workouts), m_seenWorkouts, m_report);
    if (done && !transaction.commit())
        done = domain::storageFailure(u"library"_s, m_database.lastError());
    return done;
}

domain::Result<FoldReport> LibraryFold::conclude()
{
    const bool stored = settleMissing();
    const QString why = m_database.lastError();
    m_fold.announceChange();
    if (!stored)
        return domain::storageFailure(u"library"_s, why);
    return m_report;
}

bool LibraryFold::settleMissing()
{
    Transaction transaction(m_database);
    const bool removes = m_answer.isWhole && m_report.quarantined == 0;
    return transaction.isOpen() && (!removes || removeMissing()) && transaction.commit();
}

bool LibraryFold::removeMissing()
{
    const auto knownFolders = knownOf(m_database, Kind::Folder);
    const auto knownWorkouts = knownOf(m_database, Kind::Workout);
    const Lately &lately = m_fold.m_store.lately();
    const QDateTime now = m_fold.m_store.clock().now();
    QList<domain::LocalId> gone;
    QList<domain::LocalId> needed; ///< by what was put there meanwhile
    QSet<QString> goneFolders;
    for (const Known &folder : knownFolders) {
        if (!m_seenFolders.contains(folder.remoteId) && !folder.waits && !lately.has(folder.id, now)) {
            (LibraryTable(m_database).isNeeded(folder.remoteId) ? needed : gone).append(folder.id);
            goneFolders.insert(folder.remoteId);
        }
    }
    const bool foldersBelieved = !m_seenFolders.isEmpty() || knownFolders.size() <= 1;
    // Workouts that went with their folder are no surprise beside it.
    qsizetype alone = 0;
    for (const Known &workout : knownWorkouts) {
        if (m_seenWorkouts.contains(workout.remoteId) || workout.waits || lately.has(workout.id, now))
            continue;
        gone.append(workout.id);
        alone += goneFolders.contains(workout.folder) ? 0 : 1;
    }
    if (!foldersBelieved || !isBelieved(goneFolders.size(), knownFolders.size())
        || !isBelieved(alone, knownWorkouts.size())) {
        m_report.held = int(gone.size());
        m_report.heldIds = gone;
        return true;
    }
    const auto isDoubted = [this](const domain::LocalId &id) { return m_answer.doubted->contains(id); };
    if (!m_answer.doubted) {
        m_report.missing = gone + needed;
        return true;
    }
    gone.removeIf(std::not_fn(isDoubted));
    needed.removeIf(std::not_fn(isDoubted));
    for (const auto &id : std::as_const(gone)) {
        const auto entity = EntityTable(m_database).find(id);
        const bool isKept = !entity || Trash(m_database).put({id, entity->kind, Origin::Service, entity->view, now});
        if (!isKept || !EntityTable(m_database).remove(id))
            return false;
        m_fold.m_change.library = true;
        ++m_report.removed;
    }
    return std::ranges::all_of(needed, [this](const domain::LocalId &id) { return m_fold.vanish(id); });
}

}
