// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/demoserver.h"
#include "tests/api/demo/rawline.h"
#include "tests/support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QStandardPaths>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QDate thursday(2026, 3, 12);
const QByteArray ownKey = "serverkey1234";
const QByteArray path = "/api/v1/athlete/0/events?oldest=2026-03-09&newest=2026-03-15";

}

/// The demo's HTTP shell byte by byte: whom it turns away, what a scripted fault does to the line, and that the three
/// forms of the credential are taken from a program that knows nothing of us.
class DemoServerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRequestIsLetInOrTurnedAway_data();
    void aRequestIsLetInOrTurnedAway();
    void noPageOfAnotherOriginMayRead();
    void garbageEndsTheConnection();
    void aSilentConnectionIsEnded();
    void oneMoreThanTheSeatsIsRefused();
    void tooMuchIsNotTaken();
    void itIsFoundOnThisMachineOnly();
    void everyRunHasAKeyOfItsOwn();
    void aFaultSpoilsTheLine_data();
    void aFaultSpoilsTheLine();
    void aLostAnswerWasApplied();
    void anAnswerComesAfterItsLatency();
    void curlEntersWithEachCredential_data();
    void curlEntersWithEachCredential();

private:
    void start(const demo::Manners &manners = {}, const QByteArray &key = ownKey);
    [[nodiscard]] QByteArray host() const { return "127.0.0.1:" + QByteArray::number(m_port); }
    /// A request with these lines instead of "Host: ours" and our key.
    [[nodiscard]] QByteArray asked(const QByteArray &method = "GET",
        const QByteArray &target = path,
        const QByteArray &body = {},
        const QByteArray &headers = {}) const;
    [[nodiscard]] qsizetype eventsThere();

    std::unique_ptr<demo::DemoServer> m_server;
    quint16 m_port = 0;
};

void DemoServerTest::start(const demo::Manners &manners, const QByteArray &key)
{
    m_server = std::make_unique<demo::DemoServer>();
    const auto info = m_server->start({.seed = 1, .today = thursday, .days = 28, .key = key}, 0, manners);
    QVERIFY(info.ok());
    m_port = quint16(info->url.port());
}

QByteArray DemoServerTest::asked(
    const QByteArray &method, const QByteArray &target, const QByteArray &body, const QByteArray &headers) const
{
    QByteArray text = method + ' ' + target + " HTTP/1.1\r\n";
    if (!headers.contains("Host:"))
        text += "Host: " + host() + "\r\n";
    if (!headers.contains("Authorization:"))
        text += "Authorization: Basic " + QByteArray("API_KEY:" + ownKey).toBase64() + "\r\n";
    if (!body.isEmpty())
        text += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    if (!body.isEmpty() && !headers.contains("Content-Type:"))
        text += "Content-Type: application/json\r\n";
    return text + headers + "\r\n" + body;
}

qsizetype DemoServerTest::eventsThere()
{
    RawLine line(m_port);
    line.send(asked());
    return QJsonDocument::fromJson(RawLine::body(line.answer())).array().size();
}

void DemoServerTest::aRequestIsLetInOrTurnedAway_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("headers"); // "PORT" stands for the server's
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name,
                         int status,
                         const QByteArray &headers,
                         const QByteArray &method = "GET",
                         const QByteArray &body = {}) { QTest::newRow(name) << method << headers << body << status; };
    row("a plain request", 200, {});
    row("by the machine's name", 200, "Host: localhost:PORT\r\n");
    row("names are not case sensitive", 200, "Host: LocalHost:PORT\r\n");
    row("an empty host", 400, "Host: \r\n");
    row("another host", 403, "Host: evil.example\r\n");
    row("a host that begins like ours", 403, "Host: 127.0.0.1.evil.example:PORT\r\n");
    row("another port", 403, "Host: 127.0.0.1:1\r\n");
    row("a name with a dot at its end", 403, "Host: localhost.:PORT\r\n");
    row("the other loopback", 403, "Host: [::1]:PORT\r\n");
    row("a page of another origin", 403, "Origin: https://evil.example\r\n");
    row("a page of our own port", 403, "Origin: http://127.0.0.1:PORT\r\n");
    row("a page without an origin", 403, "Origin: null\r\n");
    row("a link on another site", 403, "Sec-Fetch-Site: cross-site\r\n");
    row("a page on this machine", 403, "Sec-Fetch-Site: same-site\r\n");
    row("a question before a cross-origin request", 405, {}, "OPTIONS");
    row("a method that the API does not have", 405, {}, "PATCH");
    row("a form", 415, "Content-Type: application/x-www-form-urlencoded\r\n", "POST", "a=b");
    row("text", 415, "Content-Type: text/plain\r\n", "POST", "{}");
    row("a body without a type", 415, "Content-Type: \r\n", "POST", "{}");
    row("a body above 4 MB", 413, {}, "POST", QByteArray((4 << 20) + 1, ' '));
    row("no credential", 401, "Authorization: \r\n");
    row("another key", 401, "Authorization: Bearer serverkey1235\r\n");
    row("the key as the user", 401, "Authorization: Basic " + QByteArray(ownKey + ":API_KEY").toBase64() + "\r\n");
    row("a key that only begins like ours", 401, "Authorization: ApiKey API_KEY:serverkey123\r\n");
}

