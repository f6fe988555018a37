// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <atomic>
#include <chrono>
#include <thread>

namespace bench {

/// Asks the thread it lives in for a sign of life every two milliseconds, as a click would; the longest wait is how
/// long a person may have looked at a window that does nothing.
class Watchdog : public QObject
{
public:
    Watchdog();
    ~Watchdog() override;

    [[nodiscard]] double longestMilliseconds() const { return m_longest; }

    bool event(QEvent *event) override;

private:
    std::atomic<bool> m_ends = false;
    std::atomic<bool> m_waits = false;
    std::chrono::steady_clock::time_point m_asked; ///< while one waits
    double m_longest = 0;
    std::thread m_thread; ///< last, so that all else is there when it starts
};

}
