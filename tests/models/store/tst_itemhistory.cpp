// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/commands/planner.h"
#include "models/store/itemhistory.h"
#include "models/store/quarantine.h"
#include "models/store/remotefold.h"
#include "models/store/tombstones.h"
#include "tests/support/plannedride.h"
#include "tests/support/storestate.h"
#include "tests/support/testmain.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using commands::Planner;
using store::ItemHistory;
using store::Origin;
using store::RemoteFold;
using store::Store;

/// What is kept of what is no longer: versions, deletions, the unreadable.
class ItemHistoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void whatThePersonReplacesIsKept();
    void whatTheServiceReplacesIsKept();
    void whatWasTypedBeforeNewsCameStandsBetween();
    void ofAPersonOneVersionAMinuteIsKept();
    void tenVersionsAreKept();
    void aDeletedItemsLastVersionIsKept();
    void anOldAnswerBringsNothingBack();
    void aDeletionIsForgottenAfterNinetyDays();
    void whatIsDoneIsForgottenAfterThirtyDays();
    void ofTheUnreadableTheNewestAreKept();

private:
    void pull(const QString &name, const QString &updated = u"2026-03-01T00:00:00"_s);
    void edit(const QString &name);
    [[nodiscard]] QStringList names();
    void removeOnTheService();

    domain::FixedClock m_clock {QDateTime(support::rideDay, QTime(9, 0), Qt::UTC)};
    std::unique_ptr<Store> m_store;
    domain::LocalId m_id;
};

void ItemHistoryTest::init()
{
    m_clock = domain::FixedClock(QDateTime(support::rideDay, QTime(9, 0), Qt::UTC));
    m_store = *Store::open(u":memory:"_s, m_clock);
    pull(u"A"_s);
    m_id = *m_store->findRemote(store::Kind::Event, u"7"_s);
}

void ItemHistoryTest::pull(const QString &name, const QString &updated)
{
    QVERIFY(RemoteFold(*m_store).record(store::Kind::Event, support::plannedRide(7, name, updated)).ok());
}

void ItemHistoryTest::edit(const QString &name)
{
    auto event = *m_store->event(m_id);
    event.name = name;
    QVERIFY(Planner(*m_store).edit(m_id, event).ok());
}

QStringList ItemHistoryTest::names()
{
    QStringList list;
    for (const auto &version : ItemHistory(m_store->database()).versions(m_id))
        list.append(
            (version.origin == Origin::User ? u"mine "_s : u"theirs "_s) + version.json.value(u"name"_s).toString());
    return list;
}

void ItemHistoryTest::whatThePersonReplacesIsKept()
{
    edit(u"B"_s);
    QCOMPARE(names(), QStringList {u"theirs A"_s});
    m_clock = domain::FixedClock(m_clock.now().addSecs(120));
    edit(u"C"_s);
    QCOMPARE(names(), (QStringList {u"mine B"_s, u"theirs A"_s}));
}

void ItemHistoryTest::whatTheServiceReplacesIsKept()
{
    pull(u"A"_s, u"2026-03-02T00:00:00"_s);
    QVERIFY(names().isEmpty()); // nothing that anybody wrote has changed
    pull(u"B"_s);
    pull(u"C"_s);
    QCOMPARE(names(), (QStringList {u"theirs B"_s, u"theirs A"_s}));
}

void ItemHistoryTest::whatWasTypedBeforeNewsCameStandsBetween()
{
    edit(u"Mine"_s);
    m_clock = domain::FixedClock(m_clock.now().addSecs(120));
    pull(u"Theirs"_s, u"2026-03-02T00:00:00"_s);
    QCOMPARE(names(), (QStringList {u"mine Mine"_s, u"theirs A"_s}));
    const auto versions = ItemHistory(m_store->database()).versions(m_id);
    QCOMPARE(versions.at(0).replacedBy, Origin::Service);
    QCOMPARE(versions.at(1).replacedBy, Origin::User);
}

void ItemHistoryTest::ofAPersonOneVersionAMinuteIsKept()
{
    for (const auto &name : {u"B"_s, u"C"_s, u"D"_s})
        edit(name);
    QCOMPARE(names(), (QStringList {u"mine B"_s, u"theirs A"_s}));
}

void ItemHistoryTest::tenVersionsAreKept()
{
    for (int i = 0; i < 15; ++i)
        pull(u"N%1"_s.arg(i));
    QCOMPARE(names().size(), 10);
    QCOMPARE(names().first(), u"theirs N13"_s);
    const auto kept = [this] { return m_store->database().value("SELECT count(*) FROM history").toInt(); };
    QVERIFY(kept() > 10);
    QVERIFY(store::ItemHistory(m_store->database()).prune());
    QCOMPARE(kept(), 10);
    QCOMPARE(names().first(), u"theirs N13"_s);
}

void ItemHistoryTest::removeOnTheService()
{
    QVERIFY(Planner(*m_store).remove({m_id}).ok());
    const auto operation = store::Outbox(m_store->database()).next(m_clock.now());
    QVERIFY(operation && operation->type == store::Operation::Type::Delete);
    QVERIFY(RemoteFold(*m_store).gone(*operation).ok());
}

void ItemHistoryTest::aDeletedItemsLastVersionIsKept()
{
    removeOnTheService();
    QCOMPARE(names(), QStringList {u"theirs A"_s});
}

void ItemHistoryTest::anOldAnswerBringsNothingBack()
{
    removeOnTheService();
    pull(u"A"_s);
    QVERIFY(m_store->events({support::rideDay, support::rideDay}).isEmpty());
    pull(u"A again"_s, u"2026-03-09T10:00:00"_s);
    QCOMPARE(m_store->events({support::rideDay, support::rideDay}).size(), 1);
}

void ItemHistoryTest::aDeletionIsForgottenAfterNinetyDays()
{
    removeOnTheService();
    store::Tombstones tombstones(m_store->database());
    QVERIFY(tombstones.prune(m_clock.now().addDays(89)));
    QVERIFY(tombstones.isOf(store::Kind::Event, u"7"_s, u"2026-03-01T00:00:00"_s));
    QVERIFY(tombstones.prune(m_clock.now().addDays(91)));
    QVERIFY(!tombstones.isOf(store::Kind::Event, u"7"_s, u"2026-03-01T00:00:00"_s));
}

void ItemHistoryTest::whatIsDoneIsForgottenAfterThirtyDays()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"a.db"_s);
    {
        auto opened = *Store::open(path, m_clock);
        QVERIFY(store::Outbox(opened->database()).settle(u"done"_s, m_clock.now()));
    }
    const domain::FixedClock before(m_clock.now().addDays(29));
    QVERIFY(store::Outbox((*Store::open(path, before))->database()).knows(u"done"_s));
    const domain::FixedClock after(m_clock.now().addDays(31));
    QVERIFY(!store::Outbox((*Store::open(path, after))->database()).knows(u"done"_s));
}

void ItemHistoryTest::ofTheUnreadableTheNewestAreKept()
{
    auto &database = m_store->database();
    QVERIFY(database.begin());
    for (int i = 0; i < 10'005; ++i)
        QVERIFY(store::quarantine(database, store::Kind::Event, {{u"n"_s, i}}, u"n"_s, m_clock.now()));
    QVERIFY(database.commit());
    QCOMPARE(database.value("SELECT count(*) FROM quarantine").toInt(), 10'000);
    QCOMPARE(database.value("SELECT raw FROM quarantine ORDER BY rowid LIMIT 1").toString(), u"{\"n\":5}"_s);
}

MICROCYCLE_CORE_TEST(ItemHistoryTest)
#include "tst_itemhistory.moc"
