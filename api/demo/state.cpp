// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/state.h"

#include <QJsonDocument>
#include <QSqlDatabase>
#include <QSqlError>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

QList<QByteArray> texts(QSqlQuery &query)
{
    QList<QByteArray> list;
    while (query.next())
        list.append(query.value(0).toByteArray());
    query.finish();
    return list;
}

QList<QJsonObject> objects(QSqlQuery &query)
{
    QList<QJsonObject> list;
    const auto found = texts(query);
    for (const auto &text : found)
        list.append(QJsonDocument::fromJson(text).object());
    return list;
}

std::optional<QJsonObject> only(QSqlQuery &query)
{
    const auto found = objects(query);
    return found.isEmpty() ? std::nullopt : std::optional(found.first());
}

/// Absent keys are NULL, which no index lookup finds.
QVariant textOrNull(const QJsonObject &object, const QString &key)
{
    const QString text = object.value(key).toString();
    return text.isEmpty() ? QVariant() : QVariant(text);
}

}

State::State(const QString &path)
    : m_connection(u"demo-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces))
{
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
    database.setDatabaseName(path);
    if (!database.open()) {
        m_failure = database.lastError().text();
        return;
    }
    run("PRAGMA journal_mode=WAL").finish();
    run("PRAGMA synchronous=NORMAL").finish();
    run("CREATE TABLE IF NOT EXISTS object(shelf INTEGER, id TEXT, day TEXT, json BLOB, "
        "category TEXT, type TEXT, load REAL, until TEXT, external TEXT, uid TEXT, PRIMARY KEY(shelf, id)) WITHOUT "
        "ROWID");
    run("CREATE INDEX IF NOT EXISTS object_by_day ON object(shelf, day)");
    run("CREATE INDEX IF NOT EXISTS object_by_external ON object(external) WHERE external IS NOT NULL");
    run("CREATE INDEX IF NOT EXISTS object_by_uid ON object(uid) WHERE uid IS NOT NULL");
    run("CREATE TABLE IF NOT EXISTS counter(last INTEGER)");
    QSqlQuery &probe = run("SELECT count(*) FROM counter");
    if (!probe.next())
        m_failure = probe.lastError().text();
    else if (probe.value(0).toInt() == 0)
        run("INSERT INTO counter VALUES(0)");
}

State::~State()
{
    m_statements.clear();
    QSqlDatabase::database(m_connection, false).close();
    QSqlDatabase::removeDatabase(m_connection);
}

QSqlQuery &State::run(const char *sql, const QVariantList &values)
{
    auto &query = m_statements[QByteArray::fromRawData(sql, qsizetype(qstrlen(sql)))];
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
    return only(run("SELECT json FROM object WHERE shelf=? AND id=?", {int(shelf), id}));
}

std::optional<QJsonObject> State::findExternal(const QString &externalId, Shelf shelf)
{
    return only(run("SELECT json FROM object WHERE external=? AND shelf=?", {externalId, int(shelf)}));
}

std::optional<QJsonObject> State::findUid(const QString &uid)
{
    return only(run("SELECT json FROM object WHERE uid=? AND shelf=0", {uid}));
}

std::optional<QByteArray> State::text(Shelf shelf, const QString &id)
{
    const auto found = texts(run("SELECT json FROM object WHERE shelf=? AND id=?", {int(shelf), id}));
    return found.isEmpty() ? std::nullopt : std::optional(found.first());
}

QSqlQuery &State::runBetween(Shelf shelf, const domain::DateRange &days)
{
    return run("SELECT json FROM object WHERE shelf=? AND day BETWEEN ? AND ? ORDER BY day, length(id), id",
        {int(shelf), days.first.toString(Qt::ISODate), days.last.toString(Qt::ISODate)});
}

QList<QJsonObject> State::between(Shelf shelf, const domain::DateRange &days)
{
    return objects(runBetween(shelf, days));
}

QList<QByteArray> State::textsBetween(Shelf shelf, const domain::DateRange &days)
{
    return texts(runBetween(shelf, days));
}

QList<QJsonObject> State::eventsTouching(const domain::DateRange &days)
{
    const QString first = days.first.toString(Qt::ISODate);
    return objects(run("SELECT json FROM object WHERE shelf=0 AND day<=? AND (day>=? OR until>?)",
        {days.last.toString(Qt::ISODate), first, first + u"T00:00:00"_s}));
}

QList<QJsonObject> State::eventsOf(const QString &category)
{
    return objects(
        run("SELECT json FROM object WHERE shelf=0 AND category=? ORDER BY day, length(id), id", {category}));
}

std::vector<State::Load> State::loads(Shelf shelf)
{
    QSqlQuery &query = run("SELECT day, type, load FROM object WHERE shelf=? AND load>0 ORDER BY day", {int(shelf)});
    std::vector<Load> list;
    while (query.next())
        list.push_back({QDate::fromString(query.value(0).toString(), Qt::ISODate),
            query.value(1).toString(),
            query.value(2).toDouble()});
    query.finish();
    return list;
}

QList<QJsonObject> State::all(Shelf shelf)
{
    return objects(run("SELECT json FROM object WHERE shelf=? ORDER BY day, length(id), id", {int(shelf)}));
}

void State::put(Shelf shelf, const QString &id, QDate day, const QJsonObject &object)
{
    const bool isEvent = shelf == Shelf::Event;
    const auto column = [&](const QString &key) { return isEvent ? textOrNull(object, key) : QVariant(); };
    run("INSERT OR REPLACE INTO object(shelf,id,day,json,category,type,load,until,external,uid) "
        "VALUES(?,?,?,?,?,?,?,?,?,?)",
        {int(shelf),
            id,
            day.toString(Qt::ISODate),
            QJsonDocument(object).toJson(QJsonDocument::Compact),
            column(u"category"_s),
            textOrNull(object, u"type"_s),
            object.value("icu_training_load"_L1).toDouble(),
            column(u"end_date_local"_s),
            shelf == Shelf::Activity ? textOrNull(object, u"external_id"_s) : column(u"external_id"_s),
            column(u"uid"_s)});
}

bool State::remove(Shelf shelf, const QString &id)
{
    return run("DELETE FROM object WHERE shelf=? AND id=?", {int(shelf), id}).numRowsAffected() > 0;
}

bool State::isEmpty()
{
    QSqlQuery &query = run("SELECT count(*) FROM object");
    const bool empty = query.next() && query.value(0).toInt() == 0;
    query.finish();
    return empty;
}

qint64 State::nextEventId()
{
    run("UPDATE counter SET last=last+1");
    QSqlQuery &query = run("SELECT last FROM counter");
    const qint64 id = query.next() ? query.value(0).toLongLong() : 0;
    query.finish();
    return id;
}

void State::begin()
{
    run("BEGIN");
}

void State::commit()
{
    run("COMMIT");
}

void State::rollback()
{
    run("ROLLBACK");
}

}
