// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/store/logkeeper.h"

#include <QHash>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <memory>

namespace store {

/// One open SQLite file: schema, durability settings, prepared statements and transactions. It knows no meaning.
class Database
{
public:
    static domain::Result<std::unique_ptr<Database>> open(const QString &path);
    /// A file that stands beside a database of which a page could not be read, until all of it was looked through.
    [[nodiscard]] static QString suspicionPath(const QString &path);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    /// Binds the values in order and executes; logs and returns false on failure. Statements stay prepared. A kind that
    /// is bound is compared with IS: with = SQLite plans anew for each value, in case an index of one kind could help.
    bool run(const char *sql, const QVariantList &values = {});
    /// The same for a query: read the rows from the answer with next(); it is valid until the same text is asked again.
    [[nodiscard]] QSqlQuery &select(const char *sql, const QVariantList &values = {});
    [[nodiscard]] QVariant value(const char *sql, const QVariantList &values = {});

    [[nodiscard]] int changes(); ///< rows touched by the last statement

    bool begin(); ///< BEGIN IMMEDIATE; nests by counting
    bool commit();
    void rollback();

    /// Whether a commit waits for the disk; at first it does. Else it is whole, but the last ones may be missing after
    /// a power failure. Returns whether it was changed; within a transaction it cannot be.
    bool setDurable(bool durable);

    [[nodiscard]] QString lastError() const { return m_lastError; }
    [[nodiscard]] QString meta(const QString &key);
    bool setMeta(const QString &key, const QString &value);

private:
    explicit Database(QString connection);
    QSqlQuery &statement(const char *sql);
    void fail(const QSqlQuery &query, const char *sql);
    bool configure(const QString &path);

    QString m_connection;
    QString m_path;
    QString m_lastError;
    QHash<QByteArray, std::shared_ptr<QSqlQuery>> m_statements;
    std::unique_ptr<LogKeeper> m_log; ///< none in memory
    int m_depth = 0;
    bool m_durable = true;
};

/// While it lives, commits are on the disk when they return, whatever is the custom otherwise. Made outside of
/// transactions.
class DurableCommits
{
public:
    explicit DurableCommits(Database &database)
        : m_database(database)
        , m_changed(database.setDurable(true))
    {
    }
    ~DurableCommits()
    {
        if (m_changed)
            m_database.setDurable(false);
    }
    DurableCommits(const DurableCommits &) = delete;
    DurableCommits &operator=(const DurableCommits &) = delete;

private:
    Database &m_database;
    bool m_changed;
};

/// Rolls back on destruction unless committed.
class Transaction
{
public:
    explicit Transaction(Database &database)
        : m_database(database)
        , m_open(database.begin())
    {
    }
    ~Transaction()
    {
        if (m_open)
            m_database.rollback();
    }
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    [[nodiscard]] bool isOpen() const { return m_open; }
    bool commit()
    {
        if (!m_open)
            return false;
        m_open = false;
        if (m_database.commit())
            return true;
        m_database.rollback();
        return false;
    }

private:
    Database &m_database;
    bool m_open;
};

}
