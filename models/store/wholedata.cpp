// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/wholedata.h"

#include "models/store/databasefile.h"
#include "models/store/entitytable.h"
#include "models/store/journal.h"
#include "models/store/privatefile.h"
#include "models/store/setaside.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QSqlError>

using namespace Qt::StringLiterals;

namespace store {

namespace {

constexpr auto lockSuffix = ".lock"_L1;

QJsonArray unsyncedInDatabase(const QString &database)
{
    QJsonArray edits;
    const ReadOnlyConnection file(database);
    QSqlQuery query(file.database());
    query.exec(u"SELECT o.op_id, o.local_id, o.kind, o.op, o.patch_json, o.created_at, b.view_json FROM outbox o"
               " LEFT JOIN body b USING(local_id) ORDER BY o.seq"_s);
    while (query.next())
        edits.append(QJsonObject {{u"op"_s, query.value(0).toString()},
            {u"id"_s, query.value(1).toString()},
            {u"kind"_s, query.value(2).toInt()},
            {u"type"_s, query.value(3).toString()},
            {u"patch"_s, jsonObject(query.value(4))},
            {u"at"_s, query.value(5).toLongLong()},
            {u"item"_s, jsonObject(query.value(6))}});
    return edits;
}

/// Nobody knows which of a backup's edits have arrived since it was made.
bool markAsUnknown(const QString &path)
{
    const QString name = u"restoring "_s + path;
    bool done = false;
    {
        QSqlDatabase file = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
        file.setDatabaseName(path);
        done = file.open();
        QSqlQuery query(file);
        done = done && query.exec(u"UPDATE outbox SET state='unknown', next_at=NULL"_s);
        query.finish();
        file.close();
    }
    QSqlDatabase::removeDatabase(name);
    return done;
}

}

domain::Result<std::unique_ptr<QLockFile>> lockForWriting(const QString &database, std::chrono::milliseconds wait)
{
    if (database == ":memory:"_L1)
        return std::unique_ptr<QLockFile>();
    if (auto plain = checkPlainFile(database + lockSuffix); !plain)
        return plain.error();
    auto lock = std::make_unique<QLockFile>(database + lockSuffix);
    lock->setStaleLockTime(0);
    if (lock->tryLock(int(wait.count())))
        return lock;
    if (lock->error() == QLockFile::LockFailedError) {
        return domain::Error {.kind = domain::Error::Kind::Conflict,
            .httpStatus = 0,
            .item = database,
            .detail = u"open in another process"_s,
            .retryAfter = {}};
    }
    return domain::storageFailure(database, u"the folder cannot be written"_s);
}

domain::Result<domain::Done> backUpDatabase(const QString &database, const QString &to)
{
    if (inspectDatabase(database).kind != FileState::Kind::Ours)
        return domain::storageFailure(database, u"there is no database of this program"_s);
    if (QFileInfo::exists(to))
        return domain::storageFailure(to, u"there is a file already"_s);
    if (auto made = makePrivateFile(to); !made)
        return made;
    QString reason;
    {
        const ReadOnlyConnection file(database);
        QSqlQuery query(file.database());
        query.prepare(u"VACUUM INTO ?"_s);
        query.bindValue(0, to);
        reason = query.exec() ? QString() : query.lastError().databaseText();
    }
    QFile copy(to);
    const bool kept = reason.isEmpty() && copy.open(QIODevice::ReadWrite) && syncFile(copy) && syncFolderOf(to);
    copy.close();
    if (kept && isIntact(to))
        return domain::Done {};
    QFile::remove(to);
    return domain::storageFailure(to, reason.isEmpty() ? u"the copy is not sound"_s : reason);
}

domain::Result<QString> restoreDatabase(const QString &database, const QString &from, const QDateTime &now)
{
    if (inspectDatabase(from).kind != FileState::Kind::Ours || !isIntact(from))
        return domain::storageFailure(from, u"not a sound backup of this program"_s);
    const QString beside = database + u".restoring"_s;
    QFile::remove(beside);
    if (auto copied = backUpDatabase(from, beside); !copied)
        return copied.error();
    if (!markAsUnknown(beside)) {
        QFile::remove(beside);
        return domain::storageFailure(from, u"its outbox cannot be read"_s);
    }
    QString former;
    if (QFileInfo::exists(database)) {
        former = setAside(database, u"before-restore"_s, now);
        if (former.isEmpty())
            return domain::storageFailure(database, u"it cannot be put aside"_s);
        QFile::rename(database + u"-wal"_s, former + u"-wal"_s);
    }
    // A log without its database would be taken for that of the restored one.
    for (const auto &suffix : {u"-wal"_s, u"-shm"_s, u"-journal"_s})
        QFile::remove(database + suffix);
    if (!QFile::rename(beside, database) || !syncFolderOf(database))
        return domain::storageFailure(database, u"the restored file cannot take its place"_s);
    return former;
}

domain::Result<QJsonObject> exportUnsynced(const QString &database)
{
    const auto journal = Journal::read(Journal::pathFor(database));
    if (!journal)
        return journal.error();
    QJsonArray edits;
    for (const auto &edit : journal->unsynced()) {
        QJsonObject json = journalJson(edit);
        json.insert(u"after"_s, edit.edit.after);
        edits.append(json);
    }
    QString source = u"journal"_s;
    if (edits.isEmpty() && QFileInfo::exists(database)) {
        edits = unsyncedInDatabase(database);
        source = u"database"_s;
    }
    return QJsonObject {{u"unsynced"_s, edits}, {u"from"_s, source}, {u"unreadable"_s, journal->unreadable}};
}

QStringList localFiles(const QString &database)
{
    const QFileInfo file(database);
    QStringList paths;
    const QStringList names
        = file.dir().entryList({file.fileName(), file.fileName() + u".*"_s, file.fileName() + u"-*"_s},
            QDir::Files | QDir::Dirs | QDir::Hidden);
    for (const QString &name : names) {
        if (!name.endsWith(lockSuffix)) // goes with whoever holds it
            paths.append(file.dir().filePath(name));
    }
    return paths;
}

domain::Result<domain::Done> deleteLocalData(const QString &database)
{
    const QStringList paths = localFiles(database);
    for (const QString &path : paths) {
        const QFileInfo info(path);
        const bool removed = info.isDir() && !info.isSymLink() ? QDir(path).removeRecursively() : QFile::remove(path);
        if (!removed)
            return domain::storageFailure(path, u"it cannot be removed"_s);
    }
    syncFolderOf(database);
    return domain::Done {};
}

}
