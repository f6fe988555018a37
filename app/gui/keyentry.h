// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http/client.h"
#include "api/json/records.h"
#include "api/oauth/signin.h"
#include "app/common/accounts.h"
#include "ui/start/startpage.h"

namespace app {

/// The start page at work: asks the service whose key was typed, and says one sentence when that fails; or opens the
/// browser and waits for what comes back. It keeps the
/// key for another try only, and writes it nowhere.
class KeyEntry : public QObject
{
    Q_OBJECT

public:
    /// With a parent the page is a window above it.
    KeyEntry(const ui::Theme &theme, http::BaseUrl server, QWidget *parent = nullptr);
    ~KeyEntry() override;

    /// Only a key of this athlete will do.
    void expect(const Account &account);
    [[nodiscard]] ui::StartPage &page() { return *m_page; }
    [[nodiscard]] QString serviceName() const;
    /// What was asked for in the browser and not allowed there, in a sentence; empty for a key.
    [[nodiscard]] QString missingNote() const;

Q_SIGNALS:
    void signedIn(const app::Account &account, const http::Credential &credential);
    void demoRequested();

private:
    void check(const QString &key);
    void ask();
    void answered(const domain::Result<json::Record<domain::Athlete>> &athlete);
    void fail(const domain::Error &error);
    void openBrowser(const QString &clientId, const QString &clientSecret);
    void cameBack(const domain::Result<endpoints::Grant> &grant);
    void accept(const domain::Athlete &athlete, const http::Credential &credential);

    http::BaseUrl m_server;
    std::optional<Account> m_expected;
    http::Credential m_credential;
    QStringList m_missingScopes;
    std::unique_ptr<http::Client> m_client;
    std::unique_ptr<ui::StartPage> m_page;
    std::unique_ptr<oauth::SignIn> m_signIn;
};

}
