// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/deleteevent.h"
#include "api/endpoints/listevents.h"
#include "api/endpoints/updateevent.h"
#include "api/http/client.h"
#include "api/http/exchange.h"
#include "api/http/logging.h"
#include "models/domain/whendone.h"
#include "tests/api/http/scriptedserver.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using domain::Error;
using http::Request;
using support::ScriptedServer;

Q_DECLARE_METATYPE(Error::Kind)

namespace {

std::unique_ptr<http::Client> client(const QString &origin, std::chrono::milliseconds deadline = 5s)
{
    const http::Client::Options options {.deadline = deadline, .mostBytes = 1 << 20, .perSecond = 1000, .burst = 100};
    return std::make_unique<http::Client>(
        *http::BaseUrl::parse(origin), *http::Credential::make("abcdefgh12345678"), options);
}

Request request(const QByteArray &method, const QString &path = u"/api/v1/athlete/0/events/1"_s)
{
    return {.method = method,
        .path = path,
        .body = method == "GET" || method == "DELETE" ? QByteArray() : QByteArray("{}")};
}

const auto answered = u"answered"_s;

QString name(Error::Kind kind)
{
    return domain::kindName(kind);
}

/// Waits for the end and gives the kind of failure by name, or "answered".
template<typename T>
QString outcome(const QFuture<domain::Result<T>> &future)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, 10'000) || future.resultCount() == 0)
        return u"nothing"_s;
    return future.result() ? answered : name(future.result().error().kind);
}

endpoints::ListEvents week()
{
    return {.days = {QDate(2026, 3, 9), QDate(2026, 3, 15)}};
}

}

class ExchangeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWriteIsNeverRepeated_data();
    void aWriteIsNeverRepeated();
    void aRefusedPortMeansThatNothingWasSent_data();
    void aRefusedPortMeansThatNothingWasSent();
    void redirectsNeverCarryTheCredentialAway_data();
    void redirectsNeverCarryTheCredentialAway();
    void redirectsInACircleEnd();
    void aRefusalFromAWebPageSettlesNothing_data();
    void aRefusalFromAWebPageSettlesNothing();
    void anUnavailableServiceSaysWhen();
    void aLargeBodyGetsTheTimeItNeeds();
    void cookiesAreNotKept();
    void theRequestIsOurs();
    void aCancelledRequestIsAborted();
    void aCancelledRequestDoesNotWaitForItsTurn();
    void aClientThatGoesCancelsItsRequests();
    void fourAreInFlightAtMost();
    void anIdCannotLeadOutOfTheInterface_data();
    void anIdCannotLeadOutOfTheInterface();
    void logsNameRoutesNotRecords();
};

void ExchangeTest::aWriteIsNeverRepeated_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("answer");
    for (const char *method : {"POST", "PUT"}) {
        QTest::addRow("%s, closed before the head", method) << QByteArray(method) << QByteArray();
        QTest::addRow("%s, a head of garbage", method)
            << QByteArray(method) << QByteArray("\x16\x03\x01 nonsense\r\n\r\n");
        QTest::addRow("%s, half a head", method) << QByteArray(method) << QByteArray("HTTP/1.1 20");
        QTest::addRow("%s, an interim answer only", method)
            << QByteArray(method) << QByteArray("HTTP/1.1 103 Early Hints\r\n\r\n");
    }
}

void ExchangeTest::aWriteIsNeverRepeated()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, answer);
    ScriptedServer server({answer, answer, answer, answer, answer});
    const auto http = client(server.origin());
    QCOMPARE(outcome(http->exchange(request(method))), name(Error::Kind::Server));
    QCOMPARE(server.requests().size(), 1);
}

void ExchangeTest::aRefusedPortMeansThatNothingWasSent_data()
{
    QTest::addColumn<QByteArray>("method");
    for (const char *method : {"GET", "POST", "PUT", "DELETE"})
        QTest::newRow(method) << QByteArray(method);
}

void ExchangeTest::aRefusedPortMeansThatNothingWasSent()
{
    QFETCH(QByteArray, method);
    ScriptedServer server({});
    const auto http = client(server.origin());
    server.close();
    QCOMPARE(outcome(http->exchange(request(method))), name(Error::Kind::Offline));
}

void ExchangeTest::redirectsNeverCarryTheCredentialAway_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("status");
    for (const char *method : {"GET", "POST", "PUT", "DELETE"}) {
        for (const char *status : {"301", "302", "303", "307", "308"})
            QTest::addRow("%s answered %s", method, status) << QByteArray(method) << QByteArray(status);
    }
}

