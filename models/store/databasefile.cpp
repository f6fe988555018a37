// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/databasefile.h"

#include "models/store/database.h"
#include "models/store/logging.h"
#include "models/store/privatefile.h"
#include "models/store/schema.h"
#include "models/store/setaside.h"

#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace store {

namespace {

constexpr qint64 quicklyChecked = 16 << 20; // bytes; larger files are only looked through on a suspicion

QString describe(const FileState &state)
{
    if (state.kind == FileState::Kind::Newer)
        return u"made by a newer version of the program"_s;
    return u"not a database of this program"_s;
}

/// Tables and indexes are as the program makes them.
bool hasOurSchema(Database &database)
{
    const auto schemaOf = [](Database &of) {
        QStringList lines;
        QSqlQuery &query = of.select("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name");
        while (query.next())
            lines.append(query.value(0).toString() + u' ' + query.value(1).toString());
        query.finish();
        return lines;
    };
    const auto ours = Database::open(u":memory:"_s);
    return ours && schemaOf(**ours) == schemaOf(database);
}

bool isSound(Database &database, const QString &path)
{
    const bool suspected = QFile::exists(Database::suspicionPath(path));
    if (!hasOurSchema(database))
        return false;
    if (QFileInfo(path).size() > quicklyChecked && !suspected)
        return true;
    return database.value("PRAGMA quick_check(1)").toString() == "ok"_L1;
}

/// All files of the database get one new name, so that together they can still be read.
QString setAllAside(const QString &path, const QDateTime &now)
{
    const QString name = asidePath(path, u"damaged"_s, now);
    if (!QFile::rename(path, name))
        return {};
    QFile::rename(path + u"-wal"_s, name + u"-wal"_s);
    QFile::remove(path + u"-shm"_s); // made anew from the others
    QFile::remove(Database::suspicionPath(path));
    qCWarning(lcStore) << "a damaged database was put aside" << name;
    return name;
}

}

bool isDamage(const QString &code)
{
    constexpr int corrupt = 11;
    constexpr int notADatabase = 26;
    const int primary = code.toInt() & 0xFF;
    return primary == corrupt || primary == notADatabase;
}

ReadOnlyConnection::ReadOnlyConnection(const QString &path)
    : m_name(QUuid::createUuid().toString(QUuid::WithoutBraces))
{
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name);
    database.setDatabaseName(path);
    database.setConnectOptions(u"QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=1000"_s);
    database.open();
}

ReadOnlyConnection::~ReadOnlyConnection()
{
    QSqlDatabase::database(m_name, false).close();
    QSqlDatabase::removeDatabase(m_name);
}

QVariant ReadOnlyConnection::value(const QString &sql, QString *errorCode) const
{
    QSqlQuery query(database());
    const bool done = query.exec(sql) && query.next();
    if (!done && errorCode)
        *errorCode = query.lastError().nativeErrorCode();
    return done ? query.value(0) : QVariant();
}

FileState inspectDatabase(const QString &path)
{
    if (QFileInfo(path).size() == 0)
        return {};
    const ReadOnlyConnection file(path);
    QString code;
    const int id = file.value(u"PRAGMA application_id"_s, &code).toInt();
    const int version = file.value(u"PRAGMA user_version"_s, &code).toInt();
    const int actors
        = file.value(u"SELECT count(*) FROM sqlite_master WHERE type IN ('trigger','view')"_s, &code).toInt();
    const int objects = file.value(u"SELECT count(*) FROM sqlite_master"_s, &code).toInt();
    if (isDamage(code))
        return {FileState::Kind::Damaged, 0};
    if (id == 0 && version == 0 && objects == 0)
        return {FileState::Kind::Ours, 0}; // begun and not finished
    if (id != applicationId)
        return {FileState::Kind::Foreign, 0};
    if (version > schemaVersion)
        return {FileState::Kind::Newer, version};
    return {actors > 0 ? FileState::Kind::Foreign : FileState::Kind::Ours, version};
}

bool isIntact(const QString &path)
{
    const ReadOnlyConnection file(path);
    return file.value(u"PRAGMA integrity_check(1)"_s).toString() == "ok"_L1;
}

QStringList filesOf(const QString &path)
{
    return {path, path + u"-wal"_s, path + u"-shm"_s, path + u"-journal"_s};
}

domain::Result<OpenedDatabase> openDatabase(const QString &path, const QDateTime &now)
{
    const QStringList files = filesOf(path);
    for (const auto &file : files) {
        if (auto plain = checkPlainFile(file); !plain)
            return plain.error();
    }
    OpenedDatabase opened;
    const FileState state = inspectDatabase(path);
    if (state.kind == FileState::Kind::Newer || state.kind == FileState::Kind::Foreign)
        return domain::storageFailure(path, describe(state));
    if (state.kind != FileState::Kind::Damaged) {
        auto database = Database::open(path);
        if (database && isSound(**database, path)) {
            // Asked of the database itself, for a lock beside it may have been removed by hand.
            if (!(*database)->begin())
                return domain::storageFailure(path, u"somebody else is writing into it"_s);
            (*database)->rollback();
            QFile::remove(Database::suspicionPath(path));
            opened.database = *std::move(database);
            return opened;
        }
        if (!database && isIntact(path))
            return database.error(); // sound, but it cannot be used now: locked, or no room
    }
    opened.damaged = setAllAside(path, now);
    if (opened.damaged.isEmpty())
        return domain::storageFailure(path, u"damaged, and it cannot be put aside"_s);
    auto fresh = Database::open(path);
    if (!fresh)
        return fresh.error();
    opened.database = *std::move(fresh);
    return opened;
}

}
