// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/canary.h"
#include "tests/app/driver.h"
#include "tests/app/secretservice.h"
#include "tests/support/testmain.h"

#include <QLoggingCategory>

using namespace Qt::StringLiterals;
using State = store::SyncStatus::State;

namespace {

const QDate today(2026, 3, 12);
const QByteArray key = "kept_canary-0123456789";

/// Everything that was logged, from every category.
QByteArray &logged()
{
    static QByteArray all;
    return all;
}

void keep(QtMsgType, const QMessageLogContext &context, const QString &message)
{
    logged() += QByteArray(context.category) + ": " + message.toUtf8() + '\n';
}

}

/// The program with a real key store: the key is there and nowhere else.
class KeptKeyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theKeyIsInTheKeyStoreAndNowhereElse();

private:
    [[nodiscard]] bool settled() const
    {
        const auto &status = m_application->account()->session().status();
        return status.state() == State::Idle && status.lastSync().isValid();
    }
    void start(const QString &server);

    domain::FixedClock m_clock {QDateTime(today, QTime(9, 0), Qt::UTC)};
    support::SecretService m_service;
    support::DataFolder m_folder;
    std::unique_ptr<app::Application> m_application;
};

void KeptKeyTest::initTestCase()
{
    if (!support::SecretService::isInstalled())
        QSKIP("NO KEY STORE: gnome-keyring or dbus is not installed; nothing of the keychain is tested");
    QVERIFY(m_service.start());
}

void KeptKeyTest::start(const QString &server)
{
    m_application.reset();
    m_application = std::make_unique<app::Application>(m_clock);
    QCOMPARE(m_application->start({.server = server}), QString());
}

void KeptKeyTest::theKeyIsInTheKeyStoreAndNowhereElse()
{
    // The server's own log is not the program's: it shows what reached the server.
    QLoggingCategory::setFilterRules(u"*=true\nqt.httpserver*=false"_s);
    const auto before = qInstallMessageHandler(keep);
    const auto restore = qScopeGuard([before] { qInstallMessageHandler(before); });
    demo::DemoServer server;
    const auto info = server.start({.seed = 1, .today = today, .key = key}, 0);
    QVERIFY(info.ok());

    // Typed once.
    start(info->url.toString());
    support::typeKey(m_application->startEntry()->page(), QString::fromLatin1(key));
    QTRY_VERIFY(m_application->account());
    QTRY_VERIFY_WITH_TIMEOUT(settled(), 30'000);
    QTRY_VERIFY(m_application->account()->isKeyKept());
    QCOMPARE(m_application->account()->shell().messageBar().currentKey(), QString());
    const app::Account account = m_application->account()->account();

    // Found at the next start.
    start({});
    QVERIFY(m_application->account());
    QTRY_VERIFY_WITH_TIMEOUT(settled(), 30'000);
    QVERIFY(m_application->account()->isKeyKept());
    QCOMPARE(m_application->account()->shell().messageBar().currentKey(), QString());
    QCOMPARE(support::filesWith(key, m_folder.path()), QStringList());

    // Gone after the person has left.
    support::disconnectFrom(*m_application->account());
    QTRY_VERIFY(m_application->startEntry());
    app::Keychain keychain;
    QTRY_VERIFY([&] {
        const auto read = keychain.read(account);
        return QTest::qWaitFor([&] { return read.isFinished(); }) && !read.result().ok()
            && read.result().error().kind == domain::Error::Kind::NotFound;
    }());

    // Remembered by the settings and unknown to the key store: usable, and said.
    m_folder.remember(account);
    start({});
    QVERIFY(m_application->account());
    auto &bar = m_application->account()->shell().messageBar();
    QTRY_COMPARE(bar.currentKey(), u"key"_s);
    QVERIFY(bar.currentText().contains(u"No key is kept on this computer"_s));

    m_application.reset();
    QVERIFY(logged().size() > 500);
    QVERIFY(!logged().contains(key));
    for (const auto &line : logged().split('\n'))
        QVERIFY2(!line.contains(("API_KEY:" + key).toBase64()), line.constData());
    QCOMPARE(support::filesWith(key, m_folder.path()), QStringList());
}

MICROCYCLE_WIDGET_TEST(KeptKeyTest)
#include "tst_keptkey.moc"
