// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/demoserver.h"
#include "api/http/client.h"
#include "api/sync/engine.h"
#include "models/commands/planner.h"
#include "tests/support/testmain.h"

#include <QMutex>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using State = store::SyncStatus::State;

namespace {

const QDate thursday(2026, 3, 12);
const QByteArray ownKey = "mannerskey1234";

domain::Event openers(int day)
{
    domain::Event event;
    event.category = domain::Category::Workout;
    event.type = u"Ride"_s;
    event.name = u"Openers %1"_s.arg(day);
    event.start = {thursday.addDays(day), {}};
    event.description = u"- 1h 250w"_s;
    return event;
}

/// What the server saw, from its own thread.
class Witness
{
public:
    void note(const demo::Served &served)
    {
        const QMutexLocker lock(&m_mutex);
        m_seen.push_back(served);
    }
    [[nodiscard]] std::vector<demo::Served> seen() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_seen;
    }
    [[nodiscard]] qsizetype count(const QByteArray &method) const
    {
        const auto all = seen();
        return std::ranges::count_if(all, [&](const demo::Served &served) { return served.method == method; });
    }

private:
    mutable QMutex m_mutex;
    std::vector<demo::Served> m_seen;
};

}

/// How the real client with its real settings behaves towards a server: its rate, its patience, and that nothing is
/// created twice when an answer is lost.
class MannersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aFullFirstSyncStaysBelowTheRate();
    void fourRequestsAreOpenAtMost();
    void aStormOf429IsObeyed();
    void aLostCreationIsLookedUpAndNotRepeated_data();
    void aLostCreationIsLookedUpAndNotRepeated();
    void aLostChangeHappensOnce();

private:
    struct Side {
        Side(store::Store &from, const QUrl &url)
            : client(*http::BaseUrl::parse(url.toString()), *http::Credential::make(ownKey), {.deadline = 20s})
            , engine(from, client, status)
        {
        }
        [[nodiscard]] bool settled() const { return status.state() == State::Idle && status.lastSync().isValid(); }

        store::SyncStatus status;
        http::Client client;
        api::sync::Engine engine;
    };

    void serve(const QStringList &faults, int days, std::chrono::milliseconds latency = 0ms);
    [[nodiscard]] qsizetype eventsThere() const;

    domain::FixedClock m_clock {QDateTime(thursday, QTime(9, 0), Qt::UTC)};
    std::unique_ptr<Witness> m_witness;
    std::unique_ptr<demo::DemoServer> m_server;
    QUrl m_url;
    std::unique_ptr<store::Store> m_store;
};

void MannersTest::init()
{
    m_server.reset();
    m_witness = std::make_unique<Witness>();
    m_server = std::make_unique<demo::DemoServer>();
    m_store = *store::Store::open(u":memory:"_s, m_clock);
}

void MannersTest::serve(const QStringList &faults, int days, std::chrono::milliseconds latency)
{
    demo::Manners manners;
    manners.latency = latency;
    for (const auto &fault : faults)
        manners.faults.push_back(*demo::Fault::parse(fault));
    manners.served = [witness = m_witness.get()](const demo::Served &served) { witness->note(served); };
    const auto info = m_server->start({.seed = 1, .today = thursday, .days = days, .key = ownKey}, 0, manners);
    QVERIFY(info.ok());
    m_url = info->url;
}

