// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/demoserver.h"
#include "api/endpoints/disconnectapp.h"
#include "api/endpoints/getathlete.h"
#include "api/oauth/signin.h"
#include "models/domain/scopes.h"
#include "models/domain/whendone.h"
#include "tests/support/formbrowser.h"
#include "tests/support/testmain.h"

#include <atomic>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = domain::Error::Kind;
using Grant = domain::Result<endpoints::Grant>;

/// A sign-in by way of the browser against the embedded server, over real sockets.
class SignInByBrowserTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theAddressSaysWhoAsksForWhat();
    void allowingSignsIn();
    void whatWasUntickedIsMissing();
    void whatGoesWrongIsSaid_data();
    void whatGoesWrongIsSaid();
    void aLateCodeIsRefused();
    void nobodyComesBack();
    void oneAnswerIsEnough();
    void wrongClientsAreNotSent_data();
    void wrongClientsAreNotSent();
    void strangeGrantsAreRefused_data();
    void strangeGrantsAreRefused();

private:
    struct Attempt {
        std::unique_ptr<oauth::SignIn> flow;
        QUrl page;
        std::vector<Grant> ends;
    };
    [[nodiscard]] std::unique_ptr<Attempt> begin(
        const QByteArray &secret = {}, std::chrono::milliseconds patience = 60s);
    template<typename Endpoint>
    [[nodiscard]] domain::Result<typename Endpoint::Response> sent(
        const http::Credential &credential, const Endpoint &endpoint);

    std::atomic<int> m_passed = 0; ///< seconds on the server's clock
    demo::DemoServer m_server;
    demo::ServerInfo m_info;
    support::FormBrowser m_browser;
};

void SignInByBrowserTest::init()
{
    m_passed = 0;
    const QDateTime nine(QDate(2026, 3, 12), QTime(9, 0), Qt::UTC);
    const auto info
        = m_server.start({.today = nine.date(), .days = 7, .now = [this, nine] { return nine.addSecs(m_passed); }}, 0);
    QVERIFY(info.ok());
    m_info = *info;
}

std::unique_ptr<SignInByBrowserTest::Attempt> SignInByBrowserTest::begin(
    const QByteArray &secret, std::chrono::milliseconds patience)
{
    auto attempt = std::make_unique<Attempt>();
    const oauth::App app {
        QString::fromLatin1(m_info.clientId), http::Secret(secret.isEmpty() ? m_info.clientSecret : secret)};
    attempt->flow = std::make_unique<oauth::SignIn>(*http::BaseUrl::parse(m_info.url.toString()),
        app,
        oauth::SignIn::Options {.patience = patience, .closingWords = u"Close me."_s});
    connect(attempt->flow.get(), &oauth::SignIn::finished, this, [raw = attempt.get()](const Grant &grant) {
        raw->ends.push_back(grant);
    });
    attempt->page = attempt->flow->start().valueOr({});
    return attempt;
}

