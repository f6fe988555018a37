// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/schema.h"

#include <QDebug>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

namespace support {

/// A connection of another program.
class Outsider
{
public:
    explicit Outsider(const QString &path)
    {
        using namespace Qt::StringLiterals;
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"outsider"_s);
        database.setDatabaseName(path);
        database.open();
    }
    ~Outsider()
    {
        using namespace Qt::StringLiterals;
        QSqlDatabase::database(u"outsider"_s).close();
        QSqlDatabase::removeDatabase(u"outsider"_s);
    }
    Outsider(const Outsider &) = delete;
    Outsider &operator=(const Outsider &) = delete;

    [[nodiscard]] bool run(const QString &sql)
    {
        using namespace Qt::StringLiterals;
        QSqlQuery query(QSqlDatabase::database(u"outsider"_s));
        const bool done = query.exec(sql);
        if (!done)
            qWarning() << sql << query.lastError();
        return done;
    }
};

/// A database as version n left it, with an item of the service, its waiting change, and a creation.
[[nodiscard]] inline bool makeOldDatabase(const QString &path, int version)
{
    using namespace Qt::StringLiterals;
    Outsider old(path);
    bool made = old.run(u"PRAGMA journal_mode=WAL"_s);
    for (int step = 0; step < version; ++step) {
        for (const char *sql : store::schemaSteps().at(step))
            made = made && old.run(QString::fromLatin1(sql));
    }
    const QString items = uR"(INSERT INTO entity(local_id,kind,remote_id,v_date,v_name,v_category) VALUES
        ('a',0,'7','2026-03-10','A','WORKOUT'), ('b',0,NULL,'2026-03-11','B','WORKOUT'))"_s;
    const QString bodies = uR"(INSERT INTO body(local_id,base_json,view_json) VALUES
        ('a','{"id":7,"category":"WORKOUT","name":"A","start_date_local":"2026-03-09T00:00:00"}',
             '{"id":7,"category":"WORKOUT","name":"A","start_date_local":"2026-03-10T00:00:00"}'),
        ('b',NULL,'{"category":"WORKOUT","name":"B","start_date_local":"2026-03-11T00:00:00"}'))"_s;
    const QString operations
        = uR"(INSERT INTO outbox(op_id,local_id,kind,op,patch_json,group_id,created_at,state) VALUES
        ('p','a',0,'patch','{"fields":{"start_date_local":{"old":"2026-03-09T00:00:00","new":"2026-03-10T00:00:00"}}}','g',1,'waiting'),
        ('q','b',0,'create','{"fields":{"name":{"old":null,"new":"B"}}}','h',2,'queued'))"_s;
    return made && old.run(items) && old.run(bodies) && old.run(operations)
        && old.run(u"PRAGMA user_version=%1"_s.arg(version))
        && old.run(u"PRAGMA application_id=%1"_s.arg(store::applicationId));
}

}
