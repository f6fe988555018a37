// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/entitytable.h"

#include "models/store/kinds.h"
#include "models/store/librarytable.h"
#include "models/store/nullable.h"

#include <QJsonDocument>
#include <QSqlQuery>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace store {

namespace {

constexpr auto insertEntity
    = "INSERT INTO entity(local_id,kind,remote_id,ext_id,gen,presence,v_date,v_time,v_end,v_category,v_type,"
      "v_name,v_load,v_secs,v_metres,v_intensity,v_compliance,v_paired,v_color,v_profile,v_ctl,v_atl,v_ramp,"
      "v_ctl_load,flags,base_updated) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";
// Bytes that are bound for a text are taken as they are.
constexpr auto insertBody
    = "INSERT INTO body(base_json,base_hash,view_json,local_id) VALUES(CAST(? AS TEXT),?,CAST(? AS TEXT),?)";

}

QVariant jsonText(const QJsonObject &json)
{
    return json.isEmpty() ? QVariant()
                          : QVariant(QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact)));
}

QJsonObject jsonObject(const QVariant &text)
{
    return text.isNull() ? QJsonObject() : QJsonDocument::fromJson(text.toString().toUtf8()).object();
}

bool EntityTable::has(const domain::LocalId &id)
{
    return !m_database.value("SELECT 1 FROM entity WHERE local_id=?", {id.value}).isNull();
}

std::optional<Entity> EntityTable::find(const domain::LocalId &id)
{
    QSqlQuery &query
        = m_database.select("SELECT e.kind, e.remote_id, e.ext_id, e.gen, b.base_json, b.view_json, e.base_updated"
                            " FROM entity e JOIN body b USING(local_id) WHERE e.local_id=?",
            {id.value});
    if (!query.next())
        return {};
    Entity entity {id,
        Kind(query.value(0).toInt()),
        query.value(1).toString(),
        query.value(2).toString(),
        query.value(3).toInt(),
        jsonObject(query.value(4)),
        jsonObject(query.value(5)),
        query.value(6).toString()};
    query.finish();
    return entity;
}

std::optional<domain::LocalId> EntityTable::findRemote(Kind kind, const QString &remoteId)
{
    const QVariant id
        = m_database.value("SELECT local_id FROM entity WHERE kind IS ? AND remote_id=?", {int(kind), remoteId});
    return id.isNull() ? std::nullopt : std::optional(domain::LocalId {id.toString()});
}

std::optional<domain::LocalId> EntityTable::findExternal(Kind kind, const QString &externalId)
{
    if (externalId.isEmpty())
        return {};
    const QVariant id
        = m_database.value("SELECT local_id FROM entity WHERE kind IS ? AND ext_id=?", {int(kind), externalId});
    return id.isNull() ? std::nullopt : std::optional(domain::LocalId {id.toString()});
}

QJsonObject EntityTable::view(const domain::LocalId &id)
{
    return jsonObject(m_database.value("SELECT view_json FROM body WHERE local_id=?", {id.value}));
}

bool EntityTable::isShownAs(const domain::LocalId &id, Kind kind, const QString &externalId)
{
    QSqlQuery &query = m_database.select("SELECT remote_id, ext_id, presence FROM entity WHERE local_id=?", {id.value});
    const bool found = query.next();
    const bool shown = found && query.value(2) != u"tombstone"_s && query.value(1).toString() == externalId
        && (kind != Kind::Wellness || !query.value(0).toString().isEmpty());
    query.finish();
    return shown;
}

domain::Result<domain::Done> EntityTable::save(const Entity &entity, const QList<domain::SportSettings> &sports)
{
    if (entity.base.isEmpty() && entity.view.isEmpty()) {
        remove(entity.id);
        return domain::Done {};
    }
    // A deleted entity waits for the service's word without columns, so that nothing shows it.
    QVariantList values(20);
    if (!entity.view.isEmpty()) {
        const auto columns = columnsOf(entity.kind, entity.view, sports);
        if (!columns)
            return columns.error();
        values = bindings(*columns);
    } else {
        values[18] = 0;
    }
    values[19] = orNull(entity.baseUpdated);
    const QString presence = entity.view.isEmpty() ? u"tombstone"_s
        : entity.base.isEmpty()                    ? u"local_only"_s
                                                   : u"synced"_s;
    const QVariantList keys {orNull(entity.remoteId), orNull(entity.externalId), entity.generation, presence};
    // Two plain statements: for an insertion that turns into an update SQLite builds a table in memory each time.
    bool stored = m_database.run(
        "UPDATE entity SET remote_id=?,ext_id=?,gen=?,presence=?,v_date=?,v_time=?,v_end=?,v_category=?,v_type=?,"
        "v_name=?,v_load=?,v_secs=?,v_metres=?,v_intensity=?,v_compliance=?,v_paired=?,v_color=?,v_profile=?,v_ctl=?,"
        "v_atl=?,v_ramp=?,v_ctl_load=?,flags=?,base_updated=? WHERE local_id=?",
        keys + values + QVariantList {entity.id.value});
    if (stored && m_database.changes() == 0) {
        stored = m_database.run(insertEntity, QVariantList {entity.id.value, int(entity.kind)} + keys + values);
    }
    const QVariant hash = entity.base.isEmpty() ? QVariant() : QVariant(editableHash(entity.kind, entity.base));
    const QVariantList body {jsonText(entity.base), hash, jsonText(entity.view), entity.id.value};
    stored = stored && m_database.run("UPDATE body SET base_json=?,base_hash=?,view_json=? WHERE local_id=?", body);
    if (stored && m_database.changes() == 0)
        stored = m_database.run(insertBody, body);
    if (!stored || !LibraryTable(m_database).save(entity))
        return domain::storageFailure(kindText(entity.kind), m_database.lastError());
    return domain::Done {};
}

