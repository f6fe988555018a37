// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace demo {

/// Chance that is the same on every machine: a counter scrambled by SplitMix64. Every day and every activity throws its
/// own dice, so that one more throw here changes nothing there.
class Dice
{
public:
    explicit Dice(quint64 seed, quint64 stream = 0)
        : m_state(scramble(seed * 0x9e3779b97f4a7c15ULL + stream))
    {
    }

    quint64 next()
    {
        m_state += 0x9e3779b97f4a7c15ULL;
        return scramble(m_state);
    }
    double unit() { return double(next() >> 11) * 0x1.0p-53; } ///< 0 to below 1
    int below(int end) { return int(unit() * end); }
    bool chance(double share) { return unit() < share; }
    double between(double low, double high) { return low + unit() * (high - low); }
    /// Around 0, at most the width to either side, small values more often.
    double noise(double width)
    {
        const double first = unit();
        return (first + unit() - 1) * width;
    }

private:
    static quint64 scramble(quint64 z)
    {
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }

    quint64 m_state;
};

}
