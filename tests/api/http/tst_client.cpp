// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/createevents.h"
#include "api/endpoints/listevents.h"
#include "api/http/classify.h"
#include "api/http/client.h"
#include "models/domain/whendone.h"
#include "tests/api/http/scriptedserver.h"
#include "tests/support/testmain.h"

#include <QLoggingCategory>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using domain::Error;
using support::ScriptedServer;

namespace {

const QByteArray key = "canary4key4canary4key4";

http::Client::Options quick()
{
    return {.deadline = 400ms, .mostBytes = 1 << 20, .perSecond = 1000, .burst = 100};
}

std::unique_ptr<http::Client> client(const QString &origin)
{
    return std::make_unique<http::Client>(*http::BaseUrl::parse(origin), *http::Credential::make(key), quick());
}

template<typename Endpoint>
domain::Result<typename Endpoint::Response> sent(http::Client &client, const Endpoint &endpoint)
{
    std::optional<domain::Result<typename Endpoint::Response>> result;
    QObject context;
    domain::whenDone(client.send(endpoint), &context, [&](const auto &answer) { result = answer; });
    if (!QTest::qWaitFor([&] { return result.has_value(); }, 5000))
        return Error {.kind = Error::Kind::Timeout, .httpStatus = -1};
    return *result;
}

template<typename T>
concept Printable = requires(QDebug debug, const T &value)
{
    debug << value;
};

endpoints::ListEvents week()
{
    return {.days = {QDate(2026, 3, 9), QDate(2026, 3, 15)}};
}

}

class ClientTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aListIsReadAndTheKeyIsSent();
    void everyAnswerHasItsMeaning_data();
    void everyAnswerHasItsMeaning();
    void aCreationThatGetsNoAnswerIsSentOnce();
    void aRedirectElsewhereIsNotFollowed();
    void aRedirectAtHomeIsFollowed();
    void nobodyThereMeansOffline();
    void aHangEndsAtTheDeadline();
    void theKeyNeverReachesALog();
    void addressesAreChecked_data();
    void addressesAreChecked();
    void keysAreChecked();
    void secretsAreWipedAndNotShared();
    void waitingTimesAreRead_data();
    void waitingTimesAreRead();
    void noSecondSeesANinthRequest();
};