bool EntityTable::insert(const domain::LocalId &id,
    const QString &remoteId,
    const Columns &columns,
    QByteArrayView text,
    const QByteArray &hash)
{
    const Kind kind = columns.summary.kind;
    const QString external = kind == Kind::Event ? columns.externalId : QString();
    const QByteArray json = QByteArray::fromRawData(text.data(), text.size());
    return m_database.run(insertEntity,
               QVariantList {id.value, int(kind), remoteId, orNull(external), 0, u"synced"_s} + bindings(columns))
        && m_database.run(insertBody, {json, hash, json, id.value});
}

domain::Result<domain::Done> EntityTable::saveView(const Entity &entity, const QList<domain::SportSettings> &sports)
{
    const auto columns = columnsOf(entity.kind, entity.view, sports);
    if (!columns)
        return columns.error();
    QVariantList values = bindings(*columns);
    values.last() = entity.id.value; // in the place of when the service changed it, which stays
    const bool stored
        = m_database.run("UPDATE entity SET v_date=?,v_time=?,v_end=?,v_category=?,v_type=?,v_name=?,v_load=?,v_secs=?,"
                         "v_metres=?,v_intensity=?,v_compliance=?,v_paired=?,v_color=?,v_profile=?,v_ctl=?,v_atl=?,"
                         "v_ramp=?,v_ctl_load=?,flags=?,fetched_at=NULL WHERE local_id=?",
              values)
        && m_database.run("UPDATE body SET view_json=? WHERE local_id=?", {jsonText(entity.view), entity.id.value});
    if (!stored || !LibraryTable(m_database).save(entity))
        return domain::storageFailure(kindText(entity.kind), m_database.lastError());
    return domain::Done {};
}

bool EntityTable::setSeen(const domain::LocalId &id, const QDateTime &now)
{
    return m_database.run("UPDATE entity SET fetched_at=? WHERE local_id=?", {now.toMSecsSinceEpoch(), id.value});
}

bool EntityTable::setUnseen(const domain::LocalId &id)
{
    return m_database.run("UPDATE entity SET fetched_at=NULL WHERE local_id=?", {id.value});
}

bool EntityTable::isFresh(const domain::LocalId &id, const QDateTime &now, std::chrono::seconds age)
{
    const QVariant seen = m_database.value("SELECT fetched_at FROM entity WHERE local_id=?", {id.value});
    return !seen.isNull() && std::chrono::milliseconds(now.toMSecsSinceEpoch() - seen.toLongLong()) <= age;
}

bool EntityTable::remove(const domain::LocalId &id)
{
    return m_database.run("DELETE FROM body WHERE local_id=?", {id.value})
        && m_database.run("DELETE FROM streams WHERE local_id=?", {id.value})
        && m_database.run("DELETE FROM library WHERE local_id=?", {id.value})
        && m_database.run("DELETE FROM entity WHERE local_id=?", {id.value});
}

bool EntityTable::redrawProfiles(const QList<domain::SportSettings> &sports)
{
    QList<std::pair<QString, QByteArray>> profiles;
    QSqlQuery &rows
        = m_database.select("SELECT e.local_id, b.view_json, e.kind FROM entity e JOIN body b USING(local_id)"
                            " WHERE e.kind IN (0,4) AND e.v_type IS NOT NULL");
    while (rows.next()) {
        if (const auto columns = columnsOf(Kind(rows.value(2).toInt()), jsonObject(rows.value(1)), sports))
            profiles.append({rows.value(0).toString(), columns->summary.profile});
    }
    rows.finish();
    for (const auto &[id, profile] : std::as_const(profiles)) {
        const QVariant value = profile.isEmpty() ? QVariant() : QVariant(profile);
        if (!m_database.run(
                "UPDATE entity SET v_profile=? WHERE local_id=? AND v_profile IS NOT ?", {value, id, value}))
            return false;
    }
    return true;
}

QLatin1StringView EntityTable::wellnessPrefix()
{
    return "wellness-"_L1;
}

domain::LocalId EntityTable::wellnessId(QDate day)
{
    return {wellnessPrefix() + domain::dayText(day)};
}

QDate EntityTable::wellnessDay(const domain::LocalId &id)
{
    const QString key = id.value;
    return key.startsWith(wellnessPrefix()) ? QDate::fromString(key.mid(wellnessPrefix().size()), Qt::ISODate)
                                            : QDate();
}

domain::LocalId EntityTable::newId()
{
    // Of version 7 (RFC 9562), which begins with the time: new ones stand side by side in their indexes, so many of
    // them touch few pages.
    using namespace std::chrono;
    const auto now = quint64(duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count());
    QUuid id = QUuid::createUuid();
    id.data1 = uint(now >> 16);
    id.data2 = ushort(now & 0xFFFF);
    id.data3 = ushort((id.data3 & 0x0FFF) | 0x7000);
    return {id.toString(QUuid::WithoutBraces)};
}

}
