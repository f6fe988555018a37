// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>

namespace http {

/// A token bucket: a burst at once, then a steady rate. It has no clock and no timer of its own.
class RateLimiter
{
public:
    /// Time that only goes forward, from any start.
    using Now = std::function<std::chrono::milliseconds()>;

    RateLimiter(double perSecond, int burst, Now now);

    /// Zero: a token was taken, go ahead. Otherwise the time until it is worth asking again.
    [[nodiscard]] std::chrono::milliseconds take();

    /// The machine's steady clock.
    [[nodiscard]] static Now steady();

private:
    double m_perMillisecond;
    double m_burst;
    double m_tokens;
    Now m_now;
    std::chrono::milliseconds m_last;
};

}
