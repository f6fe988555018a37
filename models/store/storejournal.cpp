// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/database.h"
#include "models/store/databasefile.h"
#include "models/store/entitytable.h"
#include "models/store/externalid.h"
#include "models/store/itemhistory.h"
#include "models/store/kinds.h"
#include "models/store/logging.h"
#include "models/store/outbox.h"
#include "models/store/quarantine.h"
#include "models/store/rebase.h"
#include "models/store/remotefold.h"
#include "models/store/salvage.h"
#include "models/store/setaside.h"
#include "models/store/store.h"
#include "models/store/tombstones.h"
#include "models/store/trash.h"
#include "models/store/undolog.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace store {

namespace {

constexpr int daysDoneIsKept = 30;
constexpr qint64 longJournal = 64 << 10; // bytes; a longer one is emptied as soon as nothing waits

/// An entity of which the database knows nothing, as the service had it before the first edit that waits.
Entity seedOf(const Edit &edit)
{
    Entity entity {edit.id, edit.kind, remoteIdOf(edit.kind, edit.before), {}, 0, {}, {}, {}};
    if (edit.kind == Kind::Wellness)
        entity.remoteId = edit.id.value.mid(EntityTable::wellnessPrefix().size());
    if (entity.remoteId.isEmpty())
        return entity; // the service never had it
    if (edit.kind == Kind::Event)
        entity.externalId = externalIdOf(edit.before);
    entity.base = edit.before;
    entity.view = edit.before;
    return entity;
}

/// The edit as it is today: over what the entity has become.
Edit overCurrent(Edit edit, const QJsonObject &current)
{
    if (!edit.isDelete() && !current.isEmpty())
        edit.after = differenceOf(edit.kind, edit.before, edit.after).applied(current);
    edit.before = current;
    return edit;
}

}

domain::Result<std::unique_ptr<Store>> Store::open(
    const QString &path, const domain::Clock &clock, const QString &owner)
{
    if (path == ":memory:"_L1) {
        auto database = Database::open(path);
        if (!database)
            return database.error();
        return std::unique_ptr<Store>(new Store(*std::move(database), clock));
    }
    auto opened = openDatabase(path, clock.now());
    if (!opened)
        return opened.error();
    Outbox(*opened->database).recover();
    std::unique_ptr<Store> store(new Store(std::move(opened->database), clock));
    store->m_recovery.damagedDatabase = opened->damaged;
    if (auto restored = store->openJournal(Journal::pathFor(path), owner); !restored)
        return restored.error();
    return store;
}

void Store::record(const Edit &edit, const Step &step)
{
    if (!m_journal || step.isRestored || m_journal->isStarted())
        return;
    m_written.append({step.opId, step.groupId, m_clock.now(), m_gesture.verb, m_gesture.subject, 1, edit});
    if (step.isLast)
        startJournal();
}

void Store::startJournal()
{
    for (auto &edit : m_written)
        edit.count = int(m_written.size());
    m_journal->start(m_written);
}

domain::Result<domain::Done> Store::commit(Transaction &transaction)
{
    const bool journals = m_journal && !m_written.isEmpty();
    if (journals) {
        if (!m_journal->isStarted()) // the last edits of the gesture came to nothing
            startJournal();
        if (auto finished = m_journal->finish(); !finished)
            return domain::storageFailure(m_gesture.subject, finished.error().detail);
    }
    if (!transaction.commit())
        return domain::storageFailure(m_gesture.subject, m_database->lastError());
    if (journals)
        m_journal->keep();
    return domain::Done {};
}

void Store::acknowledge(const Operation &operation)
{
    if (!m_journal)
        return;
    m_journal->acknowledge(operation.opId);
    if (m_journal->size() > longJournal && waitingEdits() == 0) {
        if (const auto cleared = m_journal->clear(); !cleared)
            qCWarning(lcStore) << "cannot empty the journal" << cleared.error().detail;
    }
}

