// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/conflicttable.h"

#include "models/store/database.h"
#include "models/store/entitytable.h"

using namespace Qt::StringLiterals;

namespace store {

namespace {

constexpr int settledByItself = 1;

QVariant valueText(const QJsonValue &value)
{
    return jsonText({{u"v"_s, value}});
}

QJsonValue valueIn(const QVariant &text)
{
    return jsonObject(text).value("v"_L1);
}

#define CONFLICT_QUERY \
    "SELECT c.rowid, c.local_id, e.kind, c.field, c.base, c.mine, c.theirs, c.at FROM conflict c JOIN entity e " \
    "USING(local_id)" \
    " WHERE c.resolved=0 "

QList<Conflict> readConflicts(QSqlQuery &query)
{
    QList<Conflict> list;
    while (query.next()) {
        list.append({query.value(0).toLongLong(),
            {query.value(1).toString()},
            Kind(query.value(2).toInt()),
            {query.value(3).toString(), valueIn(query.value(4)), valueIn(query.value(5)), valueIn(query.value(6))},
            QDateTime::fromMSecsSinceEpoch(query.value(7).toLongLong(), Qt::UTC)});
    }
    query.finish();
    return list;
}

}

bool ConflictTable::put(const domain::LocalId &id, const FieldConflict &values, const QDateTime &now)
{
    const QString field = values.field.isNull() ? u""_s : values.field; // a null text would be no text at all
    if (!m_database.run("UPDATE conflict SET mine=?, theirs=? WHERE local_id=? AND field=? AND resolved=0",
            {valueText(values.mine), valueText(values.theirs), id.value, field}))
        return false;
    return m_database.changes() > 0
        || m_database.run("INSERT INTO conflict(local_id,field,base,mine,theirs,at) VALUES(?,?,?,?,?,?)",
            {id.value,
                field,
                valueText(values.base),
                valueText(values.mine),
                valueText(values.theirs),
                now.toMSecsSinceEpoch()});
}

bool ConflictTable::typedOn(const domain::LocalId &id, const domain::Patch &mine)
{
    return std::all_of(mine.changes.keyValueBegin(), mine.changes.keyValueEnd(), [&](const auto &change) {
        return m_database.run("UPDATE conflict SET mine=? WHERE local_id=? AND field=? AND resolved=0",
            {valueText(change.second.after), id.value, change.first});
    });
}

QList<Conflict> ConflictTable::open()
{
    return readConflicts(m_database.select(CONFLICT_QUERY "ORDER BY c.at, c.rowid"));
}

QList<Conflict> ConflictTable::openOf(const domain::LocalId &id)
{
    return readConflicts(m_database.select(CONFLICT_QUERY "AND c.local_id=? ORDER BY c.rowid", {id.value}));
}

bool ConflictTable::close(const Conflict &conflict, Choice choice)
{
    return m_database.run(
        "UPDATE conflict SET resolved=? WHERE rowid=?", {settledByItself + 1 + int(choice), conflict.key});
}

bool ConflictTable::settle(const domain::LocalId &id, const QStringList &stillWaiting, bool &noneLeft)
{
    noneLeft = true;
    const auto open = openOf(id);
    for (const auto &conflict : open) {
        if (stillWaiting.contains(conflict.values.field))
            noneLeft = false;
        else if (!m_database.run("UPDATE conflict SET resolved=? WHERE rowid=?", {settledByItself, conflict.key}))
            return false;
    }
    return true;
}

bool ConflictTable::settleAll(const domain::LocalId &id)
{
    return m_database.run(
        "UPDATE conflict SET resolved=? WHERE local_id=? AND resolved=0", {settledByItself, id.value});
}

}
