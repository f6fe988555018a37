// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/demoserver.h"
#include "api/http/client.h"
#include "api/sync/engine.h"
#include "models/commands/planner.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using State = store::SyncStatus::State;

namespace {

const QDate today(2026, 3, 12);
const QByteArray key = "enginekey1234";

domain::Event workout()
{
    domain::Event event;
    event.category = domain::Category::Workout;
    event.type = u"Ride"_s;
    event.name = u"Openers"_s;
    event.start = {today.addDays(2), {}};
    event.description = u"- 1h 250w"_s;
    return event;
}

}

class EngineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theCalendarFillsItself();
    void theYearsBeforeCanWait();
    void editsReachTheServer();
    void aServerThatIsAwayLosesNothing();
    void aWrongKeyStopsAndKeepsTheEdit();
    void detailBringsIntervalsAndStreams();

private:
    struct Side {
        Side(store::Store &from, const QUrl &url, const QByteArray &with)
            : client(*http::BaseUrl::parse(url.toString()),
                *http::Credential::make(with),
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
    /// A second store that reads the same server: what it sees is what the server has.
    std::unique_ptr<store::Store> freshView();

    domain::FixedClock m_clock {QDateTime(today, QTime(9, 0), Qt::UTC)};
    std::unique_ptr<demo::DemoServer> m_server;
    QUrl m_url;
    std::unique_ptr<store::Store> m_store;
};

void EngineTest::init()
{
    m_server = std::make_unique<demo::DemoServer>();
    const auto info = m_server->start({.seed = 1, .today = today, .key = key}, 0);
    QVERIFY(info.ok());
    m_url = info->url;
    m_store = *store::Store::open(u":memory:"_s, m_clock);
}

std::unique_ptr<store::Store> EngineTest::freshView()
{
    auto view = *store::Store::open(u":memory:"_s, m_clock);
    Side side(*view, m_url, key);
    side.engine.show({today.addDays(-7), today.addDays(21)});
    if (!QTest::qWaitFor([&] { return settled(side); }, 20'000))
        qFatal("the second view did not settle");
    return view;
}

void EngineTest::theCalendarFillsItself()
{
    Side side(*m_store, m_url, key);
    side.engine.start();
    QTRY_VERIFY_WITH_TIMEOUT(settled(side), 60'000);
    QVERIFY(m_store->allActivities().size() > 1200);
    QVERIFY(m_store->events({today, today.addDays(28)}).size() > 20);
    QVERIFY(m_store->fitness({today.addDays(-28), today}).size() == 29);
    QCOMPARE(m_store->athlete().name, u"Demo athlete"_s);
    QCOMPARE(m_store->sports().size(), 4);
}

void EngineTest::theYearsBeforeCanWait()
{
    const auto oldest = [this] { return m_store->allActivities().constLast().day; };
    {
        Side side(*m_store, m_url, key);
        side.engine.pausePast(true);
        side.engine.start();
        QTRY_VERIFY_WITH_TIMEOUT(settled(side), 60'000);
        QCOMPARE(side.status.past(), (store::SyncStatus::Past {0, 18, true}));
        QVERIFY(!m_store->events({today, today.addDays(28)}).isEmpty());
        QVERIFY(oldest() >= today.addDays(-60));
    }
    Side side(*m_store, m_url, key); // after a restart
    side.engine.start();
    QTRY_VERIFY_WITH_TIMEOUT(settled(side), 60'000);
    QCOMPARE(side.status.past(), (store::SyncStatus::Past {0, 18, true}));
    QList<int> seen;
    connect(&side.status, &store::SyncStatus::changed, this, [&] {
        if (const auto past = side.status.past(); past && (seen.isEmpty() || seen.last() != past->done))
            seen.append(past->done);
    });
    side.engine.pausePast(false);
    QTRY_VERIFY_WITH_TIMEOUT(!side.status.past() && settled(side), 60'000);
    QCOMPARE(seen.size(), 18);
    QVERIFY(std::is_sorted(seen.begin(), seen.end()));
    QVERIFY(oldest() < today.addYears(-2));
}

void EngineTest::editsReachTheServer()
{
    Side side(*m_store, m_url, key);
    commands::Planner planner(*m_store);
    const auto id = *planner.create(workout());
    QTRY_VERIFY_WITH_TIMEOUT(settled(side), 20'000);
    QCOMPARE(*m_store->summary(id)->load, 100);
    QVERIFY(!m_store->summary(id)->remoteId.isEmpty());

    QVERIFY(planner.move({id}, 3).ok());
    auto day = m_store->wellness(today);
    day.weightKg = 61.7;
    QVERIFY(commands::WellnessLog(*m_store).set(day).ok());
    QTRY_VERIFY_WITH_TIMEOUT(m_store->waitingEdits() == 0 && settled(side), 20'000);

    const auto view = freshView();
    const auto there = view->events({today.addDays(5), today.addDays(5)});
    QVERIFY(std::any_of(there.begin(), there.end(), [](const auto &event) { return event.name == u"Openers"_s; }));
    QCOMPARE(*view->wellness(today).weightKg, 61.7);

    QVERIFY(m_store->undo().ok());
    QVERIFY(m_store->undo().ok());
    QVERIFY(m_store->undo().ok());
    QTRY_VERIFY_WITH_TIMEOUT(m_store->waitingEdits() == 0 && settled(side), 20'000);
    QVERIFY(!freshView()->findRemote(store::Kind::Event, u"nothing"_s));
    const auto after = freshView()->events({today, today.addDays(14)});
    QVERIFY(std::none_of(after.begin(), after.end(), [](const auto &event) { return event.name == u"Openers"_s; }));
}

void EngineTest::aServerThatIsAwayLosesNothing()
{
    m_server->stop();
    Side side(*m_store, m_url, key);
    const auto id = *commands::Planner(*m_store).create(workout());
    QTRY_COMPARE_WITH_TIMEOUT(side.status.state(), State::Offline, 20'000);
    QCOMPARE(side.status.waiting(), 1);
    QCOMPARE(int(side.status.error()->kind), int(domain::Error::Kind::Offline));
    QVERIFY(m_server->start({.seed = 1, .today = today, .key = key}, quint16(m_url.port())).ok());
    side.engine.syncNow();
    QTRY_VERIFY_WITH_TIMEOUT(settled(side), 20'000);
    QVERIFY(!m_store->summary(id)->remoteId.isEmpty());
}

void EngineTest::aWrongKeyStopsAndKeepsTheEdit()
{
    Side side(*m_store, m_url, "another-key-99");
    QVERIFY(commands::Planner(*m_store).create(workout()).ok());
    QTRY_COMPARE_WITH_TIMEOUT(side.status.state(), State::NeedsLogin, 20'000);
    QCOMPARE(m_store->waitingEdits(), 1);
    side.client.setCredential(*http::Credential::make(key));
    side.engine.syncNow();
    QTRY_VERIFY_WITH_TIMEOUT(settled(side), 20'000);
    QCOMPARE(m_store->waitingEdits(), 0);
}

void EngineTest::detailBringsIntervalsAndStreams()
{
    Side side(*m_store, m_url, key);
    side.engine.show({today.addDays(-20), today});
    QTRY_VERIFY_WITH_TIMEOUT(settled(side), 20'000);
    const auto activities = m_store->activities({today.addDays(-20), today});
    QVERIFY(!activities.isEmpty());
    QSignalSpy spy(m_store.get(), &store::Store::streamsChanged);
    side.engine.wantDetail(activities.first().id);
    QTRY_VERIFY_WITH_TIMEOUT(!spy.isEmpty(), 20'000);
    QVERIFY(m_store->streams(activities.first().id)->find(u"heartrate"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!domain::intervalsOf(*m_store->activity(activities.first().id)).isEmpty(), 20'000);
}

MICROCYCLE_CORE_TEST(EngineTest)
#include "tst_engine.moc"
