// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/entries.h"
#include "app/gui/singleinstance.h"

namespace app {

/// The running program: decides which account is open and shows its window, or the start page while there is none.
class Application : public QObject
{
    Q_OBJECT

public:
    struct Start {
        bool demo = false;
        QString sessionFile; ///< a line of "microcycle-cli serve --json"
        QString server; ///< whose keys the start page takes; empty for the service itself
        QString tourFolder; ///< where the demo's tour leaves its pictures; empty for no tour
    };

    explicit Application(const domain::Clock &clock);
    ~Application() override;

    /// Shows the first window. Empty on success, else one plain sentence why there is none.
    [[nodiscard]] QString start(const Start &how);

    [[nodiscard]] AccountWindow *account() const { return m_account.get(); } ///< null while the start page is shown
    [[nodiscard]] KeyEntry *startEntry() const { return m_entry.get(); } ///< null while an account is open

private:
    /// Why nothing was opened; whoever has it open is brought to the front.
    [[nodiscard]] QString refusalOf(const domain::Error &error, const QString &database) const;
    [[nodiscard]] QString openLast(const Account &account);
    domain::Result<domain::Done> openDemo();
    domain::Result<domain::Done> open(const AccountWindow::Entry &entry);
    void showStart(const QString &error = {});
    void connected(const Account &account, const http::Credential &credential);
    void tryDemo();
    void leave();
    void restore(const QString &backup);
    void deleteData();
    void forgetKey(const Account &account, bool wasKept);
    void giveBack(
        const Account &account, const http::Credential &credential); ///< a token; a key is nobody's to give back
    [[nodiscard]] static QString sentence(const domain::Error &error);

    const domain::Clock &m_clock;
    QSettings m_settings;
    ui::Theme m_theme;
    Keychain m_keychain;
    SingleInstance m_instance;
    http::BaseUrl m_server;
    std::unique_ptr<DemoAthlete> m_demo;
    std::unique_ptr<AccountWindow> m_account;
    std::unique_ptr<KeyEntry> m_entry;
    std::unique_ptr<http::Client> m_farewell; ///< tells the service that a token is done with
};

}
