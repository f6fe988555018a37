// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/guard.h"
#include "api/demo/oauthdoor.h"
#include "models/domain/scopes.h"
#include "tests/api/demo/demotalk.h"
#include "tests/support/testmain.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

/// The embedded server's OAuth without transport and with a clock of the test.
class DemoOauthTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void thePageShowsWhatIsAsked();
    void wrongQuestionsGetAPageThatSaysWhy_data();
    void wrongQuestionsGetAPageThatSaysWhy();
    void allowingLeadsBackWithACode();
    void refusingLeadsBackWithAnError_data();
    void refusingLeadsBackWithAnError();
    void aPageCountsOnce();
    void aCodeLastsTwoMinutes_data();
    void aCodeLastsTwoMinutes();
    void aCodeCountsOnce();
    void theClientProvesItself_data();
    void theClientProvesItself();
    void aTokenDoesWhatItsScopesSay_data();
    void aTokenDoesWhatItsScopesSay();
    void aTokenIsGivenBack();
    void aTokenOutlivesTheServer();
    void onlyItsOwnPageMaySendTheForm();

private:
    using Form = QList<QPair<QString, QString>>;

    [[nodiscard]] http::Response page(const QString &scope = u"ACTIVITY:WRITE,WELLNESS:READ"_s,
        const QString &redirect = u"http://localhost:5000/"_s);
    [[nodiscard]] http::Response posted(const QString &path, const Form &fields);
    [[nodiscard]] http::Response decided(const QString &answer, const QStringList &ticked, const http::Response &shown);
    /// Where the browser is sent.
    [[nodiscard]] static QUrlQuery backWith(const http::Response &response);
    [[nodiscard]] http::Response exchanged(const QString &code);
    [[nodiscard]] QByteArray tokenFor(const QString &scope);
    [[nodiscard]] int status(const QByteArray &token, const QByteArray &method, const QString &path);

    QDateTime m_now;
    QTemporaryDir m_folder;
    std::unique_ptr<demo::DemoApi> m_api;
};

void DemoOauthTest::init()
{
    m_now = QDateTime(demotalk::today, QTime(9, 0), Qt::UTC);
    m_api.reset();
    QFile::remove(m_folder.filePath(u"demo.db"_s));
    m_api = std::make_unique<demo::DemoApi>(demo::Options {.databasePath = m_folder.filePath(u"demo.db"_s),
        .today = demotalk::today,
        .days = 7,
        .key = demotalk::key,
        .redirects = {u"myapp://back"_s},
        .now = [this] { return m_now; }});
}

http::Response DemoOauthTest::page(const QString &scope, const QString &redirect)
{
    QUrlQuery query;
    query.addQueryItem(u"client_id"_s, QString::fromLatin1(demo::OauthDoor::clientId()));
    query.addQueryItem(u"redirect_uri"_s, redirect);
    query.addQueryItem(u"scope"_s, scope);
    query.addQueryItem(u"state"_s, u"st4te"_s);
    return m_api->handle({"GET", u"/oauth/authorize"_s, query, {}, {}, {}});
}

http::Response DemoOauthTest::posted(const QString &path, const Form &fields)
{
    QUrlQuery form;
    for (const auto &[name, value] : fields)
        form.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value)));
    return m_api->handle(
        {"POST", path, {}, form.toString(QUrl::FullyEncoded).toUtf8(), "application/x-www-form-urlencoded", {}});
}

http::Response DemoOauthTest::decided(const QString &answer, const QStringList &ticked, const http::Response &shown)
{
    static const QRegularExpression ticket(u"name=\"ticket\" value=\"(\\w+)\""_s);
    Form form {{u"ticket"_s, ticket.match(QString::fromUtf8(shown.body)).captured(1)}, {u"answer"_s, answer}};
    for (const auto &scope : ticked)
        form.append({u"scope"_s, scope});
    return posted(u"/oauth/authorize"_s, form);
}

QUrlQuery DemoOauthTest::backWith(const http::Response &response)
{
    return QUrlQuery(QUrl::fromEncoded(response.headers.value("location")));
}

http::Response DemoOauthTest::exchanged(const QString &code)
{
    return posted(u"/api/oauth/token"_s,
        {{u"client_id"_s, QString::fromLatin1(demo::OauthDoor::clientId())},
            {u"client_secret"_s, QString::fromLatin1(demo::OauthDoor::clientSecret(demotalk::key))},
            {u"code"_s, code}});
}

