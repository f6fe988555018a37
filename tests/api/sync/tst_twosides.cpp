// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/demoserver.h"
#include "api/endpoints/deleteevent.h"
#include "api/endpoints/updateevent.h"
#include "api/http/client.h"
#include "api/sync/engine.h"
#include "models/commands/planner.h"
#include "models/store/entitytable.h"
#include "models/store/outbox.h"
#include "models/store/remotefold.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using store::Choice;
using State = store::SyncStatus::State;

namespace {

const QDate today(2026, 3, 12);
const QByteArray key = "twosideskey1234";

}

/// One event, changed here without a network and on the web meanwhile, with the real engine and the embedded server.
class TwoSidesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_side.reset(); }
    void differentFieldsBothArrive();
    void theSameFieldWaitsForAChoice();
    void whatWasWrittenThereAMomentAgoIsNotOverwritten();
    void anEditAddedToAWaitingOneIsLookedAtAnew();
    void anEditOfWhatWasDeletedThereMakesItAgain();
    void aDeletionOfWhatWasEditedThereAsks();
    void whatWasDeletedThereGoes();
    void whatWasMovedAwayThereIsNotGone();
    void aLostChangeIsSeenToHaveArrived();
    void whatIsTakenForAbsentIsAskedForOneByOne();

private:
    void bothRename();
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

    void sync();
    void rename(const QString &name);
    template<typename Endpoint>
    void onTheWeb(const Endpoint &endpoint);
    void editOnTheWeb(const QJsonObject &body) { onTheWeb(endpoints::UpdateEvent {.event = {m_remote}, .body = body}); }
    /// What a reader without a history sees: names of our events, with their colour.
    QStringList onTheServer();

    domain::FixedClock m_clock {QDateTime(today, QTime(9, 0), Qt::UTC)};
    std::unique_ptr<demo::DemoServer> m_server;
    QUrl m_url;
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<Side> m_side;
    domain::LocalId m_id;
    qint64 m_remote = 0;
};

void TwoSidesTest::init()
{
    m_server = std::make_unique<demo::DemoServer>();
    const auto info = m_server->start({.seed = 1, .today = today, .days = 7, .key = key}, 0);
    QVERIFY(info.ok());
    m_url = info->url;
    m_store = *store::Store::open(u":memory:"_s, m_clock);
    domain::Event event;
    event.category = domain::Category::Note;
    event.name = u"Ours A"_s;
    event.start = {today.addDays(2), {}};
    m_id = *commands::Planner(*m_store).create(event);
    sync();
    m_remote = m_store->summary(m_id)->remoteId.toLongLong();
    QVERIFY(m_remote > 0);
    m_clock.setNow(m_clock.now().addSecs(120)); // what was seen then is no longer fresh
}

/// The network is there until everything is said and read.
void TwoSidesTest::sync()
{
    m_side = std::make_unique<Side>(*m_store, m_url);
    QSignalSpy idle(&m_side->engine, &api::sync::Engine::idle);
    m_side->engine.syncNow();
    QTRY_VERIFY_WITH_TIMEOUT(!idle.isEmpty(), 20'000);
    m_side.reset();
}

void TwoSidesTest::rename(const QString &name)
{
    auto event = *m_store->event(m_id);
    event.name = name;
    QVERIFY(commands::Planner(*m_store).edit(m_id, event).ok());
}

template<typename Endpoint>
void TwoSidesTest::onTheWeb(const Endpoint &endpoint)
{
    http::Client client(*http::BaseUrl::parse(m_url.toString()), *http::Credential::make(key), {});
    const auto future = client.send(endpoint);
    QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), 20'000);
    QVERIFY(future.result().ok());
}