template<typename Endpoint>
domain::Result<typename Endpoint::Response> SignInByBrowserTest::sent(
    const http::Credential &credential, const Endpoint &endpoint)
{
    http::Client client(*http::BaseUrl::parse(m_info.url.toString()), credential, {.deadline = 5s});
    std::optional<domain::Result<typename Endpoint::Response>> result;
    QObject context;
    domain::whenDone(client.send(endpoint), &context, [&](const auto &answer) { result = answer; });
    if (!QTest::qWaitFor([&] { return result.has_value(); }, 10'000))
        return domain::malformed(u"test"_s, u"no answer"_s);
    return *result;
}

void SignInByBrowserTest::theAddressSaysWhoAsksForWhat()
{
    const auto attempt = begin();
    const QUrlQuery query(attempt->page);
    QCOMPARE(attempt->page.authority(), m_info.url.authority());
    QCOMPARE(attempt->page.path(), u"/oauth/authorize"_s);
    QCOMPARE(query.queryItemValue(u"client_id"_s).toLatin1(), m_info.clientId);
    QCOMPARE(query.queryItemValue(u"scope"_s, QUrl::FullyDecoded), oauth::SignIn::wantedScopes().join(u','));
    QVERIFY(query.queryItemValue(u"redirect_uri"_s, QUrl::FullyDecoded).startsWith("http://localhost:"_L1));
    QCOMPARE(query.queryItemValue(u"state"_s).size(), 64);
    QVERIFY(!attempt->page.toString().contains(QString::fromLatin1(m_info.clientSecret)));
    QVERIFY(QUrlQuery(begin()->page).queryItemValue(u"state"_s) != query.queryItemValue(u"state"_s));
}

void SignInByBrowserTest::allowingSignsIn()
{
    const auto attempt = begin();
    m_browser.open(support::FormBrowser::answered(attempt->page, "allow"));
    QTRY_COMPARE(attempt->ends.size(), 1U);
    const Grant &grant = attempt->ends.front();
    QVERIFY2(grant.ok(), qPrintable(grant ? QString() : grant.error().detail));
    QCOMPARE(grant->athlete.id->value, m_info.athlete);
    QCOMPARE(grant->athlete.name, u"Demo athlete"_s);
    QCOMPARE(domain::missingScopes(oauth::SignIn::wantedScopes(), grant->scopes), QStringList());
    QTRY_VERIFY(m_browser.shown().contains("Close me."));
    QCOMPARE(sent(grant->credential, endpoints::GetAthlete {})->value.id->value, m_info.athlete);
    QVERIFY(sent(grant->credential, endpoints::DisconnectApp {}).ok());
    QCOMPARE(int(sent(grant->credential, endpoints::GetAthlete {}).error().kind), int(Kind::Unauthorised));
}

void SignInByBrowserTest::whatWasUntickedIsMissing()
{
    const auto attempt = begin();
    m_browser.open(support::FormBrowser::answered(attempt->page, "allow", {"SETTINGS:WRITE", "WELLNESS:WRITE"}));
    QTRY_COMPARE(attempt->ends.size(), 1U);
    const Grant &grant = attempt->ends.front();
    QVERIFY(grant.ok());
    QCOMPARE(domain::missingScopes(oauth::SignIn::wantedScopes(), grant->scopes),
        (QStringList {u"WELLNESS:WRITE"_s, u"SETTINGS:WRITE"_s}));
    const auto athlete = sent(grant->credential, endpoints::GetAthlete {});
    QCOMPARE(int(athlete.error().kind), int(Kind::Forbidden));
    QCOMPARE(athlete.error().detail, u"Access denied"_s);
}

void SignInByBrowserTest::whatGoesWrongIsSaid_data()
{
    QTest::addColumn<QString>("button");
    QTest::addColumn<QString>(
        "instead"); // what comes back instead of what the page says; "STATE" stands for the right one
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<int>("kind");
    const auto row
        = [](const char *name,
              Kind kind,
              const QString &button,
              const QString &instead = {},
              const QByteArray &secret = {}) { QTest::newRow(name) << button << instead << secret << int(kind); };
    row("the person refuses", Kind::Forbidden, u"refuse"_s);
    row("another sign-in's answer", Kind::Insecure, u"allow"_s, u"code=abc&state=0000"_s);
    row("an answer without a state", Kind::Insecure, u"allow"_s, u"code=abc"_s);
    row("a refusal that belongs to nobody", Kind::Insecure, u"allow"_s, u"error=access_denied"_s);
    row("an answer with neither code nor error", Kind::Malformed, u"allow"_s, u"state=STATE"_s);
    row("a code that the service never gave", Kind::Rejected, u"allow"_s, u"code=abc&state=STATE"_s);
    row("an error of the service", Kind::Rejected, u"allow"_s, u"error=invalid_scope&state=STATE"_s);
    row("a wrong secret", Kind::Unauthorised, u"allow"_s, {}, "anothersecret");
}

void SignInByBrowserTest::whatGoesWrongIsSaid()
{
    QFETCH(QString, button);
    QFETCH(QString, instead);
    QFETCH(QByteArray, secret);
    QFETCH(int, kind);
    const auto attempt = begin(secret);
    QUrl back = support::FormBrowser::answered(attempt->page, button.toLatin1());
    if (!instead.isEmpty())
        back.setQuery(instead.replace("STATE"_L1, QUrlQuery(attempt->page).queryItemValue(u"state"_s)));
    m_browser.open(back);
    QTRY_COMPARE(attempt->ends.size(), 1U);
    QVERIFY(!attempt->ends.front().ok());
    QCOMPARE(QString(domain::kindName(attempt->ends.front().error().kind)), QString(domain::kindName(Kind(kind))));
}

void SignInByBrowserTest::aLateCodeIsRefused()
{
    const auto attempt = begin();
    const QUrl back = support::FormBrowser::answered(attempt->page, "allow");
    m_passed = 121;
    m_browser.open(back);
    QTRY_COMPARE(attempt->ends.size(), 1U);
    QCOMPARE(int(attempt->ends.front().error().kind), int(Kind::Rejected));
    QCOMPARE(attempt->ends.front().error().detail, u"Invalid code"_s);
}

void SignInByBrowserTest::nobodyComesBack()
{
    const auto attempt = begin({}, 20ms);
    QTRY_COMPARE(attempt->ends.size(), 1U);
    QCOMPARE(int(attempt->ends.front().error().kind), int(Kind::Timeout));
    // Whoever comes later finds nobody.
    RawLine late(quint16(QUrl(QUrlQuery(attempt->page).queryItemValue(u"redirect_uri"_s, QUrl::FullyDecoded)).port()));
    QVERIFY(!late.isConnected());
}

void SignInByBrowserTest::oneAnswerIsEnough()
{
    const auto attempt = begin();
    const QUrl back = support::FormBrowser::answered(attempt->page, "allow");
    m_browser.open(back);
    QTRY_COMPARE(attempt->ends.size(), 1U);
    RawLine again(quint16(back.port()));
    QVERIFY(!again.isConnected());
    QCOMPARE(attempt->ends.size(), 1U);
}

void SignInByBrowserTest::wrongClientsAreNotSent_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<QString>("item");
    QTest::newRow("no id") << QString() << QByteArray("s") << u"client id"_s;
    QTest::newRow("an address") << u"https://x"_s << QByteArray("s") << u"client id"_s;
    QTest::newRow("a line break") << u"12\n3"_s << QByteArray("s") << u"client id"_s;
    QTest::newRow("no secret") << u"12"_s << QByteArray() << u"client secret"_s;
}

void SignInByBrowserTest::wrongClientsAreNotSent()
{
    QFETCH(QString, id);
    QFETCH(QByteArray, secret);
    QFETCH(QString, item);
    oauth::SignIn flow(*http::BaseUrl::parse(u"https://intervals.icu"_s), {id, http::Secret(secret)}, {});
    const auto address = flow.start();
    QVERIFY(!address.ok());
    QCOMPARE(address.error().item, item);
}

void SignInByBrowserTest::strangeGrantsAreRefused_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("no object") << QByteArray("[]");
    QTest::newRow("another kind of token")
        << QByteArray(R"({"token_type":"mac","access_token":"abcdefgh","athlete":{"id":"i1"}})");
    QTest::newRow("no token") << QByteArray(R"({"token_type":"Bearer","athlete":{"id":"i1"}})");
    QTest::newRow("a token that would be two headers")
        << QByteArray(R"({"token_type":"Bearer","access_token":"abcdefgh\r\nX: y","athlete":{"id":"i1"}})");
    QTest::newRow("a web page") << QByteArray("<html></html>");
}

void SignInByBrowserTest::strangeGrantsAreRefused()
{
    QFETCH(QByteArray, body);
    QVERIFY(!endpoints::ExchangeCode::parse(body).ok());
}

MICROCYCLE_CORE_TEST(SignInByBrowserTest)
#include "tst_signinbybrowser.moc"