QByteArray DemoOauthTest::tokenFor(const QString &scope)
{
    const auto allowed = decided(u"allow"_s, domain::scopesOf(scope), page(scope));
    const auto answer = exchanged(backWith(allowed).queryItemValue(u"code"_s));
    return QJsonDocument::fromJson(answer.body)["access_token"_L1].toString().toLatin1();
}

int DemoOauthTest::status(const QByteArray &token, const QByteArray &method, const QString &path)
{
    const QUrl url(u"http://x"_s + path);
    return m_api
        ->handle({method,
            url.path(),
            QUrlQuery(url),
            method == "GET" ? QByteArray() : QByteArray("{}"),
            "application/json",
            {{"authorization", "Bearer " + token}}})
        .status;
}

void DemoOauthTest::thePageShowsWhatIsAsked()
{
    const auto shown = page();
    QCOMPARE(shown.status, 200);
    QCOMPARE(shown.body.count("type=\"checkbox\""), 2);
    QVERIFY(shown.body.contains("ACTIVITY:WRITE") && shown.body.contains("WELLNESS:READ"));
    QVERIFY(shown.headers.value("content-security-policy").contains("frame-ancestors 'none'"));
}

void DemoOauthTest::wrongQuestionsGetAPageThatSaysWhy_data()
{
    QTest::addColumn<QString>("scope");
    QTest::addColumn<QString>("redirect");
    QTest::addColumn<QByteArray>("why"); // empty: it is right
    const auto row = [](const char *name, const QString &scope, const QString &redirect, const QByteArray &why) {
        QTest::newRow(name) << scope << redirect << why;
    };
    const QString fine = u"ACTIVITY:READ"_s;
    row("localhost at any port", fine, u"http://localhost:1234/"_s, {});
    row("localhost without a port", fine, u"http://localhost/"_s, {});
    row("a registered address", fine, u"myapp://back"_s, {});
    row("somebody else's address", fine, u"https://evil.example/"_s, "redirect_uri");
    row("an address that begins like ours", fine, u"http://localhost.evil.example/"_s, "redirect_uri");
    row("an address with our name as the user", fine, u"http://localhost@evil.example/"_s, "redirect_uri");
    row("an address beside the registered one", fine, u"myapp://back/x"_s, "redirect_uri");
    row("no address", fine, {}, "redirect_uri");
    row("an unknown scope fails all", u"ACTIVITY:READ,POWER:WRITE"_s, u"http://localhost/"_s, "POWER:WRITE");
    row("markup in a scope stays text", u"<b>:READ"_s, u"http://localhost/"_s, "&lt;b&gt;:READ");
    row("no scope", {}, u"http://localhost/"_s, "scope");
}

void DemoOauthTest::wrongQuestionsGetAPageThatSaysWhy()
{
    QFETCH(QString, scope);
    QFETCH(QString, redirect);
    QFETCH(QByteArray, why);
    const auto shown = page(scope, redirect);
    QCOMPARE(shown.status, why.isEmpty() ? 200 : 400);
    QVERIFY2(shown.body.contains(why), shown.body.constData());
    QVERIFY(!shown.headers.contains("location"));
}

void DemoOauthTest::allowingLeadsBackWithACode()
{
    const auto answer = decided(u"allow"_s, {u"ACTIVITY:WRITE"_s, u"SETTINGS:WRITE"_s}, page());
    QCOMPARE(answer.status, 303);
    QVERIFY(answer.headers.value("location").startsWith("http://localhost:5000/?"));
    QCOMPARE(backWith(answer).queryItemValue(u"state"_s), u"st4te"_s);
    const auto grant = QJsonDocument::fromJson(exchanged(backWith(answer).queryItemValue(u"code"_s)).body).object();
    QCOMPARE(grant.value("token_type"_L1).toString(), u"Bearer"_s);
    QCOMPARE(grant.value("scope"_L1).toString(), u"ACTIVITY:WRITE"_s); // ticked and asked for
    QCOMPARE(grant.value("athlete"_L1)["id"_L1].toString(), demo::DemoApi::athleteId());
    QCOMPARE(grant.size(), 4); // no end and no renewal
}

