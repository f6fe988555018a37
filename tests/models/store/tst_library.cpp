// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/commands/planner.h"
#include "models/store/schema.h"
#include "tests/models/store/libraryshelves.h"
#include "tests/support/foldlibrary.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>
#include <QSqlDatabase>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace samples;
using commands::Librarian;
using commands::Planner;
using store::Kind;
using store::Operation;
using store::Outbox;
using store::Store;

/// The library in the store: kept whole without a network, told to the service in order.
class LibraryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aPullFillsTheShelves();
    void whatIsMissingFromTheAnswerIsGoneUnlessItIsSuspicious();
    void aFolderMadeOffLineKeepsItsWorkouts();
    void aWorkoutWaitsForItsFolder();
    void aFolderComesBackWithItsWorkouts();
    void aFolderComesBackAfterTheServiceDeletedIt();
    void aFolderDeletedThereComesBackForWhatWaits_data();
    void aFolderDeletedThereComesBackForWhatWaits();
    void theCalendarDoesNotHearOfTheLibrary();
    void oldDatabasesLearnTheLibrary();

private:
    domain::FixedClock m_clock {QDateTime(thursday, QTime(9, 0), Qt::UTC)};
    std::unique_ptr<Shelves> m_shelves;
    store::Store *m_store = nullptr;
};

void LibraryTest::init()
{
    m_shelves = std::make_unique<Shelves>(m_clock);
    m_store = &m_shelves->store();
}

void LibraryTest::aPullFillsTheShelves()
{
    QSignalSpy spy(m_store, &Store::libraryChanged);
    QJsonObject inPlan = workoutJson(201, 20, "C");
    inPlan.insert(u"day"_s, 2);
    inPlan.insert(u"Custom"_s, 7);
    const auto report = support::foldLibrary(*m_store,
        {folderJson(10, "Bike"), folderJson(20, "Base", "PLAN")},
        {workoutJson(101, 10, "B"), workoutJson(102, 10, "A"), inPlan});
    QVERIFY(report.ok());
    QCOMPARE(report->changed, 5);
    QCOMPARE(spy.size(), 1);
    QCOMPARE(m_shelves->shelves(), u"Base*: C@2 | Bike: A, B"_s);
    const auto rows = m_store->libraryRows();
    QCOMPARE(*rows.first().load, 50);
    QCOMPARE(*rows.first().movingTime, std::chrono::hours(1));
    QCOMPARE(rows.first().tags, QStringList {u"long"_s});
    QCOMPARE(domain::toJson(*m_store->libraryWorkout(m_shelves->workout(u"C"_s))).value("Custom"_L1), QJsonValue(7));
    QCOMPARE(support::foldLibrary(*m_store,
                 {folderJson(10, "Bike"), folderJson(20, "Base", "PLAN")},
                 {workoutJson(101, 10, "B"), workoutJson(102, 10, "A"), inPlan})
                 ->changed,
        0);
    QCOMPARE(spy.size(), 1);
}

void LibraryTest::whatIsMissingFromTheAnswerIsGoneUnlessItIsSuspicious()
{
    QList<QJsonObject> many;
    for (int i = 0; i < 20; ++i)
        many.append(workoutJson(100 + i, 10, "X"));
    QVERIFY(support::foldLibrary(
        *m_store, {folderJson(10, "Bike"), folderJson(20, "Run")}, many + QList {workoutJson(201, 20, "R")})
                .ok());
    // A folder that goes takes its workouts along.
    const auto without = support::foldLibrary(*m_store, {folderJson(20, "Run")}, {workoutJson(201, 20, "R")});
    QCOMPARE(without->removed, 21);
    QCOMPARE(m_shelves->shelves(), u"Run: R"_s);

    QVERIFY(support::foldLibrary(
        *m_store, {folderJson(10, "Bike"), folderJson(20, "Run")}, many + QList {workoutJson(201, 20, "R")})
                .ok());
    const auto nothing = support::foldLibrary(*m_store, {}, {});
    QCOMPARE(nothing->removed, 0);
    QCOMPARE(nothing->held, 23);
    const auto empty = support::foldLibrary(*m_store, {folderJson(10, "Bike"), folderJson(20, "Run")}, {});
    QCOMPARE(empty->removed, 0);
    QCOMPARE(support::foldLibrary(*m_store, {folderJson(20, "Run")}, {}, false)->removed, 0);
    QCOMPARE(m_store->libraryRows().size(), 21);
    // What was made or changed here and not sent yet is not missing.
    QVERIFY(Librarian(*m_store).rename(m_shelves->workout(u"R"_s), u"R2"_s).ok());
    QVERIFY(Librarian(*m_store).createFolder(u"New"_s).ok());
    QCOMPARE(support::foldLibrary(*m_store, {folderJson(10, "Bike"), folderJson(20, "Run")}, many)->removed, 0);
    QVERIFY(!m_shelves->folder(u"New"_s).value.isEmpty());
}

