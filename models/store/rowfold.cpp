// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/rowfold.h"

#include "models/store/kinds.h"

#include <QHash>
#include <QJsonDocument>
#include <array>

namespace store {

namespace {

domain::Result<Columns> columnsOfRow(const Incoming &row, const QList<domain::SportSettings> &sports)
{
    if (const auto *event = std::get_if<const domain::Event *>(&row.value))
        return columnsOf(**event, sports);
    if (const auto *activity = std::get_if<const domain::Activity *>(&row.value))
        return columnsOf(**activity);
    return columnsOf(*std::get<const domain::Wellness *>(row.value));
}

/// By which the words of an object are known again. Another version of Qt may reckon otherwise; then they are merged
/// once more.
QByteArray hashOf(QByteArrayView words)
{
    const auto size = size_t(words.size());
    const std::array halves {
        quint64(qHashBits(words.data(), size, 0x9E3779B9)), quint64(qHashBits(words.data(), size, 0x7F4A7C15))};
    return QByteArray(reinterpret_cast<const char *>(halves.data()), sizeof halves);
}

}

RowFold::RowFold(Store &store, Kind kind, const domain::DateRange &asked)
    : m_store(store)
    , m_database(store.database())
    , m_fold(store)
    , m_kind(kind)
    , m_asked(asked)
{
}

domain::Result<domain::Done> RowFold::take(std::span<const Incoming> rows)
{
    const auto taken = takeAll(rows);
    if (!taken)
        m_fold.announceChange(); // of the parts before
    return taken;
}

domain::Result<domain::Done> RowFold::takeAll(std::span<const Incoming> rows)
{
    Transaction transaction(m_database);
    if (!transaction.isOpen())
        return domain::storageFailure(QStringLiteral("answer"), m_database.lastError());
    for (const auto &row : rows) {
        if (const auto taken = takeOne(row); !taken)
            return taken;
    }
    if (!transaction.commit())
        return domain::storageFailure(QStringLiteral("answer"), m_database.lastError());
    return domain::Done {};
}

domain::Result<domain::Done> RowFold::takeOne(const Incoming &row)
{
    const QByteArray hash = hashOf(row.text);
    const Known known = lookUp(row.remoteId, hash);
    if (known == Known::Same) {
        m_seen.insert(row.remoteId);
        return domain::Done {};
    }
    if (known == Known::No) {
        const auto columns = columnsOfRow(row, m_store.sports());
        const domain::LocalId id = m_kind == Kind::Wellness && columns ? EntityTable::wellnessId(columns->summary.day)
                                                                       : EntityTable::newId();
        if (columns && isNew(row, *columns, id))
            return insert(row, *columns, id, hash);
    }
    return merge(row, hash);
}

RowFold::Known RowFold::lookUp(const QString &remoteId, const QByteArray &hash)
{
    // Nothing of it may have been edited or hidden since. What was deleted is known too, and merged.
    const QVariant same
        = m_database.value("SELECT coalesce((SELECT b.base_hash=? AND e.presence='synced'"
                           " AND NOT EXISTS(SELECT 1 FROM outbox o WHERE o.local_id=e.local_id)"
                           " FROM entity e JOIN body b USING(local_id) WHERE e.kind IS ? AND e.remote_id=?),"
                           " (SELECT 0 FROM tombstone WHERE kind=? AND remote_id=?))",
            {hash, int(m_kind), remoteId, int(m_kind), remoteId});
    return same.isNull() ? Known::No : same.toBool() ? Known::Same : Known::Other;
}

/// It may have been made here under another key.
bool RowFold::isNew(const Incoming &row, const Columns &columns, const domain::LocalId &id)
{
    if (row.remoteId.isEmpty())
        return false;
    EntityTable table(m_database);
    if (m_kind == Kind::Event)
        return !table.findExternal(m_kind, columns.externalId);
    return m_kind != Kind::Wellness || !table.has(id);
}

domain::Result<domain::Done> RowFold::insert(
    const Incoming &row, const Columns &columns, const domain::LocalId &id, const QByteArray &hash)
{
    if (!EntityTable(m_database).insert(id, row.remoteId, columns, row.text, hash))
        return domain::storageFailure(kindText(m_kind), m_database.lastError());
    m_seen.insert(row.remoteId);
    ++m_report.changed;
    m_fold.note(m_kind, id);
    m_fold.noteDay(columns.summary.day);
    return domain::Done {};
}

domain::Result<domain::Done> RowFold::merge(const Incoming &row, const QByteArray &hash)
{
    const QList<QJsonObject> record {QJsonDocument::fromJson(row.text.toByteArray()).object()};
    if (const auto done = m_fold.foldEach(m_kind, record, m_seen, m_report); !done)
        return done;
    if (!m_database.run(
            "UPDATE body SET base_hash=? WHERE local_id=(SELECT local_id FROM entity WHERE kind IS ? AND remote_id=?)",
            {hash, int(m_kind), row.remoteId}))
        return domain::storageFailure(kindText(m_kind), m_database.lastError());
    return domain::Done {};
}

domain::Result<FoldReport> RowFold::conclude()
{
    Transaction transaction(m_database);
    if (transaction.isOpen())
        m_fold.endRange(m_kind, m_asked, m_seen, m_report);
    const bool stored = transaction.commit();
    const QString why = m_database.lastError();
    m_fold.announceChange();
    if (!stored)
        return domain::storageFailure(QStringLiteral("answer"), why);
    return m_report;
}

}
