// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <array>

namespace demo {

/// A round trip from the athlete's door: a closed curve of the given length on the map.
class Loop
{
public:
    struct Place {
        double latitude = 0;
        double longitude = 0;
    };

    /// Another number is another route.
    Loop(quint64 number, double metres);

    /// After a share of the way; whole numbers are the door.
    [[nodiscard]] Place at(double share) const;

private:
    static constexpr int corners = 720;

    std::array<double, corners + 1> m_east {}; ///< metres from the door
    std::array<double, corners + 1> m_north {};
    std::array<double, corners + 1> m_along {}; ///< length up to the corner
};

}
