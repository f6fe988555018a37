// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/http/scriptedserver.h"
#include "tests/app/canary.h"
#include "tests/app/driver.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using support::ScriptedServer;

namespace {

const QByteArray key = "signin_canary-0123456789";

QByteArray page(const QByteArray &status)
{
    return ScriptedServer::reply(status, "<!DOCTYPE html><html><body>Welcome to the hotel</body></html>");
}

}

/// What the start page says when a key cannot be checked, against servers that misbehave.
class SignInTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus"); }
    void init();
    void cleanup();
    void aBadAnswerIsOneSentence_data();
    void aBadAnswerIsOneSentence();
    void aServerThatIsAwayIsNamed();
    void aServerThatCannotProveItselfIsRefused();
    void whatIsNoKeyIsNotSent_data();
    void whatIsNoKeyIsNotSent();
    void leavingWhileTheServerIsSilentHarmsNothing();
    void addressesThatAreNotSafeAreRefused_data();
    void addressesThatAreNotSafeAreRefused();

private:
    [[nodiscard]] ui::StartPage &page() { return m_application->startEntry()->page(); }

    domain::FixedClock m_clock {QDateTime(QDate(2026, 3, 12), QTime(9, 0), Qt::UTC)};
    std::unique_ptr<support::DataFolder> m_folder;
    std::unique_ptr<app::Application> m_application;
};

void SignInTest::init()
{
    m_folder = std::make_unique<support::DataFolder>();
    m_application = std::make_unique<app::Application>(m_clock);
}

void SignInTest::cleanup()
{
    m_application.reset();
    QCOMPARE(support::filesWith(key, m_folder->path()), QStringList());
}

void SignInTest::aBadAnswerIsOneSentence_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("words");
    QTest::addColumn<bool>("again");
    const QString foreign = u"does not speak like"_s;
    const QString trouble = u"has trouble at the moment"_s;
    const auto row = [](const char *name, const QByteArray &answer, const QString &words, bool again) {
        QTest::newRow(name) << answer << words << again;
    };
    row("a wrong key", ScriptedServer::reply("401 Unauthorized", "{}"), u"does not accept this key"_s, false);
    row("a key without the right", ScriptedServer::reply("403 Forbidden", "{}"), u"may not read your data"_s, false);
    row("a filter's page", ::page("403 Forbidden"), foreign, true);
    row("a hotel's page", ::page("200 OK"), foreign, true);
    row("a hotel's redirect",
        ScriptedServer::reply("302 Found", {}, "Location: https://hotel.example/login\r\n"),
        foreign,
        true);
    row("nothing in the answer", ScriptedServer::reply("200 OK", {}), foreign, true);
    row("a list", ScriptedServer::reply("200 OK", "[]"), foreign, true);
    row("nobody's athlete", ScriptedServer::reply("200 OK", R"({"name":"Anna"})"), foreign, true);
    row("the athlete nought", ScriptedServer::reply("200 OK", R"({"id":"0","name":"Anna"})"), foreign, true);
    row("half a body", "HTTP/1.1 200 OK\r\nContent-Length: 900\r\nX-Close: 1\r\n\r\n{\"id\":\"i1\"", trouble, true);
    row("a closed door", {}, trouble, true);
    row("a server in trouble", ScriptedServer::reply("503 Service Unavailable", {}), trouble, true);
    row("too many at once",
        ScriptedServer::reply("429 Too Many Requests", {}, "Retry-After: 30\r\n"),
        u"asks to slow down"_s,
        true);
}

