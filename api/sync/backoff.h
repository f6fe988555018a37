// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRandomGenerator>
#include <algorithm>
#include <chrono>

namespace api::sync {

/// Growing waits: a random part of 1 s · 2^n, later at least half of it, up to ten minutes; any success starts over. A
/// day without a network is some 200 tries.
class Backoff
{
public:
    explicit Backoff(quint32 seed)
        : m_random(seed)
    {
    }

    std::chrono::milliseconds next()
    {
        const qint64 ceiling = std::min<qint64>(600'000, 1000LL << std::min(m_failures, 10));
        const qint64 floor = m_failures < 5 ? 500 : ceiling / 2;
        ++m_failures;
        return std::chrono::milliseconds(
            floor + qint64(m_random.bounded(double(std::max<qint64>(ceiling - floor, 500)))));
    }
    void reset() { m_failures = 0; }
    [[nodiscard]] int failures() const { return m_failures; }

private:
    QRandomGenerator m_random;
    int m_failures = 0;
};

}