void DemoServerTest::aRequestIsLetInOrTurnedAway()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, headers);
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    start();
    RawLine line(m_port);
    line.send(asked(method, path, body, headers.replace("PORT", QByteArray::number(m_port))));
    const QByteArray answer = line.answer();
    QCOMPARE(RawLine::status(answer), status);
    QVERIFY(!answer.toLower().contains("access-control"));
    if (status != 200) {
        QVERIFY(!RawLine::body(answer).contains("start_date_local"));
        QCOMPARE(QJsonDocument::fromJson(RawLine::body(answer))["status"_L1].toInt(), status);
    }
}

void DemoServerTest::noPageOfAnotherOriginMayRead()
{
    start();
    const qsizetype before = eventsThere();
    RawLine line(m_port);
    line.send(asked("POST",
        "/api/v1/athlete/0/events",
        R"({"category":"NOTE","name":"x","start_date_local":"2026-03-12T00:00:00"})",
        "Origin: http://127.0.0.1:" + QByteArray::number(m_port) + "\r\n"));
    QCOMPARE(RawLine::status(line.answer()), 403);
    QCOMPARE(eventsThere(), before);
}

void DemoServerTest::garbageEndsTheConnection()
{
    start({.door = {.idle = 60ms}});
    RawLine line(m_port);
    line.send("\x16\x03\x01\x02\x00 hello\r\n\r\n");
    QVERIFY(line.isEnded());
    QVERIFY(eventsThere() > 0);
}

void DemoServerTest::aSilentConnectionIsEnded()
{
    start({.door = {.idle = 60ms}});
    RawLine silent(m_port);
    RawLine halfway(m_port);
    halfway.send("POST /api/v1/athlete/0/events HTTP/1.1\r\nHost: " + host() + "\r\nContent-Length: 400\r\n\r\n{");
    QVERIFY(silent.isEnded());
    QVERIFY(halfway.isEnded());
    QVERIFY(eventsThere() > 0);
}

void DemoServerTest::oneMoreThanTheSeatsIsRefused()
{
    start({.door = {.seats = 2}});
    RawLine first(m_port);
    auto second = std::make_unique<RawLine>(m_port);
    second->send(asked());
    QCOMPARE(RawLine::status(second->answer()), 200);
    RawLine third(m_port);
    third.send(asked());
    QCOMPARE(third.answer(), QByteArray());
    QVERIFY(third.isEnded());
    second.reset();
    QVERIFY(QTest::qWaitFor([this] { return eventsThere() > 0; }));
}

void DemoServerTest::tooMuchIsNotTaken()
{
    start({.door = {.mostBytes = 1 << 20}});
    RawLine line(m_port);
    line.send(asked("POST", "/api/v1/athlete/0/events", QByteArray(3 << 20, ' ')));
    QCOMPARE(line.answer(), QByteArray());
    QVERIFY(line.isEnded());
    QVERIFY(eventsThere() > 0);
}

void DemoServerTest::itIsFoundOnThisMachineOnly()
{
    start();
    QTcpSocket other;
    other.connectToHost(QHostAddress(u"127.0.0.2"_s), m_port); // this machine too, and not the address listened on
    QVERIFY(!other.waitForConnected(2000));
}

void DemoServerTest::everyRunHasAKeyOfItsOwn()
{
    demo::DemoServer one;
    demo::DemoServer two;
    const auto first = one.start({.today = thursday, .days = 7}, 0);
    const auto second = two.start({.today = thursday, .days = 7}, 0);
    QCOMPARE(first->key.size(), 32); // 128 bits
    QVERIFY(first->key != second->key);
}

