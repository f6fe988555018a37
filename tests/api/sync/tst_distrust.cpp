// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/listactivities.h"
#include "api/endpoints/listevents.h"
#include "api/http/client.h"
#include "api/sync/engine.h"
#include "models/commands/planner.h"
#include "models/store/waitingedits.h"
#include "tests/fault/wire/wire.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QDate today(2026, 3, 12);
const domain::DateRange days {today.addDays(-30), today.addDays(30)};

}

/// One answer is not always the truth: what an engine does with one that is wrong, on a time that is moved by hand.
class DistrustTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void goneIsWhatTheListLacksToo_data();
    void goneIsWhatTheListLacksToo();
    void anEmptyAnswerDeletesNothing();
    void anAnswerAboutAnotherIsNotTaken();
    void anOtherListIsNoLibrary();
    void eventsAreNoActivities();
    void whatWasLeftBehindDoesNotComeBack();
    void aRedirectIsTriedAgainLater();
    void aRedirectTakesAPlaceInTheRate();
    void nothingIsSentUntilTheNamedTime();
    void aLookUpThatIsRefusedLetsOthersPass();
    void theNetworkComesBackWhileARequestHangs();

private:
    struct Side {
        Side(fault::VirtualTime &time, fault::Service &service)
            : store(*store::Store::open(u":memory:"_s, time))
        {
            auto line = std::make_unique<fault::Wire>(time, service);
            wire = line.get();
            client = std::make_unique<http::Client>(*http::BaseUrl::parse(u"https://service.example"_s),
                *http::Credential::make(fault::Service::key()),
                http::Client::Options {},
                std::move(line),
                time);
            engine = std::make_unique<api::sync::Engine>(*store, *client, status);
        }
        std::unique_ptr<store::Store> store;
        store::SyncStatus status;
        fault::Wire *wire = nullptr;
        std::unique_ptr<http::Client> client;
        std::unique_ptr<api::sync::Engine> engine;
    };

    void sync()
    {
        m_side->engine->syncNow();
        m_time->pass(10s);
    }
    void plan(const QString &name, int day = 2)
    {
        domain::Event event;
        event.category = domain::Category::Note;
        event.name = name;
        event.start = {today.addDays(day), {}};
        m_id = *commands::Planner(*m_side->store).create(event);
    }
    void rename(const QString &name)
    {
        auto event = *m_side->store->event(m_id);
        event.name = name;
        QVERIFY(commands::Planner(*m_side->store).edit(m_id, event).ok());
    }
    /// The fault strikes every request of this method whose path has this in it.
    void strike(const char *kind, const QByteArray &method, const QString &path = {}, int most = 1000)
    {
        m_side->wire->setChance([=, left = most](const http::Request &request) mutable {
            return request.method == method && request.path.contains(path) && left-- > 0 ? fault::faultKind(kind)
                                                                                         : nullptr;
        });
    }
    [[nodiscard]] QStringList namesThere()
    {
        const auto list
            = endpoints::ListEvents::parse(m_service->onTheWeb(endpoints::ListEvents {.days = days}.request()).body);
        QStringList names;
        for (const auto &record : list->values)
            names.append(record.value.name);
        return names;
    }

    std::unique_ptr<fault::VirtualTime> m_time;
    std::unique_ptr<fault::Service> m_service;
    std::unique_ptr<Side> m_side;
    domain::LocalId m_id;
};

void DistrustTest::init()
{
    m_side.reset();
    m_time = std::make_unique<fault::VirtualTime>(QDateTime(today, QTime(9, 0), Qt::UTC));
    m_service = std::make_unique<fault::Service>(*m_time, today);
    m_side = std::make_unique<Side>(*m_time, *m_service);
    plan(u"A"_s);
    sync();
    QCOMPARE(namesThere(), QStringList {u"A"_s});
    m_time->pass(1min);
}

void DistrustTest::goneIsWhatTheListLacksToo_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::newRow("when it was looked at") << QByteArray("GET");
    QTest::newRow("when it was changed") << QByteArray("PUT");
    QTest::newRow("when it was deleted") << QByteArray("DELETE");
}

void DistrustTest::goneIsWhatTheListLacksToo()
{
    QFETCH(QByteArray, method);
    strike("404", method, u"/events/"_s);
    if (method == "DELETE")
        QVERIFY(commands::Planner(*m_side->store).remove({m_id}).ok());
    else
        rename(u"B"_s);
    sync();
    m_side->wire->mend();
    sync();
    m_time->pass(10min);
    QCOMPARE(namesThere(), method == "DELETE" ? QStringList() : QStringList {u"B"_s});
    QCOMPARE(m_side->store->waitingEdits(), 0);
}

void DistrustTest::anEmptyAnswerDeletesNothing()
{
    strike("empty 200, not done", "DELETE", {}, 1);
    QVERIFY(commands::Planner(*m_side->store).remove({m_id}).ok());
    sync();
    QCOMPARE(namesThere(), QStringList());
    QCOMPARE(m_side->store->waitingEdits(), 0);
}

