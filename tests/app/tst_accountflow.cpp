// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/preferences.h"
#include "models/commands/planner.h"
#include "models/store/workoutdrafts.h"
#include "tests/api/http/scriptedserver.h"
#include "tests/app/canary.h"
#include "tests/app/driver.h"
#include "tests/support/olddatabase.h"
#include "tests/support/testmain.h"
#include "ui/workout/builderpage.h"
#include "ui/workout/workoutbuilder.h"

#include <QApplication>

using namespace Qt::StringLiterals;
using State = store::SyncStatus::State;

namespace {

const QDate today(2026, 3, 12);
const QByteArray key = "flow_canary-0123456789";
const domain::DateRange weeks {today.addDays(-7), today.addDays(21)};

domain::Event openers()
{
    domain::Event event;
    event.category = domain::Category::Workout;
    event.type = u"Ride"_s;
    event.name = u"Openers"_s;
    event.start = {today.addDays(2), {}};
    event.description = u"- 1h 250w"_s;
    return event;
}

}

/// An account from the first key to the last, against the embedded server and without a key store.
class AccountFlowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus"); }
    void init();
    void cleanup();
    void aRightKeyOpensTheCalendar();
    void theLastAccountOpensWithoutNetworkOrKey();
    void editsMadeWithoutAKeyAreSentWithIt();
    void disconnectingKeepsTheDataAndForgetsTheRest();
    void aRefusedKeyIsAskedForAndReplaced();
    void anotherAthletesKeyIsRefused();
    void theDemoIsThereAndGoes();
    void textThatWasNotSavedIsOffered();
    void aSecondStartIsTurnedAway();
    void aDatabaseThatCannotBeOpenedIsSaid();
    void anotherServerByHandIsMeant();
    void theThemeIsRemembered();

private:
    void serve(const QByteArray &with);
    void startAgain();
    void connectAccount();
    [[nodiscard]] app::AccountWindow *account() const { return m_application->account(); }
    [[nodiscard]] ui::MessageBar &bar() const { return account()->shell().messageBar(); }
    [[nodiscard]] bool settled() const
    {
        const auto &status = account()->session().status();
        return status.state() == State::Idle && status.lastSync().isValid();
    }
    void planOpeners() { QVERIFY(commands::Planner(account()->session().store()).create(openers()).ok()); }

    domain::FixedClock m_clock {QDateTime(today, QTime(9, 0), Qt::UTC)};
    std::unique_ptr<demo::DemoServer> m_server;
    QUrl m_url;
    std::unique_ptr<support::DataFolder> m_folder;
    std::unique_ptr<app::Application> m_application;
};

void AccountFlowTest::init()
{
    m_folder = std::make_unique<support::DataFolder>();
    m_url.clear();
}

void AccountFlowTest::cleanup()
{
    m_application.reset();
    m_server.reset();
    QCOMPARE(support::filesWith(key, m_folder->path()), QStringList());
}

/// The same address each time, so that the account is the same.
void AccountFlowTest::serve(const QByteArray &with)
{
    m_server = std::make_unique<demo::DemoServer>();
    const quint16 port = m_url.isEmpty() ? 0 : quint16(m_url.port());
    const auto info = m_server->start({.seed = 1, .today = today, .days = 28, .key = with}, port);
    QVERIFY2(info.ok(), info.ok() ? "" : qPrintable(info.error().detail));
    m_url = info->url;
}

void AccountFlowTest::startAgain()
{
    m_application.reset();
    m_application = std::make_unique<app::Application>(m_clock);
    QCOMPARE(m_application->start({}), QString());
    QVERIFY(account());
}

