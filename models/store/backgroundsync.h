// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSemaphore>
#include <QThreadPool>

class QFileDevice;

namespace store {

/// Brings what was written to a file onto the disk while its caller goes on with something else. The disk takes about as
/// long as the database does for an edit, so doing both at once halves what a person waits for.
class BackgroundSync
{
public:
    BackgroundSync();
    ~BackgroundSync();
    BackgroundSync(const BackgroundSync &) = delete;
    BackgroundSync &operator=(const BackgroundSync &) = delete;

    /// The file is not to be touched until finish() has returned.
    void start(QFileDevice &file);
    /// Waits for what was started, if anything was; false if the disk did not take it.
    [[nodiscard]] bool finish();

private:
    QThreadPool m_thread; ///< one, which stays: making a thread costs a good part of what is saved
    QSemaphore m_done;
    bool m_running = false;
    bool m_synced = true;
};

}