void DemoOauthTest::refusingLeadsBackWithAnError_data()
{
    QTest::addColumn<QString>("answer");
    QTest::addColumn<QStringList>("ticked");
    QTest::newRow("refused") << u"refuse"_s << QStringList {u"ACTIVITY:WRITE"_s};
    QTest::newRow("allowed with nothing ticked") << u"allow"_s << QStringList {};
}

void DemoOauthTest::refusingLeadsBackWithAnError()
{
    QFETCH(QString, answer);
    QFETCH(QStringList, ticked);
    const auto back = backWith(decided(answer, ticked, page()));
    QCOMPARE(back.queryItemValue(u"error"_s), u"access_denied"_s);
    QCOMPARE(back.queryItemValue(u"state"_s), u"st4te"_s);
    QVERIFY(!back.hasQueryItem(u"code"_s));
}

void DemoOauthTest::aPageCountsOnce()
{
    const auto shown = page();
    QCOMPARE(decided(u"allow"_s, {u"ACTIVITY:WRITE"_s}, shown).status, 303);
    QCOMPARE(decided(u"allow"_s, {u"ACTIVITY:WRITE"_s}, shown).status, 400);
    const auto old = page();
    m_now = m_now.addSecs(601);
    QCOMPARE(decided(u"allow"_s, {u"ACTIVITY:WRITE"_s}, old).status, 400);
}

void DemoOauthTest::aCodeLastsTwoMinutes_data()
{
    QTest::addColumn<int>("seconds");
    QTest::addColumn<int>("status");
    QTest::newRow("at once") << 0 << 200;
    QTest::newRow("after two minutes") << 120 << 200;
    QTest::newRow("a second later") << 121 << 400;
}

void DemoOauthTest::aCodeLastsTwoMinutes()
{
    QFETCH(int, seconds);
    QFETCH(int, status);
    const auto code = backWith(decided(u"allow"_s, {u"ACTIVITY:WRITE"_s}, page())).queryItemValue(u"code"_s);
    m_now = m_now.addSecs(seconds);
    QCOMPARE(exchanged(code).status, status);
}

void DemoOauthTest::aCodeCountsOnce()
{
    const auto code = backWith(decided(u"allow"_s, {u"ACTIVITY:WRITE"_s}, page())).queryItemValue(u"code"_s);
    QCOMPARE(exchanged(code).status, 200);
    QCOMPARE(exchanged(code).status, 400);
    QCOMPARE(exchanged(u"made-up"_s).status, 400);
}

void DemoOauthTest::theClientProvesItself_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("secret");
    QTest::addColumn<QString>("redirect");
    QTest::addColumn<int>("status");
    const QString id = QString::fromLatin1(demo::OauthDoor::clientId());
    const QString secret = QString::fromLatin1(demo::OauthDoor::clientSecret(demotalk::key));
    QTest::newRow("itself") << id << secret << QString() << 200;
    QTest::newRow("with the address the code went to") << id << secret << u"http://localhost:5000/"_s << 200;
    QTest::newRow("with another address") << id << secret << u"http://localhost:5001/"_s << 400;
    QTest::newRow("another secret") << id << secret.chopped(1) << QString() << 401;
    QTest::newRow("another id") << id + u'x' << secret << QString() << 401;
    QTest::newRow("nothing") << QString() << QString() << QString() << 401;
}

void DemoOauthTest::theClientProvesItself()
{
    QFETCH(QString, id);
    QFETCH(QString, secret);
    QFETCH(QString, redirect);
    QFETCH(int, status);
    const auto code = backWith(decided(u"allow"_s, {u"ACTIVITY:WRITE"_s}, page())).queryItemValue(u"code"_s);
    Form form {{u"client_id"_s, id}, {u"client_secret"_s, secret}, {u"code"_s, code}};
    if (!redirect.isEmpty())
        form.append({u"redirect_uri"_s, redirect});
    QCOMPARE(posted(u"/api/oauth/token"_s, form).status, status);
}

