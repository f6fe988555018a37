// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workout/units.h"

#include <array>

using namespace Qt::StringLiterals;

namespace workout {

namespace {

struct PaceUnit {
    Unit unit;
    QLatin1StringView setting;
    double metres;
};

constexpr std::array paceUnits {PaceUnit {Unit::SecondsPerKm, "MINS_KM"_L1, 1000},
    PaceUnit {Unit::SecondsPerMile, "MINS_MILE"_L1, 1609.34},
    PaceUnit {Unit::SecondsPer100m, "SECS_100M"_L1, 100},
    PaceUnit {Unit::SecondsPer100y, "SECS_100Y"_L1, 91.44},
    PaceUnit {Unit::SecondsPer500m, "SECS_500M"_L1, 500},
    PaceUnit {Unit::SecondsPer400m, "SECS_400M"_L1, 400},
    PaceUnit {Unit::SecondsPer250m, "SECS_250M"_L1, 250}};

}

Family familyOf(Unit unit)
{
    if (unit <= Unit::PercentMmp)
        return Family::Power;
    return unit <= Unit::Bpm ? Family::HeartRate : Family::Pace;
}

QString documentName(Unit unit)
{
    static constexpr std::array names {"%ftp"_L1,
        "w"_L1,
        "power_zone"_L1,
        "%mmp"_L1,
        "%hr"_L1,
        "%lthr"_L1,
        "hr_zone"_L1,
        "bpm"_L1,
        "%pace"_L1,
        "pace_zone"_L1,
        "secs/km"_L1,
        "secs/mi"_L1,
        "secs/100m"_L1,
        "secs/100y"_L1,
        "secs/500m"_L1,
        "secs/400m"_L1,
        "secs/250m"_L1,
        ""_L1};
    static_assert(names.size() == size_t(Unit::SecondsPerOwnUnit) + 1);
    return names.at(size_t(unit));
}

Unit paceUnitOf(const QString &setting)
{
    for (const auto &known : paceUnits) {
        if (setting == known.setting)
            return known.unit;
    }
    return Unit::SecondsPerKm;
}

double metresPer(Unit unit)
{
    for (const auto &known : paceUnits) {
        if (unit == known.unit)
            return known.metres;
    }
    return 1000;
}

}