void SignInTest::aBadAnswerIsOneSentence()
{
    QFETCH(QByteArray, answer);
    QFETCH(QString, words);
    QFETCH(bool, again);
    ScriptedServer server({answer, answer, answer});
    QCOMPARE(m_application->start({.server = server.origin()}), QString());
    support::typeKey(page(), QString::fromLatin1(key));
    QTRY_VERIFY2(support::errorOn(page()).contains(words), qPrintable(support::errorOn(page())));
    QVERIFY(!support::errorOn(page()).contains(u'<'));
    QVERIFY(!m_application->account());
    QVERIFY(!m_folder->remembered());
    // The same key can be sent again where it may be good, and never by itself.
    const auto sent = server.requests().size();
    QCOMPARE(support::press(page(), u"Try again"_s), again);
    if (again)
        QTRY_VERIFY(server.requests().size() > sent);
}

void SignInTest::aServerThatIsAwayIsNamed()
{
    QString origin;
    {
        ScriptedServer gone({});
        origin = gone.origin();
    }
    QCOMPARE(m_application->start({.server = origin}), QString());
    support::typeKey(page(), QString::fromLatin1(key));
    QTRY_VERIFY(support::errorOn(page()).startsWith(u"No connection to 127.0.0.1:"_s));
}

void SignInTest::aServerThatCannotProveItselfIsRefused()
{
    QTcpServer plain;
    QVERIFY(plain.listen(QHostAddress::LocalHost));
    QByteArray heard;
    connect(&plain, &QTcpServer::newConnection, &plain, [&] {
        auto *socket = plain.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [&heard, socket] {
            heard += socket->readAll();
            socket->write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
            socket->disconnectFromHost();
        });
    });
    QCOMPARE(m_application->start({.server = u"https://127.0.0.1:%1"_s.arg(plain.serverPort())}), QString());
    support::typeKey(page(), QString::fromLatin1(key));
    QTRY_VERIFY2(support::errorOn(page()).contains(u"is not safe"_s), qPrintable(support::errorOn(page())));
    QVERIFY(!heard.isEmpty());
    QVERIFY(!heard.contains(key));
}

void SignInTest::whatIsNoKeyIsNotSent_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("too short") << u"abc"_s;
    QTest::newRow("a second header") << u"abcdefgh1234\r\nX-Evil: 1"_s;
    QTest::newRow("a word with a space") << u"not a key at all"_s;
    QTest::newRow("letters of another script") << u"ключключключ"_s;
    QTest::newRow("a page of text") << QString(900, u'x');
}

void SignInTest::whatIsNoKeyIsNotSent()
{
    QFETCH(QString, typed);
    ScriptedServer server({});
    QCOMPARE(m_application->start({.server = server.origin()}), QString());
    auto *field = page().findChild<QLineEdit *>(u"api-key"_s);
    field->insert(typed);
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(support::errorOn(page()).contains(u"does not look like a key"_s));
    QCOMPARE(server.requests().size(), 0);
    QVERIFY(!support::press(page(), u"Try again"_s));
    // Typing again takes the sentence away.
    QTest::keyClicks(field, u"a"_s);
    QCOMPARE(support::errorOn(page()), QString());
}

void SignInTest::leavingWhileTheServerIsSilentHarmsNothing()
{
    ScriptedServer server({"hang"});
    QCOMPARE(m_application->start({.server = server.origin()}), QString());
    support::typeKey(page(), QString::fromLatin1(key));
    QTRY_COMPARE(server.requests().size(), 1);
    m_application.reset();
    QTRY_COMPARE(server.open(), 0);
}

void SignInTest::addressesThatAreNotSafeAreRefused_data()
{
    QTest::addColumn<QString>("server");
    QTest::newRow("without encryption") << u"http://intervals.icu"_s;
    QTest::newRow("with a name and password") << u"https://me:you@intervals.icu"_s;
    QTest::newRow("a file") << u"file:///etc/passwd"_s;
    QTest::newRow("no address") << u"intervals"_s;
}

void SignInTest::addressesThatAreNotSafeAreRefused()
{
    QFETCH(QString, server);
    QVERIFY(m_application->start({.server = server}).contains(u"cannot be the server"_s));
    QVERIFY(!m_application->startEntry());
}

MICROCYCLE_WIDGET_TEST(SignInTest)
#include "tst_signin.moc"