void LibraryTest::aFolderMadeOffLineKeepsItsWorkouts()
{
    Librarian librarian(*m_store);
    const auto bike = *librarian.createFolder(u"Bike"_s);
    const auto tempo = *librarian.add(ride(u"Tempo"_s), bike);
    QVERIFY(store::LibraryTable::isOwnKey(m_store->folder(bike)->id->value));
    QCOMPARE(m_shelves->shelves(), u"Bike: Tempo"_s);
    QCOMPARE(m_store->folders().first().mark, store::Mark::Waiting);
    QCOMPARE(m_shelves->next()->kind, Kind::Folder);
    QVERIFY(!m_shelves->next()->patch.changes.contains(u"id"_s));
    QVERIFY(m_shelves->confirm(10));
    QCOMPARE(m_shelves->shelves(), u"Bike: Tempo"_s);
    QCOMPARE(m_store->libraryWorkout(tempo)->folder->value, u"10"_s);
    QCOMPARE(m_shelves->next()->kind, Kind::Workout);
    QCOMPARE(m_shelves->next()->patch.changes.value(u"folder_id"_s).after, QJsonValue(10));
    QVERIFY(m_shelves->confirm(101));
    QCOMPARE(m_store->waitingEdits(), 0);
    QCOMPARE(m_shelves->shelves(), u"Bike: Tempo"_s);
    // Both can still be undone, and come back under the same roof.
    QVERIFY(m_store->undo().ok());
    QVERIFY(m_store->undo().ok());
    QCOMPARE(m_shelves->shelves(), QString());
    QVERIFY(m_store->redo().ok());
    QVERIFY(m_store->redo().ok());
    QCOMPARE(m_shelves->shelves(), u"Bike: Tempo"_s);
}

void LibraryTest::aWorkoutWaitsForItsFolder()
{
    Librarian librarian(*m_store);
    const auto bike = *librarian.createFolder(u"Bike"_s);
    QVERIFY(librarian.add(ride(u"Tempo"_s), bike).ok());
    const auto creation = *m_shelves->next();
    QVERIFY(Outbox(m_store->database()).retryAt(creation, m_clock.now().addSecs(60), 503));
    QVERIFY(!m_shelves->next());
    // Other edits are not held up by that.
    domain::Event event;
    event.category = domain::Category::Workout;
    event.type = u"Ride"_s;
    event.name = u"E"_s;
    event.start = {thursday, {}};
    QVERIFY(Planner(*m_store).create(event).ok());
    QCOMPARE(m_shelves->next()->kind, Kind::Event);
}

void LibraryTest::aFolderComesBackWithItsWorkouts()
{
    QVERIFY(
        support::foldLibrary(*m_store, {folderJson(10, "Bike")}, {workoutJson(101, 10, "A"), workoutJson(102, 10, "B")})
            .ok());
    QVERIFY(Librarian(*m_store).remove({m_shelves->folder(u"Bike"_s)}).ok());
    QCOMPARE(m_shelves->shelves(), QString());
    QCOMPARE(m_store->waitingEdits(), 3);
    QVERIFY(m_store->undo().ok());
    QCOMPARE(m_shelves->shelves(), u"Bike: A, B"_s);
    QCOMPARE(m_store->waitingEdits(), 0);
}

void LibraryTest::aFolderComesBackAfterTheServiceDeletedIt()
{
    QVERIFY(
        support::foldLibrary(*m_store, {folderJson(10, "Bike")}, {workoutJson(101, 10, "A"), workoutJson(102, 10, "B")})
            .ok());
    QVERIFY(Librarian(*m_store).remove({m_shelves->folder(u"Bike"_s)}).ok());
    QCOMPARE(m_shelves->next()->kind, Kind::Workout); // the folder goes last
    while (m_shelves->next())
        QVERIFY(m_shelves->confirm());
    QVERIFY(m_store->undo().ok());
    QCOMPARE(m_shelves->shelves(), u"Bike: A, B"_s);
    QVERIFY(store::LibraryTable::isOwnKey(m_store->folder(m_shelves->folder(u"Bike"_s))->id->value));
    QVERIFY(!m_store->libraryWorkout(m_shelves->workout(u"A"_s))->id);
    QCOMPARE(m_shelves->next()->kind, Kind::Folder);
    QVERIFY(m_shelves->confirm(30));
    QCOMPARE(m_shelves->next()->patch.changes.value(u"folder_id"_s).after, QJsonValue(30));
    QVERIFY(m_shelves->confirm(301));
    QVERIFY(m_shelves->confirm(302));
    QCOMPARE(m_shelves->shelves(), u"Bike: A, B"_s);
    QVERIFY(m_store->redo().ok());
    QCOMPARE(m_shelves->shelves(), QString());
    QVERIFY(m_store->undo().ok());
    QCOMPARE(m_shelves->shelves(), u"Bike: A, B"_s);
    QCOMPARE(m_store->waitingEdits(), 0);
}