void AccountFlowTest::connectAccount()
{
    serve(key);
    m_application = std::make_unique<app::Application>(m_clock);
    QCOMPARE(m_application->start({.server = m_url.toString()}), QString());
    support::typeKey(m_application->startEntry()->page(), QString::fromLatin1(key));
    QTRY_VERIFY(account());
    QTRY_VERIFY_WITH_TIMEOUT(settled(), 30'000);
}

void AccountFlowTest::aRightKeyOpensTheCalendar()
{
    connectAccount();
    QVERIFY(account()->shell().isVisible());
    QVERIFY(!m_application->startEntry());
    QVERIFY(!account()->session().store().events(weeks).isEmpty());
    const auto remembered = m_folder->remembered();
    QVERIFY(remembered);
    QCOMPARE(*remembered, account()->account());
    // There is no key store: that is said, with whose account it is.
    QTRY_VERIFY(bar().currentText().contains(u"no key store"_s));
    QVERIFY(bar().currentText().contains(remembered->name));
    QVERIFY(!account()->isKeyKept());
}

void AccountFlowTest::theLastAccountOpensWithoutNetworkOrKey()
{
    connectAccount();
    const auto events = account()->session().store().events(weeks).size();
    m_server.reset();
    startAgain();
    QCOMPARE(account()->session().store().events(weeks).size(), events);
    QVERIFY(account()->shell().isVisible());
    QTRY_COMPARE(bar().currentKey(), u"key"_s);
    QVERIFY(bar().currentText().contains(u"key store of this computer cannot be used"_s));
    QCOMPARE(account()->session().status().state(), State::NeedsLogin);

    planOpeners();
    QCOMPARE(account()->session().store().waitingEdits(), 1);
    QTRY_COMPARE(account()->session().status().waiting(), 1);
    QCOMPARE(account()->session().status().state(), State::NeedsLogin);
    QCOMPARE(bar().currentKey(), u"key"_s);

    // Whoever dismissed the sentence finds it again when they ask for a sync.
    bar().dismiss(u"key"_s);
    Q_EMIT account()->shell().syncRequested();
    QCOMPARE(bar().currentKey(), u"key"_s);
}

void AccountFlowTest::editsMadeWithoutAKeyAreSentWithIt()
{
    connectAccount();
    startAgain();
    QTRY_COMPARE(bar().currentKey(), u"key"_s);
    planOpeners();
    QVERIFY(support::press(bar(), u"Enter key"_s));
    QVERIFY(support::keyWindow(*account()));
    support::typeKey(*support::keyWindow(*account()), QString::fromLatin1(key));
    QTRY_VERIFY(!support::keyWindow(*account()));
    QTRY_VERIFY_WITH_TIMEOUT(settled(), 30'000);
    QCOMPARE(account()->session().store().waitingEdits(), 0);
    QVERIFY(bar().currentKey() != "key"_L1);
}

void AccountFlowTest::disconnectingKeepsTheDataAndForgetsTheRest()
{
    connectAccount();
    const QString database = app::databasePath(account()->account());
    startAgain();
    QTRY_COMPARE(bar().currentKey(), u"key"_s);
    planOpeners();
    const QString question = support::disconnectFrom(*account());
    QVERIFY2(question.contains(u"1 change was not sent yet"_s), qPrintable(question));
    QTRY_VERIFY(!account());
    QVERIFY(m_application->startEntry()->page().isVisible());
    QVERIFY(!m_folder->remembered());
    QVERIFY(QFile::exists(database));

    // The same athlete goes on where they were.
    m_application.reset();
    m_application = std::make_unique<app::Application>(m_clock);
    QCOMPARE(m_application->start({.server = m_url.toString()}), QString());
    QVERIFY(!account());
    support::typeKey(m_application->startEntry()->page(), QString::fromLatin1(key));
    QTRY_VERIFY(account());
    QTRY_VERIFY_WITH_TIMEOUT(settled(), 30'000);
    QCOMPARE(account()->session().store().waitingEdits(), 0);
    const auto events = account()->session().store().events({today.addDays(2), today.addDays(2)});
    QVERIFY(std::any_of(events.begin(), events.end(), [](const auto &event) { return event.name == "Openers"_L1; }));
}

void AccountFlowTest::aRefusedKeyIsAskedForAndReplaced()
{
    connectAccount();
    serve("the-new-key-1234");
    Q_EMIT account()->shell().syncRequested();
    QTRY_COMPARE(account()->session().status().state(), State::NeedsLogin);
    QTRY_COMPARE(bar().currentKey(), u"key"_s);
    planOpeners();
    QVERIFY(support::press(bar(), u"Enter key"_s));
    auto *page = support::keyWindow(*account());
    support::typeKey(*page, QString::fromLatin1(key));
    QTRY_VERIFY(support::errorOn(*page).contains(u"does not accept this key"_s));
    QCOMPARE(account()->session().store().waitingEdits(), 1);
    support::typeKey(*page, u"the-new-key-1234"_s);
    QTRY_VERIFY(!support::keyWindow(*account()));
    QTRY_VERIFY_WITH_TIMEOUT(settled(), 30'000);
    QCOMPARE(account()->session().store().waitingEdits(), 0);
}

void AccountFlowTest::anotherAthletesKeyIsRefused()
{
    support::ScriptedServer server({support::ScriptedServer::reply("200 OK", R"({"id":"i9","name":"Berta"})")});
    const app::Account anna {QUrl(server.origin()), u"i7"_s, u"Anna"_s};
    m_folder->remember(anna);
    startAgain();
    QTRY_COMPARE(bar().currentKey(), u"key"_s);
    planOpeners();
    // Without a key nothing may be sent, not even when it is asked for: it would use up the only answer.
    Q_EMIT account()->shell().syncRequested();
    QVERIFY(QTest::qWaitFor([this] { return support::press(bar(), u"Enter key"_s); }));
    auto *page = support::keyWindow(*account());
    QVERIFY(page->findChild<QLineEdit *>(u"api-key"_s)->hasFocus() || !page->isActiveWindow());
    support::typeKey(*page, QString::fromLatin1(key));
    QTRY_VERIFY(support::errorOn(*page).contains(u"belongs to Berta"_s));
    QVERIFY(support::errorOn(*page).contains(u"Anna"_s));
    QVERIFY(!account()->session().hasCredential());
    QCOMPARE(account()->session().store().waitingEdits(), 1);
    QCOMPARE(*m_folder->remembered(), anna);
    QCOMPARE(server.requests().size(), 1);
    // Escape takes the sentence away first, and then the window.
    QTest::keyClick(page, Qt::Key_Escape);
    QCOMPARE(support::errorOn(*page), QString());
    QVERIFY(page->isVisible());
    QTest::keyClick(page, Qt::Key_Escape);
    QVERIFY(!page->isVisible());
}

void AccountFlowTest::theDemoIsThereAndGoes()
{
    m_application = std::make_unique<app::Application>(m_clock);
    QCOMPARE(m_application->start({}), QString());
    QVERIFY(support::press(m_application->startEntry()->page(), u"Open the demo athlete"_s));
    QTRY_VERIFY(account());
    QCOMPARE(account()->kind(), app::AccountWindow::Kind::Demo);
    QTRY_VERIFY_WITH_TIMEOUT(!account()->session().store().events(weeks).isEmpty(), 30'000);
    QVERIFY(!m_folder->remembered());
    QVERIFY(support::disconnectFrom(*account()).contains(u"demo is thrown away"_s));
    QTRY_VERIFY(m_application->startEntry());
    QVERIFY(m_application->startEntry()->page().isVisible());
    QCOMPARE(QDir(m_folder->path()).entryList({u"*.db"_s}), QStringList());
}

void AccountFlowTest::textThatWasNotSavedIsOffered()
{
    connectAccount();
    auto &store = account()->session().store();
    const auto id = *commands::Planner(store).create(openers());
    auto typed = openers();
    typed.description = u"- 1h 250w\n- 10m 100w"_s;
    const store::WorkoutDraft draft {
        id, store::Kind::Event, u"Openers"_s, domain::difference(openers(), typed), m_clock.now()};
    QVERIFY(store::WorkoutDrafts(store.database()).keep(draft).ok());
    startAgain();
    const QString message = u"unsaved."_s + id.value;
    QTRY_COMPARE(bar().currentKey(), message);
    QVERIFY2(bar().currentText().contains(u"“Openers”"_s), qPrintable(bar().currentText()));
    QVERIFY(QTest::qWaitFor([this] { return support::press(bar(), u"Open"_s); }));
    auto &builder = account()->window().builder();
    QVERIFY(builder.isOpen());
    QCOMPARE(builder.builder().draft().description, typed.description);
    builder.done();
    QCOMPARE(account()->session().store().event(id)->description, typed.description);
    startAgain();
    QTRY_COMPARE(bar().currentKey(), u"key"_s); // there is nothing else to say
    bar().dismiss(u"key"_s);
    QVERIFY(bar().currentKey() != message);
}

void AccountFlowTest::aSecondStartIsTurnedAway()
{
    m_folder->remember({QUrl(u"http://127.0.0.1:9"_s), u"i7"_s, u"Anna"_s});
    startAgain();
    account()->shell().showMinimized();
    app::Application second(m_clock);
    const QString refusal = second.start({});
    QVERIFY2(refusal.contains(u"open in another Microcycle window"_s), qPrintable(refusal));
    QVERIFY(!second.account() && !second.startEntry());
    QTRY_VERIFY(!account()->shell().isMinimized());
    planOpeners();
}

void AccountFlowTest::aDatabaseThatCannotBeOpenedIsSaid()
{
    const app::Account anna {QUrl(u"http://127.0.0.1:9"_s), u"i7"_s, u"Anna"_s};
    m_folder->remember(anna);
    {
        support::Outsider outsider(app::databasePath(anna)); // a file of another program
        QVERIFY(outsider.run(u"CREATE TABLE theirs(a)"_s) && outsider.run(u"PRAGMA application_id=1"_s));
    }
    m_application = std::make_unique<app::Application>(m_clock);
    QCOMPARE(m_application->start({}), QString());
    QVERIFY(!account());
    QVERIFY(!support::errorOn(m_application->startEntry()->page()).isEmpty());
    QVERIFY(QFile::exists(app::databasePath(anna)));
}

void AccountFlowTest::anotherServerByHandIsMeant()
{
    m_folder->remember({QUrl(u"http://127.0.0.1:9"_s), u"i7"_s, u"Anna"_s});
    m_application = std::make_unique<app::Application>(m_clock);
    QCOMPARE(m_application->start({.server = u"https://proxy.example"_s}), QString());
    QVERIFY(m_application->startEntry());
    QCOMPARE(m_application->startEntry()->serviceName(), u"proxy.example"_s);
    m_application = std::make_unique<app::Application>(m_clock);
    QCOMPARE(m_application->start({.server = u"http://127.0.0.1:9"_s}), QString());
    QVERIFY(account());
}

void AccountFlowTest::theThemeIsRemembered()
{
    m_folder->remember({QUrl(u"http://127.0.0.1:9"_s), u"i7"_s, u"Anna"_s});
    startAgain();
    const auto choose = [this](const QString &words) {
        for (auto *action : account()->shell().findChildren<QAction *>()) {
            if (action->text() == words)
                action->trigger();
        }
    };
    const auto isDark = [] { return qApp->palette().color(QPalette::Window).lightness() < 100; };
    choose(u"Dark"_s);
    QVERIFY(isDark());
    startAgain();
    QVERIFY(isDark());
    choose(u"Light"_s);
    startAgain();
    QVERIFY(!isDark());
}

MICROCYCLE_WIDGET_TEST(AccountFlowTest)
#include "tst_accountflow.moc"
