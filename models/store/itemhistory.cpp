// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/itemhistory.h"

#include "models/store/database.h"
#include "models/store/entitytable.h"

using namespace Qt::StringLiterals;

namespace store {

namespace {

constexpr int oneSittingMs = 60'000;

}

QString originText(Origin origin)
{
    return origin == Origin::User ? u"here"_s : u"service"_s;
}

Origin originOf(const QVariant &text)
{
    return text.toString() == "here"_L1 ? Origin::User : Origin::Service;
}

QList<ItemVersion> ItemHistory::versions(const domain::LocalId &id)
{
    QList<ItemVersion> list;
    QSqlQuery &query = m_database.select(
        "SELECT at, origin, json, replaced_by FROM history WHERE local_id=? ORDER BY at DESC, rowid DESC LIMIT ?",
        {id.value, versionsKept});
    while (query.next())
        list.append({QDateTime::fromMSecsSinceEpoch(query.value(0).toLongLong(), Qt::UTC),
            originOf(query.value(1)),
            jsonObject(query.value(2)),
            query.value(3).isNull() ? std::nullopt : std::optional(originOf(query.value(3)))});
    query.finish();
    return list;
}

bool ItemHistory::hasLeft(const domain::LocalId &id, const QString &updated)
{
    return m_database
        .value("SELECT EXISTS(SELECT 1 FROM history WHERE local_id=? AND json_extract(json,'$.updated')=?)",
            {id.value, updated})
        .toBool();
}

bool ItemHistory::keepView(const domain::LocalId &id, const QDateTime &now)
{
    // The text is copied within the database: reading and printing it would cost more than the edit itself.
    return m_database.run(
        "INSERT INTO history(local_id,at,origin,json,replaced_by) SELECT b.local_id, ?,"
        " CASE WHEN b.base_json=b.view_json THEN 'service' ELSE 'here' END, b.view_json, 'here' FROM body b WHERE "
        "b.local_id=?"
        " AND b.view_json IS NOT NULL AND NOT EXISTS(SELECT 1 FROM history h WHERE h.local_id=b.local_id"
        " AND ((h.origin='here' AND h.at>?) OR h.json=b.view_json))",
        {now.toMSecsSinceEpoch(), id.value, now.toMSecsSinceEpoch() - oneSittingMs});
}

bool ItemHistory::keep(const domain::LocalId &id, const ItemVersion &version)
{
    if (version.json.isEmpty())
        return true;
    const QVariant text = jsonText(version.json);
    const QVariant replacedBy = version.replacedBy ? QVariant(originText(*version.replacedBy)) : QVariant();
    // The stamps of the service's versions tell old answers from new ones; those of a person's are not theirs.
    const char *keepUnless = version.origin == Origin::User
        ? "INSERT INTO history(local_id,at,origin,json,replaced_by) SELECT ?,?,?,?,? WHERE NOT EXISTS(SELECT 1 FROM"
          " history h WHERE h.local_id=? AND json_remove(h.json,'$.updated')=json_remove(?,'$.updated'))"
        : "INSERT INTO history(local_id,at,origin,json,replaced_by) SELECT ?,?,?,?,? WHERE NOT EXISTS(SELECT 1 FROM"
          " history h WHERE h.local_id=? AND h.json=?)";
    return m_database.run(keepUnless,
        {id.value, version.at.toMSecsSinceEpoch(), originText(version.origin), text, replacedBy, id.value, text});
}

bool ItemHistory::prune()
{
    return m_database.run("DELETE FROM history WHERE rowid IN (SELECT id FROM (SELECT rowid AS id, row_number() OVER"
                          " (PARTITION BY local_id ORDER BY at DESC, rowid DESC) AS place FROM history) WHERE place>?)",
        {versionsKept});
}

}
