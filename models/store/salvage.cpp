// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/salvage.h"

#include "models/store/databasefile.h"
#include "models/store/quarantine.h"

#include <QDateTime>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace store {

namespace {

constexpr int operationColumns = 8;
constexpr int entityInOperation = 1;
constexpr int kindInOperation = 2;
constexpr int typeInOperation = 3;
constexpr int patchInOperation = 4;

/// A damaged page ends a walk through a table; the walk from its other end stops on the page's other side.
QList<QVariantList> rowsFromBothEnds(const ReadOnlyConnection &file, const QString &columns, const QString &table)
{
    const auto walk = [&](const QString &direction) {
        QList<QVariantList> rows;
        QSqlQuery query(file.database());
        query.setForwardOnly(true);
        query.exec(u"SELECT rowid, %1 FROM %2 ORDER BY rowid %3"_s.arg(columns, table, direction));
        const int count = int(columns.count(u',')) + 2;
        while (query.next()) {
            QVariantList row;
            for (int i = 0; i < count; ++i)
                row.append(query.value(i));
            rows.append(row);
        }
        return rows;
    };
    QMap<qint64, QVariantList> byAge;
    for (const QVariantList &row : walk(u"ASC"_s) + walk(u"DESC"_s))
        byAge.insert(row.first().toLongLong(), row.mid(1));
    return byAge.values();
}

std::optional<Entity> entityFrom(const ReadOnlyConnection &file, const QString &id)
{
    QSqlQuery query(file.database());
    query.prepare(u"SELECT e.kind, e.remote_id, e.ext_id, e.gen, b.base_json, b.view_json, e.base_updated"
                  " FROM entity e JOIN body b USING(local_id) WHERE e.local_id=?"_s);
    query.bindValue(0, id);
    if (!query.exec() || !query.next())
        return {};
    return Entity {{id},
        Kind(query.value(0).toInt()),
        query.value(1).toString(),
        query.value(2).toString(),
        query.value(3).toInt(),
        jsonObject(query.value(4)),
        jsonObject(query.value(5)),
        query.value(6).toString()};
}

bool isUsable(const QVariantList &operation)
{
    const int kind = operation.at(kindInOperation).toInt();
    const QString type = operation.at(typeInOperation).toString();
    const QJsonObject patch = jsonObject(operation.at(patchInOperation)).value("fields"_L1).toObject();
    return kind >= int(Kind::Event) && kind <= int(Kind::Workout)
        && (type == "create"_L1 || type == "patch"_L1 || type == "delete"_L1) && domain::Patch::fromJson(patch).ok()
        && (type == "delete"_L1 || !patch.isEmpty());
}

}

Salvage salvageFrom(const QString &path)
{
    Salvage found;
    const ReadOnlyConnection file(path);
    if (!file.isOpen())
        return found;
    found.operations
        = rowsFromBothEnds(file, u"op_id, local_id, kind, op, patch_json, group_id, created_at, state"_s, u"outbox"_s);
    found.drafts = rowsFromBothEnds(file, u"local_id, kind, name, typed_json, at"_s, u"draft"_s);
    for (const auto &operation : std::as_const(found.operations)) {
        const QString id = operation.at(entityInOperation).toString();
        if (const auto entity = entityFrom(file, id))
            found.entities.insert(id, *entity);
    }
    return found;
}

domain::Result<int> takeOver(
    Database &database, const Salvage &salvage, const QSet<QString> &knownBetter, const QDateTime &now)
{
    const auto failed = [&] { return domain::storageFailure(u"edit"_s, database.lastError()); };
    int taken = 0;
    QSet<QString> saved;
    Transaction transaction(database);
    for (const QVariantList &operation : salvage.operations) {
        const QString id = operation.at(entityInOperation).toString();
        if (knownBetter.contains(id))
            continue;
        const auto entity = salvage.entities.constFind(id);
        const bool usable = isUsable(operation) && entity != salvage.entities.constEnd()
            && (saved.contains(id) || EntityTable(database).save(*entity, {}).ok());
        if (!usable) {
            QJsonArray raw;
            for (const auto &value : operation)
                raw.append(value.toString());
            const Kind kind = Kind(operation.at(kindInOperation).toInt());
            if (!quarantine(database, kind, {{u"operation"_s, raw}}, u"operation"_s, now))
                return failed();
            continue;
        }
        saved.insert(id);
        // Nobody knows how far the sending had come.
        if (!database.run("INSERT OR IGNORE INTO outbox(op_id,local_id,kind,op,patch_json,group_id,created_at,state)"
                          " VALUES(?,?,?,?,?,?,?,CASE ? WHEN 'queued' THEN 'queued' ELSE 'unknown' END)",
                operation.mid(0, operationColumns)))
            return failed();
        ++taken;
    }
    for (const QVariantList &draft : salvage.drafts) {
        if (!database.run("INSERT OR IGNORE INTO draft(local_id,kind,name,typed_json,at) VALUES(?,?,?,?,?)", draft))
            return failed();
    }
    if (!transaction.commit())
        return failed();
    return taken;
}

}
