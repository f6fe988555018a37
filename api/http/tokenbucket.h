// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <chrono>

namespace http {

/// How fast requests may leave: a steady rate with a burst. Time is handed in, so it can be tested without waiting.
class TokenBucket
{
public:
    using Time = std::chrono::milliseconds; ///< since any fixed moment

    TokenBucket(double perSecond, double burst)
        : m_perSecond(perSecond)
        , m_burst(burst)
        , m_tokens(burst)
    {
    }

    /// Takes one token, or tells how long to wait for it.
    std::chrono::milliseconds take(Time now)
    {
        const double passed = std::max(0.0, double((now - m_last).count()) / 1000);
        m_tokens = std::min(m_burst, m_tokens + passed * m_perSecond);
        m_last = now;
        if (m_tokens >= 1) {
            m_tokens -= 1;
            return std::chrono::milliseconds(0);
        }
        return std::chrono::milliseconds(1 + long((1 - m_tokens) / m_perSecond * 1000));
    }

private:
    double m_perSecond;
    double m_burst;
    double m_tokens;
    Time m_last {0};
};

}
