// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/database.h"

namespace support {

/// A kind of writing that a database may refuse: INSERT, UPDATE or DELETE on one table.
struct Writing {
    QByteArray verb;
    QByteArray table;
    bool atCommit = false; ///< the statement seems to work, and the transaction that it is part of cannot be committed

    [[nodiscard]] QString text() const
    {
        return QString::fromLatin1(verb + " on " + table + (atCommit ? " at the commit" : ""));
    }
};

/// Every kind of writing on every table that the database has.
[[nodiscard]] inline QList<Writing> writings(store::Database &database, bool atCommit = false)
{
    QList<Writing> all;
    QSqlQuery &tables = database.select(
        "SELECT name FROM sqlite_master WHERE type='table' AND name NOT LIKE 'sqlite_%' ORDER BY name");
    while (tables.next()) {
        for (const char *verb : {"INSERT", "UPDATE", "DELETE"})
            all.append({verb, tables.value(0).toByteArray(), atCommit});
    }
    tables.finish();
    return all;
}

inline void mustRun(store::Database &database, const QByteArray &sql)
{
    if (!database.run(sql.constData()))
        qFatal("%s: %s", sql.constData(), qPrintable(database.lastError()));
}

/// While it lives, the database refuses these writings, as it does when a disk is full.
class Refusal
{
public:
    Refusal(store::Database &database, const QList<Writing> &writings)
        : m_database(database)
        , m_writings(writings)
    {
        mustRun(database, "CREATE TEMP TABLE IF NOT EXISTS named(id INTEGER PRIMARY KEY)");
        mustRun(database,
            "CREATE TEMP TABLE IF NOT EXISTS owed(id INTEGER REFERENCES named(id) DEFERRABLE INITIALLY DEFERRED)");
        for (const Writing &writing : writings)
            mustRun(database,
                "CREATE TEMP TRIGGER " + nameOf(writing) + (writing.atCommit ? " AFTER " : " BEFORE ") + writing.verb
                    + " ON main." + writing.table + " BEGIN "
                    + (writing.atCommit ? "INSERT INTO owed VALUES(1)" : "SELECT RAISE(ABORT,'refused')") + "; END");
    }
    ~Refusal()
    {
        for (const Writing &writing : m_writings)
            mustRun(m_database, "DROP TRIGGER " + nameOf(writing));
    }
    Refusal(const Refusal &) = delete;
    Refusal &operator=(const Refusal &) = delete;

private:
    static QByteArray nameOf(const Writing &writing) { return "no_" + writing.verb + "_on_" + writing.table; }
    store::Database &m_database;
    QList<Writing> m_writings;
};

/// From when it was made it knows which kinds of writing there were.
class Witness
{
public:
    explicit Witness(store::Database &database)
        : m_database(database)
    {
        mustRun(database, "CREATE TEMP TABLE witnessed(place INTEGER)");
        const auto all = writings(database);
        for (qsizetype i = 0; i < all.size(); ++i)
            mustRun(database,
                "CREATE TEMP TRIGGER sees_" + QByteArray::number(i) + " AFTER " + all.at(i).verb + " ON main."
                    + all.at(i).table + " BEGIN INSERT INTO witnessed VALUES(" + QByteArray::number(i) + "); END");
    }
    [[nodiscard]] QList<Writing> seen() const
    {
        const auto all = writings(m_database);
        QList<Writing> list;
        QSqlQuery &places = m_database.select("SELECT DISTINCT place FROM witnessed ORDER BY place");
        while (places.next())
            list.append(all.at(places.value(0).toInt()));
        places.finish();
        return list;
    }

private:
    store::Database &m_database;
};

}