void MannersTest::aFullFirstSyncStaysBelowTheRate()
{
    serve({}, 3 * 365);
    Side side(*m_store, m_url);
    side.engine.start();
    QTRY_VERIFY_WITH_TIMEOUT(side.settled(), 60'000);
    const auto seen = m_witness->seen();
    QVERIFY(seen.size() > 20);
    QVERIFY(m_store->allActivities().size() > 1200);
    size_t most = 0;
    for (size_t first = 0; first < seen.size(); ++first) {
        size_t next = first;
        while (next < seen.size() && seen.at(next).arrived - seen.at(first).arrived < 1s)
            ++next;
        most = std::max(most, next - first);
    }
    QVERIFY2(most <= 8, qPrintable(u"%1 requests in a second"_s.arg(most)));
}

void MannersTest::fourRequestsAreOpenAtMost()
{
    serve({}, 7, 30ms);
    const Side side(*m_store, m_url);
    http::Client client(
        *http::BaseUrl::parse(m_url.toString()), *http::Credential::make(ownKey), {.perSecond = 1000, .burst = 100});
    QList<QFuture<domain::Result<http::Response>>> answers;
    for (int i = 0; i < 12; ++i)
        answers.append(client.exchange({.path = u"/api/v1/athlete/0"_s}));
    QTRY_VERIFY(std::ranges::all_of(answers, [](const auto &answer) { return answer.isFinished(); }));
    int most = 0;
    for (const auto &served : m_witness->seen())
        most = std::max(most, served.atOnce);
    QCOMPARE(most, 4);
}

void MannersTest::aStormOf429IsObeyed()
{
    serve({u"429 from 1 to 2 retry-after 1"_s}, 7);
    commands::Planner planner(*m_store);
    for (int day = 1; day <= 5; ++day)
        QVERIFY(planner.create(openers(day)).ok());
    Side side(*m_store, m_url);
    side.engine.syncNow();
    QTRY_VERIFY_WITH_TIMEOUT(m_witness->seen().size() >= 3, 20'000);
    const auto seen = m_witness->seen();
    QCOMPARE(seen.at(0).status, 429);
    QCOMPARE(seen.at(1).status, 429);
    // One probe after each waiting time, whatever waits in the outbox.
    QVERIFY(seen.at(1).arrived - seen.at(0).arrived >= 1s);
    QVERIFY(seen.at(2).arrived - seen.at(1).arrived >= 1s);
    QTRY_COMPARE_WITH_TIMEOUT(m_store->waitingEdits(), 0, 20'000);
    QCOMPARE(m_witness->count("POST"), 7); // five that did it and two that were turned away
}

void MannersTest::aLostCreationIsLookedUpAndNotRepeated_data()
{
    QTest::addColumn<QString>("fault");
    QTest::newRow("the connection ends") << u"lost at 1 on POST *"_s;
    QTest::newRow("an error after the work was done") << u"500 at 1 on POST * applied"_s;
    QTest::newRow("a web page after the work was done") << u"html at 1 on POST * applied"_s;
    QTest::newRow("an empty answer") << u"empty at 1 on POST * applied"_s;
    QTest::newRow("half an answer") << u"cut at 1 on POST *"_s;
    QTest::newRow("JSON that breaks off") << u"broken-json at 1 on POST *"_s;
    QTest::newRow("garbage") << u"garbage at 1 on POST * applied"_s;
}

void MannersTest::aLostCreationIsLookedUpAndNotRepeated()
{
    QFETCH(QString, fault);
    serve({fault}, 7);
    const auto id = *commands::Planner(*m_store).create(openers(2));
    Side side(*m_store, m_url);
    side.engine.syncNow();
    QTRY_COMPARE_WITH_TIMEOUT(m_store->waitingEdits(), 0, 20'000);
    QCOMPARE(m_witness->count("POST"), 1);
    QVERIFY(!m_store->summary(id)->remoteId.isEmpty());
    QCOMPARE(eventsThere(), 1);
}

void MannersTest::aLostChangeHappensOnce()
{
    serve({u"lost at 1 on PUT *"_s}, 7);
    commands::Planner planner(*m_store);
    const auto id = *planner.create(openers(2));
    Side side(*m_store, m_url);
    side.engine.syncNow();
    QTRY_COMPARE_WITH_TIMEOUT(m_store->waitingEdits(), 0, 20'000);
    QVERIFY(planner.move({id}, 3).ok());
    QTRY_COMPARE_WITH_TIMEOUT(m_store->waitingEdits(), 0, 20'000);
    QCOMPARE(eventsThere(), 1);
}

/// Our workouts among the next days' events, as a reader without a history sees them.
qsizetype MannersTest::eventsThere() const
{
    const auto view = *store::Store::open(u":memory:"_s, m_clock);
    Side side(*view, m_url);
    side.engine.show({thursday, thursday.addDays(14)});
    if (!QTest::qWaitFor([&] { return side.settled(); }, 20'000))
        return -1;
    const auto events = view->events({thursday, thursday.addDays(14)});
    return std::ranges::count_if(events, [](const auto &event) { return event.name.startsWith("Openers"_L1); });
}

MICROCYCLE_CORE_TEST(MannersTest)
#include "tst_manners.moc"