void ClientTest::aListIsReadAndTheKeyIsSent()
{
    ScriptedServer server(
        {ScriptedServer::reply("200 OK", R"([{"id":1,"name":"A","start_date_local":"2026-03-12T00:00:00"},
        {"id":2,"start_date_local":"2026-02-30T00:00:00"}])")});
    const auto http = client(server.origin());
    const auto answer = sent(*http, week());
    QVERIFY(answer.ok());
    QCOMPARE(answer->values.size(), 1);
    QCOMPARE(answer->quarantined.size(), 1);
    QCOMPARE(answer->quarantined.first().reason.item, u"start_date_local"_s);
    const QByteArray request = server.requests().value(0);
    QVERIFY2(request.startsWith("GET /api/v1/athlete/0/events?oldest=2026-03-09&newest=2026-03-15 HTTP/1.1"),
        request.constData());
    QVERIFY(request.contains("Authorization: Basic " + QByteArray("API_KEY:" + key).toBase64()));
    QVERIFY(!request.contains("Cookie"));
}

void ClientTest::everyAnswerHasItsMeaning_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("detail");
    QTest::addColumn<int>("retryAfter");
    const auto row
        = [](const char *name, const QByteArray &answer, Error::Kind kind, const QString &detail = {}, int retry = 0) {
              QTest::newRow(name) << answer << int(kind) << detail << retry;
          };
    const auto reply = [](const QByteArray &status, const QByteArray &body = {}, const QByteArray &headers = {}) {
        return ScriptedServer::reply(status, body, headers);
    };
    row("401 wants another key",
        reply(
            "401 Unauthorized", R"({"status":401,"error":"Unauthorized"})", "WWW-Authenticate: Basic realm=\"x\"\r\n"),
        Error::Kind::Unauthorised,
        u"Unauthorized"_s);
    row("403 is not allowed",
        reply("403 Forbidden", R"({"status":403,"error":"Access denied"})"),
        Error::Kind::Forbidden,
        u"Access denied"_s);
    row("404 is not there", reply("404 Not Found", "{}"), Error::Kind::NotFound);
    row("422 is refused with the service's words",
        reply("422 X", R"({"status":422,"error":"<b>Missing type</b>"})"),
        Error::Kind::Rejected,
        u"<b>Missing type</b>"_s);
    row("429 says when", reply("429 X", "{}", "Retry-After: 7\r\n"), Error::Kind::RateLimited, {}, 7);
    row("429 without a time", reply("429 X", "{}"), Error::Kind::RateLimited);
    row("400 is refused",
        reply("400 X", R"({"status":400,"error":"Bad Request"})"),
        Error::Kind::Rejected,
        u"Bad Request"_s);
    row("405 is refused",
        reply("405 X", R"({"status":405,"error":"Request method 'DELETE' not supported"})"),
        Error::Kind::Rejected,
        u"Request method 'DELETE' not supported"_s);
    row("an unmapped path has the framework's words",
        reply("404 X",
            R"({"timestamp":"2026-03-12T09:00:00.000+00:00","status":404,"error":"Not Found","path":"/api/v1/x"})"),
        Error::Kind::NotFound,
        u"Not Found"_s);
    row("an exception's text is one line",
        reply("500 X", "{\"status\":500,\"error\":\"java.lang.X:\\n  at y\"}"),
        Error::Kind::Server,
        u"java.lang.X: at y"_s);
    row("502 is the service's fault, whatever page it comes with",
        reply("502 X", "<html>nginx</html>"),
        Error::Kind::Server);
    row("503 says when", reply("503 X", "{}", "Retry-After: 3\r\n"), Error::Kind::Server, {}, 3);
    row("500 is the service's fault", reply("500 X", "{}"), Error::Kind::Server);
    row("a web page is not data",
        reply("200 OK", "<html><body>Sign in</body></html>"),
        Error::Kind::Malformed,
        u"a web page instead of data"_s);
    row("an empty 200 is no empty list", reply("200 OK"), Error::Kind::Malformed, u"it is empty"_s);
    row("an object is no list", reply("200 OK", "{}"), Error::Kind::Malformed, u"expected a list"_s);
    row("a cut body is no answer",
        "HTTP/1.1 200 OK\r\nX-Close: 1\r\nContent-Length: 900\r\n\r\n[{\"id\":1}",
        Error::Kind::Server);
    row("garbage is no answer", "nonsense\r\n\r\n", Error::Kind::Server);
    row("a body above the limit is given up",
        reply("200 OK", QByteArray(2 << 20, ' ')),
        Error::Kind::Malformed,
        u"the answer is too large"_s);
}

void ClientTest::everyAnswerHasItsMeaning()
{
    QFETCH(QByteArray, answer);
    QFETCH(int, kind);
    QFETCH(QString, detail);
    QFETCH(int, retryAfter);
    // The network layer may ask again after a broken GET; it gets the same answer.
    ScriptedServer server({answer, answer, answer, answer, answer, answer});
    const auto http = client(server.origin());
    const auto result = sent(*http, week());
    QVERIFY(!result.ok());
    QCOMPARE(QString(domain::kindName(result.error().kind)), QString(domain::kindName(Error::Kind(kind))));
    QCOMPARE(result.error().detail, detail);
    QCOMPARE(result.error().retryAfter.value_or(0s).count(), retryAfter);
}

void ClientTest::aCreationThatGetsNoAnswerIsSentOnce()
{
    ScriptedServer server({{}, {}, {}, {}, {}});
    const auto http = client(server.origin());
    const auto result = sent(*http, endpoints::CreateEvents {.events = {QJsonObject {{u"name"_s, u"A"_s}}}});
    QVERIFY(!result.ok());
    QCOMPARE(int(result.error().kind), int(Error::Kind::Server));
    QCOMPARE(server.requests().size(), 1);
    QVERIFY(server.requests().first().startsWith("POST /api/v1/athlete/0/events/bulk?upsert=true"));
    QVERIFY(server.requests().first().endsWith(R"([{"name":"A"}])"));
}

