// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http/client.h"
#include "api/sync/engine.h"
#include "app/common/uploads.h"
#include "models/store/store.h"
#include "tests/fault/wire/wire.h"

#include <QTemporaryDir>

namespace fault {

/// What was refused, or waits for its time, is sent at once.
void sendAllAgain(store::Store &store);

/// One person with one client, the line and the service.
class World
{
public:
    explicit World(bool stale = false, std::chrono::seconds later = {});

    [[nodiscard]] static QDate today() { return {2026, 3, 12}; }
    [[nodiscard]] VirtualTime &time() { return m_time; }
    [[nodiscard]] Service &service() { return m_service; }
    [[nodiscard]] Wire &wire() { return *m_wire; }
    [[nodiscard]] store::Store &store() { return *m_store; }
    [[nodiscard]] http::Client &client() { return *m_client; }
    [[nodiscard]] api::sync::Engine &engine() { return *m_engine; }
    [[nodiscard]] app::Uploads &uploads(); ///< made when first asked for
    [[nodiscard]] const store::SyncStatus &status() const { return m_status; }

    /// An event that somebody made on the web.
    void addThere(const QString &name, int day, const QString &text = {});
    /// Changes the event of this name there; no fields delete it.
    void changeThere(const QString &name, const QJsonObject &fields);
    [[nodiscard]] domain::LocalId shown(const QString &name) const;

    /// Syncs until there is nothing to do, or until it has to wait. False if it does neither.
    [[nodiscard]] bool sync();
    [[nodiscard]] bool untilQuiet();
    /// What a person does who sees that something was refused, or that there is a choice.
    void answerForPerson();

    /// All that stands on the service, without what differs from run to run.
    [[nodiscard]] QStringList there();
    [[nodiscard]] QStringList here() const; ///< the same of the client's view
    [[nodiscard]] QString breachOfManners() const; ///< empty if it never asked too much at once

private:
    [[nodiscard]] bool isQuiet() const;

    VirtualTime m_time;
    Service m_service {m_time, today()};
    std::unique_ptr<store::Store> m_store;
    store::SyncStatus m_status;
    Wire *m_wire = nullptr;
    std::unique_ptr<http::Client> m_client;
    std::unique_ptr<api::sync::Engine> m_engine;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<app::Uploads> m_uploads;
};

}
