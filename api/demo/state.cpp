// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/state.h"

#include <QJsonDocument>
#include <QSqlDatabase>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

QList<QJsonObject> objects(QSqlQuery &query)
{
    QList<QJsonObject> list;
    while (query.next())
        list.append(QJsonDocument::fromJson(query.value(0).toString().toUtf8()).object());
    query.finish();
    return list;
}

}

State::State(const QString &path)
    : m_connection(u"demo-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces))
{
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
    database.setDatabaseName(path);
    database.open();
    run("PRAGMA journal_mode=WAL", {}).finish();
    run("PRAGMA synchronous=NORMAL", {}).finish();
    run("CREATE TABLE IF NOT EXISTS object(shelf INTEGER, id TEXT, day TEXT, json TEXT, PRIMARY KEY(shelf, id)) STRICT", {});
    run("CREATE INDEX IF NOT EXISTS object_by_day ON object(shelf, day)", {});
}

State::~State()
{
    m_statements.clear();
    QSqlDatabase::database(m_connection, false).close();
    QSqlDatabase::removeDatabase(m_connection);
}

QSqlQuery &State::run(const char *sql, const QVariantList &values)
{
    auto &query = m_statements[sql];
    if (!query) {
        query = std::make_shared<QSqlQuery>(QSqlDatabase::database(m_connection));
        query->setForwardOnly(true);
        query->prepare(QString::fromLatin1(sql));
    }
    query->finish();
    for (qsizetype i = 0; i < values.size(); ++i)
        query->bindValue(int(i), values.at(i));
    query->exec();
    return *query;
}

std::optional<QJsonObject> State::find(Shelf shelf, const QString &id)
{
    const auto found = objects(run("SELECT json FROM object WHERE shelf=? AND id=?", {int(shelf), id}));
    return found.isEmpty() ? std::nullopt : std::optional(found.first());
}

QList<QJsonObject> State::between(Shelf shelf, const domain::DateRange &days)
{
    return objects(run("SELECT json FROM object WHERE shelf=? AND day BETWEEN ? AND ? ORDER BY day, length(id), id",
        {int(shelf), days.first.toString(Qt::ISODate), days.last.toString(Qt::ISODate)}));
}

QList<QJsonObject> State::all(Shelf shelf)
{
    return objects(run("SELECT json FROM object WHERE shelf=? ORDER BY day, length(id), id", {int(shelf)}));
}

void State::put(Shelf shelf, const QString &id, QDate day, const QJsonObject &object)
{
    run("INSERT OR REPLACE INTO object(shelf,id,day,json) VALUES(?,?,?,?)",
        {int(shelf), id, day.toString(Qt::ISODate), QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact))});
}

bool State::remove(Shelf shelf, const QString &id)
{
    const bool known = find(shelf, id).has_value();
    run("DELETE FROM object WHERE shelf=? AND id=?", {int(shelf), id});
    return known;
}

bool State::isEmpty()
{
    QSqlQuery &query = run("SELECT count(*) FROM object", {});
    query.next();
    const bool empty = query.value(0).toInt() == 0;
    query.finish();
    return empty;
}

qint64 State::nextEventId()
{
    QSqlQuery &query = run("SELECT coalesce(max(CAST(id AS INTEGER)),0)+1 FROM object WHERE shelf=0", {});
    query.next();
    const qint64 id = query.value(0).toLongLong();
    query.finish();
    return id;
}

void State::begin()
{
    run("BEGIN", {});
}

void State::commit()
{
    run("COMMIT", {});
}

}