void ClientTest::aRedirectElsewhereIsNotFollowed()
{
    ScriptedServer other({ScriptedServer::reply("200 OK", "[]")});
    ScriptedServer server(
        {ScriptedServer::reply("302 Found", {}, "Location: " + other.origin().toUtf8() + "/api/v1/x\r\n")});
    const auto http = client(server.origin());
    QCOMPARE(int(sent(*http, week()).error().kind), int(Error::Kind::Redirected));
    QVERIFY(other.requests().isEmpty());
}

void ClientTest::aRedirectAtHomeIsFollowed()
{
    ScriptedServer server(
        {ScriptedServer::reply("307 X", {}, "Location: /api/v1/elsewhere\r\n"), ScriptedServer::reply("200 OK", "[]")});
    const auto http = client(server.origin());
    QVERIFY(sent(*http, week()).ok());
    QVERIFY(server.requests().value(1).startsWith("GET /api/v1/elsewhere "));
}

void ClientTest::nobodyThereMeansOffline()
{
    ScriptedServer server({});
    const QString origin = server.origin();
    server.close();
    QCOMPARE(int(sent(*client(origin), week()).error().kind), int(Error::Kind::Offline));
}

void ClientTest::aHangEndsAtTheDeadline()
{
    ScriptedServer server({"hang"});
    QCOMPARE(int(sent(*client(server.origin()), week()).error().kind), int(Error::Kind::Timeout));
}

void ClientTest::theKeyNeverReachesALog()
{
    static QByteArray log;
    QLoggingCategory::setFilterRules(u"*.debug=true\n*.info=true"_s);
    const auto previous = qInstallMessageHandler(
        [](QtMsgType, const QMessageLogContext &, const QString &text) { log += text.toUtf8() + '\n'; });
    ScriptedServer server({ScriptedServer::reply("401 X", "{}"), ScriptedServer::reply("200 OK", "[]")});
    const auto http = client(server.origin());
    const bool refused = !sent(*http, week()).ok();
    const bool read = sent(*http, week()).ok();
    qInstallMessageHandler(previous);
    QLoggingCategory::setFilterRules(QString());
    QVERIFY(refused && read);
    QVERIFY2(log.contains("/api/v1/athlete/*/events 401"), log.constData());
    QVERIFY(!log.contains(key) && !log.contains("oldest") && !log.contains("2026"));
    QVERIFY(!log.contains(QByteArray("API_KEY:" + key).toBase64()));
}

void ClientTest::addressesAreChecked_data()
{
    QTest::addColumn<bool>("allowed");
    for (const char *good : {"https://intervals.icu",
             "https://intervals.icu/",
             "https://intervals.icu:8443",
             "HTTPS://Intervals.ICU",
             " https://intervals.icu\n",
             "https://192.168.1.7:8443",
             "https://intervals.icu.example",
             "http://127.0.0.1:8080",
             "http://localhost:1",
             "http://[::1]:9"})
        QTest::newRow(good) << true;
    for (const char *bad : {"",
             "intervals.icu",
             "http://intervals.icu",
             "ftp://intervals.icu",
             "file:///etc/passwd",
             "data:text/plain,x",
             "https://user@intervals.icu",
             "https://intervals.icu@evil.example",
             "https://intervals.icu/path",
             "https://intervals.icu?x=1",
             "https://intervals.icu#x",
             "https://intervals.icu.",
             "https://intervals.icu:0",
             "http://127.0.0.1.evil.example",
             "http://10.0.0.1",
             "https://",
             "https://xn--ntervals-x2a.icu",
             "javascript:alert(1)",
             "//intervals.icu",
             "https:/intervals.icu",
             "https:intervals.icu",
             "https://intervals.icu:65536",
             "https://intervals.icu:",
             "https://intervals.icu:x",
             "https://intervals.icu//",
             "https://inter vals.icu",
             "https://intervals%2eicu",
             "https://intervals.icu\\@evil.example",
             "https://:@intervals.icu",
             "http://127.1:80",
             "http://0x7f000001",
             "http://2130706433",
             "http://[0:0:0:0:0:0:0:1]:9",
             "http://[::ffff:127.0.0.1]",
             "http://localhost.evil.example",
             "https://-a.example",
             "https://a..example",
             "https://\xd0\xb0.example"})
        QTest::newRow(bad[0] ? bad : "nothing") << false;
}

