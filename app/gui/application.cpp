// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/application.h"

#include "api/endpoints/disconnectapp.h"
#include "app/gui/preferences.h"
#include "models/domain/whendone.h"
#include "models/store/wholedata.h"
#include "ui/shell/errortext.h"

#include <QApplication>
#include <QNetworkInformation>

using namespace Qt::StringLiterals;

namespace app {

Application::Application(const domain::Clock &clock)
    : m_clock(clock)
    , m_settings(settingsFile(), QSettings::IniFormat)
{
    m_theme.setChoice(Preferences(m_settings).theme());
    m_theme.applyTo(*qApp);
    QNetworkInformation::loadBackendByFeatures(
        QNetworkInformation::Feature::Reachability); // sessions listen, if there is one
    connect(&m_instance, &SingleInstance::called, this, [this] {
        if (m_account)
            m_account->raise();
    });
}

Application::~Application() = default;

QString Application::start(const Start &how)
{
    const auto server = http::BaseUrl::parse(how.server.isEmpty() ? serviceOrigin().toString() : how.server);
    if (!server)
        return tr("%1 cannot be the server: %2.").arg(server.error().item, server.error().detail);
    m_server = *server;
    if (how.demo) {
        const auto opened = openDemo();
        return opened ? QString() : sentence(opened.error());
    }
    if (!how.sessionFile.isEmpty()) {
        const auto entry = entryFromFile(how.sessionFile);
        if (!entry)
            return sentence(entry.error());
        const auto opened = open(*entry);
        return opened ? QString() : refusalOf(opened.error(), entry->database);
    }
    // A server that was named by hand is meant, even when the last account lives elsewhere.
    const auto last = Accounts(m_settings).last();
    if (last && (how.server.isEmpty() || m_server.sameOrigin(last->origin)))
        return openLast(*last);
    showStart();
    return {};
}

QString Application::refusalOf(const domain::Error &error, const QString &database) const
{
    const QString refusal = sentence(error);
    const bool isOpenElsewhere = error.kind == domain::Error::Kind::Conflict;
    return isOpenElsewhere && SingleInstance::callOther(database) ? tr("%1 It was brought to the front.").arg(refusal)
                                                                  : refusal;
}

QString Application::openLast(const Account &account)
{
    const QString database = databasePath(account);
    const auto opened = open({account, database, AccountWindow::Kind::Kept, {}});
    if (opened)
        return {};
    if (opened.error().kind == domain::Error::Kind::Conflict)
        return refusalOf(opened.error(), database);
    showStart(sentence(opened.error()));
    return {};
}

domain::Result<domain::Done> Application::openDemo()
{
    auto demo = std::make_unique<DemoAthlete>();
    const auto entry = demo->start(m_clock);
    if (!entry)
        return entry.error();
    const auto opened = open(*entry);
    if (opened)
        m_demo = std::move(demo);
    return opened;
}

domain::Result<domain::Done> Application::open(const AccountWindow::Entry &entry)
{
    auto window = AccountWindow::open(entry, {m_clock, m_theme, m_settings, m_keychain});
    if (!window)
        return window.error();
    m_account = *std::move(window);
    // Queued, because both ends of these signals are taken away by what they ask for.
    connect(m_account.get(), &AccountWindow::left, this, &Application::leave, Qt::QueuedConnection);
    connect(m_account.get(), &AccountWindow::restoreRequested, this, &Application::restore, Qt::QueuedConnection);
    connect(m_account.get(), &AccountWindow::deleteRequested, this, &Application::deleteData, Qt::QueuedConnection);
    if (entry.kind != AccountWindow::Kind::Demo)
        m_instance.listen(entry.database);
    m_account->show();
    m_entry.reset();
    return domain::Done {};
}

void Application::showStart(const QString &error)
{
    m_entry = std::make_unique<KeyEntry>(m_theme, m_server);
    connect(m_entry.get(), &KeyEntry::signedIn, this, &Application::connected, Qt::QueuedConnection);
    connect(m_entry.get(), &KeyEntry::demoRequested, this, &Application::tryDemo, Qt::QueuedConnection);
    ui::WindowState(m_settings).restore(m_entry->page());
    m_entry->page().showError(error);
    m_entry->page().show();
}

void Application::connected(const Account &account, const http::Credential &credential)
{
    if (!m_entry)
        return;
    ui::WindowState(m_settings).save(m_entry->page());
    const auto opened
        = open({account, databasePath(account), AccountWindow::Kind::Kept, credential, m_entry->missingNote()});
    if (opened)
        Accounts(m_settings).setLast(account);
    else
        m_entry->page().showError(sentence(opened.error()));
}

void Application::tryDemo()
{
    if (!m_entry)
        return;
    ui::WindowState(m_settings).save(m_entry->page());
    if (const auto opened = openDemo(); !opened)
        m_entry->page().showError(sentence(opened.error()));
}

void Application::leave()
{
    if (!m_account)
        return;
    const Account account = m_account->account();
    const auto kind = m_account->kind();
    const bool wasKept = m_account->isKeyKept();
    const http::Credential credential = m_account->session().client().credential();
    ui::WindowState(m_settings).save(m_account->shell());
    showStart();
    m_instance.stop();
    m_account.reset();
    m_demo.reset();
    if (kind == AccountWindow::Kind::Kept) {
        Accounts(m_settings).forget();
        forgetKey(account, wasKept);
        giveBack(account, credential);
    }
}

/// The data is exchanged while nobody has it open; the window then opens anew, with a word about what came of it.
void Application::restore(const QString &backup)
{
    if (!m_account)
        return;
    AccountWindow::Entry entry = m_account->entry();
    ui::WindowState(m_settings).save(m_account->shell());
    m_instance.stop();
    m_account.reset();
    domain::Result<QString> former = QString();
    {
        const auto lock = store::lockForWriting(entry.database);
        former = lock ? store::restoreDatabase(entry.database, backup, m_clock.now())
                      : domain::Result<QString>(lock.error());
    }
    if (!former)
        entry.note = tr("The backup was not restored. %1", "why").arg(sentence(former.error()));
    else if (!former->isEmpty())
        entry.note = tr("The backup was restored. What was here before is in %1.", "a file").arg(*former);
    if (const auto opened = open(entry); !opened)
        showStart(sentence(opened.error()));
}

void Application::deleteData()
{
    if (!m_account)
        return;
    const QString database = m_account->entry().database;
    leave();
    const auto lock = store::lockForWriting(database);
    const auto removed = lock ? store::deleteLocalData(database) : domain::Result<domain::Done>(lock.error());
    if (!removed && m_entry)
        m_entry->page().showError(sentence(removed.error()));
}

void Application::forgetKey(const Account &account, bool wasKept)
{
    domain::whenDone(m_keychain.remove(account), this, [this, wasKept](const domain::Result<domain::Done> &removed) {
        if (removed || !wasKept || !m_entry)
            return;
        m_entry->page().showError(tr("The key could not be taken out of the key store of this computer. "
                                     "Remove the entry “Microcycle” there by hand."));
    });
}

void Application::giveBack(const Account &account, const http::Credential &credential)
{
    const auto base = http::BaseUrl::parse(account.origin.toString());
    if (credential.isEmpty() || credential.style() != http::Credential::Style::Bearer || !base)
        return;
    m_farewell = std::make_unique<http::Client>(*base, credential, http::Client::Options {});
    domain::whenDone(
        m_farewell->send(endpoints::DisconnectApp {}), this, [this](const domain::Result<domain::Done> &told) {
            const bool known = told || told.error().kind == domain::Error::Kind::Unauthorised;
            if (!known && m_entry)
                m_entry->page().showError(
                    tr("%1 could not be told. Take Microcycle's access away in your settings there.")
                        .arg(m_entry->serviceName()));
        });
}

QString Application::sentence(const domain::Error &error)
{
    if (error.kind == domain::Error::Kind::Conflict)
        return tr("This account is open in another Microcycle window already.");
    return ui::errorText(error).sentence;
}

}
