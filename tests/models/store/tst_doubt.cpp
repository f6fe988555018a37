// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/commands/planner.h"
#include "models/store/itemhistory.h"
#include "models/store/remotefold.h"
#include "models/store/trash.h"
#include "tests/models/store/libraryshelves.h"
#include "tests/support/foldlibrary.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using namespace samples;
using commands::Librarian;
using commands::Planner;
using commands::WellnessLog;
using store::Kind;
using store::Operation;
using store::Outbox;
using store::RemoteFold;

/// What is not believed of an answer, or not yet, and what need not be said any more.
class DoubtTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void whatWasConfirmedIsThereForAMinute_data();
    void whatWasConfirmedIsThereForAMinute();
    void aDayThatIsSaidToBeBlankKeepsWhatWasLogged();
    void anAnswerOfAnotherMomentLosesNothingTyped();
    void whatWasDeletedMeanwhileIsNotCreated();
    void whatWasDeletedMeanwhileIsNotChanged();
    void whatIsStillThereIsSaid();
    void oneListTakesNoFolderAway();
    void aWorkoutBringsItsFolderBack();
    void whatMayBeOursIsNotShownTwice();

private:
    [[nodiscard]] domain::LocalId planned(const QString &name);
    [[nodiscard]] Operation next() { return *Outbox(m_store->database()).next(m_clock.now()); }
    [[nodiscard]] qsizetype waiting() { return Outbox(m_store->database()).count(); }

    domain::FixedClock m_clock {QDateTime(thursday, QTime(9, 0), Qt::UTC)};
    std::unique_ptr<Shelves> m_shelves;
    store::Store *m_store = nullptr;
};

void DoubtTest::init()
{
    m_clock.setNow(QDateTime(thursday, QTime(9, 0), Qt::UTC));
    m_shelves = std::make_unique<Shelves>(m_clock);
    m_store = &m_shelves->store();
}

domain::LocalId DoubtTest::planned(const QString &name)
{
    domain::Event event;
    event.category = domain::Category::Note;
    event.name = name;
    event.start = {thursday, {}};
    return *Planner(*m_store).create(event);
}

void DoubtTest::whatWasConfirmedIsThereForAMinute_data()
{
    QTest::addColumn<int>("seconds");
    QTest::addColumn<bool>("isThere");
    QTest::newRow("at once") << 0 << true;
    QTest::newRow("after a minute") << 60 << true;
    QTest::newRow("a moment later it may be gone") << 61 << false;
    QTest::newRow("a clock that was put back knows nothing") << -5 << false;
}

void DoubtTest::whatWasConfirmedIsThereForAMinute()
{
    QFETCH(int, seconds);
    QFETCH(bool, isThere);
    const auto id = planned(u"A"_s);
    QVERIFY(!m_store->lately().has(id, m_clock.now()));
    const auto operation = next();
    QJsonObject answer = operation.patch.applied({});
    answer.insert(u"id"_s, 7);
    QVERIFY(RemoteFold(*m_store).confirmed(operation, answer).ok());
    QCOMPARE(m_store->lately().has(id, m_clock.now().addSecs(seconds)), isThere);
    QVERIFY(Planner(*m_store).remove({id}).ok());
    QVERIFY(RemoteFold(*m_store).gone(next()).ok());
    QVERIFY(!m_store->lately().has(id, m_clock.now()));
}

void DoubtTest::aDayThatIsSaidToBeBlankKeepsWhatWasLogged()
{
    const auto day = [](const QJsonObject &fields) {
        QJsonObject json {{u"id"_s, domain::dayText(thursday)}};
        for (auto it = fields.begin(); it != fields.end(); ++it)
            json.insert(it.key(), it.value());
        return json;
    };
    const QJsonObject logged = day({{u"weight"_s, 61.5}, {u"updated"_s, u"2026-03-12T09:00:00.000+00:00"_s}});
    const auto weight = [this] { return m_store->wellness(thursday).weightKg; };
    QVERIFY(RemoteFold(*m_store).wellness({thursday, thursday}, {logged}).ok());
    QVERIFY(RemoteFold(*m_store).wellness({thursday, thursday}, {day({})}).ok()); // from a copy that lags behind
    QCOMPARE(weight(), 61.5);
    QVERIFY(RemoteFold(*m_store).wellness({thursday, thursday}, {logged}).ok());
    QCOMPARE(weight(), 61.5);
    const QJsonObject cleared = day({{u"updated"_s, u"2026-03-12T10:00:00.000+00:00"_s}});
    QVERIFY(RemoteFold(*m_store).wellness({thursday, thursday}, {cleared}).ok());
    QVERIFY(!weight());
}

void DoubtTest::anAnswerOfAnotherMomentLosesNothingTyped()
{
    auto day = m_store->wellness(thursday);
    day.comments = u"typed"_s;
    QVERIFY(WellnessLog(*m_store).set(day).ok());
    const auto operation = next();
    const QJsonObject before {{u"id"_s, domain::dayText(thursday)}, {u"comments"_s, u"before"_s}};
    QVERIFY(RemoteFold(*m_store).confirmed(operation, before).ok());
    QCOMPARE(m_store->wellness(thursday).comments, u"before"_s);
    const auto versions = store::ItemHistory(m_store->database()).versions(operation.id);
    QCOMPARE(versions.size(), 1);
    QCOMPARE(versions.first().json.value("comments"_L1).toString(), u"typed"_s);
}

