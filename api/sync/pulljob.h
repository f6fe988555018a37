// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/daterange.h"
#include "models/domain/scheduler.h"
#include "models/store/remotefold.h"

#include <QObject>
#include <QSet>
#include <functional>
#include <memory>

namespace http {
class Client;
}

namespace api::sync {

/// One thing to read from the service.
struct Pull {
    enum class What { Athlete, Sports, Events, Activities, Wellness, ActivityDetail, Streams, Library, Absence };

    What what = What::Events;
    domain::DateRange days; ///< of the lists
    domain::LocalId activity; ///< of detail and streams
    QList<domain::LocalId> absent = {}; ///< asked for one by one, however many they are

    friend bool operator==(const Pull &, const Pull &) = default;
};

/// Reads one thing and folds it into the store.
class PullJob : public QObject
{
    Q_OBJECT

public:
    /// Of a long answer; they are in the store within a frame of the window.
    static constexpr qsizetype rowsAtOnce = 64;

    PullJob(store::Store &store, http::Client &client, Pull pull, QObject *parent);

    void start();
    [[nodiscard]] const Pull &pull() const { return m_pull; }

Q_SIGNALS:
    /// setAside has an error for each record that could not be read; its item names the record as people know it.
    void finished(const std::optional<domain::Error> &error, const QList<domain::Error> &setAside);
    /// So many are missing from the answer that it is not believed; all of them stay.
    void missingHeld(const QList<domain::LocalId> &ids);
    /// Of what was taken for absent, so many are gone, and so many are there after all.
    void absenceSettled(int gone, int there);

private:
    /// A long answer on its way into the store, some of it at a time.
    struct Parts {
        std::function<domain::Result<bool>()> take; ///< the next ones; false after the last
        std::function<domain::Result<store::FoldReport>()> conclude;
    };

    void readAthlete();
    void readSports();
    void readEvents();
    void readActivities();
    void readWellness();
    void readDetail();
    void readStreams();
    void readLibrary();
    template<typename Endpoint, typename Fold>
    void read(const Endpoint &endpoint, Fold fold);
    template<typename List>
    void readRows(store::Kind kind, const List &list);
    void takeParts();
    void concludeParts();
    void askForNext(); ///< for what the list lacked, one by one
    template<typename Endpoint>
    void ask(const Endpoint &one, store::Kind kind, const domain::LocalId &id);
    void askForFolder(const domain::LocalId &id); ///< none can be asked about alone: with all others
    domain::Result<domain::Done> notFound(const domain::LocalId &id);
    void endAbsence();
    [[nodiscard]] QString remoteActivity() const;

    store::Store &m_store;
    http::Client &m_client;
    Pull m_pull;
    Parts m_parts;
    std::unique_ptr<domain::Alarm> m_goOn; ///< as soon as nothing else is to be done
    QList<domain::LocalId> m_missing;
    /// What a first list of the library lacked: it is gone if a second one lacks it too.
    std::optional<QList<domain::LocalId>> m_doubted;
    QList<domain::LocalId> m_gone; ///< of what a person takes for absent
    std::optional<QSet<QString>> m_folders; ///< keys of all that are there, once it was asked
    QList<domain::Error> m_setAside;
};

}
