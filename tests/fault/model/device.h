// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http/client.h"
#include "api/sync/engine.h"
#include "models/store/store.h"
#include "tests/fault/model/action.h"
#include "tests/fault/wire/wire.h"

#include <QSet>
#include <QTemporaryDir>

namespace fault {

/// The words in a text that somebody typed: each is typed once.
[[nodiscard]] QSet<QString> typedIn(const QStringList &lines);

/// A whole client of one person: its files, its engine, its line to the service.
class Device
{
public:
    Device(VirtualTime &time, Service &service);

    /// Does the action, at once; the word is what is typed, if anything is. False if there is nothing to do it to.
    bool perform(const Action &action, const QString &word);

    [[nodiscard]] QStringList shown() const;
    [[nodiscard]] bool isQuiet() const
    {
        return m_wire->open() == 0 && m_status.state() != store::SyncStatus::State::Syncing;
    }
    [[nodiscard]] const std::vector<Service::Asked> &asked() const { return m_asked; } ///< by all of its starts so far
    [[nodiscard]] int requests() const { return m_earlier + int(m_wire->asked().size()); }
    [[nodiscard]] int writes() const { return m_wire->writes(); } ///< since the last start
    [[nodiscard]] int waiting() const { return m_store->waitingEdits(); }

    /// Everything is well again, and the person answers what is asked.
    void settle(store::Choice choice);
    /// Whether the word stands in what a person finds again: history, trash, choices, the outbox.
    [[nodiscard]] bool keeps(const QString &word) const;
    /// Words in versions that are older than the ten of an item that are kept, and go at the next start.
    [[nodiscard]] QSet<QString> forgetsNext() const;
    /// Takes what was asked so far over into asked().
    void collectAsked();
    [[nodiscard]] static domain::DateRange days();
    [[nodiscard]] static QDate today() { return {2026, 3, 12}; }

private:
    void start();
    void stop();
    void fail(int pick);
    bool edit(Action::What what, int pick, const QString &word);
    bool tend(Action::What what, int pick, const QString &word); ///< of the library
    bool choose(int pick);

    VirtualTime &m_time;
    Service &m_service;
    QTemporaryDir m_folder;
    std::unique_ptr<store::Store> m_store;
    store::SyncStatus m_status;
    Wire *m_wire = nullptr;
    std::unique_ptr<http::Client> m_client;
    std::unique_ptr<api::sync::Engine> m_engine;
    std::vector<Service::Asked> m_asked;
    int m_earlier = 0; ///< requests before the last start
    int m_lie = -1000; ///< the request at which somebody last lied
    QList<domain::LocalId> m_missing; ///< that a list lacked, until the person says what to do
    bool m_isAway = false;
};

}
