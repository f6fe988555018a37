// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRandomGenerator>
#include <algorithm>
#include <chrono>

namespace api::sync {

/// Growing waits with full jitter: a random part of min(300 s, 1 s · 2^n); any success starts over.
class Backoff
{
public:
    explicit Backoff(quint32 seed)
        : m_random(seed)
    {
    }

    std::chrono::milliseconds next()
    {
        const qint64 ceiling = std::min<qint64>(300'000, 1000LL << std::min(m_failures, 9));
        ++m_failures;
        return std::chrono::milliseconds(500 + qint64(m_random.bounded(double(ceiling))));
    }
    void reset() { m_failures = 0; }
    [[nodiscard]] int failures() const { return m_failures; }

private:
    QRandomGenerator m_random;
    int m_failures = 0;
};

}
