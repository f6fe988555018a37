// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/http/classify.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using Kind = domain::Error::Kind;
using Broken = QNetworkReply::NetworkError;

/// What statuses and broken exchanges mean. It decides whether an edit is sent again, asked about or given up.
class ClassifyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void statuses_data();
    void statuses();
    void brokenExchanges_data();
    void brokenExchanges();
};

void ClassifyTest::statuses_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<bool>("settles"); ///< so that a web page with it is not the service's word
    const auto row
        = [](int status, Kind kind, bool settles) { QTest::addRow("%d", status) << status << kind << settles; };
    for (const int refused : {400, 405, 413, 414, 415, 422})
        row(refused, Kind::Rejected, true);
    row(401, Kind::Unauthorised, false);
    row(403, Kind::Forbidden, true);
    for (const int gone : {404, 410})
        row(gone, Kind::NotFound, true);
    for (const int moved : {409, 412})
        row(moved, Kind::Conflict, true);
    row(429, Kind::RateLimited, false);
    for (const int elsewhere : {300, 301, 302, 307, 308, 399})
        row(elsewhere, Kind::Redirected, false);
    for (const int other : {100, 203, 299, 402, 418, 500, 502, 503, 504, 599})
        row(other, Kind::Server, false);
}

void ClassifyTest::statuses()
{
    QFETCH(int, status);
    QFETCH(bool, settles);
    const QDateTime now(QDate(2026, 3, 12), QTime(9, 0), Qt::UTC);
    const auto error = http::errorOf({status, R"({"error":"so it is"})", "application/json", {}}, now);
    QVERIFY(error.has_value());
    QTEST(error->kind, "kind");
    QCOMPARE(error->httpStatus, status);
    QCOMPARE(error->detail, u"so it is"_s);
    const auto page = http::errorOf({status, " <html><body>Log in", "text/html", {}}, now);
    QVERIFY(page.has_value());
    QCOMPARE(page->kind == Kind::Malformed, settles);
    for (const int good : {200, 201, 204})
        QVERIFY(!http::errorOf({good, "<html>", "text/html", {}}, now));
}

void ClassifyTest::brokenExchanges_data()
{
    QTest::addColumn<Broken>("broken");
    QTest::addColumn<bool>("timedOut");
    QTest::addColumn<Kind>("unsent");
    QTest::addColumn<Kind>("sent");
    QTest::newRow("refused") << Broken::ConnectionRefusedError << false << Kind::Offline << Kind::Server;
    QTest::newRow("no such name") << Broken::HostNotFoundError << false << Kind::Offline << Kind::Server;
    QTest::newRow("no network") << Broken::NetworkSessionFailedError << false << Kind::Offline << Kind::Server;
    QTest::newRow("the network went") << Broken::TemporaryNetworkFailureError << false << Kind::Offline << Kind::Server;
    QTest::newRow("unreachable") << Broken::UnknownNetworkError << false << Kind::Offline << Kind::Server;
    QTest::newRow("the proxy refused") << Broken::ProxyConnectionRefusedError << false << Kind::Offline << Kind::Server;
    QTest::newRow("the proxy hung up") << Broken::ProxyConnectionClosedError << false << Kind::Offline << Kind::Server;
    QTest::newRow("no such proxy") << Broken::ProxyNotFoundError << false << Kind::Offline << Kind::Server;
    // The proxy itself answered, so nothing went further.
    QTest::newRow("the proxy wants a password")
        << Broken::ProxyAuthenticationRequiredError << false << Kind::Offline << Kind::Offline;
    QTest::newRow("a certificate that is not good")
        << Broken::SslHandshakeFailedError << false << Kind::Insecure << Kind::Insecure;
    QTest::newRow("the deadline") << Broken::OperationCanceledError << true << Kind::Offline << Kind::Timeout;
    QTest::newRow("Qt's own deadline") << Broken::TimeoutError << false << Kind::Offline << Kind::Timeout;
    QTest::newRow("the proxy's deadline") << Broken::ProxyTimeoutError << false << Kind::Offline << Kind::Timeout;
    QTest::newRow("an answer that cannot be unpacked")
        << Broken::UnknownContentError << false << Kind::Malformed << Kind::Malformed;
    QTest::newRow("hung up") << Broken::RemoteHostClosedError << false << Kind::Server << Kind::Server;
    QTest::newRow("no HTTP") << Broken::ProtocolFailure << false << Kind::Server << Kind::Server;
}

void ClassifyTest::brokenExchanges()
{
    QFETCH(Broken, broken);
    QFETCH(bool, timedOut);
    QTEST(http::transportError(broken, timedOut, false).kind, "unsent");
    QTEST(http::transportError(broken, timedOut, true).kind, "sent");
    const bool proxyAsks = broken == Broken::ProxyAuthenticationRequiredError;
    QCOMPARE(http::transportError(broken, timedOut, true).httpStatus, proxyAsks ? 407 : 0);
}

MICROCYCLE_CORE_TEST(ClassifyTest)
#include "tst_classify.moc"
