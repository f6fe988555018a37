// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/remotefold.h"
#include "models/store/syncstatus.h"
#include "models/store/workoutdrafts.h"
#include "tests/models/store/deeds.h"
#include "tests/support/plannedride.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using store::Kind;
using store::RemoteFold;
using store::Store;
using support::plannedRide;
using support::rideDay;

/// What pages ask a store for beside the days of a calendar.
class StoreReadsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void loadsAreThoseThatBeginThere();
    void milestonesAreRacesAndTurns();
    void settingsThatCannotBeReadAreLeftOut();
    void aDraftIsKeptUntilItIsDropped();
    void aStatusTellsWhatChangedOnce();

private:
    const domain::FixedClock m_clock {QDateTime(rideDay, QTime(9, 0), Qt::UTC)};
    std::unique_ptr<Store> m_store;
};

void StoreReadsTest::init()
{
    m_store = *Store::open(u":memory:"_s, m_clock);
}

void StoreReadsTest::loadsAreThoseThatBeginThere()
{
    QJsonObject loaded = plannedRide(7, u"A"_s);
    loaded.insert(u"icu_training_load"_s, 60);
    QJsonObject paired = plannedRide(8, u"B"_s);
    paired.insert(u"paired_activity_id"_s, u"i5"_s);
    QJsonObject elsewhere = plannedRide(9, u"C"_s);
    elsewhere.insert(u"start_date_local"_s, u"2026-03-13T00:00:00"_s);
    QVERIFY(RemoteFold(*m_store).events({rideDay, rideDay.addDays(1)}, {loaded, paired, elsewhere}).ok());
    const auto loads = m_store->loads(Kind::Event, {rideDay, rideDay});
    QCOMPARE(loads.size(), 2);
    const auto &first = loads.at(loads.at(0).load ? 0 : 1);
    const auto &second = loads.at(loads.at(0).load ? 1 : 0);
    QCOMPARE(first.day, rideDay);
    QCOMPARE(first.type, u"Ride"_s);
    QCOMPARE(first.load, 60);
    QCOMPARE(first.category.text(), u"WORKOUT"_s);
    QVERIFY(!first.paired);
    QVERIFY(second.paired);
    QVERIFY(!second.load.has_value());
    QVERIFY(m_store->loads(Kind::Event, {}).isEmpty());
    QVERIFY(m_store->loads(Kind::Activity, {rideDay, rideDay}).isEmpty());
    const QJsonObject done {{u"id"_s, u"i5"_s},
        {u"type"_s, u"Run"_s},
        {u"start_date_local"_s, u"2026-03-12T07:00:00"_s},
        {u"icu_training_load"_s, 33}};
    QVERIFY(RemoteFold(*m_store).record(Kind::Activity, done).ok());
    const auto ran = m_store->loads(Kind::Activity, {rideDay, rideDay});
    QCOMPARE(ran.size(), 1);
    QCOMPARE(ran.first().load, 33);
    QVERIFY(ran.first().category.text().isEmpty());
}

void StoreReadsTest::milestonesAreRacesAndTurns()
{
    QList<QJsonObject> events;
    int id = 1;
    for (const auto &category : {u"WORKOUT"_s, u"RACE_B"_s, u"SET_FITNESS"_s, u"NOTE"_s, u"FITNESS_DAYS"_s}) {
        QJsonObject event = plannedRide(id, category);
        event.insert(u"category"_s, category);
        events.append(event);
        ++id;
    }
    QVERIFY(RemoteFold(*m_store).events({rideDay, rideDay}, events).ok());
    QStringList names;
    for (const auto &milestone : m_store->milestones({rideDay, rideDay}))
        names.append(milestone.name);
    QCOMPARE(names, (QStringList {u"FITNESS_DAYS"_s, u"RACE_B"_s, u"SET_FITNESS"_s}));
    QVERIFY(m_store->events({}).isEmpty());
}

void StoreReadsTest::settingsThatCannotBeReadAreLeftOut()
{
    const QJsonObject ride {{u"id"_s, 1}, {u"types"_s, QJsonArray {u"Ride"_s}}, {u"ftp"_s, 250}};
    QVERIFY(RemoteFold(*m_store).sports({ride, {{u"ftp"_s, u"much"_s}}}).ok());
    QCOMPARE(m_store->sports().size(), 1);
    QCOMPARE(m_store->sports().first().ftpWatts, 250);
}

void StoreReadsTest::aDraftIsKeptUntilItIsDropped()
{
    store::WorkoutDrafts drafts(m_store->database());
    const auto draft = [&](const QString &id, const QString &text, int minutes) {
        domain::Patch typed;
        typed.changes.insert(u"description"_s, {u""_s, text});
        return store::WorkoutDraft {{id}, Kind::Workout, u"Tempo"_s, typed, m_clock.now().addSecs(60 * minutes)};
    };
    QVERIFY(drafts.keep(draft(u"a"_s, u"- 1h"_s, 1)).ok());
    QVERIFY(drafts.keep(draft(u"b"_s, u"- 2h"_s, 2)).ok());
    QVERIFY(drafts.keep(draft(u"a"_s, u"- 3h"_s, 3)).ok()); // in place of what was typed before
    QCOMPARE(drafts.all().size(), 2);
    const auto newest = drafts.all().first();
    QCOMPARE(newest.workout.value, u"a"_s);
    QCOMPARE(newest.kind, Kind::Workout);
    QCOMPARE(newest.name, u"Tempo"_s);
    QCOMPARE(newest.typed.changes.value(u"description"_s).after, QJsonValue(u"- 3h"_s));
    QCOMPARE(newest.at, m_clock.now().addSecs(180));
    drafts.drop({u"a"_s});
    QVERIFY(!drafts.of({u"a"_s}).has_value());
    QVERIFY(drafts.of({u"b"_s}).has_value());
}

void StoreReadsTest::aStatusTellsWhatChangedOnce()
{
    using State = store::SyncStatus::State;
    store::SyncStatus status;
    QSignalSpy changed(&status, &store::SyncStatus::changed);
    status.set(State::Waiting, 2);
    status.set(State::Waiting, 2);
    QCOMPARE(changed.size(), 1);
    status.setFiles(3);
    status.setFiles(3);
    QCOMPARE(changed.size(), 2);
    QCOMPARE(status.files(), 3);
    status.setPast(store::SyncStatus::Past {1, 18, false});
    status.setPast(store::SyncStatus::Past {1, 18, false});
    QCOMPARE(changed.size(), 3);
    QCOMPARE(status.past()->pieces, 18);
    status.setLastSync(m_clock.now());
    QCOMPARE(status.lastSync(), m_clock.now());
    status.set(State::Waiting, 2, domain::storageFailure(u"a"_s, u"full"_s));
    QCOMPARE(changed.size(), 5);
    QCOMPARE(status.error()->item, u"a"_s);
    QCOMPARE(status.waiting(), 2);
}

MICROCYCLE_CORE_TEST(StoreReadsTest)
#include "tst_storereads.moc"
