// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <chrono>
#include <deque>

namespace http {

/// How fast requests may leave: so many at once, and never more than that within the time they take at the steady rate.
/// With 8 a second and a burst of 8 no second sees a ninth. Time is handed in, so it can be tested without waiting.
class RateWindow
{
public:
    using Time = std::chrono::milliseconds; ///< since any fixed moment

    RateWindow(double perSecond, int burst)
        : m_span(long(1000 * burst / perSecond))
        , m_burst(size_t(burst))
    {
    }

    /// Takes one of the window's places, or tells how long to wait for it.
    std::chrono::milliseconds take(Time now)
    {
        while (!m_taken.empty() && m_taken.front() + m_span <= now)
            m_taken.pop_front();
        if (m_taken.size() >= m_burst)
            return m_taken.front() + m_span - now;
        m_taken.push_back(now);
        return std::chrono::milliseconds(0);
    }

private:
    std::chrono::milliseconds m_span;
    size_t m_burst;
    std::deque<Time> m_taken;
};

}
