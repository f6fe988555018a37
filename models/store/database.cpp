// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/database.h"

#include "models/store/databasefile.h"
#include "models/store/logging.h"
#include "models/store/migration.h"
#include "models/store/privatefile.h"
#include "models/store/schema.h"

#include <QFile>
#include <QSqlError>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace store {

Q_LOGGING_CATEGORY(lcStore, "app.store")

Database::Database(QString connection)
    : m_connection(std::move(connection))
{
}

Database::~Database()
{
    m_log.reset();
    m_statements.clear();
    {
        QSqlDatabase database = QSqlDatabase::database(m_connection, false);
        database.close();
    }
    QSqlDatabase::removeDatabase(m_connection);
}

domain::Result<std::unique_ptr<Database>> Database::open(const QString &path)
{
    if (path != ":memory:"_L1) {
        // SQLite would make the file readable by everybody under a common umask.
        if (auto made = makePrivateFile(path); !made)
            return made.error();
    }
    std::unique_ptr<Database> database(new Database(QUuid::createUuid().toString(QUuid::WithoutBraces)));
    if (!database->configure(path))
        return domain::storageFailure(path, database->lastError());
    if (auto migrated = migrate(*database, path, database->value("PRAGMA user_version").toInt()); !migrated)
        return migrated.error();
    if (path != ":memory:"_L1)
        database->m_log = std::make_unique<LogKeeper>(path);
    return database;
}

bool Database::configure(const QString &path)
{
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
    m_path = path;
    database.setDatabaseName(path);
    database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=5000"_s);
    if (!database.open()) {
        m_lastError = database.lastError().databaseText();
        return false;
    }
    const int id = value("PRAGMA application_id").toInt();
    const int version = value("PRAGMA user_version").toInt();
    if ((id != applicationId && (id != 0 || version != 0)) || version > schemaVersion) {
        m_lastError = u"not a database of this version of the program"_s;
        return false;
    }
    return run("PRAGMA journal_mode=WAL") && run("PRAGMA synchronous=FULL") && run("PRAGMA foreign_keys=ON")
        && run("PRAGMA trusted_schema=OFF") && run("PRAGMA cell_size_check=ON") && run("PRAGMA secure_delete=ON")
        && run("PRAGMA wal_autocheckpoint=50000") // if the log cannot be kept short aside
        && run("PRAGMA journal_size_limit=1000000");
}

QSqlQuery &Database::statement(const char *sql)
{
    const QByteArray key(sql);
    auto it = m_statements.find(key);
    if (it == m_statements.end()) {
        auto query = std::make_shared<QSqlQuery>(QSqlDatabase::database(m_connection));
        query->setForwardOnly(true);
        if (!query->prepare(QString::fromLatin1(sql))) {
            m_lastError = query->lastError().databaseText();
            qCWarning(lcStore) << "cannot prepare" << sql << m_lastError;
        }
        it = m_statements.insert(key, std::move(query));
    }
    it.value()->finish();
    return *it.value();
}

bool Database::run(const char *sql, const QVariantList &values)
{
    QSqlQuery &query = statement(sql);
    for (qsizetype i = 0; i < values.size(); ++i)
        query.bindValue(int(i), values.at(i));
    const bool done = query.exec();
    if (!done)
        fail(query, sql);
    query.finish();
    return done;
}

QSqlQuery &Database::select(const char *sql, const QVariantList &values)
{
    QSqlQuery &query = statement(sql);
    for (qsizetype i = 0; i < values.size(); ++i)
        query.bindValue(int(i), values.at(i));
    if (!query.exec())
        fail(query, sql);
    return query;
}

void Database::fail(const QSqlQuery &query, const char *sql)
{
    m_lastError = query.lastError().databaseText();
    qCWarning(lcStore) << "cannot run" << sql << m_lastError;
    if (!isDamage(query.lastError().nativeErrorCode()) || m_path == ":memory:"_L1)
        return;
    if (const auto noted = makePrivateFile(suspicionPath(m_path)); !noted)
        qCWarning(lcStore) << "cannot note that the file is damaged" << noted.error().detail;
}

QString Database::suspicionPath(const QString &path)
{
    return path + u".suspect"_s;
}

QVariant Database::value(const char *sql, const QVariantList &values)
{
    QSqlQuery &query = select(sql, values);
    const QVariant result = query.next() ? query.value(0) : QVariant();
    query.finish();
    return result;
}

int Database::changes()
{
    return value("SELECT changes()").toInt();
}

bool Database::setDurable(bool durable)
{
    if (durable == m_durable || m_depth > 0 || !run(durable ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=NORMAL"))
        return false;
    m_durable = durable;
    return true;
}

bool Database::begin()
{
    if (m_depth == 0 && !run("BEGIN IMMEDIATE"))
        return false;
    ++m_depth;
    return true;
}

bool Database::commit()
{
    if (m_depth > 1) {
        --m_depth;
        return true;
    }
    if (!run("COMMIT"))
        return false;
    m_depth = 0;
    if (m_log)
        m_log->afterCommit();
    return true;
}

void Database::rollback()
{
    if (m_depth > 0) {
        const QString why = m_lastError; // not that there may be nothing left to roll back
        run("ROLLBACK");
        m_lastError = why;
    }
    m_depth = 0;
}

QString Database::meta(const QString &key)
{
    return value("SELECT value FROM meta WHERE key=?", {key}).toString();
}

bool Database::setMeta(const QString &key, const QString &text)
{
    return run(
        "INSERT INTO meta(key,value) VALUES(?,?) ON CONFLICT(key) DO UPDATE SET value=excluded.value", {key, text});
}

}