void DoubtTest::whatWasDeletedMeanwhileIsNotCreated()
{
    const auto id = planned(u"A"_s);
    const auto creation = next();
    Outbox(m_store->database()).setState(creation, Operation::State::Inflight);
    QVERIFY(Planner(*m_store).remove({id}).ok());
    QCOMPARE(waiting(), 2);
    QVERIFY(*RemoteFold(*m_store).takenBack(creation));
    QCOMPARE(waiting(), 0);
    QVERIFY(m_store->events({thursday, thursday}).isEmpty());
    QVERIFY(store::Trash(m_store->database()).item(id, m_clock.now()));
}

void DoubtTest::whatWasDeletedMeanwhileIsNotChanged()
{
    const auto id = planned(u"A"_s);
    QJsonObject answer = next().patch.applied({});
    answer.insert(u"id"_s, 7);
    QVERIFY(RemoteFold(*m_store).confirmed(next(), answer).ok());
    QVERIFY(Planner(*m_store).move({id}, 1).ok());
    const auto change = next();
    Outbox(m_store->database()).setState(change, Operation::State::Inflight);
    QVERIFY(Planner(*m_store).remove({id}).ok());
    QVERIFY(*RemoteFold(*m_store).takenBack(change));
    QCOMPARE(waiting(), 1);
    QCOMPARE(next().type, Operation::Type::Delete);
}

void DoubtTest::whatIsStillThereIsSaid()
{
    const auto id = planned(u"A"_s);
    const auto creation = next();
    QVERIFY(!*RemoteFold(*m_store).takenBack(creation));
    Outbox(m_store->database()).setState(creation, Operation::State::Inflight);
    QVERIFY(Planner(*m_store).move({id}, 1).ok());
    QVERIFY(!*RemoteFold(*m_store).takenBack(creation));
    QCOMPARE(waiting(), 2);
}

void DoubtTest::oneListTakesNoFolderAway()
{
    const auto fold = [this](std::optional<QList<domain::LocalId>> doubted) {
        store::LibraryFold library(*m_store, {{folderJson(20, "Run")}, {}, true, std::move(doubted)});
        while (*library.take(10)) { }
        return *library.conclude();
    };
    QVERIFY(support::foldLibrary(*m_store, {folderJson(10, "Bike"), folderJson(20, "Run")}, {workoutJson(101, 10, "A")})
                .ok());
    const auto first = fold({});
    QCOMPARE(first.missing.size(), 2);
    QCOMPARE(first.removed, 0);
    QCOMPARE(m_shelves->shelves(), u"Bike: A | Run: "_s);
    QCOMPARE(fold(QList<domain::LocalId> {}).removed, 0); // the first one had it
    QCOMPARE(fold(first.missing).removed, 2);
    QCOMPARE(m_shelves->shelves(), u"Run: "_s);
}

void DoubtTest::aWorkoutBringsItsFolderBack()
{
    QVERIFY(support::foldLibrary(*m_store, {folderJson(10, "Bike"), folderJson(20, "Run")}, {workoutJson(101, 10, "A")})
                .ok());
    QVERIFY(Librarian(*m_store).remove({m_shelves->folder(u"Bike"_s)}).ok());
    // Somebody changed the workout there: what was deleted here is a choice now, and going on with it makes it.
    QVERIFY(RemoteFold(*m_store).record(Kind::Workout, workoutJson(101, 10, "Changed")).ok());
    QCOMPARE(m_store->conflicts().size(), 1);
    const auto id = m_store->conflicts().first().id;
    auto workout = *m_store->libraryWorkout(id);
    workout.name = u"Kept"_s;
    QVERIFY(Librarian(*m_store).edit(id, workout).ok());
    while (m_shelves->next() && m_shelves->next()->kind == Kind::Folder)
        QVERIFY(RemoteFold(*m_store).gone(*m_shelves->next()).ok());
    QVERIFY(RemoteFold(*m_store).vanished(id).ok()); // it went with its folder
    QCOMPARE(m_shelves->next()->kind, Kind::Folder);
    QVERIFY(m_shelves->confirm(30));
    QCOMPARE(m_shelves->next()->kind, Kind::Workout);
    QCOMPARE(m_shelves->next()->patch.changes.value(u"folder_id"_s).after, QJsonValue(30));
    QVERIFY(m_shelves->confirm(301));
    QCOMPARE(m_shelves->shelves(), u"Bike: Kept | Run: "_s);
    QCOMPARE(m_store->waitingEdits(), 0);
}

void DoubtTest::whatMayBeOursIsNotShownTwice()
{
    QVERIFY(Librarian(*m_store).createFolder(u"Own"_s).ok());
    const auto creation = *m_shelves->next();
    Outbox(m_store->database()).setState(creation, Operation::State::Unknown);
    const QJsonObject arrived = folderJson(10, "Own");
    QVERIFY(support::foldLibrary(*m_store, {arrived, folderJson(20, "Run")}, {}).ok());
    QCOMPARE(m_shelves->shelves(), u"Own:  | Run: "_s);
    QVERIFY(RemoteFold(*m_store).confirmed(creation, arrived).ok());
    QVERIFY(support::foldLibrary(*m_store, {arrived, folderJson(20, "Run")}, {}).ok());
    QCOMPARE(m_shelves->shelves(), u"Own:  | Run: "_s);
    QVERIFY(support::foldLibrary(*m_store, {arrived, folderJson(20, "Run"), folderJson(30, "Own")}, {}).ok());
    QCOMPARE(m_shelves->shelves(), u"Own:  | Own:  | Run: "_s); // somebody else's of the same name
}

MICROCYCLE_CORE_TEST(DoubtTest)
#include "tst_doubt.moc"