domain::Result<domain::Done> Store::openJournal(const QString &path, const QString &owner)
{
    auto contents = Journal::read(path);
    if (!contents)
        return contents.error();
    if (!contents->owner.isEmpty() && !owner.isEmpty() && contents->owner != owner) {
        m_recovery.foreignJournal = setAside(path, u"foreign"_s, m_clock.now());
        if (m_recovery.foreignJournal.isEmpty())
            return domain::storageFailure(path, u"belongs to somebody else"_s);
        contents = JournalContents {};
    }
    m_recovery.unreadable = contents->unreadable;
    Outbox outbox(*m_database);
    QList<JournalEdit> missing = contents->unsynced();
    if (!m_recovery.damagedDatabase.isEmpty()) {
        if (auto salvaged = salvage(*contents, missing); !salvaged)
            return salvaged;
    }
    missing.removeIf([&](const JournalEdit &edit) { return outbox.knows(edit.opId); });
    if (auto restored = restore(missing); !restored)
        return restored;

    QList<JournalEdit> waiting = contents->unsynced();
    waiting.removeIf([&](const JournalEdit &edit) { return outbox.pendingOf(edit.edit.id).isEmpty(); });
    QStringList keys;
    for (const auto &edit : std::as_const(waiting))
        keys.append(edit.opId);
    Tombstones(*m_database).prune(m_clock.now());
    ItemHistory(*m_database).prune();
    Trash(*m_database).prune(m_clock.now());
    outbox.prune(m_clock.now().addDays(-daysDoneIsKept), keys);
    if (contents->unreadable > 0)
        setAside(path, u"damaged"_s, m_clock.now());
    const bool isGood = waiting.size() == contents->edits.size() && !contents->torn && contents->unreadable == 0
        && contents->owner == owner && QFile::exists(path);
    auto journal = isGood ? Journal::resume(path, owner) : Journal::begin(path, owner, waiting);
    if (!journal)
        return journal.error();
    m_journal = *std::move(journal);
    m_database->setDurable(false); // what an edit waits for is the journal
    return domain::Done {};
}

domain::Result<domain::Done> Store::salvage(const JournalContents &journal, QList<JournalEdit> &missing)
{
    // Where the journal has all of its lines it knows best; where it has not, what the database still has comes first.
    QSet<QString> inJournal;
    if (journal.unreadable == 0) {
        for (const auto &edit : journal.edits)
            inJournal.insert(edit.edit.id.value);
    }
    const auto taken = takeOver(*m_database, salvageFrom(m_recovery.damagedDatabase), inJournal, m_clock.now());
    if (!taken)
        return taken.error();
    m_recovery.salvaged = *taken;
    Outbox outbox(*m_database);
    missing.removeIf([&](const JournalEdit &edit) { return !outbox.pendingOf(edit.edit.id).isEmpty(); });
    return domain::Done {};
}

domain::Result<domain::Done> Store::restore(const QList<JournalEdit> &edits)
{
    for (qsizetype from = 0; from < edits.size();) {
        qsizetype to = from;
        while (to < edits.size() && edits.at(to).gestureId == edits.at(from).gestureId)
            ++to;
        if (auto restored = restoreGesture(edits.mid(from, to - from)); !restored)
            return restored;
        from = to;
    }
    return domain::Done {};
}

domain::Result<domain::Done> Store::restoreGesture(const QList<JournalEdit> &edits)
{
    Change change;
    Transaction transaction(*m_database);
    if (!transaction.isOpen())
        return domain::storageFailure(edits.first().subject, m_database->lastError());
    Gesture gesture {edits.first().verb, edits.first().subject, {}, {}};
    bool restored = true;
    for (const auto &edit : edits) {
        restored = restored && restoreEdit(edit, change);
        gesture.edits.append(edit.edit);
    }
    if (restored) {
        if (!UndoLog(*m_database).push(gesture, edits.first().gestureId, edits.first().at) || !transaction.commit())
            return domain::storageFailure(edits.first().subject, m_database->lastError());
        m_recovery.restored += int(edits.size());
        return domain::Done {};
    }
    if (m_failure.kind == domain::Error::Kind::Storage)
        return m_failure;
    // What cannot be made again is kept for a person to look at, and asked for no more.
    m_database->rollback();
    Transaction apart(*m_database);
    for (const auto &edit : edits) {
        if (!quarantine(*m_database, edit.edit.kind, journalJson(edit), m_failure.item, m_clock.now())
            || !Outbox(*m_database).settle(edit.opId, m_clock.now()))
            return domain::storageFailure(edits.first().subject, m_database->lastError());
    }
    m_recovery.quarantined += int(edits.size());
    if (!apart.commit())
        return domain::storageFailure(edits.first().subject, m_database->lastError());
    return domain::Done {};
}

bool Store::restoreEdit(const JournalEdit &written, Change &change)
{
    EntityTable table(*m_database);
    Edit edit = written.edit;
    if (!edit.isCreate() && !table.find(edit.id)) {
        const Entity seed = seedOf(edit);
        if (const auto known = table.findRemote(edit.kind, seed.remoteId); known && !seed.remoteId.isEmpty()) {
            edit.id = *known;
        } else if (const auto saved = table.save(seed, m_sports); !saved) {
            m_failure = saved.error();
            return false;
        }
    }
    // What is shown may be ahead of what the database knows to tell the service.
    const auto entity = table.find(edit.id);
    edit = overCurrent(edit, entity ? viewOver(entity->base, Outbox(*m_database).pendingOf(edit.id)) : QJsonObject());
    const bool isNothing = edit.before == edit.after;
    if (isNothing)
        return Outbox(*m_database).settle(written.opId, m_clock.now());
    return applyEdit(edit, {written.opId, written.gestureId, true}, change);
}

}
