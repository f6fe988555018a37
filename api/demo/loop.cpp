// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/loop.h"

#include "api/demo/dice.h"

#include <algorithm>
#include <cmath>

namespace demo {

namespace {

constexpr double fullTurn = 6.283185307179586;
constexpr double doorLatitude = 47.9008;
constexpr double doorLongitude = 7.8421;
constexpr double metresPerDegree = 111195;

}

Loop::Loop(quint64 number, double metres)
{
    Dice dice(number, 0x10097);
    const double heading = dice.between(0, fullTurn);
    const double bend = dice.between(0.1, 0.3);
    const double bendPhase = dice.between(0, fullTurn);
    const double wiggle = dice.between(0.04, 0.1);
    const double wigglePhase = dice.between(0, fullTurn);
    const int wiggles = 5 + dice.below(8);
    for (int i = 0; i <= corners; ++i) {
        const double angle = fullTurn * (i % corners) / corners;
        const double radius
            = 1 + bend * std::sin(2 * angle + bendPhase) + wiggle * std::sin(wiggles * angle + wigglePhase);
        m_east[size_t(i)] = radius * std::cos(angle + heading);
        m_north[size_t(i)] = radius * std::sin(angle + heading);
    }
    const double east = m_east[0];
    const double north = m_north[0];
    for (int i = 1; i <= corners; ++i) {
        const auto at = size_t(i);
        m_along[at] = m_along[at - 1] + std::hypot(m_east[at] - m_east[at - 1], m_north[at] - m_north[at - 1]);
    }
    const double scale = metres / m_along[corners];
    for (size_t i = 0; i <= corners; ++i) {
        m_east[i] = (m_east[i] - east) * scale;
        m_north[i] = (m_north[i] - north) * scale;
        m_along[i] *= scale;
    }
}

Loop::Place Loop::at(double share) const
{
    const double along = (share - std::floor(share)) * m_along[corners];
    const auto next
        = std::clamp<qsizetype>(std::upper_bound(m_along.begin(), m_along.end(), along) - m_along.begin(), 1, corners);
    const auto to = size_t(next);
    const double length = m_along[to] - m_along[to - 1];
    const double part = length > 0 ? (along - m_along[to - 1]) / length : 0;
    const double east = m_east[to - 1] + part * (m_east[to] - m_east[to - 1]);
    const double north = m_north[to - 1] + part * (m_north[to] - m_north[to - 1]);
    return {doorLatitude + north / metresPerDegree,
        doorLongitude + east / (metresPerDegree * std::cos(doorLatitude * fullTurn / 360))};
}

}
