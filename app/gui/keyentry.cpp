// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/keyentry.h"

#include "api/endpoints/getathlete.h"
#include "models/domain/scopes.h"
#include "models/domain/whendone.h"
#include "ui/start/signintext.h"

#include <QDesktopServices>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace app {

namespace {

constexpr auto patience = 20s; ///< a person is looking at "Checking…"

}

KeyEntry::KeyEntry(const ui::Theme &theme, http::BaseUrl server, QWidget *parent)
    : m_server(std::move(server))
    , m_page(std::make_unique<ui::StartPage>(theme, parent))
{
    if (parent) {
        m_page->setWindowFlags(Qt::Dialog);
        m_page->resize(theme.spacing(112), theme.spacing(140));
        connect(m_page.get(), &ui::StartPage::dismissed, m_page.get(), &QWidget::close);
    }
    m_page->setService(serviceName());
    connect(m_page.get(), &ui::StartPage::connectRequested, this, &KeyEntry::check);
    connect(m_page.get(), &ui::StartPage::retryRequested, this, &KeyEntry::ask);
    connect(m_page.get(), &ui::StartPage::browserRequested, this, &KeyEntry::openBrowser);
    connect(m_page.get(), &ui::StartPage::browserCancelled, this, [this] {
        m_signIn.reset();
        m_page->setWaiting(false);
    });
    connect(m_page.get(), &ui::StartPage::demoRequested, this, &KeyEntry::demoRequested);
}

KeyEntry::~KeyEntry() = default;

void KeyEntry::expect(const Account &account)
{
    m_expected = account;
    m_page->askForKeyOf(account.name);
}

QString KeyEntry::serviceName() const
{
    return m_server.url() == serviceOrigin() ? u"Intervals.icu"_s : m_server.url().authority();
}

QString KeyEntry::missingNote() const
{
    return m_missingScopes.isEmpty() ? QString() : ui::missingScopesText(m_missingScopes, serviceName());
}

void KeyEntry::check(const QString &key)
{
    QByteArray bytes = key.toUtf8();
    auto credential = http::Credential::make(bytes);
    http::Secret::wipe(bytes);
    if (!credential) {
        fail(credential.error());
        return;
    }
    m_credential = *credential;
    ask();
}

void KeyEntry::ask()
{
    m_page->setRetry(false);
    m_page->setBusy(true);
    http::Client::Options options;
    options.deadline = patience;
    m_client = std::make_unique<http::Client>(m_server, m_credential, options);
    domain::whenDone(m_client->send(endpoints::GetAthlete {}),
        this,
        [this](const domain::Result<json::Record<domain::Athlete>> &athlete) { answered(athlete); });
}

void KeyEntry::answered(const domain::Result<json::Record<domain::Athlete>> &athlete)
{
    m_page->setBusy(false);
    if (!athlete) {
        fail(athlete.error());
        return;
    }
    m_missingScopes.clear();
    const http::Credential credential = m_credential; // which is wiped before it is handed over
    accept(athlete->value, credential);
}

void KeyEntry::accept(const domain::Athlete &athlete, const http::Credential &credential)
{
    const auto account = accountOf(m_server.url(), athlete);
    if (!account) {
        fail(account.error());
        return;
    }
    m_credential = {};
    if (m_expected && account->athlete != m_expected->athlete) {
        m_page->showError(tr("This key belongs to %1, and this calendar to %2. Nothing was changed.")
                              .arg(account->name, m_expected->name));
        return;
    }
    Q_EMIT signedIn(*account, credential);
}

void KeyEntry::fail(const domain::Error &error)
{
    const ui::SignInText text = ui::signInText(error, serviceName());
    if (!text.keyMayBeGood)
        m_credential = {};
    m_page->setRetry(text.keyMayBeGood);
    m_page->showError(text.sentence);
}

void KeyEntry::openBrowser(const QString &clientId, const QString &clientSecret)
{
    m_page->showError({});
    m_signIn = std::make_unique<oauth::SignIn>(m_server,
        oauth::App {clientId, http::Secret(clientSecret.toUtf8())},
        oauth::SignIn::Options {.closingWords = tr("Microcycle has its answer. You can close this page.")});
    connect(m_signIn.get(), &oauth::SignIn::finished, this, &KeyEntry::cameBack, Qt::QueuedConnection);
    const auto address = m_signIn->start();
    if (!address) {
        m_page->showError(ui::browserSignInText(address.error(), serviceName()));
        m_signIn.reset();
        return;
    }
    m_page->setWaiting(true);
    if (!QDesktopServices::openUrl(*address)) {
        m_page->setWaiting(false);
        m_signIn.reset();
        m_page->showError(tr("No browser could be opened on this computer."));
    }
}

void KeyEntry::cameBack(const domain::Result<endpoints::Grant> &grant)
{
    if (!m_signIn)
        return; // cancelled meanwhile
    m_signIn.reset();
    m_page->setWaiting(false);
    m_page->activateWindow();
    if (!grant) {
        m_page->showError(ui::browserSignInText(grant.error(), serviceName()));
        return;
    }
    m_missingScopes = domain::missingScopes(oauth::SignIn::wantedScopes(), grant->scopes);
    accept(grant->athlete, grant->credential);
}

}