void DistrustTest::anAnswerAboutAnotherIsNotTaken()
{
    const auto first = m_id;
    plan(u"Z"_s, 3);
    sync();
    m_id = first;
    const QString remote = m_side->store->summary(first)->remoteId;
    strike("the answer about something else, done", "PUT");
    rename(u"B"_s);
    sync();
    QCOMPARE(m_side->store->summary(first)->remoteId, remote);
    m_side->wire->mend();
    sync();
    QCOMPARE(namesThere(), (QStringList {u"B"_s, u"Z"_s}));
    QCOMPARE(m_side->store->waitingEdits(), 0);
}

void DistrustTest::anOtherListIsNoLibrary()
{
    strike("the answer to the request before, done", "GET", u"/folders"_s);
    sync();
    QVERIFY(m_side->store->folders().isEmpty());
}

void DistrustTest::eventsAreNoActivities()
{
    const auto events = endpoints::ListEvents {.days = days}.request();
    const auto answer = endpoints::ListActivities::parse(m_service->onTheWeb(events).body);
    QVERIFY(answer->values.isEmpty());
    QCOMPARE(answer->quarantined.size(), 1);
}

void DistrustTest::whatWasLeftBehindDoesNotComeBack()
{
    m_service->keepBehind();
    rename(u"B"_s);
    m_time->pass(10s);
    strike("a stale answer, done", "GET", u"/events"_s);
    sync();
    QCOMPARE(m_side->store->event(m_id)->name, u"B"_s);
    m_side->wire->mend();
    sync();
    QCOMPARE(m_side->store->event(m_id)->name, u"B"_s);
    QVERIFY(m_side->store->conflicts().isEmpty());
}

void DistrustTest::aRedirectIsTriedAgainLater()
{
    strike("301 to another server", "PUT");
    rename(u"B"_s);
    const int before = m_side->wire->requests();
    m_time->pass(1min);
    QVERIFY2(m_side->wire->requests() - before < 20, "a network that asks for a login is not hammered");
    QCOMPARE(m_side->status.state(), store::SyncStatus::State::Offline);
    m_side->wire->mend();
    sync();
    QCOMPARE(namesThere(), QStringList {u"B"_s});
}

void DistrustTest::aRedirectTakesAPlaceInTheRate()
{
    strike("302 to a page to sign in", "GET");
    const size_t before = m_side->wire->asked().size();
    QList<QFuture<domain::Result<http::Response>>> answers;
    for (int i = 0; i < 12; ++i)
        answers.append(m_side->client->exchange({.path = u"/api/v1/athlete/0"_s}));
    m_time->pass(30s);
    const auto &asked = m_side->wire->asked();
    QVERIFY(asked.size() > before + 40);
    for (size_t i = before + 8; i < asked.size(); ++i)
        QVERIFY(asked.at(i).at - asked.at(i - 8).at >= 1s);
}

void DistrustTest::nothingIsSentUntilTheNamedTime()
{
    strike("429 for 7 s", "PUT", {}, 1);
    rename(u"B"_s);
    m_time->pass(2s);
    const int before = m_side->wire->requests();
    m_side->engine->syncNow();
    const auto other = m_side->client->exchange({.path = u"/api/v1/athlete/0"_s});
    m_time->pass(4s);
    QCOMPARE(m_side->wire->requests(), before);
    QCOMPARE(other.result().error().kind, domain::Error::Kind::RateLimited);
    m_time->pass(6s);
    QCOMPARE(namesThere(), QStringList {u"B"_s});
}

void DistrustTest::aLookUpThatIsRefusedLetsOthersPass()
{
    strike("500 done", "PUT");
    rename(u"B"_s);
    m_time->pass(400ms); // it was sent, and not yet looked at again
    strike("403", "GET", u"/events/"_s);
    plan(u"Z"_s, 3);
    sync();
    QVERIFY(namesThere().contains(u"Z"_s));
    const auto waits = store::waitingEdits(m_side->store->database());
    QCOMPARE(waits.size(), 1);
    QCOMPARE(waits.first().operation.state, store::Operation::State::Unknown);
    QVERIFY(waits.first().nextAt.isValid());
    m_side->wire->mend();
    m_time->pass(6min);
    QCOMPARE(m_side->store->waitingEdits(), 0);
}

void DistrustTest::theNetworkComesBackWhileARequestHangs()
{
    strike("silence before the head, not done", "GET");
    m_side->engine->syncNow();
    m_time->pass(2h);
    while (m_side->wire->open() == 0)
        QVERIFY(m_time->step(m_time->elapsed() + 1h));
    m_side->wire->mend();
    m_side->engine->tryAgain();
    m_time->pass(40s);
    QCOMPARE(m_side->status.state(), store::SyncStatus::State::Idle);
}

MICROCYCLE_CORE_TEST(DistrustTest)
#include "tst_distrust.moc"
