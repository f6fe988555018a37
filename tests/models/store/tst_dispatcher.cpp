// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/commands/dispatcher.h"
#include "models/commands/librarian.h"
#include "models/commands/planner.h"
#include "models/store/entitytable.h"
#include "models/store/remotefold.h"
#include "tests/support/testmain.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using commands::Dispatcher;
using commands::Planner;
using store::Operation;
using store::Outbox;
using store::Store;

/// What waits to be sent is listed, sent again and taken back.
class DispatcherTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void whatWaitsIsKnownByItsName();
    void sendingAgainFreesWhatWasRefused();
    void whatMayHaveArrivedStaysUnknown();
    void discardingLeavesNothingBehindAndIsUndone_data();
    void discardingLeavesNothingBehindAndIsUndone();
    void estimatesAreNeverSent();
    void laterEditsStay();
    void whatMayHaveArrivedIsTakenBackThereToo();
    void aFolderTakesItsUnsentWorkoutsAlong();
    void nothingLeftIsSaid();
    void anEditDeletedAndBroughtBackIsStillSent();
    void oneChoiceEndsAllConflictsOfAnItem_data();
    void oneChoiceEndsAllConflictsOfAnItem();

private:
    const QDate m_thursday {2026, 3, 12};
    domain::FixedClock m_clock {QDateTime(m_thursday, QTime(9, 0), Qt::UTC)};
    std::unique_ptr<Store> m_store;
    domain::LocalId m_kept; ///< an event that the service has

    [[nodiscard]] QList<store::WaitingEdit> waiting() { return store::waitingEdits(m_store->database()); }
    [[nodiscard]] domain::Event planned(const QString &name) const;
    [[nodiscard]] QList<qint64> sequences();
    void refuseAll(Operation::State state = Operation::State::Rejected);
    [[nodiscard]] QString shown(); ///< the events of all days, in one line
    bool act(const QString &what);
};

void DispatcherTest::init()
{
    m_store = *Store::open(u":memory:"_s, m_clock);
    const QJsonObject ride {{u"id"_s, 1}, {u"types"_s, QJsonArray {u"Ride"_s}}, {u"ftp"_s, 250}};
    QVERIFY(store::RemoteFold(*m_store).sports({ride}).ok());
    QVERIFY(store::RemoteFold(*m_store)
                .events({m_thursday, m_thursday},
                    {{{u"id"_s, 7},
                        {u"name"_s, u"Tempo"_s},
                        {u"category"_s, u"WORKOUT"_s},
                        {u"type"_s, u"Ride"_s},
                        {u"start_date_local"_s, u"2026-03-12T00:00:00"_s},
                        {u"description"_s, u"- 1h 70%"_s},
                        {u"icu_training_load"_s, 50},
                        {u"moving_time"_s, 3600},
                        {u"uid"_s, u"u7"_s}}})
                .ok());
    m_kept = m_store->events({m_thursday, m_thursday}).first().id;
}

domain::Event DispatcherTest::planned(const QString &name) const
{
    domain::Event event;
    event.category = domain::Category::Workout;
    event.type = u"Run"_s;
    event.name = name;
    event.start = {m_thursday.addDays(1), {}};
    return event;
}

QList<qint64> DispatcherTest::sequences()
{
    QList<qint64> all;
    for (const auto &edit : waiting())
        all.append(edit.operation.sequence);
    return all;
}

void DispatcherTest::refuseAll(Operation::State state)
{
    for (const auto &edit : waiting())
        QVERIFY(Outbox(m_store->database()).setState(edit.operation, state, 422, u"too old"_s));
}

QString DispatcherTest::shown()
{
    QStringList parts;
    for (const auto &event : m_store->events({m_thursday.addDays(-30), m_thursday.addDays(30)})) {
        parts.append(
            u"%1 %2 %3 %4"_s.arg(event.day.toString(u"dd"_s), event.type, event.name).arg(event.load.value_or(0)));
    }
    const auto weight = m_store->wellness(m_thursday).weightKg;
    parts.append(weight ? QString::number(*weight) : u"-"_s);
    return parts.join(u" | "_s);
}

