// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http/client.h"
#include "api/sync/engine.h"
#include "app/common/accounts.h"
#include "models/store/store.h"
#include "models/store/syncstatus.h"

namespace app {

/// One account while it is open: its store, its client and what keeps both together.
class Session
{
public:
    static domain::Result<std::unique_ptr<Session>> open(const Account &account, const http::Credential &credential, const QString &database, const domain::Clock &clock);

    [[nodiscard]] const Account &account() const { return m_account; }
    [[nodiscard]] store::Store &store() { return *m_store; }
    [[nodiscard]] store::SyncStatus &status() { return m_status; }
    [[nodiscard]] api::sync::Engine &engine() { return m_engine; }
    [[nodiscard]] http::Client &client() { return m_client; }

private:
    Session(Account account, http::BaseUrl base, const http::Credential &credential, std::unique_ptr<store::Store> store);

    Account m_account;
    std::unique_ptr<store::Store> m_store;
    store::SyncStatus m_status;
    http::Client m_client;
    api::sync::Engine m_engine;
};

}
