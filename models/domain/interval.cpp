// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/interval.h"

#include "models/domain/fieldsimpl.h"

using namespace Qt::StringLiterals;

namespace domain {

template<>
struct Fields<Interval> {
    static constexpr auto all = std::tuple {
        field("id"_L1, &Interval::id, Access::ReadOnly),
        field("type"_L1, &Interval::type),
        field("label"_L1, &Interval::label),
        field("group_id"_L1, &Interval::groupId),
        field("start_index"_L1, &Interval::startIndex),
        field("end_index"_L1, &Interval::endIndex),
        field("start_time"_L1, &Interval::startTime, Access::ReadOnly),
        field("end_time"_L1, &Interval::endTime, Access::ReadOnly),
        field("moving_time"_L1, &Interval::movingTime, Access::ReadOnly),
        field("distance"_L1, &Interval::distanceMetres, Access::ReadOnly),
        field("average_watts"_L1, &Interval::averageWatts, Access::ReadOnly),
        field("max_watts"_L1, &Interval::maxWatts, Access::ReadOnly),
        field("weighted_average_watts"_L1, &Interval::normalizedWatts, Access::ReadOnly),
        field("intensity"_L1, &Interval::intensityPercent, Access::ReadOnly),
        field("training_load"_L1, &Interval::load, Access::ReadOnly),
        field("joules"_L1, &Interval::joules, Access::ReadOnly),
        field("zone"_L1, &Interval::zone, Access::ReadOnly),
        field("average_heartrate"_L1, &Interval::averageHeartrateBpm, Access::ReadOnly),
        field("max_heartrate"_L1, &Interval::maxHeartrateBpm, Access::ReadOnly),
        field("average_cadence"_L1, &Interval::averageCadenceRpm, Access::ReadOnly),
        field("average_speed"_L1, &Interval::averageSpeedMps, Access::ReadOnly),
        field("decoupling"_L1, &Interval::decouplingPercent, Access::ReadOnly),
    };
};

QList<Interval> intervalsFromJson(const QJsonArray &array)
{
    QList<Interval> intervals;
    for (const auto &entry : array) {
        if (auto interval = fromJson<Interval>(entry.toObject()))
            intervals.append(*std::move(interval));
    }
    return intervals;
}

MICROCYCLE_INSTANTIATE_FIELDS(Interval)

}
