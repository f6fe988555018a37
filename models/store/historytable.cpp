// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/historytable.h"

#include "models/store/database.h"
#include "models/store/entitytable.h"

using namespace Qt::StringLiterals;

namespace store {

bool HistoryTable::add(const domain::LocalId &id, const Version &version)
{
    if (version.json.isEmpty())
        return true;
    const QString origin = version.origin == Version::Origin::Here ? u"here"_s : u"service"_s;
    return m_database.run("INSERT INTO history(local_id,at,origin,json) VALUES(?,?,?,?)",
               {id.value, version.at.toMSecsSinceEpoch(), origin, jsonText(version.json)})
        && m_database.run("DELETE FROM history WHERE local_id=? AND rowid NOT IN"
                          " (SELECT rowid FROM history WHERE local_id=? ORDER BY rowid DESC LIMIT ?)",
            {id.value, id.value, kept});
}

QList<Version> HistoryTable::versionsOf(const domain::LocalId &id)
{
    QList<Version> list;
    QSqlQuery &query
        = m_database.select("SELECT at, origin, json FROM history WHERE local_id=? ORDER BY rowid DESC", {id.value});
    while (query.next()) {
        list.append({QDateTime::fromMSecsSinceEpoch(query.value(0).toLongLong(), Qt::UTC),
            query.value(1) == u"here"_s ? Version::Origin::Here : Version::Origin::Service,
            jsonObject(query.value(2))});
    }
    query.finish();
    return list;
}

}