void DemoOauthTest::aTokenDoesWhatItsScopesSay_data()
{
    QTest::addColumn<QString>("scope");
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path"); // below the athlete
    QTest::addColumn<bool>("allowed");
    const auto row
        = [](const char *name, const QString &scope, const QByteArray &method, const QString &path, bool allowed) {
              QTest::newRow(name) << scope << method << path << allowed;
          };
    const QString athlete = u"/api/v1/athlete/0"_s;
    row("reading is in writing", u"WELLNESS:WRITE"_s, "GET", athlete + u"/wellness"_s, true);
    row("writing is not in reading", u"WELLNESS:READ"_s, "PUT", athlete + u"/wellness/2026-03-12"_s, false);
    row("writing", u"WELLNESS:WRITE"_s, "PUT", athlete + u"/wellness/2026-03-12"_s, true);
    row("the calendar", u"CALENDAR:READ"_s, "GET", athlete + u"/events"_s, true);
    row("the calendar without its scope", u"WELLNESS:WRITE"_s, "GET", athlete + u"/events"_s, false);
    row("the activities", u"ACTIVITY:READ"_s, "GET", athlete + u"/activities?oldest=2026-03-01"_s, true);
    row("one activity without its scope", u"CALENDAR:WRITE"_s, "GET", u"/api/v1/activity/i70000001"_s, false);
    row("the library", u"LIBRARY:READ"_s, "GET", athlete + u"/folders"_s, true);
    row("the library without its scope", u"CALENDAR:WRITE"_s, "GET", athlete + u"/workouts"_s, false);
    row("the settings", u"SETTINGS:READ"_s, "GET", athlete + u"/sport-settings"_s, true);
    row("the athlete without a scope", u"CALENDAR:WRITE"_s, "GET", athlete, false);
    row("the list of athletes is for keys", u"SETTINGS:WRITE"_s, "GET", u"/api/v1/athletes"_s, false);
}

void DemoOauthTest::aTokenDoesWhatItsScopesSay()
{
    QFETCH(QString, scope);
    QFETCH(QByteArray, method);
    QFETCH(QString, path);
    QFETCH(bool, allowed);
    QCOMPARE(status(tokenFor(scope), method, path), allowed ? 200 : 403);
}

void DemoOauthTest::aTokenIsGivenBack()
{
    const QString folders = u"/api/v1/athlete/0/folders"_s;
    const QString disconnect = u"/api/v1/disconnect-app"_s;
    const auto token = tokenFor(u"LIBRARY:READ"_s);
    const auto other = tokenFor(u"LIBRARY:READ"_s);
    QCOMPARE(status(token, "GET", folders), 200);
    QCOMPARE(status(token, "DELETE", disconnect), 200);
    QCOMPARE(status(token, "GET", folders), 401);
    QCOMPARE(status(token, "DELETE", disconnect), 401);
    QCOMPARE(status(other, "GET", folders), 200);
    QCOMPARE(status(demotalk::key, "DELETE", disconnect), 401); // a key is no token
    QCOMPARE(status(demotalk::key, "GET", folders), 200);
}

void DemoOauthTest::aTokenOutlivesTheServer()
{
    const auto token = tokenFor(u"LIBRARY:READ"_s);
    m_api.reset();
    QFile file(m_folder.filePath(u"demo.db"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains(token)); // only its hash is kept
    m_api = std::make_unique<demo::DemoApi>(
        demo::Options {.databasePath = file.fileName(), .today = demotalk::today, .key = demotalk::key});
    QCOMPARE(status(token, "GET", u"/api/v1/athlete/0/folders"_s), 200);
}

void DemoOauthTest::onlyItsOwnPageMaySendTheForm()
{
    http::Request form {
        "POST", u"/oauth/authorize"_s, {}, "ticket=x", "application/x-www-form-urlencoded", {{"host", "127.0.0.1:80"}}};
    QCOMPARE(demo::guard(form, 80), 0);
    form.headers.insert("origin", "http://127.0.0.1:80");
    form.headers.insert("sec-fetch-site", "same-origin");
    QCOMPARE(demo::guard(form, 80), 0);
    form.headers.insert("origin", "http://127.0.0.1:81");
    QCOMPARE(demo::guard(form, 80), 403);
    form.headers.insert("origin", "null");
    QCOMPARE(demo::guard(form, 80), 403);
    form.headers.insert("origin", "http://127.0.0.1:80");
    form.path = u"/api/oauth/token"_s; // no page asks for a token
    QCOMPARE(demo::guard(form, 80), 403);
}

MICROCYCLE_CORE_TEST(DemoOauthTest)
#include "tst_demooauth.moc"