void LibraryTest::aFolderDeletedThereComesBackForWhatWaits_data()
{
    QTest::addColumn<bool>("wasRefused");
    QTest::newRow("before the service heard of it") << false;
    QTest::newRow("after the service refused it") << true;
}

void LibraryTest::aFolderDeletedThereComesBackForWhatWaits()
{
    QFETCH(bool, wasRefused);
    QVERIFY(support::foldLibrary(*m_store, {folderJson(10, "Bike"), folderJson(20, "Run")}, {workoutJson(101, 10, "A")})
                .ok());
    QVERIFY(Librarian(*m_store).add(ride(u"New"_s), m_shelves->folder(u"Bike"_s)).ok());
    if (wasRefused)
        Outbox(m_store->database()).setState(*m_shelves->next(), Operation::State::Rejected, 404);
    QVERIFY(support::foldLibrary(*m_store, {folderJson(20, "Run")}, {}).ok());
    QCOMPARE(m_shelves->shelves(), u"Bike: New | Run: "_s);
    QCOMPARE(m_shelves->next()->kind, Kind::Folder);
    QVERIFY(m_shelves->confirm(30));
    QCOMPARE(m_shelves->next()->patch.changes.value(u"folder_id"_s).after, QJsonValue(30));
    QVERIFY(m_shelves->confirm(301));
    QCOMPARE(m_store->waitingEdits(), 0);
}

void LibraryTest::theCalendarDoesNotHearOfTheLibrary()
{
    QSignalSpy calendar(m_store, &Store::changed);
    QSignalSpy library(m_store, &Store::libraryChanged);
    const auto bike = *Librarian(*m_store).createFolder(u"Bike"_s);
    QVERIFY(Librarian(*m_store).rename(bike, u"B"_s).ok());
    QVERIFY(m_store->undo().ok());
    QVERIFY(m_shelves->confirm(10));
    QCOMPARE(calendar.size(), 0);
    QCOMPARE(library.size(), 4);
}

void LibraryTest::oldDatabasesLearnTheLibrary()
{
    QTemporaryDir directory;
    const QString path = directory.filePath(u"old.db"_s);
    {
        QSqlDatabase old = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"old"_s);
        old.setDatabaseName(path);
        QVERIFY(old.open());
        QSqlQuery query(old);
        for (int step = 0; step < 2; ++step) {
            for (const char *sql : store::schemaSteps().at(step))
                QVERIFY2(query.exec(QLatin1StringView(sql)), sql);
        }
        QVERIFY(query.exec(
            u"INSERT INTO entity(local_id,kind,remote_id,v_date,v_end,v_category,v_type,v_name) VALUES('e1',0,'7','2026-03-12','2026-03-13','WORKOUT','Ride','Kept')"_s));
        QVERIFY(query.exec(
            u"INSERT INTO body(local_id,base_json,view_json) VALUES('e1','{\"id\":7}','{\"id\":7,\"name\":\"Kept\",\"start_date_local\":\"2026-03-12T00:00:00\"}')"_s));
        QVERIFY(query.exec(u"PRAGMA user_version=2"_s));
        QVERIFY(query.exec(u"PRAGMA application_id=%1"_s.arg(store::applicationId)));
        old.close();
    }
    QSqlDatabase::removeDatabase(u"old"_s);
    auto opened = Store::open(path, m_clock);
    QVERIFY(opened.ok());
    QCOMPARE((*opened)->events({thursday, thursday}).first().name, u"Kept"_s);
    QVERIFY(Librarian(**opened).createFolder(u"Bike"_s).ok());
    QVERIFY(Planner(**opened).move({{u"e1"_s}}, 1).ok());
    *opened = nullptr;
    QCOMPARE((*Store::open(path, m_clock))->folders().first().name, u"Bike"_s);
}

MICROCYCLE_CORE_TEST(LibraryTest)
#include "tst_library.moc"
