// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/session.h"

#include "models/store/wholedata.h"

#include <QLockFile>
#include <QNetworkInformation>

using namespace Qt::StringLiterals;

namespace app {

Session::Session(Account account,
    http::BaseUrl base,
    std::unique_ptr<QLockFile> lock,
    std::unique_ptr<store::Store> store,
    const QString &database)
    : m_account(std::move(account))
    , m_database(database)
    , m_lock(std::move(lock))
    , m_store(std::move(store))
    , m_client(std::move(base), {}, http::Client::Options {})
    , m_engine(*m_store, m_client, m_status)
    , m_uploads(uploadFolder(database), m_client, m_engine, m_store->clock())
{
    // Until something is known from the service, nothing may be called saved there.
    m_status.set(store::SyncStatus::State::Offline, m_store->waitingEdits());
    m_status.setFiles(m_uploads.waiting());
    QObject::connect(&m_uploads, &Uploads::changed, &m_status, [this] { m_status.setFiles(m_uploads.waiting()); });
    // What the system says of the network is a hint to try earlier, never a reason not to try.
    if (auto *network = QNetworkInformation::instance()) {
        QObject::connect(network,
            &QNetworkInformation::reachabilityChanged,
            &m_engine,
            [this](QNetworkInformation::Reachability now) {
                if (now != QNetworkInformation::Reachability::Disconnected)
                    m_engine.tryAgain();
            });
    }
}

Session::~Session() = default;

domain::Result<std::unique_ptr<Session>> Session::open(
    const Account &account, const QString &database, const domain::Clock &clock)
{
    auto base = http::BaseUrl::parse(account.origin.toString());
    if (!base)
        return base.error();
    auto lock = store::lockForWriting(database);
    if (!lock)
        return lock.error();
    auto store = store::Store::open(database, clock, account.owner());
    if (!store)
        return store.error();
    return std::unique_ptr<Session>(
        new Session(account, *std::move(base), *std::move(lock), *std::move(store), database));
}

domain::Result<std::unique_ptr<Session>> Session::open(
    const Account &account, const http::Credential &credential, const QString &database, const domain::Clock &clock)
{
    auto session = open(account, database, clock);
    if (session)
        (*session)->m_client.setCredential(credential);
    return session;
}

void Session::setCredential(const http::Credential &credential)
{
    m_client.setCredential(credential);
    if (credential.isEmpty())
        return;
    if (std::exchange(m_started, true))
        m_engine.syncNow();
    else
        m_engine.start();
}

}
