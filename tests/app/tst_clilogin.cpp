// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/secretservice.h"
#include "tests/cli/clisession.h"
#include "tests/support/formbrowser.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;

/// "login --oauth" and "logout" of the built program, with as much of a browser as they need.
class CliLoginTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aTokenIsKeptUsedAndGivenBack();
    void aTokenThatCannotBeKeptIsGivenBack();
    void aRefusalIsOneSentence();
    void wrongUseIsToldAtOnce();

private:
    /// Runs login --oauth up to the end, with this button pressed in the browser.
    [[nodiscard]] support::Outcome login(
        const QProcessEnvironment &environment, const QByteArray &button, const QByteArrayList &unticked = {});

    std::unique_ptr<support::CliSession> m_session;
};

void CliLoginTest::init()
{
    m_session = std::make_unique<support::CliSession>();
    QVERIFY(m_session->start({u"serve"_s, u"--days"_s, u"7"_s, u"--log"_s}));
}

support::Outcome CliLoginTest::login(
    const QProcessEnvironment &environment, const QByteArray &button, const QByteArrayList &unticked)
{
    const QJsonObject line = m_session->line();
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(m_session->program().path(),
        {u"--server"_s,
            line.value("url"_L1).toString(),
            u"login"_s,
            u"--oauth"_s,
            u"--no-browser"_s,
            u"--client-id"_s,
            line.value("clientId"_L1).toString()});
    process.write(line.value("clientSecret"_L1).toString().toLatin1() + '\n');
    process.closeWriteChannel();
    QByteArray said;
    QUrl address;
    if (!QTest::qWaitFor(
            [&] {
                said += process.readAllStandardError();
                const qsizetype at = said.indexOf("http://127.0.0.1:");
                const qsizetype end = said.indexOf('\n', at);
                if (at >= 0 && end > at)
                    address = QUrl::fromEncoded(said.mid(at, end - at).trimmed());
                return !address.isEmpty() || process.state() == QProcess::NotRunning;
            },
            20'000))
        return {};
    support::FormBrowser browser;
    browser.open(support::FormBrowser::answered(address, button, unticked));
    if (!QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 20'000))
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), said + process.readAllStandardError()};
}

void CliLoginTest::aTokenIsKeptUsedAndGivenBack()
{
    if (!support::SecretService::isInstalled())
        QSKIP("gnome-keyring or dbus-daemon is not installed: keeping a token was not tried");
    support::SecretService keyring;
    QVERIFY(keyring.start());
    auto environment = m_session->program().environment();
    environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS"));
    environment.insert(u"XDG_CURRENT_DESKTOP"_s, u"GNOME"_s);
    const auto signedIn = login(environment, "allow", {"WELLNESS:WRITE"});
    QVERIFY2(signedIn.code == 0, signedIn.err.constData());
    QCOMPARE(signedIn.out, QByteArray("Signed in as Demo athlete (i0000001).\n"));
    QVERIFY2(signedIn.err.contains("these will not work: WELLNESS:WRITE"), signedIn.err.constData());
    support::Program program(m_session->program().path());
    program.setEnvironment(environment);
    QCOMPARE(program.run({u"whoami"_s}).out, QByteArray("Demo athlete (i0000001)\n"));
    QCOMPARE(program.run({u"wellness"_s, u"list"_s}).code, 1);
    QVERIFY(!m_session->log().contains("disconnect-app"));
    QCOMPARE(program.run({u"logout"_s}).out, QByteArray("Signed out.\n"));
    QVERIFY(QTest::qWaitFor([this, log = QByteArray()]() mutable {
        return (log += m_session->log()).contains("DELETE /api/v1/disconnect-app 200");
    }));
    QCOMPARE(program.run({u"whoami"_s}).code, 1);
}

void CliLoginTest::aTokenThatCannotBeKeptIsGivenBack()
{
    const auto refused = login(m_session->program().environment(), "allow");
    QCOMPARE(refused.code, 1);
    QVERIFY2(refused.err.contains("keychain"), refused.err.constData());
    QVERIFY(QTest::qWaitFor([this, log = QByteArray()]() mutable {
        return (log += m_session->log()).contains("DELETE /api/v1/disconnect-app 200");
    }));
}

void CliLoginTest::aRefusalIsOneSentence()
{
    const auto refused = login(m_session->program().environment(), "refuse");
    QCOMPARE(refused.code, 1);
    QCOMPARE(refused.out, QByteArray());
    QVERIFY2(refused.err.contains("access_denied"), refused.err.constData());
}

void CliLoginTest::wrongUseIsToldAtOnce()
{
    const auto &program = m_session->program();
    QCOMPARE(program.run({u"login"_s, u"--oauth"_s}).code, 2);
    QCOMPARE(
        program.run({u"login"_s, u"--oauth"_s, u"--client-id"_s, u"1"_s, u"--client-secret"_s, u"s3cret"_s}).code, 2);
    const auto empty = program.run({u"login"_s, u"--oauth"_s, u"--no-browser"_s, u"--client-id"_s, u"1"_s}, "\n");
    QCOMPARE(empty.code, 1);
    QVERIFY2(empty.err.contains("client secret"), empty.err.constData());
}

MICROCYCLE_CORE_TEST(CliLoginTest)
#include "tst_clilogin.moc"
