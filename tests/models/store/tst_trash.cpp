// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/commands/librarian.h"
#include "models/commands/planner.h"
#include "models/commands/restorer.h"
#include "models/store/database.h"
#include "models/store/entitytable.h"
#include "models/store/itemhistory.h"
#include "models/store/outbox.h"
#include "models/store/remotefold.h"
#include "models/store/trash.h"
#include "tests/support/plannedride.h"
#include "tests/support/testmain.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;
using commands::Planner;
using commands::Restorer;
using store::Kind;
using store::Origin;
using store::RemoteFold;
using store::Store;
using store::Trash;

namespace {

QJsonObject eventRecord(int id, const QString &name)
{
    QJsonObject record = support::plannedRide(id, name, name);
    record.insert(u"icu_training_load"_s, 60);
    return record;
}

}

/// What was deleted here or there, and what brings it and earlier versions back.
class TrashTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void whatIsDeletedHereComesBack();
    void whatIsDeletedThereComesBackAsNew();
    void whatIsThereAgainIsNotListed();
    void aCreationTakenBackIsNotRubbish();
    void aCreationThatChangedSinceIsKept();
    void itIsForgottenAfterThirtyDays();
    void aFolderComesBackWithWhatWasInIt();
    void anEarlierVersionComesBack();
    void aVersionOfSomethingDeletedComesBack();
    void aLockedItemStaysAsItIs();
    void whatManyAgreeIsGoneCanBeUndone();
    void aVersionKnowsWhoReplacedIt();

private:
    void pull(const QList<QJsonObject> &records)
    {
        QVERIFY(RemoteFold(*m_store).events({support::rideDay, support::rideDay}, records).ok());
    }
    [[nodiscard]] QString trashed();
    [[nodiscard]] QStringList shown() const;

    domain::FixedClock m_clock {QDateTime(support::rideDay, QTime(9, 0), Qt::UTC)};
    std::unique_ptr<Store> m_store;
    domain::LocalId m_id;
};

void TrashTest::init()
{
    m_clock = domain::FixedClock(QDateTime(support::rideDay, QTime(9, 0), Qt::UTC));
    m_store = *Store::open(u":memory:"_s, m_clock);
    pull({eventRecord(7, u"A"_s)});
    m_id = *m_store->findRemote(Kind::Event, u"7"_s);
}

QString TrashTest::trashed()
{
    QStringList list;
    for (const auto &item : store::Trash(m_store->database()).items(m_clock.now()))
        list.append((item.origin == Origin::User ? u"here "_s : u"there "_s) + item.json.value("name"_L1).toString());
    list.sort();
    return list.join(u", "_s);
}

QStringList TrashTest::shown() const
{
    QStringList list;
    for (const auto &event : m_store->events({support::rideDay, support::rideDay}))
        list.append(event.name);
    return list;
}

void TrashTest::whatIsDeletedHereComesBack()
{
    QVERIFY(Planner(*m_store).remove({m_id}).ok());
    QCOMPARE(trashed(), u"here A"_s);
    QVERIFY(Restorer(*m_store).trashed({m_id}).ok());
    QCOMPARE(shown(), QStringList {u"A"_s});
    QCOMPARE(trashed(), QString());
    QCOMPARE(m_store->waitingEdits(), 0); // nobody had been told
    QVERIFY(m_store->undo().ok());
    QCOMPARE(trashed(), u"here A"_s);
}

void TrashTest::whatIsDeletedThereComesBackAsNew()
{
    QVERIFY(RemoteFold(*m_store).vanished(m_id).ok());
    QCOMPARE(trashed(), u"there A"_s);
    QVERIFY(Restorer(*m_store).trashed({m_id}).ok());
    QCOMPARE(shown(), QStringList {u"A"_s});
    const auto pending = store::Outbox(m_store->database()).pendingOf(m_id);
    QCOMPARE(pending.size(), 1);
    QCOMPARE(pending.first().type, store::Operation::Type::Create);
    QVERIFY(!pending.first().patch.changes.contains(u"id"_s));
}

void TrashTest::whatIsThereAgainIsNotListed()
{
    QVERIFY(Planner(*m_store).remove({m_id}).ok());
    QVERIFY(m_store->undo().ok());
    QCOMPARE(trashed(), QString());
    QCOMPARE(Restorer(*m_store).trashed({m_id}).error().kind, domain::Error::Kind::NotFound);
}

void TrashTest::itIsForgottenAfterThirtyDays()
{
    QVERIFY(Planner(*m_store).remove({m_id}).ok());
    m_clock = domain::FixedClock(m_clock.now().addDays(29));
    QCOMPARE(trashed(), u"here A"_s);
    m_clock = domain::FixedClock(m_clock.now().addDays(2));
    QCOMPARE(trashed(), QString());
    QVERIFY(Trash(m_store->database()).prune(m_clock.now()));
    QCOMPARE(m_store->database().value("SELECT count(*) FROM trash").toInt(), 0);
}

