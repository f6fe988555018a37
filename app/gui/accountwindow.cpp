// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/accountwindow.h"

#include "app/gui/preferences.h"
#include "models/domain/whendone.h"
#include "ui/shell/errortext.h"
#include "ui/widgets/messagebar.h"

#include <QApplication>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using State = store::SyncStatus::State;

namespace app {

namespace {

constexpr auto latestBegin = 2s; ///< a window that starts minimised is never painted
constexpr auto keyMessage = "key"_L1;
constexpr auto noteMessage = "key-note"_L1;
constexpr auto scopeMessage = "scopes"_L1;

}

domain::Result<std::unique_ptr<AccountWindow>> AccountWindow::open(const Entry &entry, const Services &services)
{
    auto session = Session::open(entry.account, entry.database, services.clock);
    if (!session)
        return session.error();
    return std::unique_ptr<AccountWindow>(new AccountWindow(entry, services, *std::move(session)));
}

AccountWindow::AccountWindow(Entry entry, const Services &services, std::unique_ptr<Session> session)
    : m_entry(std::move(entry))
    , m_services(services)
    , m_session(std::move(session))
    , m_window(*m_session, services.theme, services.settings, m_entry.account.name)
{
    shell().setThemeChoice(Preferences(services.settings).theme());
    services.theme.applyTo(*qApp);
    shell().setDisconnectWarning([this] { return disconnectWarning(); });
    if (kind() == Kind::Demo)
        shell().setDisconnectQuestion(tr("Leave the demo?"));
    connect(&shell(), &ui::Shell::themeChosen, this, [this](ui::Theme::Choice choice) {
        Preferences(m_services.settings).setTheme(choice);
    });
    connect(&shell(), &ui::Shell::disconnectRequested, this, &AccountWindow::left);
    connect(&shell(), &ui::Shell::syncRequested, this, [this] {
        if (!m_session->hasCredential() && !m_keySentence.isEmpty())
            askForKey(m_keySentence);
    });
    connect(&m_session->status(), &store::SyncStatus::changed, this, &AccountWindow::followStatus);
    m_window.accounts().setPassing(kind() == Kind::Demo);
    connect(&m_window.accounts(), &AccountDesk::signOutRequested, this, &AccountWindow::left);
    connect(&m_window.accounts(), &AccountDesk::restoreRequested, this, &AccountWindow::restoreRequested);
    connect(&m_window.accounts(), &AccountDesk::deleteRequested, this, &AccountWindow::deleteRequested);
}

AccountWindow::Entry AccountWindow::entry() const
{
    Entry entry = m_entry;
    entry.note.clear();
    if (const http::Credential &credential = m_session->client().credential(); !credential.isEmpty())
        entry.credential = credential;
    return entry;
}

AccountWindow::~AccountWindow() = default;

void AccountWindow::show()
{
    shell().installEventFilter(this);
    m_window.show();
    QTimer::singleShot(latestBegin, this, &AccountWindow::begin);
}

void AccountWindow::raise()
{
    if (shell().isMinimized())
        shell().showNormal();
    shell().raise();
    shell().activateWindow();
}

bool AccountWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Paint) {
        watched->removeEventFilter(this);
        QMetaObject::invokeMethod(this, &AccountWindow::begin, Qt::QueuedConnection);
    }
    return QObject::eventFilter(watched, event);
}

void AccountWindow::begin()
{
    if (std::exchange(m_begun, true))
        return;
    sayNote(m_entry.note);
    if (const auto credential = std::exchange(m_entry.credential, {})) {
        m_session->setCredential(*credential);
        if (kind() == Kind::Kept)
            keepKey(*credential);
    } else {
        readKey();
    }
}

