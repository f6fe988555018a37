// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/waitingedits.h"

#include "models/store/database.h"
#include "models/store/entitytable.h"
#include "models/store/store.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace store {

namespace {

/// What the row shows now; for what is deleted, what it was.
QString textOf(const Operation &operation, const QString &key, const QVariant &shown)
{
    if (!shown.toString().isEmpty())
        return shown.toString();
    const domain::FieldChange change = operation.patch.changes.value(key);
    return operation.type == Operation::Type::Delete ? change.before.toString() : change.after.toString();
}

QDate dayIn(const WaitingEdit &edit, const QVariant &shown)
{
    if (edit.operation.kind == Kind::Wellness)
        return EntityTable::wellnessDay(edit.operation.id);
    return QDate::fromString(textOf(edit.operation, u"start_date_local"_s, shown).left(10), Qt::ISODate);
}

}

QList<WaitingEdit> waitingEdits(Database &database)
{
    // The rows with their patches are the outbox's to read; what surrounds them is read here, by the same order.
    QHash<qint64, WaitingEdit> around;
    QHash<qint64, QVariant> days;
    QSqlQuery &query = database.select(
        "SELECT o.seq, o.group_id, o.last_status, o.last_error, o.next_at, e.v_name, e.v_type, e.v_date"
        " FROM outbox o LEFT JOIN entity e ON e.local_id=o.local_id ORDER BY o.seq");
    while (query.next()) {
        WaitingEdit edit;
        edit.groupId = query.value(1).toString();
        edit.status = query.value(2).toInt();
        edit.reason = query.value(3).toString();
        if (!query.value(4).isNull())
            edit.nextAt = QDateTime::fromMSecsSinceEpoch(query.value(4).toLongLong(), Qt::UTC);
        edit.name = query.value(5).toString();
        edit.sport = query.value(6).toString();
        days.insert(query.value(0).toLongLong(), query.value(7));
        around.insert(query.value(0).toLongLong(), edit);
    }
    query.finish();
    QList<WaitingEdit> edits;
    const QList<Operation> operations = Outbox(database).all();
    for (const Operation &operation : operations) {
        WaitingEdit edit = around.value(operation.sequence);
        edit.operation = operation;
        edit.name = textOf(operation, u"name"_s, edit.name);
        edit.sport = textOf(operation, u"type"_s, edit.sport);
        edit.day = dayIn(edit, days.value(operation.sequence));
        edits.append(edit);
    }
    return edits;
}

QString refusalOf(Database &database, const domain::LocalId &id)
{
    return database
        .value("SELECT last_error FROM outbox WHERE local_id=? AND state='rejected' ORDER BY seq LIMIT 1", {id.value})
        .toString();
}

domain::Result<domain::Done> sendAgain(Store &store, const QList<qint64> &sequences)
{
    Database &database = store.database();
    Transaction transaction(database);
    if (!transaction.isOpen())
        return domain::storageFailure({}, database.lastError());
    Change change;
    const QList<Operation> operations = Outbox(database).all();
    for (const Operation &operation : operations) {
        if (!sequences.contains(operation.sequence))
            continue;
        if (!Outbox(database).release(operation))
            return domain::storageFailure({}, database.lastError());
        if (isLibrary(operation.kind))
            change.library = true;
        else
            change.ids.append(operation.id);
    }
    if (!transaction.commit())
        return domain::storageFailure({}, database.lastError());
    store.announce(change);
    store.announceOutbox();
    return domain::Done {};
}

}
