// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/activity.h"

#include "models/domain/plainimpl.h"

using namespace Qt::StringLiterals;

namespace domain {

namespace {

constexpr auto intervalsKey = "icu_intervals"_L1;
constexpr auto groupsKey = "icu_groups"_L1;

}

bool Activity::isStub() const
{
    return source == "STRAVA"_L1 && !movingTime && type.isEmpty();
}

QList<Interval> intervalsOf(const Activity &activity)
{
    return intervalsFromJson(activity.extra.value(intervalsKey).toArray());
}

void setIntervals(Activity &activity, const QJsonArray &intervals, const QJsonArray &groups)
{
    activity.extra.insert(intervalsKey, intervals);
    activity.extra.insert(groupsKey, groups);
}

template<>
struct Fields<Activity> {
    static constexpr auto all = std::tuple {
        field("id"_L1, &Activity::id, Access::ReadOnly),
        field("start_date_local"_L1, &Activity::start),
        field("start_date"_L1, &Activity::startUtc, Access::ReadOnly),
        field("type"_L1, &Activity::type),
        field("sub_type"_L1, &Activity::subType),
        field("name"_L1, &Activity::name),
        field("description"_L1, &Activity::description),
        field("tags"_L1, &Activity::tags),
        field("source"_L1, &Activity::source, Access::ReadOnly),
        field("device_name"_L1, &Activity::deviceName, Access::ReadOnly),
        field("external_id"_L1, &Activity::externalId),
        field("moving_time"_L1, &Activity::movingTime),
        field("elapsed_time"_L1, &Activity::elapsedTime),
        field("distance"_L1, &Activity::distanceMetres),
        field("icu_distance"_L1, &Activity::icuDistanceMetres, Access::ReadOnly),
        field("total_elevation_gain"_L1, &Activity::elevationGainMetres),
        field("average_speed"_L1, &Activity::averageSpeedMps, Access::ReadOnly),
        field("max_speed"_L1, &Activity::maxSpeedMps, Access::ReadOnly),
        field("average_heartrate"_L1, &Activity::averageHeartrateBpm, Access::ReadOnly),
        field("max_heartrate"_L1, &Activity::maxHeartrateBpm, Access::ReadOnly),
        field("average_cadence"_L1, &Activity::averageCadenceRpm, Access::ReadOnly),
        field("icu_average_watts"_L1, &Activity::averageWatts, Access::ReadOnly),
        field("icu_weighted_avg_watts"_L1, &Activity::normalizedWatts, Access::ReadOnly),
        field("icu_ftp"_L1, &Activity::ftpWatts, Access::ReadOnly),
        field("lthr"_L1, &Activity::lthrBpm, Access::ReadOnly),
        field("icu_intensity"_L1, &Activity::intensityPercent, Access::ReadOnly),
        field("icu_training_load"_L1, &Activity::load),
        field("icu_ctl"_L1, &Activity::ctl, Access::ReadOnly),
        field("icu_atl"_L1, &Activity::atl, Access::ReadOnly),
        field("icu_joules"_L1, &Activity::joules, Access::ReadOnly),
        field("icu_joules_above_ftp"_L1, &Activity::joulesAboveFtp, Access::ReadOnly),
        field("icu_variability_index"_L1, &Activity::variabilityIndex, Access::ReadOnly),
        field("decoupling"_L1, &Activity::decouplingPercent, Access::ReadOnly),
        field("trimp"_L1, &Activity::trimp, Access::ReadOnly),
        field("icu_rpe"_L1, &Activity::rpe),
        field("feel"_L1, &Activity::feel),
        field("calories"_L1, &Activity::calories, Access::ReadOnly),
        field("trainer"_L1, &Activity::trainer),
        field("race"_L1, &Activity::race),
        field("commute"_L1, &Activity::commute),
        field("paired_event_id"_L1, &Activity::pairedEvent),
        field("compliance"_L1, &Activity::compliancePercent, Access::ReadOnly),
        field("icu_zone_times"_L1, &Activity::zoneTimes, Access::ReadOnly),
        field("icu_hr_zone_times"_L1, &Activity::heartrateZoneSeconds, Access::ReadOnly),
        field("icu_power_zones"_L1, &Activity::powerZonesPercent, Access::ReadOnly),
        field("icu_hr_zones"_L1, &Activity::heartrateZonesBpm, Access::ReadOnly),
        field("stream_types"_L1, &Activity::streamTypes, Access::ReadOnly),
        field("interval_summary"_L1, &Activity::intervalSummary, Access::ReadOnly),
        field("icu_weight"_L1, &Activity::weightKg, Access::ReadOnly),
        field("analyzed"_L1, &Activity::analyzed, Access::ReadOnly),
        field("updated"_L1, &Activity::updated, Access::ReadOnly),
        field("_note"_L1, &Activity::note, Access::ReadOnly),
    };
};

MICROCYCLE_INSTANTIATE_FIELDS(Activity)
MICROCYCLE_INSTANTIATE_PLAIN(Activity)

}