QStringList TwoSidesTest::onTheServer()
{
    const auto view = *store::Store::open(u":memory:"_s, m_clock);
    Side side(*view, m_url);
    QSignalSpy idle(&side.engine, &api::sync::Engine::idle);
    side.engine.show({today, today.addDays(60)});
    if (!QTest::qWaitFor([&] { return !idle.isEmpty(); }, 20'000))
        qFatal("the server did not answer");
    QStringList found;
    const auto events = view->events({today, today.addDays(60)});
    for (const auto &event : events) {
        if (event.name.startsWith("Ours"_L1))
            found.append(event.color.isEmpty() ? event.name : event.name + u' ' + event.color);
    }
    return found;
}

void TwoSidesTest::differentFieldsBothArrive()
{
    rename(u"Ours B"_s);
    editOnTheWeb({{u"color"_s, u"red"_s}});
    sync();
    QCOMPARE(onTheServer(), QStringList {u"Ours B red"_s});
    QCOMPARE(m_store->waitingEdits(), 0);
    QVERIFY(m_store->conflicts().isEmpty());
}

void TwoSidesTest::theSameFieldWaitsForAChoice()
{
    rename(u"Ours B"_s);
    editOnTheWeb({{u"name"_s, u"Ours C"_s}});
    sync();
    QCOMPARE(onTheServer(), QStringList {u"Ours C"_s}); // nothing was overwritten
    QCOMPARE(m_store->conflicts().size(), 1);
    QCOMPARE(m_store->event(m_id)->name, u"Ours B"_s);
    QVERIFY(m_store->resolve(m_store->conflicts().first(), Choice::Both).ok());
    sync();
    QCOMPARE(onTheServer(), (QStringList {u"Ours B"_s, u"Ours C"_s}));
    QCOMPARE(m_store->waitingEdits(), 0);
}

/// Somebody there first, and a second later a person here, who then sends it.
void TwoSidesTest::bothRename()
{
    m_clock.setNow(m_clock.now().addSecs(2));
    editOnTheWeb({{u"name"_s, u"Ours C"_s}});
    m_clock.setNow(m_clock.now().addSecs(1));
    rename(u"Ours B"_s);
    sync();
}

void TwoSidesTest::whatWasWrittenThereAMomentAgoIsNotOverwritten()
{
    rename(u"Ours A2"_s); // with this the service is looked at
    sync();
    bothRename();
    QCOMPARE(m_store->conflicts().size(), 1);
    QVERIFY(onTheServer().join(u'\n').contains("Ours C"_L1));
}

void TwoSidesTest::anEditAddedToAWaitingOneIsLookedAtAnew()
{
    rename(u"Ours A2"_s);
    const auto pull = [this] { // shows the object while the edit waits, and sends nothing
        store::RemoteFold fold(*m_store);
        const auto entity = store::EntityTable(m_store->database()).find(m_id);
        QVERIFY(entity && fold.record(store::Kind::Event, entity->base).ok());
    };
    pull();
    bothRename();
    QCOMPARE(m_store->conflicts().size(), 1);
    QVERIFY(onTheServer().join(u'\n').contains("Ours C"_L1));
}

void TwoSidesTest::anEditOfWhatWasDeletedThereMakesItAgain()
{
    rename(u"Ours B"_s);
    onTheWeb(endpoints::DeleteEvent {.event = {m_remote}});
    sync();
    QCOMPARE(onTheServer(), QStringList {u"Ours B"_s});
    QCOMPARE(m_store->waitingEdits(), 0);
    QVERIFY(m_store->summary(m_id)->remoteId.toLongLong() != m_remote);
}

void TwoSidesTest::aDeletionOfWhatWasEditedThereAsks()
{
    QVERIFY(commands::Planner(*m_store).remove({m_id}).ok());
    editOnTheWeb({{u"name"_s, u"Ours C"_s}});
    sync();
    QCOMPARE(onTheServer(), QStringList {u"Ours C"_s});
    QCOMPARE(m_store->event(m_id)->name, u"Ours C"_s);
    QVERIFY(m_store->resolve(m_store->conflicts().first(), Choice::Mine).ok());
    sync();
    QCOMPARE(onTheServer(), QStringList());
    QVERIFY(!m_store->summary(m_id));
}

void TwoSidesTest::whatWasDeletedThereGoes()
{
    onTheWeb(endpoints::DeleteEvent {.event = {m_remote}});
    sync();
    QVERIFY(!m_store->summary(m_id));
    QCOMPARE(m_store->waitingEdits(), 0);
}

void TwoSidesTest::whatWasMovedAwayThereIsNotGone()
{
    editOnTheWeb({{u"start_date_local"_s, u"2029-01-01T00:00:00"_s}});
    sync();
    QCOMPARE(m_store->summary(m_id)->day, QDate(2029, 1, 1));
}

void TwoSidesTest::aLostChangeIsSeenToHaveArrived()
{
    rename(u"Ours B"_s);
    editOnTheWeb({{u"name"_s, u"Ours B"_s}}); // as if the change had arrived and its answer had not
    store::Outbox outbox(m_store->database());
    QVERIFY(outbox.setState(outbox.pendingOf(m_id).first(), store::Operation::State::Unknown));
    sync();
    QCOMPARE(onTheServer(), QStringList {u"Ours B"_s});
    QCOMPARE(m_store->waitingEdits(), 0);
    QVERIFY(m_store->conflicts().isEmpty());
}

void TwoSidesTest::whatIsTakenForAbsentIsAskedForOneByOne()
{
    domain::Event event;
    event.category = domain::Category::Note;
    event.name = u"Ours B"_s;
    event.start = {today.addDays(3), {}};
    const auto other = *commands::Planner(*m_store).create(event);
    sync();
    onTheWeb(endpoints::DeleteEvent {.event = {m_remote}});
    m_side = std::make_unique<Side>(*m_store, m_url);
    QSignalSpy settled(&m_side->engine, &api::sync::Engine::absenceSettled);
    m_side->engine.settleAbsence({m_id, other});
    QTRY_COMPARE_WITH_TIMEOUT(settled.count(), 1, 20'000);
    QCOMPARE(settled.first(), (QVariantList {1, 1}));
    m_side.reset();
    QVERIFY(!m_store->summary(m_id));
    QVERIFY(m_store->summary(other).has_value());
    QVERIFY(m_store->undo().ok());
    QCOMPARE(m_store->summary(m_id)->name, u"Ours A"_s);
}

MICROCYCLE_CORE_TEST(TwoSidesTest)
#include "tst_twosides.moc"
