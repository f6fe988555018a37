// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/database.h"

namespace support {

/// A kind of writing that a database may refuse: INSERT, UPDATE or DELETE on one table.
struct Writing {
    QByteArray verb;
    QByteArray table;
};

/// Every kind of writing on every table that the database has.
[[nodiscard]] inline QList<Writing> writings(store::Database &database)
{
    QList<Writing> all;
    QSqlQuery &tables = database.select(
        "SELECT name FROM sqlite_master WHERE type='table' AND name NOT LIKE 'sqlite_%' ORDER BY name");
    while (tables.next()) {
        for (const char *verb : {"INSERT", "UPDATE", "DELETE"})
            all.append({verb, tables.value(0).toByteArray()});
    }
    tables.finish();
    return all;
}

/// While it lives, the database refuses these writings: the statement fails as it does when a disk is full.
class Refusal
{
public:
    Refusal(store::Database &database, const QList<Writing> &writings)
        : m_database(database)
        , m_writings(writings)
    {
        for (const Writing &writing : writings)
            run("CREATE TEMP TRIGGER " + nameOf(writing) + " BEFORE " + writing.verb + " ON main." + writing.table
                + " BEGIN SELECT RAISE(ABORT,'refused'); END");
    }
    ~Refusal()
    {
        for (const Writing &writing : m_writings)
            run("DROP TRIGGER " + nameOf(writing));
    }
    Refusal(const Refusal &) = delete;
    Refusal &operator=(const Refusal &) = delete;

private:
    static QByteArray nameOf(const Writing &writing) { return "no_" + writing.verb + "_on_" + writing.table; }
    void run(const QByteArray &sql)
    {
        if (!m_database.run(sql.constData()))
            qFatal("%s: %s", sql.constData(), qPrintable(m_database.lastError()));
    }

    store::Database &m_database;
    QList<Writing> m_writings;
};

}