void ExchangeTest::redirectsNeverCarryTheCredentialAway()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, status);
    ScriptedServer other({ScriptedServer::reply("200 OK", "{}")});
    const QByteArray answer
        = ScriptedServer::reply(status + " X", {}, "Location: " + other.origin().toUtf8() + "/api/v1/athlete/0\r\n");
    ScriptedServer server({answer, answer, answer});
    const auto http = client(server.origin());
    const auto future = http->send(endpoints::UpdateEvent {.event = {1}});
    QCOMPARE(outcome(future), name(Error::Kind::Redirected));
    const auto raw = http->exchange(request(method));
    QCOMPARE(outcome(raw), answered);
    QCOMPARE(raw.result()->status, status.toInt());
    QVERIFY(other.requests().isEmpty());
    QCOMPARE(server.requests().size(), 2);
}

void ExchangeTest::redirectsInACircleEnd()
{
    const QByteArray answer = ScriptedServer::reply("302 X", {}, "Location: /api/v1/athlete/0/events\r\n");
    ScriptedServer server(QByteArrayList(10, answer));
    const auto http = client(server.origin());
    QCOMPARE(outcome(http->send(week())), name(Error::Kind::Redirected));
    QCOMPARE(server.requests().size(), 4);
}

void ExchangeTest::aRefusalFromAWebPageSettlesNothing_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<Error::Kind>("kind");
    for (const char *status : {"400 X", "403 X", "404 X", "409 X", "422 X"})
        QTest::newRow(status) << QByteArray(status) << Error::Kind::Malformed;
    QTest::newRow("502 X") << QByteArray("502 X") << Error::Kind::Server;
    QTest::newRow("401 X") << QByteArray("401 X") << Error::Kind::Unauthorised;
    QTest::newRow("299 X") << QByteArray("299 X") << Error::Kind::Server;
    QTest::newRow("999 X") << QByteArray("999 X") << Error::Kind::Server;
}

void ExchangeTest::aRefusalFromAWebPageSettlesNothing()
{
    QFETCH(QByteArray, status);
    QFETCH(Error::Kind, kind);
    const QByteArray answer = ScriptedServer::reply(status, " \n<!doctype html><title>Checking your browser</title>");
    ScriptedServer server({answer, answer, answer, answer});
    const auto http = client(server.origin());
    const auto future = http->send(endpoints::DeleteEvent {.event = {1}});
    QCOMPARE(outcome(future), name(kind));
    QVERIFY(!future.result().error().detail.contains(u"Checking"_s));
}

void ExchangeTest::anUnavailableServiceSaysWhen()
{
    // Its own clock is ten years ahead of every sensible one; only the difference counts.
    ScriptedServer server({ScriptedServer::reply("503 X",
        "{}",
        "Date: Thu, 12 Mar 2037 09:00:00 GMT\r\nRetry-After: Thu, 12 Mar 2037 09:02:00 GMT\r\nRetry-After: 5\r\n")});
    const auto http = client(server.origin());
    const auto future = http->send(week());
    QCOMPARE(outcome(future), name(Error::Kind::Server));
    QCOMPARE(future.result().error().retryAfter, std::optional(120s));
}

void ExchangeTest::aLargeBodyGetsTheTimeItNeeds()
{
    const http::Client::Options options {.deadline = 60s};
    QCOMPARE(http::deadlineOf(options, 0), std::chrono::milliseconds(60s));
    QCOMPARE(http::deadlineOf(options, 500), std::chrono::milliseconds(60s) + 15ms);
    QVERIFY(http::deadlineOf(options, 10 << 20) > 5min); // ten megabytes on a line of 32 KB a second
}

void ExchangeTest::cookiesAreNotKept()
{
    const QByteArray answer = ScriptedServer::reply("200 OK", "[]", "Set-Cookie: session=1; Path=/\r\n");
    ScriptedServer server({answer, answer});
    const auto http = client(server.origin());
    QCOMPARE(outcome(http->send(week())), answered);
    QCOMPARE(outcome(http->send(week())), answered);
    QVERIFY(!server.requests().at(1).toLower().contains("cookie:"));
}

void ExchangeTest::theRequestIsOurs()
{
    ScriptedServer server({ScriptedServer::reply("201 Created", "{}")});
    const auto http = client(server.origin());
    QCOMPARE(
        outcome(http->exchange({.method = "PUT", .path = u"/api/v1/activity/i 7?x"_s, .body = "{\"a\":1}"})), answered);
    const QByteArray sent = server.requests().value(0);
    QVERIFY2(sent.startsWith("PUT /api/v1/activity/i%207%3Fx HTTP/1.1\r\n"), sent.constData());
    QVERIFY(sent.contains("User-Agent: Microcycle/" MICROCYCLE_VERSION "\r\n"));
    QVERIFY(sent.contains("Accept: application/json\r\n"));
    QVERIFY(sent.contains("Content-Type: application/json\r\n"));
    QVERIFY(sent.contains("Content-Length: 7\r\n"));
    QCOMPARE(sent.count("Authorization:"), 1);
    QVERIFY(sent.endsWith("\r\n\r\n{\"a\":1}"));
}

