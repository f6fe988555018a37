// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http/client.h"
#include "api/sync/engine.h"
#include "app/common/accounts.h"
#include "app/common/uploads.h"
#include "models/store/store.h"
#include "models/store/syncstatus.h"

class QLockFile;

namespace app {

/// One account while it is open: its store, its client and what keeps both together. It is usable before there is a
/// credential, and sends nothing until then.
class Session
{
public:
    /// Conflict if another process has this database open.
    static domain::Result<std::unique_ptr<Session>> open(
        const Account &account, const QString &database, const domain::Clock &clock);
    /// The same with the credential at hand; the caller starts the engine.
    static domain::Result<std::unique_ptr<Session>> open(const Account &account,
        const http::Credential &credential,
        const QString &database,
        const domain::Clock &clock);
    ~Session();

    /// Begins to sync, or goes on with another credential.
    void setCredential(const http::Credential &credential);
    [[nodiscard]] bool hasCredential() const { return m_client.hasCredential(); }

    [[nodiscard]] const Account &account() const { return m_account; }
    [[nodiscard]] const QString &database() const { return m_database; } ///< its path
    [[nodiscard]] store::Store &store() { return *m_store; }
    [[nodiscard]] store::SyncStatus &status() { return m_status; }
    [[nodiscard]] api::sync::Engine &engine() { return m_engine; }
    [[nodiscard]] http::Client &client() { return m_client; }
    [[nodiscard]] Uploads &uploads() { return m_uploads; }

private:
    Session(Account account,
        http::BaseUrl base,
        std::unique_ptr<QLockFile> lock,
        std::unique_ptr<store::Store> store,
        const QString &database);

    Account m_account;
    QString m_database;
    std::unique_ptr<QLockFile> m_lock; ///< held until the store is closed
    std::unique_ptr<store::Store> m_store;
    store::SyncStatus m_status;
    http::Client m_client;
    api::sync::Engine m_engine;
    Uploads m_uploads;
    bool m_started = false;
};

}
