// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/syncstatus.h"

namespace store {

void SyncStatus::set(State state, int waiting, const std::optional<domain::Error> &error)
{
    if (m_state == state && m_waiting == waiting && m_error == error)
        return;
    m_state = state;
    m_waiting = waiting;
    m_error = error;
    Q_EMIT changed();
}

void SyncStatus::setFiles(int files)
{
    if (m_files == files)
        return;
    m_files = files;
    Q_EMIT changed();
}

void SyncStatus::setPast(const std::optional<Past> &past)
{
    if (m_past == past)
        return;
    m_past = past;
    Q_EMIT changed();
}

void SyncStatus::setLastSync(const QDateTime &utc)
{
    m_lastSync = utc;
    Q_EMIT changed();
}

}
