// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/http/ratelimiter.h"

#include <algorithm>
#include <cmath>

namespace http {

RateLimiter::RateLimiter(double perSecond, int burst, Now now)
    : m_perMillisecond(perSecond / 1000.0)
    , m_burst(burst)
    , m_tokens(burst)
    , m_now(std::move(now))
    , m_last(m_now())
{
}

std::chrono::milliseconds RateLimiter::take()
{
    const auto now = m_now();
    m_tokens = std::min(m_burst, m_tokens + double(std::max<qint64>(0, (now - m_last).count())) * m_perMillisecond);
    m_last = now;
    // Rounding must not keep a caller waiting that came back after exactly the time it was told.
    constexpr double almostOne = 1.0 - 1e-9;
    if (m_tokens >= almostOne) {
        m_tokens -= 1.0;
        return std::chrono::milliseconds(0);
    }
    return std::chrono::milliseconds(std::max<qint64>(1, qint64(std::ceil((almostOne - m_tokens) / m_perMillisecond))));
}

RateLimiter::Now RateLimiter::steady()
{
    return [] {
        return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
    };
}

}
