// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/commands/planner.h"
#include "models/store/database.h"
#include "models/store/outbox.h"
#include "models/store/remotefold.h"
#include "tests/support/testmain.h"

#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using commands::Planner;
using store::Operation;
using store::Outbox;
using store::RemoteFold;
using store::Store;

namespace {

const QDate thursday(2026, 3, 12);

domain::Event workout(const QString &name, QDate day)
{
    domain::Event event;
    event.category = domain::Category::Workout;
    event.type = u"Ride"_s;
    event.name = name;
    event.start = {day, {}};
    event.load = 75;
    event.movingTime = std::chrono::hours(1);
    return event;
}

QJsonObject object(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

/// A server's copy of what an operation sent.
QJsonObject answer(Store &store, const Operation &operation, qint64 id)
{
    auto event = *store.event(operation.id);
    event.id = domain::EventId {id};
    event.updated = u"2026-03-12T10:00:00.000+00:00"_s;
    return domain::toJson(event);
}

}

class StoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aCreatedWorkoutIsSeenAndQueued();
    void movingKeepsOtherFieldsAndSendsOnlyTheDay();
    void undoAndRedoWalkThroughEveryVerb();
    void undoOutlivesARestart();
    void editsThatNobodySentFoldIntoOne();
    void aCreationDeletedBeforeItWasSentVanishes();
    void aPullLaysWaitingEditsOverTheNewBase();
    void whatTheServiceNoLongerHasGoesAway();
    void aSuspiciouslyEmptyAnswerRemovesNothing();
    void anUnreadableRecordIsSetAsideAndTheOthersGoOn();
    void deletingAndUndoingAfterTheServiceAgreedMakesANewKey();
    void undoRevertsOnlyWhatNobodyChangedSince();
    void wellnessIsOneRecordPerDayAndTypingFolds();
    void undoLeavesLongTextsAlone();
    void spansAreFoundFromTheirMiddle();
    void stepProfilesFollowTheThresholds();
    void streamsComeBackAsTheyWere();

private:
    domain::FixedClock m_clock {QDateTime(thursday, QTime(9, 0), Qt::UTC)};
    std::unique_ptr<Store> m_store;

    std::optional<Operation> next() { return Outbox(m_store->database()).next(m_clock.now()); }
    domain::LocalId confirmed(const QString &name, QDate day, qint64 id);
};

void StoreTest::init()
{
    m_store = *Store::open(u":memory:"_s, m_clock);
}

domain::LocalId StoreTest::confirmed(const QString &name, QDate day, qint64 id)
{
    const auto local = *Planner(*m_store).create(workout(name, day));
    const auto operation = *next();
    if (!RemoteFold(*m_store).confirmed(operation, answer(*m_store, operation, id)))
        qFatal("the fixture could not confirm");
    return local;
}

void StoreTest::aCreatedWorkoutIsSeenAndQueued()
{
    QSignalSpy spy(m_store.get(), &Store::changed);
    const auto id = Planner(*m_store).create(workout(u"Tempo 2x20"_s, thursday));
    QVERIFY(id.ok());
    QCOMPARE(spy.size(), 1);
    const auto events = m_store->events({thursday, thursday});
    QCOMPARE(events.size(), 1);
    QCOMPARE(events.first().name, u"Tempo 2x20"_s);
    QCOMPARE(*events.first().load, 75);
    QCOMPARE(events.first().mark, store::Mark::Waiting);
    QCOMPARE(next()->type, Operation::Type::Create);
    QVERIFY(!m_store->event(*id)->uid.isEmpty());
    QCOMPARE(m_store->event(*id)->externalId, u"microcycle:"_s + id->value + u":0"_s);
}

void StoreTest::movingKeepsOtherFieldsAndSendsOnlyTheDay()
{
    const auto id = confirmed(u"Tempo"_s, thursday, 7);
    QVERIFY(Planner(*m_store).move({id}, 3).ok());
    QCOMPARE(m_store->events({thursday.addDays(3), thursday.addDays(3)}).first().name, u"Tempo"_s);
    QVERIFY(m_store->events({thursday, thursday}).isEmpty());
    QCOMPARE(next()->type, Operation::Type::Patch);
    QCOMPARE(next()->patch.changes.keys(), QStringList {u"start_date_local"_s});
}