void ClientTest::addressesAreChecked()
{
    QFETCH(bool, allowed);
    const QString text
        = qstrcmp(QTest::currentDataTag(), "nothing") == 0 ? QString() : QString::fromLatin1(QTest::currentDataTag());
    QCOMPARE(http::BaseUrl::parse(text).ok(), allowed);
}

void ClientTest::keysAreChecked()
{
    QVERIFY(http::Credential::make(" abcdefgh1234\n").ok());
    QVERIFY(!http::Credential::make("abc").ok());
    QVERIFY(!http::Credential::make("abcdefgh\r\nX-Evil: 1").ok());
    QVERIFY(!http::Credential::make(QByteArray(257, 'a')).ok());
    QVERIFY(!http::Credential::make("abcdefgh ijklmnop").ok());
    QVERIFY(!http::Credential::make("abcdefgh\xc3\xa4").ok());
    QVERIFY(!http::Credential::make(QByteArray("abcdefgh\0x", 10)).ok());
    QCOMPARE(
        http::Credential::make("abcdefgh", http::Credential::Style::Bearer)->header(), QByteArray("Bearer abcdefgh"));
    QCOMPARE(http::Credential::make("abcdefgh", http::Credential::Style::ApiKey)->header(),
        QByteArray("ApiKey API_KEY:abcdefgh"));
}

void ClientTest::secretsAreWipedAndNotShared()
{
    static_assert(Printable<QByteArray> && !Printable<http::Secret> && !Printable<http::Credential>);
    QByteArray bytes = "abcdefgh";
    http::Secret::wipe(bytes);
    QCOMPARE(bytes, QByteArray(8, '\0'));
    std::optional<http::Secret> first(QByteArray("abcdefgh"));
    http::Secret second = *first;
    QVERIFY(second.bytes().constData() != first->bytes().constData());
    const auto &alias = second;
    second = alias;
    first.reset();
    QCOMPARE(second.bytes(), QByteArray("abcdefgh"));
}

void ClientTest::waitingTimesAreRead_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<int>("seconds");
    QTest::newRow("seconds") << QByteArray("12") << 12;
    QTest::newRow("a date") << QByteArray("Thu, 12 Mar 2026 09:00:30 GMT") << 30;
    QTest::newRow("two joined, the longer counts") << QByteArray("1, 100") << 100;
    QTest::newRow("a date and seconds joined") << QByteArray("Thu, 12 Mar 2026 09:00:30 GMT, 12") << 30;
    QTest::newRow("seconds and a date joined") << QByteArray("40, Thu, 12 Mar 2026 09:00:30 GMT") << 40;
    QTest::newRow("a date in the past is at least one") << QByteArray("Thu, 12 Mar 2026 08:00:30 GMT") << 1;
    QTest::newRow("more digits than a number has") << QByteArray("99999999999999999999") << 3600;
    QTest::newRow("below zero") << QByteArray("-5") << -1;
    QTest::newRow("an exponent") << QByteArray("1e9") << -1;
    QTest::newRow("zero is at least one") << QByteArray("0") << 1;
    QTest::newRow("a day is at most an hour") << QByteArray("86400") << 3600;
    QTest::newRow("words") << QByteArray("soon") << -1;
    QTest::newRow("nothing") << QByteArray() << -1;
}

void ClientTest::waitingTimesAreRead()
{
    QFETCH(QByteArray, header);
    QFETCH(int, seconds);
    const auto wait = http::retryAfter(header, QDateTime(QDate(2026, 3, 12), QTime(9, 0), Qt::UTC));
    QCOMPARE(wait ? int(wait->count()) : -1, seconds);
}

void ClientTest::noSecondSeesANinthRequest()
{
    http::RateWindow window(8, 8);
    std::vector<std::chrono::milliseconds> sent;
    auto now = 1000ms;
    while (sent.size() < 40) {
        const auto wait = window.take(now);
        if (wait == 0ms)
            sent.push_back(now);
        now += std::max(wait, 1ms);
    }
    QVERIFY(sent.at(7) < 1010ms); // a burst may leave at once
    for (size_t i = 8; i < sent.size(); ++i)
        QVERIFY(sent.at(i) - sent.at(i - 8) >= 1000ms);
    QVERIFY(sent.back() < 5100ms); // and no more is waited for than that
}

MICROCYCLE_CORE_TEST(ClientTest)
#include "tst_client.moc"
