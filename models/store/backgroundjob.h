// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSemaphore>
#include <QThreadPool>
#include <functional>

namespace store {

/// One thing done on a thread of its own while its caller goes on with something else. The journal takes about as long
/// as the database does for an edit, so doing both at once halves what a person waits for.
class BackgroundJob
{
public:
    BackgroundJob();
    ~BackgroundJob();
    BackgroundJob(const BackgroundJob &) = delete;
    BackgroundJob &operator=(const BackgroundJob &) = delete;

    /// What the job uses is not to be touched until wait() has returned.
    void start(std::function<void()> job);
    /// The same, unless something is still being done.
    void startUnlessRunning(std::function<void()> job);
    /// Until what was started, if anything was, is done.
    void wait();

private:
    QThreadPool m_thread; ///< one, which stays: making a thread costs a good part of what is saved
    QSemaphore m_done;
    bool m_running = false; ///< nobody has waited for it yet
};

}