void AccountWindow::readKey()
{
    domain::whenDone(
        m_services.keychain.read(account()), this, [this](const domain::Result<http::Credential> &credential) {
            if (m_session->hasCredential())
                return; // the person was quicker
            if (credential) {
                m_keyKept = true;
                m_session->setCredential(*credential);
                return;
            }
            m_session->status().set(State::NeedsLogin, m_session->store().waitingEdits());
            if (credential.error().kind == domain::Error::Kind::Storage)
                askForKey(tr("The key store of this computer cannot be used. "
                             "You can go on; changes are sent once you enter the key."));
            else
                askForKey(tr("No key is kept on this computer. "
                             "You can go on; changes are sent once you enter the key."));
        });
}

void AccountWindow::keepKey(const http::Credential &credential)
{
    domain::whenDone(
        m_services.keychain.write(account(), credential), this, [this](const domain::Result<domain::Done> &written) {
            m_keyKept = written.ok();
            const QString whose = tr("Connected as %1.").arg(account().name);
            if (m_keyKept) {
                shell().setStatusSentence(whose, false);
                return;
            }
            shell().messageBar().post({.key = noteMessage,
                .kind = ui::Message::Kind::Warning,
                .text = tr("%1 This computer has no key store that can be used, so the key is forgotten when "
                           "Microcycle is closed.",
                    "starts with: Connected as Ann.")
                            .arg(whose),
                .actions = {}});
        });
}

void AccountWindow::followStatus()
{
    const auto &status = m_session->status();
    const auto error = status.error();
    const bool refused = status.state() == State::NeedsLogin && error.has_value();
    if (refused == std::exchange(m_refused, refused))
        return;
    if (!refused) {
        if (m_session->hasCredential())
            shell().messageBar().dismiss(keyMessage);
        return;
    }
    const QString sentence = ui::errorText(*error).sentence;
    if (error->kind == domain::Error::Kind::Unauthorised) {
        askForKey(sentence);
        return;
    }
    shell().messageBar().post({.key = keyMessage,
        .kind = ui::Message::Kind::Error,
        .text = sentence,
        .actions = {{tr("Try again"), [this] { m_session->engine().syncNow(); }}}});
}

void AccountWindow::askForKey(const QString &sentence)
{
    m_keySentence = sentence;
    shell().messageBar().dismiss(noteMessage); // it spoke of a key that is of no use now
    shell().messageBar().post(
        {.key = keyMessage, .kind = ui::Message::Kind::Warning, .text = sentence, .actions = {{tr("Enter key"), [this] {
                                                                                                   enterKey();
                                                                                               }}}});
}

void AccountWindow::enterKey()
{
    if (!m_keyEntry) {
        const auto server = http::BaseUrl::parse(account().origin.toString());
        if (!server)
            return;
        m_keyEntry = std::make_unique<KeyEntry>(m_services.theme, *server, &shell());
        m_keyEntry->expect(account());
        connect(
            m_keyEntry.get(),
            &KeyEntry::signedIn,
            this,
            [this](const Account &, const http::Credential &credential) { renew(credential); },
            Qt::QueuedConnection);
    }
    m_keyEntry->page().show();
    m_keyEntry->page().raise();
    m_keyEntry->page().activateWindow();
    m_keyEntry->page().focusKey();
}

void AccountWindow::sayNote(const QString &note)
{
    if (!note.isEmpty())
        shell().messageBar().post(
            {.key = scopeMessage, .kind = ui::Message::Kind::Warning, .text = note, .actions = {}});
}

void AccountWindow::renew(const http::Credential &credential)
{
    shell().messageBar().dismiss(scopeMessage);
    sayNote(m_keyEntry->missingNote());
    m_keyEntry.reset();
    shell().messageBar().dismiss(keyMessage);
    m_session->setCredential(credential);
    if (kind() == Kind::Kept)
        keepKey(credential);
}

QString AccountWindow::disconnectWarning() const
{
    if (kind() == Kind::Demo)
        return tr("What you changed in the demo is thrown away.");
    const int waiting = m_session->store().waitingEdits();
    if (waiting == 0)
        return {};
    return waiting == 1
        ? tr("1 change was not sent yet. It stays on this computer until you connect again.")
        : tr("%n changes were not sent yet. They stay on this computer until you connect again.", nullptr, waiting);
}

}
