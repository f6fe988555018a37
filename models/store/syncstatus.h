// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/error.h"

#include <QDateTime>
#include <QObject>

namespace store {

/// What the window shows of synchronisation. Written by sync, read by ui.
class SyncStatus : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Idle, ///< everything is on the service
        Syncing,
        Waiting, ///< edits are queued and will be sent
        Offline, ///< it tries again by itself: the service is away, or what it says could not be written; see error()
        NeedsLogin, ///< the credential was refused; edits are kept
        Refused, ///< the service refused an edit; see error()
        Conflict, ///< all else is there, but a person has to choose between two versions
    };
    Q_ENUM(State)

    /// How far the years before are read, in pieces. None while there is nothing to read of them.
    struct Past {
        int done = 0;
        int pieces = 0;
        bool paused = false; ///< by a person

        friend bool operator==(const Past &, const Past &) = default;
    };

    using QObject::QObject;

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] int waiting() const { return m_waiting; } ///< edits not yet on the service
    [[nodiscard]] int files() const { return m_files; } ///< of activities, not yet on the service
    [[nodiscard]] std::optional<Past> past() const { return m_past; }
    [[nodiscard]] std::optional<domain::Error> error() const { return m_error; }
    [[nodiscard]] QDateTime lastSync() const { return m_lastSync; } ///< UTC; invalid before the first

    void set(State state, int waiting, const std::optional<domain::Error> &error = {});
    void setFiles(int files);
    void setPast(const std::optional<Past> &past);
    void setLastSync(const QDateTime &utc);

Q_SIGNALS:
    void changed();

private:
    State m_state = State::Idle;
    int m_waiting = 0;
    int m_files = 0;
    std::optional<Past> m_past;
    std::optional<domain::Error> m_error;
    QDateTime m_lastSync;
};

}
