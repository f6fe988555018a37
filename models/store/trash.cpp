// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/trash.h"

#include "models/store/database.h"
#include "models/store/entitytable.h"
#include "models/store/itemhistory.h"

#include <algorithm>

namespace store {

namespace {

qint64 oldest(const QDateTime &now)
{
    return now.addDays(-Trash::days).toMSecsSinceEpoch();
}

}

bool Trash::put(const TrashedItem &item)
{
    if (item.json.isEmpty())
        return true;
    return m_database.run("INSERT OR REPLACE INTO trash(local_id,kind,origin,json,at) VALUES(?,?,?,?,?)",
        {item.id.value, int(item.kind), originText(item.origin), jsonText(item.json), item.at.toMSecsSinceEpoch()});
}

QList<TrashedItem> Trash::items(const QDateTime &now)
{
    QList<TrashedItem> list;
    QSqlQuery &query = m_database.select(
        "SELECT t.local_id, t.kind, t.origin, t.json, t.at FROM trash t LEFT JOIN body b"
        " ON b.local_id=t.local_id WHERE t.at>=? AND b.view_json IS NULL"
        " ORDER BY t.at DESC, t.kind DESC, t.json->>'$.start_date_local', t.json->>'$.name', t.local_id",
        {oldest(now)});
    while (query.next())
        list.append({{query.value(0).toString()},
            Kind(query.value(1).toInt()),
            originOf(query.value(2)),
            jsonObject(query.value(3)),
            QDateTime::fromMSecsSinceEpoch(query.value(4).toLongLong(), Qt::UTC)});
    query.finish();
    return list;
}

std::optional<TrashedItem> Trash::item(const domain::LocalId &id, const QDateTime &now)
{
    const QList<TrashedItem> all = items(now);
    const auto found = std::ranges::find(all, id, &TrashedItem::id);
    return found == all.end() ? std::nullopt : std::optional(*found);
}

bool Trash::hasVersionOf(const domain::LocalId &id)
{
    return m_database.value("SELECT EXISTS(SELECT 1 FROM trash WHERE local_id=?)", {id.value}).toBool();
}

bool Trash::prune(const QDateTime &now)
{
    return m_database.run("DELETE FROM trash WHERE at<?", {oldest(now)});
}

}