void DemoServerTest::aFaultSpoilsTheLine_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("begins"); // the body
    QTest::addColumn<bool>("ends"); // the connection
    const auto row = [](const char *name, const QString &fault, int status, const QByteArray &begins, bool ends) {
        QTest::newRow(name) << fault << status << begins << ends;
    };
    row("a status", u"503 retry-after 5"_s, 503, R"({"error")", false);
    row("a status that nobody knows", u"299"_s, 299, R"({"error")", false);
    row("a reset", u"reset"_s, 0, {}, true);
    row("garbage", u"garbage"_s, 0, {}, true);
    row("a cut body", u"cut"_s, 200, "[", true);
    row("a web page", u"html"_s, 200, "<!DOCTYPE", false);
    row("nothing", u"empty"_s, 200, {}, false);
    row("a redirect", u"redirect"_s, 302, {}, false);
    row("JSON that breaks off", u"broken-json"_s, 200, "[", false);
    row("JSON of another kind", u"wrong-type"_s, 200, "[[", false);
    row("a drip", u"drip"_s, 200, "{", false);
}

void DemoServerTest::aFaultSpoilsTheLine()
{
    QFETCH(QString, fault);
    QFETCH(int, status);
    QFETCH(QByteArray, begins);
    QFETCH(bool, ends);
    start({.faults = {*demo::Fault::parse(fault)}});
    RawLine line(m_port);
    // A list is cut in two; only the drip asks for something short.
    line.send(asked("GET", fault == "drip"_L1 ? "/api/v1/nowhere" : path));
    const QByteArray answer = line.answer();
    QCOMPARE(RawLine::status(answer), fault == "drip"_L1 ? 404 : status);
    QVERIFY2(RawLine::body(answer).startsWith(begins), answer.constData());
    const bool isJson = QJsonDocument::fromJson(RawLine::body(answer)).isArray();
    QCOMPARE(isJson, fault == "wrong-type"_L1);
    if (ends)
        QVERIFY(line.isEnded());
}

void DemoServerTest::aLostAnswerWasApplied()
{
    start({.faults = {*demo::Fault::parse(u"lost on POST *"_s)}});
    const qsizetype before = eventsThere();
    RawLine line(m_port);
    line.send(asked("POST",
        "/api/v1/athlete/0/events",
        R"({"category":"NOTE","name":"x","start_date_local":"2026-03-12T00:00:00"})"));
    QCOMPARE(line.answer(), QByteArray());
    QVERIFY(line.isEnded());
    QCOMPARE(eventsThere(), before + 1);
}

void DemoServerTest::anAnswerComesAfterItsLatency()
{
    std::atomic<int> most = 0;
    start({.latency = 40ms,
        .served = [&most](const demo::Served &served) { most = std::max(most.load(), served.atOnce); }});
    RawLine first(m_port);
    RawLine second(m_port);
    const auto begin = std::chrono::steady_clock::now();
    first.send(asked());
    second.send(asked());
    QCOMPARE(RawLine::status(first.answer()), 200);
    QCOMPARE(RawLine::status(second.answer()), 200);
    QVERIFY(std::chrono::steady_clock::now() - begin >= 40ms);
    QCOMPARE(most.load(), 2);
}

void DemoServerTest::curlEntersWithEachCredential_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("status");
    const QString key = QString::fromLatin1(ownKey);
    QTest::newRow("basic") << QStringList {u"--user"_s, u"API_KEY:"_s + key} << QByteArray("200");
    QTest::newRow("bearer") << QStringList {u"--header"_s, u"Authorization: Bearer "_s + key} << QByteArray("200");
    QTest::newRow("ApiKey") << QStringList {u"--header"_s, u"Authorization: ApiKey API_KEY:"_s + key}
                            << QByteArray("200");
    QTest::newRow("none") << QStringList() << QByteArray("401");
    QTest::newRow("another user") << QStringList {u"--user"_s, u"ann:"_s + key} << QByteArray("401");
}

void DemoServerTest::curlEntersWithEachCredential()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, status);
    const QString curl = QStandardPaths::findExecutable(u"curl"_s);
    if (curl.isEmpty())
        QSKIP("there is no curl here: what it can enter with was not tried");
    start();
    QProcess process;
    process.start(curl,
        arguments
            + QStringList {u"--silent"_s,
                u"--noproxy"_s,
                u"*"_s,
                u"--write-out"_s,
                u"\n%{http_code}"_s,
                u"http://127.0.0.1:%1/api/v1/athlete/0"_s.arg(m_port)});
    QVERIFY(process.waitForFinished());
    const QByteArrayList lines = process.readAllStandardOutput().split('\n');
    QCOMPARE(lines.constLast(), status);
    QCOMPARE(lines.constFirst().contains("\"id\":\"i0000001\""), status == "200");
}

MICROCYCLE_CORE_TEST(DemoServerTest)
#include "tst_demoserver.moc"
