// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/weeksummary.h"

#include "models/domain/fieldsimpl.h"

using namespace Qt::StringLiterals;

namespace domain {

template<>
struct Fields<WeekSummary> {
    static constexpr auto all = std::tuple {
        field("date"_L1, &WeekSummary::date, Access::ReadOnly),
        field("athlete_id"_L1, &WeekSummary::athlete, Access::ReadOnly),
        field("athlete_name"_L1, &WeekSummary::athleteName, Access::ReadOnly),
        field("count"_L1, &WeekSummary::count, Access::ReadOnly),
        field("time"_L1, &WeekSummary::timeSeconds, Access::ReadOnly),
        field("moving_time"_L1, &WeekSummary::movingSeconds, Access::ReadOnly),
        field("distance"_L1, &WeekSummary::distanceMetres, Access::ReadOnly),
        field("training_load"_L1, &WeekSummary::load, Access::ReadOnly),
        field("srpe"_L1, &WeekSummary::sessionRpe, Access::ReadOnly),
        field("fitness"_L1, &WeekSummary::fitness, Access::ReadOnly),
        field("fatigue"_L1, &WeekSummary::fatigue, Access::ReadOnly),
        field("form"_L1, &WeekSummary::form, Access::ReadOnly),
        field("rampRate"_L1, &WeekSummary::rampRate, Access::ReadOnly),
        field("weight"_L1, &WeekSummary::weightKg, Access::ReadOnly),
        field("timeInZones"_L1, &WeekSummary::zoneSeconds, Access::ReadOnly),
        field("byCategory"_L1, &WeekSummary::byCategory, Access::ReadOnly),
    };
};

MICROCYCLE_INSTANTIATE_FIELDS(WeekSummary)

}