void StoreTest::undoAndRedoWalkThroughEveryVerb()
{
    Planner planner(*m_store);
    const auto id = *planner.create(workout(u"A"_s, thursday));
    QVERIFY(planner.move({id}, 2).ok());
    auto event = *m_store->event(id);
    event.name = u"B"_s;
    QVERIFY(planner.edit(id, event).ok());
    QVERIFY(planner.remove({id}).ok());
    QVERIFY(!m_store->summary(id));

    QVERIFY(m_store->undo().ok());
    QCOMPARE(m_store->summary(id)->name, u"B"_s);
    QVERIFY(m_store->undo().ok());
    QCOMPARE(m_store->summary(id)->name, u"A"_s);
    QVERIFY(m_store->undo().ok());
    QCOMPARE(m_store->summary(id)->day, thursday);
    QVERIFY(m_store->undo().ok());
    QVERIFY(!m_store->summary(id));
    QVERIFY(!m_store->undo().ok());
    QCOMPARE(m_store->waitingEdits(), 0);

    for (int i = 0; i < 3; ++i)
        QVERIFY(m_store->redo().ok());
    QCOMPARE(m_store->summary(id)->name, u"B"_s);
    QCOMPARE(m_store->summary(id)->day, thursday.addDays(2));
    QVERIFY(m_store->redo().ok());
    QVERIFY(!m_store->summary(id));
    QVERIFY(!m_store->redoable());
}

void StoreTest::undoOutlivesARestart()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"a/b.db"_s);
    m_store = *Store::open(path, m_clock);
    const auto id = *Planner(*m_store).create(workout(u"A"_s, thursday));
    QVERIFY(Planner(*m_store).move({id}, 1).ok());
    m_store.reset();
    QCOMPARE(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    m_store = *Store::open(path, m_clock);
    QCOMPARE(m_store->undoable()->verb, store::Verb::Move);
    QVERIFY(m_store->undo().ok());
    QCOMPARE(m_store->summary(id)->day, thursday);
    QCOMPARE(m_store->waitingEdits(), 1);
}

void StoreTest::editsThatNobodySentFoldIntoOne()
{
    const auto id = confirmed(u"A"_s, thursday, 7);
    QVERIFY(Planner(*m_store).move({id}, 1).ok());
    QVERIFY(Planner(*m_store).move({id}, 1).ok());
    QCOMPARE(m_store->waitingEdits(), 1);
    QVERIFY(Planner(*m_store).move({id}, -2).ok());
    QCOMPARE(m_store->waitingEdits(), 0);
    QCOMPARE(m_store->summary(id)->mark, store::Mark::Synced);
}

void StoreTest::aCreationDeletedBeforeItWasSentVanishes()
{
    const auto id = *Planner(*m_store).create(workout(u"A"_s, thursday));
    QVERIFY(Planner(*m_store).remove({id}).ok());
    QCOMPARE(m_store->waitingEdits(), 0);
    QVERIFY(m_store->events({thursday, thursday}).isEmpty());
}

void StoreTest::aPullLaysWaitingEditsOverTheNewBase()
{
    const auto id = confirmed(u"A"_s, thursday, 7);
    QVERIFY(Planner(*m_store).move({id}, 1).ok());
    const auto record = object(R"({"id":7,"category":"WORKOUT","type":"Ride","name":"Renamed elsewhere",
        "start_date_local":"2026-03-12T00:00:00","icu_training_load":80,"CustomField":5,
        "updated":"2026-03-12T10:00:00.000+00:00"})");
    QVERIFY(RemoteFold(*m_store).events({thursday, thursday}, {record}).ok());
    QCOMPARE(m_store->summary(id)->name, u"Renamed elsewhere"_s);
    QCOMPARE(m_store->summary(id)->day, thursday.addDays(1));
    QCOMPARE(m_store->event(id)->extra.value(u"CustomField"_s).toInt(), 5);
}

