// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/sportsettings.h"

#include "models/domain/fieldsimpl.h"

using namespace Qt::StringLiterals;

namespace domain {

std::optional<SportSettings> settingsFor(const QString &type, const QList<SportSettings> &rows)
{
    std::optional<SportSettings> rest;
    for (const auto &row : rows) {
        if (row.types.contains(type))
            return row;
        if (row.other)
            rest = row;
    }
    return rest;
}

QList<double> defaultPowerZonesPercent()
{
    return {55, 75, 90, 105, 120, 150, 999};
}

template<>
struct Fields<SportSettings> {
    static constexpr auto all = std::tuple {
        field("id"_L1, &SportSettings::id, Access::ReadOnly),
        field("types"_L1, &SportSettings::types),
        field("other"_L1, &SportSettings::other, Access::ReadOnly),
        field("ftp"_L1, &SportSettings::ftpWatts),
        field("indoor_ftp"_L1, &SportSettings::indoorFtpWatts),
        field("w_prime"_L1, &SportSettings::wPrimeJoules),
        field("p_max"_L1, &SportSettings::pMaxWatts),
        field("power_zones"_L1, &SportSettings::powerZonesPercent),
        field("power_zone_names"_L1, &SportSettings::powerZoneNames),
        field("sweet_spot_min"_L1, &SportSettings::sweetSpotMinPercent),
        field("sweet_spot_max"_L1, &SportSettings::sweetSpotMaxPercent),
        field("lthr"_L1, &SportSettings::lthrBpm),
        field("max_hr"_L1, &SportSettings::maxHrBpm),
        field("hr_zones"_L1, &SportSettings::heartrateZonesBpm),
        field("hr_zone_names"_L1, &SportSettings::heartrateZoneNames),
        field("threshold_pace"_L1, &SportSettings::thresholdPaceMps),
        field("pace_units"_L1, &SportSettings::paceUnits),
        field("pace_zones"_L1, &SportSettings::paceZonesPercent),
        field("pace_zone_names"_L1, &SportSettings::paceZoneNames),
        field("load_order"_L1, &SportSettings::loadOrder),
        field("workout_order"_L1, &SportSettings::workoutOrder),
        field("pace_load_type"_L1, &SportSettings::paceLoadType),
        field("warmup_time"_L1, &SportSettings::warmup),
        field("cooldown_time"_L1, &SportSettings::cooldown),
        field("default_workout_time"_L1, &SportSettings::defaultWorkoutTime),
        field("updated"_L1, &SportSettings::updated, Access::ReadOnly),
    };
};

MICROCYCLE_INSTANTIATE_FIELDS(SportSettings)

}
