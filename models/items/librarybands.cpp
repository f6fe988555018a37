// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/librarybands.h"

#include "models/workout/profile.h"

#include <array>

namespace items {

namespace {

constexpr double enoughSeconds = 300;
constexpr double enoughShare = 0.05;

int bandOf(int value, const int (&bounds)[bandCount - 1])
{
    int band = 0;
    while (band < bandCount - 1 && value >= bounds[band])
        ++band;
    return band;
}

}

std::optional<int> durationBand(std::optional<int> seconds)
{
    return seconds ? std::optional(bandOf(*seconds / 60, minuteBounds)) : std::nullopt;
}

std::optional<int> loadBand(std::optional<int> load)
{
    return load ? std::optional(bandOf(*load, loadBounds)) : std::nullopt;
}

int mainZone(const QByteArray &profile)
{
    std::array<double, 8> seconds {};
    double all = 0;
    const auto bars = workout::decode(profile);
    for (const workout::Bar &bar : bars) {
        seconds[bar.zone] += double(bar.seconds);
        all += double(bar.seconds);
    }
    for (int zone = 7; zone > 0; --zone) {
        if (seconds[size_t(zone)] > 0
            && (seconds[size_t(zone)] >= enoughSeconds || seconds[size_t(zone)] >= all * enoughShare))
            return zone;
    }
    return 0;
}

}
