// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/demoserver.h"
#include "api/endpoints/listfolders.h"
#include "api/http/client.h"
#include "api/sync/engine.h"
#include "models/commands/librarian.h"
#include "models/store/outbox.h"
#include "models/store/remotefold.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using commands::Librarian;
using State = store::SyncStatus::State;
using store::Operation;
using store::Outbox;

namespace {

const QDate today(2026, 3, 12);
const QByteArray key = "enginekey1234";

domain::LibraryWorkout ride(const QString &name)
{
    domain::LibraryWorkout workout;
    workout.name = name;
    workout.type = u"Ride"_s;
    workout.description = u"- 1h 250w"_s;
    return workout;
}

}

/// Folders and workouts between a store and the embedded server.
class LibrarySyncTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void theLibraryComesByItself();
    void whatIsMadeOffLineArrivesInOrder();
    void aDeletedFolderComesBackWhole();
    void aCreationThatMayHaveArrivedIsNotRepeated();
    void aFolderTakenForAbsentIsAskedFor();
    void aPlanReachesTheCalendar();

private:
    struct Side {
        Side(store::Store &from, const QUrl &url)
            : client(*http::BaseUrl::parse(url.toString()),
                *http::Credential::make(key),
                {.deadline = std::chrono::seconds(20), .perSecond = 1000, .burst = 100})
            , engine(from, client, status)
        {
        }
        store::SyncStatus status;
        http::Client client;
        api::sync::Engine engine;
    };

    [[nodiscard]] bool settled(const Side &side) const
    {
        return side.status.state() == State::Idle && side.status.lastSync().isValid();
    }
    /// The names of what the server has in the folder now.
    QStringList onTheServer(const QString &folder);
    [[nodiscard]] static QStringList namesIn(const store::Store &store, const QString &folder);
    [[nodiscard]] static domain::LocalId folderNamed(const store::Store &store, const QString &name);

    domain::FixedClock m_clock {QDateTime(today, QTime(9, 0), Qt::UTC)};
    demo::DemoServer m_server;
    QUrl m_url;
    std::unique_ptr<store::Store> m_store;
};

void LibrarySyncTest::initTestCase()
{
    const auto info = m_server.start({.seed = 1, .today = today, .key = key}, 0);
    QVERIFY(info.ok());
    m_url = info->url;
}

void LibrarySyncTest::init()
{
    m_store = *store::Store::open(u":memory:"_s, m_clock);
}

domain::LocalId LibrarySyncTest::folderNamed(const store::Store &store, const QString &name)
{
    const auto folders = store.folders();
    for (const auto &folder : folders) {
        if (folder.name == name)
            return folder.id;
    }
    return {};
}

QStringList LibrarySyncTest::namesIn(const store::Store &store, const QString &name)
{
    QStringList names;
    const auto folders = store.folders();
    const auto rows = store.libraryRows();
    for (const auto &folder : folders) {
        for (const auto &row : rows) {
            if (folder.name == name && row.folderKey == folder.key)
                names.append(row.name);
        }
    }
    return names;
}

QStringList LibrarySyncTest::onTheServer(const QString &name)
{
    http::Client client(*http::BaseUrl::parse(m_url.toString()), *http::Credential::make(key), {});
    const auto future = client.send(endpoints::ListFolders {});
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, 20'000) || !future.result())
        qFatal("the server did not answer");
    const auto library = *future.result();
    QStringList names;
    for (const auto &folder : library.folders.values) {
        for (const auto &workout : library.workouts.values) {
            if (folder.value.name == name && workout.value.folder == folder.value.id)
                names.append(workout.value.name);
        }
    }
    return names;
}

