// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/common/keychain.h"
#include "app/gui/keyentry.h"
#include "app/gui/window.h"

namespace app {

/// An account and its window while it is open: shows what is on this computer at once, fetches the key, and says in
/// the message bar what a key that is missing or refused means. It does not decide which account is open.
class AccountWindow : public QObject
{
    Q_OBJECT

public:
    enum class Kind {
        Kept, ///< the person's own: its key is looked for in the keychain and written there
        Lent, ///< of a session file: nothing is remembered
        Demo,
    };
    struct Entry {
        Account account;
        QString database;
        Kind kind = Kind::Kept;
        std::optional<http::Credential> credential; ///< with Kept: typed just now
        QString note = {}; ///< for the message bar, about this sign-in
    };
    struct Services {
        const domain::Clock &clock;
        ui::Theme &theme;
        QSettings &settings;
        Keychain &keychain;
    };

    static domain::Result<std::unique_ptr<AccountWindow>> open(const Entry &entry, const Services &services);
    ~AccountWindow() override;

    void show(); ///< the rest happens once the window is painted
    void raise();
    [[nodiscard]] const Account &account() const { return m_entry.account; }
    [[nodiscard]] Kind kind() const { return m_entry.kind; }
    [[nodiscard]] bool isKeyKept() const { return m_keyKept; } ///< in the keychain
    [[nodiscard]] Entry entry() const; ///< to open it again as it is
    [[nodiscard]] Session &session() { return *m_session; }
    [[nodiscard]] Window &window() { return m_window; }
    [[nodiscard]] ui::Shell &shell() { return m_window.shell(); }

Q_SIGNALS:
    void left(); ///< the person has disconnected
    void restoreRequested(const QString &from); ///< a backup is to take the place of the data
    void deleteRequested(); ///< and all local data is to go

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    AccountWindow(Entry entry, const Services &services, std::unique_ptr<Session> session);

    void begin();
    void readKey();
    void keepKey(const http::Credential &credential);
    void followStatus();
    void askForKey(const QString &sentence);
    void enterKey();
    void sayNote(const QString &note);
    void renew(const http::Credential &credential);
    [[nodiscard]] QString disconnectWarning() const;

    Entry m_entry;
    Services m_services;
    std::unique_ptr<Session> m_session;
    Window m_window;
    std::unique_ptr<KeyEntry> m_keyEntry; ///< above the window, so it goes first
    QString m_keySentence; ///< why there is no key
    bool m_begun = false;
    bool m_refused = false;
    bool m_keyKept = false;
};

}