bool DispatcherTest::act(const QString &what)
{
    Planner planner(*m_store);
    if (what == "create"_L1)
        return planner.create(planned(u"Easy"_s)).ok();
    if (what == "move"_L1)
        return planner.move({m_kept}, 2).ok();
    if (what == "delete"_L1)
        return planner.remove({m_kept}).ok();
    if (what == "steps"_L1) {
        auto event = *m_store->event(m_kept);
        event.description = u"- 2h 90%"_s;
        return planner.edit(m_kept, event).ok();
    }
    auto day = m_store->wellness(m_thursday);
    day.weightKg = 71.5;
    return commands::WellnessLog(*m_store).set(day).ok();
}

void DispatcherTest::whatWaitsIsKnownByItsName()
{
    QVERIFY(act(u"create"_s) && act(u"delete"_s) && act(u"weight"_s));
    refuseAll();
    QStringList lines;
    for (const auto &edit : waiting())
        lines.append(u"%1 %2 %3 %4 %5"_s.arg(edit.name, edit.sport, edit.day.toString(u"dd.MM"_s), edit.reason)
                         .arg(edit.status));
    QCOMPARE(lines.join(u'\n'), u"Easy Run 13.03 too old 422\nTempo Ride 12.03 too old 422\n  12.03 too old 422"_s);
}

void DispatcherTest::sendingAgainFreesWhatWasRefused()
{
    QVERIFY(act(u"create"_s) && act(u"move"_s));
    refuseAll();
    QVERIFY(!Outbox(m_store->database()).next(m_clock.now()));
    QCOMPARE(m_store->summary(m_kept)->mark, store::Mark::Refused);
    QSignalSpy outbox(m_store.get(), &Store::outboxChanged);
    QVERIFY(Dispatcher(*m_store).retry({sequences().last()}).ok());
    QCOMPARE(outbox.count(), 1);
    QCOMPARE(m_store->summary(m_kept)->mark, store::Mark::Waiting);
    QCOMPARE(Outbox(m_store->database()).refused().size(), 1);
    QVERIFY(Dispatcher(*m_store).retryAll().ok());
    QVERIFY(Outbox(m_store->database()).refused().isEmpty());
    QVERIFY(Dispatcher(*m_store).retry({4711}).ok());
}

void DispatcherTest::whatMayHaveArrivedStaysUnknown()
{
    QVERIFY(act(u"create"_s));
    refuseAll(Operation::State::Unknown);
    QVERIFY(Dispatcher(*m_store).retryAll().ok());
    QCOMPARE(waiting().first().operation.state, Operation::State::Unknown);
}

void DispatcherTest::discardingLeavesNothingBehindAndIsUndone_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<Operation::State>("state");
    for (const char *what : {"create", "move", "delete", "steps", "weight"}) {
        for (const auto state : {Operation::State::Queued,
                 Operation::State::Rejected,
                 Operation::State::Waiting,
                 Operation::State::Conflict})
            QTest::addRow("%s in state %d", what, int(state)) << QString::fromLatin1(what) << state;
    }
}

void DispatcherTest::discardingLeavesNothingBehindAndIsUndone()
{
    QFETCH(QString, what);
    QFETCH(Operation::State, state);
    const QString before = shown();
    QVERIFY(act(what));
    const QString edited = shown();
    QVERIFY(edited != before);
    refuseAll(state);
    QVERIFY(Dispatcher(*m_store).discard(sequences()).ok());
    QCOMPARE(shown(), before);
    QVERIFY(waiting().isEmpty());
    QCOMPARE(m_store->undoable()->verb, store::Verb::Discard);
    QVERIFY(m_store->undo().ok());
    QCOMPARE(shown(), edited);
    QCOMPARE(waiting().size(), 1);
    QCOMPARE(waiting().first().operation.state, Operation::State::Queued);
}

void DispatcherTest::estimatesAreNeverSent()
{
    QVERIFY(act(u"steps"_s));
    QVERIFY(m_store->undo().ok());
    QVERIFY(waiting().isEmpty());
    QVERIFY(m_store->redo().ok());
    QVERIFY(Dispatcher(*m_store).discard(sequences()).ok());
    QVERIFY(m_store->undo().ok());
    QCOMPARE(waiting().first().operation.patch.changes.keys(), QStringList {u"description"_s});
}