void LibrarySyncTest::theLibraryComesByItself()
{
    Side side(*m_store, m_url);
    side.engine.syncNow();
    QTRY_VERIFY_WITH_TIMEOUT(settled(side), 20'000);
    QCOMPARE(m_store->folders().size(), 6);
    QVERIFY(m_store->libraryRows().size() > 150);
    const auto rows = m_store->libraryRows();
    QVERIFY(std::any_of(rows.begin(), rows.end(), [](const auto &row) {
        return row.name == u"VO2 5×4"_s && !row.profile.isEmpty() && row.load;
    }));
}

void LibrarySyncTest::whatIsMadeOffLineArrivesInOrder()
{
    Librarian librarian(*m_store);
    const auto folder = *librarian.createFolder(u"Made on a train"_s);
    const auto a = *librarian.add(ride(u"A"_s), folder);
    QVERIFY(librarian.add(ride(u"B"_s), folder).ok());
    QVERIFY(librarian.rename(a, u"A2"_s).ok());
    Side side(*m_store, m_url);
    side.engine.syncNow();
    QTRY_VERIFY_WITH_TIMEOUT(m_store->waitingEdits() == 0 && settled(side), 20'000);
    QCOMPARE(*m_store->libraryWorkout(a)->load, 100);
    QVERIFY(m_store->libraryWorkout(a)->id.has_value());
    QCOMPARE(onTheServer(u"Made on a train"_s), (QStringList {u"A2"_s, u"B"_s}));
    QCOMPARE(namesIn(*m_store, u"Made on a train"_s), (QStringList {u"A2"_s, u"B"_s}));

    const auto bike = folderNamed(*m_store, u"Bike"_s);
    QVERIFY(librarian.moveTo({a}, bike).ok());
    QVERIFY(librarian.rename(folder, u"Made at home"_s).ok());
    QTRY_VERIFY_WITH_TIMEOUT(m_store->waitingEdits() == 0 && settled(side), 20'000);
    QCOMPARE(onTheServer(u"Made at home"_s), QStringList {u"B"_s});
    QVERIFY(onTheServer(u"Bike"_s).contains(u"A2"_s));
    QVERIFY(m_store->undo().ok());
    QVERIFY(m_store->undo().ok());
    QTRY_VERIFY_WITH_TIMEOUT(m_store->waitingEdits() == 0 && settled(side), 20'000);
    QCOMPARE(onTheServer(u"Made on a train"_s), (QStringList {u"A2"_s, u"B"_s}));
}

void LibrarySyncTest::aDeletedFolderComesBackWhole()
{
    Librarian librarian(*m_store);
    const auto folder = *librarian.createFolder(u"Shortlived"_s);
    QVERIFY(librarian.add(ride(u"A"_s), folder).ok());
    Side side(*m_store, m_url);
    side.engine.syncNow();
    QTRY_VERIFY_WITH_TIMEOUT(m_store->waitingEdits() == 0 && settled(side), 20'000);
    QVERIFY(librarian.remove({folder}).ok());
    QTRY_VERIFY_WITH_TIMEOUT(m_store->waitingEdits() == 0 && settled(side), 20'000);
    QVERIFY(onTheServer(u"Shortlived"_s).isEmpty());
    QVERIFY(m_store->undo().ok());
    QTRY_VERIFY_WITH_TIMEOUT(m_store->waitingEdits() == 0 && settled(side), 20'000);
    QCOMPARE(onTheServer(u"Shortlived"_s), QStringList {u"A"_s});
    QCOMPARE(namesIn(*m_store, u"Shortlived"_s), QStringList {u"A"_s});
}

void LibrarySyncTest::aFolderTakenForAbsentIsAskedFor()
{
    Side side(*m_store, m_url);
    side.engine.syncNow();
    QTRY_VERIFY_WITH_TIMEOUT(settled(side), 20'000);
    const QJsonObject unknown {{u"id"_s, 999999}, {u"name"_s, u"Gone"_s}, {u"type"_s, u"FOLDER"_s}};
    QVERIFY(store::RemoteFold(*m_store).record(store::Kind::Folder, unknown).ok());
    QSignalSpy told(&side.engine, &api::sync::Engine::absenceSettled);
    side.engine.settleAbsence({folderNamed(*m_store, u"Bike"_s), folderNamed(*m_store, u"Gone"_s)});
    QTRY_COMPARE_WITH_TIMEOUT(told.count(), 1, 20'000);
    QCOMPARE(told.first(), (QVariantList {1, 1}));
    QVERIFY(!folderNamed(*m_store, u"Bike"_s).value.isEmpty());
    QVERIFY(folderNamed(*m_store, u"Gone"_s).value.isEmpty());
}

void LibrarySyncTest::aCreationThatMayHaveArrivedIsNotRepeated()
{
    // It did arrive: another store made the same.
    {
        auto other = *store::Store::open(u":memory:"_s, m_clock);
        Librarian librarian(*other);
        const auto folder = *librarian.createFolder(u"Once"_s);
        QVERIFY(librarian.add(ride(u"A"_s), folder).ok());
        Side side(*other, m_url);
        side.engine.syncNow();
        QTRY_VERIFY_WITH_TIMEOUT(other->waitingEdits() == 0 && settled(side), 20'000);
    }
    Librarian librarian(*m_store);
    const auto folder = *librarian.createFolder(u"Once"_s);
    const auto workout = *librarian.add(ride(u"A"_s), folder);
    Outbox outbox(m_store->database());
    for (const auto &id : {folder, workout})
        QVERIFY(outbox.setState(outbox.pendingOf(id).first(), Operation::State::Unknown));
    Side side(*m_store, m_url);
    side.engine.syncNow();
    QTRY_VERIFY_WITH_TIMEOUT(m_store->waitingEdits() == 0 && settled(side), 20'000);
    QCOMPARE(onTheServer(u"Once"_s), QStringList {u"A"_s});
    QCOMPARE(namesIn(*m_store, u"Once"_s), QStringList {u"A"_s});
}

void LibrarySyncTest::aPlanReachesTheCalendar()
{
    Librarian librarian(*m_store);
    const auto plan = *librarian.createFolder(u"Three days"_s, domain::FolderType::Plan);
    for (const int day : {0, 2, 9}) {
        auto workout = ride(u"Day %1"_s.arg(day));
        workout.day = day;
        QVERIFY(librarian.add(workout, plan).ok());
    }
    Side side(*m_store, m_url);
    side.engine.syncNow();
    QTRY_VERIFY_WITH_TIMEOUT(m_store->waitingEdits() == 0 && settled(side), 20'000);
    const QDate start = today.addDays(200);
    const auto planned = librarian.planAll(plan, start);
    QVERIFY(planned.ok());
    QTRY_VERIFY_WITH_TIMEOUT(m_store->waitingEdits() == 0 && settled(side), 20'000);
    const auto event = *m_store->event(planned->last());
    QVERIFY(event.id.has_value());
    QCOMPARE(event.start.day, start.addDays(9));
    QCOMPARE(*event.load, 100);
    QCOMPARE(event.planName, u"Three days"_s);
    QVERIFY(event.planFolder == m_store->folder(plan)->id && event.planWorkout);
    QVERIFY(m_store->undo().ok());
    QTRY_VERIFY_WITH_TIMEOUT(m_store->waitingEdits() == 0 && settled(side), 20'000);
    QVERIFY(m_store->events({start, start.addDays(30)}).isEmpty());
}

MICROCYCLE_CORE_TEST(LibrarySyncTest)
#include "tst_librarysync.moc"
