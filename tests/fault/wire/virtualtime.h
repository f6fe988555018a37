// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/scheduler.h"

#include <map>

namespace fault {

/// A time that stands still until it is moved, from one alarm to the next. Between two alarms everything that is
/// posted in the thread is done, so that nothing ever waits for real.
class VirtualTime : public domain::Scheduler
{
public:
    explicit VirtualTime(QDateTime start)
        : m_start(std::move(start))
    {
    }

    [[nodiscard]] QDateTime now() const override { return m_start.addMSecs(m_elapsed.count()); }
    [[nodiscard]] std::chrono::milliseconds elapsed() const override { return m_elapsed; }
    [[nodiscard]] std::unique_ptr<domain::Alarm> alarm(std::function<void()> call) override;

    /// Goes to the next alarm and lets it call. False, and nothing happens, if there is none up to the moment.
    bool step(std::chrono::milliseconds until);
    /// Lets so much time pass, with everything that falls into it.
    void pass(std::chrono::milliseconds time);

private:
    class VirtualAlarm;
    using Due = std::map<std::pair<std::chrono::milliseconds, quint64>, VirtualAlarm *>;

    QDateTime m_start;
    std::chrono::milliseconds m_elapsed {0};
    quint64 m_started = 0; ///< what was started first calls first
    Due m_due;
};

/// Does everything that is posted in this thread, and what follows from it.
void deliverPosted();

}
