// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/recordings.h"

#include "models/store/streamcodec.h"

#include <QCryptographicHash>
#include <QSqlDatabase>

using namespace Qt::StringLiterals;

namespace demo {

Recordings::Recordings(State &state)
    : m_connection(state.connection())
{
    if (!state.isOpen())
        return;
    run(u"CREATE TABLE IF NOT EXISTS file(hash TEXT PRIMARY KEY, name TEXT, bytes BLOB)"_s);
    run(u"CREATE TABLE IF NOT EXISTS recording(activity TEXT PRIMARY KEY, hash TEXT, streams BLOB)"_s);
    run(u"CREATE INDEX IF NOT EXISTS recording_by_hash ON recording(hash)"_s);
}

QSqlQuery Recordings::run(const QString &sql, const QVariantList &values)
{
    QSqlQuery query(QSqlDatabase::database(m_connection));
    query.prepare(sql);
    for (const auto &value : values)
        query.addBindValue(value);
    query.exec();
    return query;
}

QByteArray Recordings::hashOf(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

QStringList Recordings::activitiesOf(const QByteArray &hash)
{
    QStringList ids;
    auto query = run(u"SELECT activity FROM recording WHERE hash=? ORDER BY length(activity), activity"_s,
        {QString::fromLatin1(hash)});
    while (query.next())
        ids.append(query.value(0).toString());
    return ids;
}

void Recordings::keep(const QByteArray &hash, const File &file)
{
    run(u"INSERT OR REPLACE INTO file(hash,name,bytes) VALUES(?,?,?)"_s,
        {QString::fromLatin1(hash), file.name, file.bytes});
}

void Recordings::keep(const QString &activity, const QByteArray &hash, const domain::StreamSet &streams)
{
    run(u"INSERT OR REPLACE INTO recording(activity,hash,streams) VALUES(?,?,?)"_s,
        {activity, QString::fromLatin1(hash), store::encodeStreams(streams)});
}

void Recordings::replace(const QString &activity, const domain::StreamSet &streams)
{
    run(u"INSERT INTO recording(activity,hash,streams) VALUES(?,NULL,?) "
        "ON CONFLICT(activity) DO UPDATE SET streams=excluded.streams"_s,
        {activity, store::encodeStreams(streams)});
}

void Recordings::forget(const QString &activity)
{
    run(u"DELETE FROM recording WHERE activity=?"_s, {activity});
    run(u"DELETE FROM file WHERE hash NOT IN (SELECT hash FROM recording WHERE hash IS NOT NULL)"_s);
}

std::optional<domain::StreamSet> Recordings::streams(const QString &activity)
{
    auto query = run(u"SELECT streams FROM recording WHERE activity=?"_s, {activity});
    return query.next() ? store::decodeStreams(query.value(0).toByteArray()) : std::nullopt;
}

std::optional<Recordings::File> Recordings::file(const QString &activity)
{
    auto query = run(u"SELECT name, bytes FROM file JOIN recording USING(hash) WHERE activity=?"_s, {activity});
    if (!query.next())
        return {};
    return File {query.value(0).toString(), query.value(1).toByteArray()};
}

}