void ExchangeTest::aCancelledRequestIsAborted()
{
    ScriptedServer server({"hang", ScriptedServer::reply("200 OK", "[]")});
    const auto http = client(server.origin(), 60s);
    bool called = false;
    auto future = http->send(week());
    domain::whenDone(future, this, [&called](const auto &) { called = true; });
    QTRY_COMPARE(server.requests().size(), 1);
    future.cancel();
    QTRY_COMPARE(server.open(), 0);
    QTRY_VERIFY(future.isFinished());
    QCOMPARE(outcome(http->send(week())), answered);
    QVERIFY(!called);
}

void ExchangeTest::aCancelledRequestDoesNotWaitForItsTurn()
{
    ScriptedServer server({"hang", "hang", "hang", "hang", "hang"});
    const auto http = client(server.origin(), 60s);
    for (int i = 0; i < 4; ++i)
        (void)http->send(week());
    auto fifth = http->send(week());
    fifth.cancel();
    QTRY_VERIFY(fifth.isFinished());
    QTRY_COMPARE(server.requests().size(), 4);
}

void ExchangeTest::aClientThatGoesCancelsItsRequests()
{
    ScriptedServer server({"hang"});
    auto http = client(server.origin(), 60s);
    const auto flying = http->send(week());
    QTRY_COMPARE(server.requests().size(), 1);
    const auto waiting = http->send(week());
    http.reset();
    for (const auto &future : {flying, waiting}) {
        QVERIFY(future.isFinished() && future.isCanceled());
        QCOMPARE(future.resultCount(), 0);
    }
    QTRY_COMPARE(server.open(), 0);
}

void ExchangeTest::fourAreInFlightAtMost()
{
    ScriptedServer server({"hang", "hang", "hang", "hang", ScriptedServer::reply("200 OK", "[]")});
    const auto http = client(server.origin(), 60s);
    QList<QFuture<domain::Result<endpoints::ListEvents::Response>>> futures;
    for (int i = 0; i < 5; ++i)
        futures.append(http->send(week()));
    QTRY_COMPARE(server.requests().size(), 4);
    futures.first().cancel();
    QCOMPARE(outcome(futures.last()), answered);
    QCOMPARE(server.requests().size(), 5);
}

void ExchangeTest::anIdCannotLeadOutOfTheInterface_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("up") << u"/api/v1/activity/../../oauth"_s;
    QTest::newRow("up at the end") << u"/api/v1/activity/.."_s;
    QTest::newRow("here") << u"/api/v1/activity/./x"_s;
    QTest::newRow("an id of nothing") << u"/api/v1/activity//streams"_s;
    QTest::newRow("an id of nothing at the end") << u"/api/v1/activity/"_s;
    QTest::newRow("elsewhere") << u"/oauth/token"_s;
    QTest::newRow("another server") << u"//evil.example/api/v1/x"_s;
    QTest::newRow("no path") << QString();
}

void ExchangeTest::anIdCannotLeadOutOfTheInterface()
{
    QFETCH(QString, path);
    ScriptedServer server({ScriptedServer::reply("200 OK", "{}")});
    const auto http = client(server.origin());
    QCOMPARE(outcome(http->exchange(request("GET", path))), name(Error::Kind::Malformed));
    QVERIFY(server.requests().isEmpty());
}

void ExchangeTest::logsNameRoutesNotRecords()
{
    QCOMPARE(http::routeTemplate(u"/api/v1/athlete/i123/events/77"_s), u"/api/v1/athlete/*/events/*"_s);
    QCOMPARE(http::routeTemplate(u"/api/v1/athlete/2049151/wellness/2026-03-12"_s), u"/api/v1/athlete/*/wellness/*"_s);
    QCOMPARE(http::routeTemplate(u"/api/v1/athlete/0/sport-settings/Ride"_s), u"/api/v1/athlete/*/sport-settings/*"_s);
    QCOMPARE(http::routeTemplate(u"/api/v1/activity/A name/streams"_s), u"/api/v1/activity/*/streams"_s);
}

MICROCYCLE_CORE_TEST(ExchangeTest)
#include "tst_exchange.moc"