void StoreTest::whatTheServiceNoLongerHasGoesAway()
{
    const auto gone = confirmed(u"A"_s, thursday, 7);
    const auto edited = confirmed(u"B"_s, thursday, 8);
    QVERIFY(Planner(*m_store).move({edited}, 1).ok());
    const auto report = RemoteFold(*m_store).events({thursday, thursday}, {});
    QCOMPARE(report->missing, QList {gone});
    QVERIFY(m_store->summary(gone)); // a list may be wrong; each is asked for alone
    QVERIFY(RemoteFold(*m_store).vanished(gone).ok());
    QVERIFY(!m_store->summary(gone));
    // An edit of ours outlives the deletion there: it is made again, under a key that was never used.
    QVERIFY(RemoteFold(*m_store).vanished(edited).ok());
    QCOMPARE(m_store->summary(edited)->day, thursday.addDays(1));
    QCOMPARE(next()->type, Operation::Type::Create);
    QCOMPARE(m_store->event(edited)->externalId, u"microcycle:"_s + edited.value + u":1"_s);
    QVERIFY(!m_store->event(edited)->id);
}

void StoreTest::aSuspiciouslyEmptyAnswerRemovesNothing()
{
    for (int i = 0; i < 10; ++i)
        confirmed(u"W"_s, thursday.addDays(i), 100 + i);
    const auto report = RemoteFold(*m_store).events({thursday, thursday.addDays(20)}, {});
    QCOMPARE(report->held, 10);
    QCOMPARE(m_store->events({thursday, thursday.addDays(20)}).size(), 10);
}

void StoreTest::anUnreadableRecordIsSetAsideAndTheOthersGoOn()
{
    const auto report = RemoteFold(*m_store).events({thursday, thursday},
        {object(R"({"id":1,"name":"bad day","start_date_local":"2026-02-30T00:00:00"})"),
            object(R"({"name":"no id","start_date_local":"2026-03-12T00:00:00"})"),
            object(R"({"id":3,"category":"NOTE","name":"good","start_date_local":"2026-03-12T00:00:00"})")});
    QCOMPARE(report->quarantined, 2);
    QCOMPARE(m_store->events({thursday, thursday}).size(), 1);
    QCOMPARE(m_store->events({thursday, thursday}).first().name, u"good"_s);
}

void StoreTest::deletingAndUndoingAfterTheServiceAgreedMakesANewKey()
{
    const auto id = confirmed(u"A"_s, thursday, 7);
    QVERIFY(Planner(*m_store).remove({id}).ok());
    QCOMPARE(next()->type, Operation::Type::Delete);
    QVERIFY(RemoteFold(*m_store).gone(*next()).ok());
    QVERIFY(m_store->undo().ok());
    QCOMPARE(m_store->summary(id)->name, u"A"_s);
    QCOMPARE(next()->type, Operation::Type::Create);
    QCOMPARE(m_store->event(id)->externalId, u"microcycle:"_s + id.value + u":1"_s);
    QVERIFY(!m_store->event(id)->id);
}

void StoreTest::undoRevertsOnlyWhatNobodyChangedSince()
{
    const auto id = confirmed(u"A"_s, thursday, 7);
    auto event = *m_store->event(id);
    event.name = u"B"_s;
    event.start.day = thursday.addDays(1);
    QVERIFY(Planner(*m_store).edit(id, event).ok());
    QVERIFY(RemoteFold(*m_store).confirmed(*next(), answer(*m_store, *next(), 7)).ok());
    auto theirs = *m_store->event(id);
    theirs.name = u"C"_s;
    QVERIFY(RemoteFold(*m_store).record(store::Kind::Event, domain::toJson(theirs)).ok());
    QVERIFY(m_store->undo().ok());
    QCOMPARE(m_store->summary(id)->name, u"C"_s);
    QCOMPARE(m_store->summary(id)->day, thursday);
}