void TrashTest::aFolderComesBackWithWhatWasInIt()
{
    commands::Librarian librarian(*m_store);
    const auto folder = *librarian.createFolder(u"Bike"_s);
    domain::LibraryWorkout workout;
    workout.name = u"Sweet spot"_s;
    workout.type = u"Ride"_s;
    const auto inside = *librarian.add(workout, folder);
    QVERIFY(librarian.remove({folder}).ok());
    QCOMPARE(trashed(), u"here Bike, here Sweet spot"_s);
    QVERIFY(Restorer(*m_store).trashed({inside}).ok()); // its folder comes along
    QCOMPARE(m_store->folders().size(), 1);
    QCOMPARE(m_store->libraryRows().size(), 1);
    QCOMPARE(m_store->libraryRows().first().folderKey, m_store->folders().first().key);
    QCOMPARE(trashed(), QString());
}

void TrashTest::anEarlierVersionComesBack()
{
    auto event = *m_store->event(m_id);
    event.name = u"B"_s;
    event.load = 90;
    QVERIFY(Planner(*m_store).edit(m_id, event).ok());
    const auto versions = store::ItemHistory(m_store->database()).versions(m_id);
    QVERIFY(Restorer(*m_store).version(m_id, versions.first().json).ok());
    QCOMPARE(shown(), QStringList {u"A"_s});
    QCOMPARE(m_store->event(m_id)->load.value_or(0), 60);
    QCOMPARE(m_store->waitingEdits(), 0); // as the service has it
    QVERIFY(m_store->undo().ok());
    QCOMPARE(shown(), QStringList {u"B"_s});
}

void TrashTest::aVersionOfSomethingDeletedComesBack()
{
    auto event = *m_store->event(m_id);
    event.name = u"B"_s;
    QVERIFY(Planner(*m_store).edit(m_id, event).ok());
    const auto versions = store::ItemHistory(m_store->database()).versions(m_id);
    QVERIFY(Planner(*m_store).remove({m_id}).ok());
    QVERIFY(Restorer(*m_store).version(m_id, versions.first().json).ok());
    QCOMPARE(shown(), QStringList {u"A"_s});
}

void TrashTest::aLockedItemStaysAsItIs()
{
    QJsonObject locked = eventRecord(7, u"B"_s);
    locked.insert(u"athlete_cannot_edit"_s, true);
    pull({locked});
    const auto done = Restorer(*m_store).version(m_id, eventRecord(7, u"A"_s));
    QVERIFY(!done.ok());
    QCOMPARE(done.error().kind, domain::Error::Kind::Forbidden);
    QCOMPARE(shown(), QStringList {u"B"_s});
}

void TrashTest::aCreationTakenBackIsNotRubbish()
{
    domain::Event event;
    event.category = domain::Category::Note;
    event.name = u"New"_s;
    event.start = {support::rideDay, {}};
    QVERIFY(Planner(*m_store).create(event).ok());
    QVERIFY(m_store->undo().ok());
    QCOMPARE(trashed(), QString());
    QVERIFY(m_store->redo().ok());
    QVERIFY(shown().contains(u"New"_s));
}

void TrashTest::aCreationThatChangedSinceIsKept()
{
    domain::Event event;
    event.category = domain::Category::Note;
    event.name = u"New"_s;
    event.start = {support::rideDay, {}};
    const auto id = Planner(*m_store).create(event);
    const auto sent = store::Outbox(m_store->database()).next(m_clock.now());
    QJsonObject answer = domain::toJson(*m_store->event(*id));
    answer.insert(u"id"_s, 9);
    QVERIFY(RemoteFold(*m_store).confirmed(*sent, answer).ok());
    answer.insert(u"description"_s, u"added there"_s);
    pull({eventRecord(7, u"A"_s), answer});
    QVERIFY(m_store->undo().ok());
    QCOMPARE(trashed(), u"here New"_s);
}

void TrashTest::whatManyAgreeIsGoneCanBeUndone()
{
    QList<QJsonObject> records;
    for (int i = 0; i < 12; ++i)
        records.append(eventRecord(100 + i, u"E%1"_s.arg(i, 2, 10, QChar(u'0'))));
    pull(records);
    const auto report = RemoteFold(*m_store).events({support::rideDay, support::rideDay}, {});
    QCOMPARE(report->held, int(report->heldIds.size()));
    QVERIFY(report->held >= 12);
    QVERIFY(report->missing.isEmpty());
    QSignalSpy turned(m_store.get(), &Store::historyChanged);
    QVERIFY(RemoteFold(*m_store).believedGone(report->heldIds).ok());
    QVERIFY(shown().isEmpty());
    QCOMPARE(m_store->waitingEdits(), 0);
    QCOMPARE(turned.count(), 1);
    QVERIFY(m_store->undo().ok());
    QCOMPARE(shown().size(), report->heldIds.size());
    QCOMPARE(m_store->waitingEdits(), int(report->heldIds.size()));
}

void TrashTest::aVersionKnowsWhoReplacedIt()
{
    auto event = *m_store->event(m_id);
    event.name = u"B"_s;
    QVERIFY(Planner(*m_store).edit(m_id, event).ok());
    QCOMPARE(store::ItemHistory(m_store->database()).versions(m_id).first().replacedBy, std::optional(Origin::User));
    init();
    pull({eventRecord(7, u"C"_s)});
    QCOMPARE(store::ItemHistory(m_store->database()).versions(m_id).first().replacedBy, std::optional(Origin::Service));
}

MICROCYCLE_CORE_TEST(TrashTest)
#include "tst_trash.moc"
