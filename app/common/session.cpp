// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/session.h"

namespace app {

Session::Session(Account account, http::BaseUrl base, const http::Credential &credential, std::unique_ptr<store::Store> store)
    : m_account(std::move(account))
    , m_store(std::move(store))
    , m_client(std::move(base), credential, http::Client::Options {})
    , m_engine(*m_store, m_client, m_status)
{
}

domain::Result<std::unique_ptr<Session>> Session::open(
    const Account &account, const http::Credential &credential, const QString &database, const domain::Clock &clock)
{
    auto base = http::BaseUrl::parse(account.origin.toString());
    if (!base)
        return base.error();
    auto store = store::Store::open(database, clock);
    if (!store)
        return store.error();
    return std::unique_ptr<Session>(new Session(account, *std::move(base), credential, *std::move(store)));
}

}