void StoreTest::wellnessIsOneRecordPerDayAndTypingFolds()
{
    commands::WellnessLog log(*m_store);
    auto day = m_store->wellness(thursday);
    day.weightKg = 71;
    QVERIFY(log.set(day).ok());
    day.weightKg = 71.5;
    QVERIFY(log.set(day).ok());
    QCOMPARE(*m_store->wellness(thursday).weightKg, 71.5);
    QCOMPARE(m_store->wellness({thursday.addDays(-7), thursday}).size(), 1);
    QCOMPARE(m_store->waitingEdits(), 1);
    QVERIFY(m_store->undo().ok());
    QVERIFY(!m_store->wellness(thursday).weightKg);
    QVERIFY(!m_store->undoable());
}

void StoreTest::undoLeavesLongTextsAlone()
{
    domain::Event ride;
    ride.category = domain::Category::Workout;
    ride.type = u"Ride"_s;
    ride.name = u"A"_s;
    ride.description = QString(400, u'x');
    ride.tags = {u"one"_s, u"two"_s};
    ride.start = {thursday, {}};
    const auto id = *Planner(*m_store).create(ride);
    for (const auto &name : {u"AB"_s, u"ABC"_s}) { // typed letter by letter: one step of undo
        auto event = *m_store->event(id);
        event.name = name;
        QVERIFY(Planner(*m_store).edit(id, event).ok());
    }
    for (const auto &expected : {u"A"_s, u"ABC"_s}) {
        QVERIFY((expected == u"A"_s ? m_store->undo() : m_store->redo()).ok());
        QCOMPARE(m_store->event(id)->name, expected);
        QCOMPARE(m_store->event(id)->description, ride.description);
        QCOMPARE(m_store->event(id)->tags, ride.tags);
    }
}

void StoreTest::spansAreFoundFromTheirMiddle()
{
    domain::Event holiday;
    holiday.category = domain::Category::Holiday;
    holiday.name = u"Lyon"_s;
    holiday.start = {thursday, {}};
    holiday.end = domain::LocalDateTime {thursday.addDays(5), {}};
    QVERIFY(Planner(*m_store).create(holiday).ok());
    QCOMPARE(m_store->events({thursday.addDays(2), thursday.addDays(3)}).size(), 1);
    QCOMPARE(m_store->events({thursday.addDays(5), thursday.addDays(6)}).size(), 0);
}

void StoreTest::stepProfilesFollowTheThresholds()
{
    const auto id = *Planner(*m_store).create([] {
        domain::Event run;
        run.category = domain::Category::Workout;
        run.type = u"Run"_s;
        run.name = u"Tempo"_s;
        run.description = u"- 10m 70% Pace\n- 20m 95% Pace"_s;
        run.start = {thursday, {}};
        return run;
    }());
    const QByteArray before = m_store->summary(id)->profile;
    const QJsonObject settings {{u"id"_s, 1}, {u"types"_s, QJsonArray {u"Run"_s}}, {u"threshold_pace"_s, 4.0}};
    QSignalSpy changes(m_store.get(), &Store::changed);
    QVERIFY(RemoteFold(*m_store).sports({settings}).ok());
    const QByteArray after = m_store->summary(id)->profile;
    QVERIFY(after != before);
    QCOMPARE(changes.size(), 1);
    QVERIFY(RemoteFold(*m_store).sports({settings}).ok());
    QCOMPARE(changes.size(), 1); // nothing new, nothing to tell
    QCOMPARE(m_store->summary(id)->profile, after);
}

void StoreTest::streamsComeBackAsTheyWere()
{
    const auto record = object(R"({"id":"i1","type":"Ride","start_date_local":"2026-03-12T07:00:00"})");
    QVERIFY(RemoteFold(*m_store).record(store::Kind::Activity, record).ok());
    const auto id = *m_store->findRemote(store::Kind::Activity, u"i1"_s);
    QVERIFY(!m_store->streams(id));
    domain::StreamSet set;
    set.timeSeconds = {0, 1, 3};
    set.channels.append({u"watts"_s, {100, 200, 300}, {}});
    QVERIFY(RemoteFold(*m_store).streams(id, set).ok());
    const auto back = m_store->streams(id);
    QVERIFY(back.has_value());
    QCOMPARE(back->timeSeconds, set.timeSeconds);
    QCOMPARE(back->find(u"watts"_s)->values, set.channels.first().values);
}

MICROCYCLE_CORE_TEST(StoreTest)
#include "tst_store.moc"
