// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/backgroundjob.h"

#include <QString>

namespace store {

/// Brings the pages of a long write-ahead log home into the database on a thread of its own, over a connection of its
/// own: it waits for the disk twice, which the window must not. SQLite begins the log anew once all of it is home.
class LogKeeper
{
public:
    static constexpr qint64 longLog = 4'000'000; ///< bytes

    explicit LogKeeper(const QString &database);

    void afterCommit();

private:
    QString m_database;
    QString m_log;
    BackgroundJob m_job;
};

}
