// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/demoserver.h"
#include "tests/app/canary.h"
#include "tests/app/driver.h"
#include "tests/app/headlessbrowser.h"
#include "tests/support/formbrowser.h"
#include "tests/support/testmain.h"

#include <QDesktopServices>
#include <QMutex>

using namespace Qt::StringLiterals;

/// Signing in by browser from the start page, against the embedded server and without a key store.
class BrowserSignInTest : public QObject
{
    Q_OBJECT

public Q_SLOTS:
    void opened(const QUrl &url) { m_opened.append(url); } ///< instead of the desktop's browser

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void allowingOpensTheCalendar();
    void whatWasNotAllowedIsSaid();
    void refusingIsSaidAndCanBeRepeated();
    void waitingCanBeCancelled();
    void leavingGivesTheTokenBack();
    void aRealBrowserSignsIn();

private:
    void askForBrowser();
    [[nodiscard]] ui::StartPage &page() { return m_application->startEntry()->page(); }
    [[nodiscard]] QByteArrayList requests()
    {
        const QMutexLocker lock(&m_mutex);
        return m_requests;
    }

    domain::FixedClock m_clock {QDateTime(QDate(2026, 3, 12), QTime(9, 0), Qt::UTC)};
    QMutex m_mutex;
    QByteArrayList m_requests;
    QList<QUrl> m_opened;
    std::unique_ptr<support::DataFolder> m_folder;
    demo::DemoServer m_server;
    demo::ServerInfo m_info;
    std::unique_ptr<app::Application> m_application;
};

void BrowserSignInTest::initTestCase()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    QDesktopServices::setUrlHandler(u"http"_s, this, "opened");
}

void BrowserSignInTest::init()
{
    m_opened.clear();
    m_requests.clear();
    demo::Manners manners;
    manners.served = [this](const demo::Served &served) {
        const QMutexLocker lock(&m_mutex);
        m_requests.append(served.method + ' ' + served.path.toUtf8() + ' ' + QByteArray::number(served.status));
    };
    const auto info = m_server.start({.today = m_clock.today(), .days = 28}, 0, manners);
    QVERIFY(info.ok());
    m_info = *info;
    m_folder = std::make_unique<support::DataFolder>();
    m_application = std::make_unique<app::Application>(m_clock);
    QCOMPARE(m_application->start({.server = m_info.url.toString()}), QString());
}

void BrowserSignInTest::cleanup()
{
    m_application.reset();
    QCOMPARE(support::filesWith(m_info.clientSecret, m_folder->path()), QStringList());
    m_server.stop();
}

void BrowserSignInTest::askForBrowser()
{
    m_opened.clear();
    auto *toggle = page().findChild<QPushButton *>(u"browser"_s);
    if (!toggle->isChecked())
        QTest::mouseClick(toggle, Qt::LeftButton);
    auto *id = page().findChild<QLineEdit *>(u"client-id"_s);
    id->setText({});
    QTest::keyClicks(id, QString::fromLatin1(m_info.clientId));
    auto *secret = page().findChild<QLineEdit *>(u"client-secret"_s);
    QTest::keyClicks(secret, QString::fromLatin1(m_info.clientSecret));
    QTest::keyClick(secret, Qt::Key_Return);
    QCOMPARE(secret->text(), QString());
    QCOMPARE(m_opened.size(), 1);
}

void BrowserSignInTest::allowingOpensTheCalendar()
{
    askForBrowser();
    support::FormBrowser browser;
    browser.open(support::FormBrowser::answered(m_opened.first(), "allow"));
    QTRY_VERIFY_WITH_TIMEOUT(m_application->account(), 20'000);
    QCOMPARE(m_application->account()->account().name, u"Demo athlete"_s);
    auto &store = m_application->account()->session().store();
    QTRY_VERIFY_WITH_TIMEOUT(!store.activities({m_clock.today().addDays(-20), m_clock.today()}).isEmpty(), 20'000);
    QCOMPARE(m_folder->remembered()->athlete, m_info.athlete);
}

void BrowserSignInTest::whatWasNotAllowedIsSaid()
{
    askForBrowser();
    support::FormBrowser browser;
    browser.open(support::FormBrowser::answered(m_opened.first(), "allow", {"WELLNESS:WRITE", "LIBRARY:WRITE"}));
    QTRY_VERIFY_WITH_TIMEOUT(m_application->account(), 20'000);
    const auto said = [this] {
        const auto labels = m_application->account()->shell().messageBar().findChildren<QLabel *>();
        return std::ranges::any_of(
            labels, [](const QLabel *label) { return label->text().contains("wellness, library"_L1); });
    };
    QTRY_VERIFY_WITH_TIMEOUT(said(), 20'000);
}

void BrowserSignInTest::refusingIsSaidAndCanBeRepeated()
{
    askForBrowser();
    support::FormBrowser browser;
    browser.open(support::FormBrowser::answered(m_opened.first(), "refuse"));
    QTRY_COMPARE(support::errorOn(page()), u"You refused in the browser. Nothing was changed."_s);
    QVERIFY(!m_application->account());
    QVERIFY(!m_folder->remembered());
    askForBrowser();
    support::FormBrowser again;
    again.open(support::FormBrowser::answered(m_opened.first(), "allow"));
    QTRY_VERIFY_WITH_TIMEOUT(m_application->account(), 20'000);
}

void BrowserSignInTest::waitingCanBeCancelled()
{
    askForBrowser();
    const QUrl back = support::FormBrowser::answered(m_opened.first(), "allow");
    QVERIFY(support::press(page(), u"Cancel"_s));
    RawLine late(quint16(back.port()));
    QVERIFY(!late.isConnected());
    QVERIFY(!m_application->account());
    askForBrowser(); // and it can begin again
}

void BrowserSignInTest::leavingGivesTheTokenBack()
{
    askForBrowser();
    support::FormBrowser browser;
    browser.open(support::FormBrowser::answered(m_opened.first(), "allow"));
    QTRY_VERIFY_WITH_TIMEOUT(m_application->account() && m_application->account()->session().hasCredential(), 20'000);
    QVERIFY(!support::disconnectFrom(*m_application->account()).isNull());
    QTRY_VERIFY_WITH_TIMEOUT(requests().contains("DELETE /api/v1/disconnect-app 200"), 20'000);
    QTRY_VERIFY(!m_application->account());
}

void BrowserSignInTest::aRealBrowserSignsIn()
{
    if (support::HeadlessBrowser::program().isEmpty())
        QSKIP("THERE IS NO CHROMIUM HERE: signing in with a real browser was not tried");
    askForBrowser();
    support::HeadlessBrowser browser;
    browser.open(m_opened.first());
    const QString untick
        = u"(() => { const box = document.querySelector('input[value=\"WELLNESS:WRITE\"]'); if (!box) return false; box.click(); document.getElementById('allow').click(); return true; })()"_s;
    QVERIFY2(browser.waitFor(untick), browser.lastWords().constData());
    QTRY_VERIFY_WITH_TIMEOUT(m_application->account(), 30'000);
    QVERIFY2(browser.waitFor(u"document.body.innerText.includes('Microcycle has its answer')"_s),
        browser.lastWords().constData());
    QVERIFY(requests().contains("POST /oauth/authorize 303"));
    QCOMPARE(m_application->account()->account().athlete, m_info.athlete);
}

MICROCYCLE_WIDGET_TEST(BrowserSignInTest)
#include "tst_browsersignin.moc"
