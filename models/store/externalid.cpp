// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/externalid.h"

#include "models/domain/event.h"
#include "models/store/librarytable.h"

using namespace Qt::StringLiterals;

namespace store {

namespace {

int generationOf(const QString &externalId, const domain::LocalId &id)
{
    const QString prefix = u"microcycle:"_s + id.value + u':';
    return externalId.startsWith(prefix) ? externalId.mid(prefix.size()).toInt() : -1;
}

}

QString externalIdText(const domain::LocalId &id, int generation)
{
    return u"microcycle:%1:%2"_s.arg(id.value, QString::number(generation));
}

QString externalIdOf(const QJsonObject &event)
{
    const auto read = domain::fromJson<domain::Event>(event);
    return read ? read->externalId : QString();
}

QJsonObject withFreshExternalId(const QJsonObject &event, const domain::LocalId &id, Entity &entity, Database &)
{
    auto read = domain::fromJson<domain::Event>(event);
    if (!read)
        return event;
    QJsonObject json = event;
    const bool seenByService = read->id.has_value();
    if (!read->externalId.isEmpty() && !seenByService && entity.externalId != read->externalId
        && generationOf(read->externalId, id) >= 0)
        return event; // undone and redone before it was ever sent
    entity.generation = generationOf(read->externalId, id) + 1;
    read->id.reset();
    read->updated.clear();
    read->pairedActivity.reset();
    read->externalId = externalIdText(id, entity.generation);
    return domain::toJson(*read);
}

domain::Result<domain::Done> keepTombstone(Database &database, const Entity &entity)
{
    const bool kept = database.run("UPDATE entity SET presence='tombstone', v_date=NULL, remote_id=? WHERE local_id=?",
                          {entity.remoteId.isEmpty() ? QVariant() : QVariant(entity.remoteId), entity.id.value})
        && database.run("UPDATE body SET view_json=NULL WHERE local_id=?", {entity.id.value})
        && LibraryTable(database).save(entity);
    if (!kept)
        return domain::storageFailure(u"event"_s, database.lastError());
    return domain::Done {};
}

}