void DispatcherTest::laterEditsStay()
{
    QVERIFY(act(u"move"_s));
    refuseAll(Operation::State::Inflight);
    auto event = *m_store->event(m_kept);
    event.name = u"Harder"_s;
    QVERIFY(Planner(*m_store).edit(m_kept, event).ok());
    QVERIFY(Dispatcher(*m_store).discard({sequences().first()}).ok());
    QCOMPARE(shown(), u"12 Ride Harder 50 | -"_s);
}

void DispatcherTest::whatMayHaveArrivedIsTakenBackThereToo()
{
    QVERIFY(act(u"create"_s));
    refuseAll(Operation::State::Unknown);
    QVERIFY(Dispatcher(*m_store).discard(sequences()).ok());
    QCOMPARE(shown(), u"12 Ride Tempo 50 | -"_s);
    QCOMPARE(waiting().size(), 2);
    QCOMPARE(waiting().last().operation.type, Operation::Type::Delete);
}

void DispatcherTest::aFolderTakesItsUnsentWorkoutsAlong()
{
    commands::Librarian librarian(*m_store);
    const auto folder = librarian.createFolder(u"Bike"_s, domain::FolderType::Folder);
    QVERIFY(folder.ok());
    domain::LibraryWorkout workout;
    workout.name = u"Endurance"_s;
    workout.type = u"Ride"_s;
    QVERIFY(librarian.add(workout, *folder).ok());
    QCOMPARE(waiting().size(), 2);
    QVERIFY(Dispatcher(*m_store).discard({sequences().first()}).ok());
    QVERIFY(m_store->folders().isEmpty() && m_store->libraryRows().isEmpty());
    QVERIFY(waiting().isEmpty());
    QVERIFY(m_store->undo().ok());
    QCOMPARE(m_store->libraryRows().size(), 1);
}

void DispatcherTest::nothingLeftIsSaid()
{
    const auto done = Dispatcher(*m_store).discard({4711});
    QVERIFY(!done.ok());
    QCOMPARE(done.error().kind, domain::Error::Kind::Conflict);
}

void DispatcherTest::anEditDeletedAndBroughtBackIsStillSent()
{
    QVERIFY(act(u"move"_s) && act(u"delete"_s));
    QVERIFY(m_store->undo().ok());
    QCOMPARE(shown(), u"14 Ride Tempo 50 | -"_s);
    QCOMPARE(waiting().size(), 1);
    QCOMPARE(waiting().first().operation.patch.changes.keys(), QStringList {u"start_date_local"_s});
}

void DispatcherTest::oneChoiceEndsAllConflictsOfAnItem_data()
{
    QTest::addColumn<store::Choice>("choice");
    QTest::addColumn<QString>("after");
    QTest::newRow("mine") << store::Choice::Mine << u"Mine 80"_s;
    QTest::newRow("theirs") << store::Choice::Theirs << u"Theirs 20"_s;
    QTest::newRow("both, as one copy") << store::Choice::Both << u"Mine 80, Theirs 20"_s;
}

void DispatcherTest::oneChoiceEndsAllConflictsOfAnItem()
{
    QFETCH(store::Choice, choice);
    auto event = *m_store->event(m_kept);
    event.name = u"Mine"_s;
    event.load = 80;
    QVERIFY(Planner(*m_store).edit(m_kept, event).ok());
    QJsonObject theirs = store::EntityTable(m_store->database()).find(m_kept)->base;
    theirs.insert(u"name"_s, u"Theirs"_s);
    theirs.insert(u"icu_training_load"_s, 20);
    theirs.insert(u"updated"_s, u"later"_s);
    QVERIFY(store::RemoteFold(*m_store).events({m_thursday, m_thursday}, {theirs}).ok());
    QCOMPARE(m_store->conflicts().size(), 2);
    QVERIFY(Dispatcher(*m_store).choose(m_kept, choice).ok());
    QVERIFY(m_store->conflicts().isEmpty());
    QStringList after;
    for (const auto &each : m_store->events({m_thursday, m_thursday}))
        after.append(u"%1 %2"_s.arg(each.name).arg(each.load.value_or(0)));
    after.sort();
    QTEST(after.join(u", "_s), "after");
    QCOMPARE(Dispatcher(*m_store).choose(m_kept, choice).error().kind, domain::Error::Kind::Conflict);
}

MICROCYCLE_CORE_TEST(DispatcherTest)
#include "tst_dispatcher.moc"
