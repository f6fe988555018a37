// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/folder.h"

#include "models/domain/fieldsimpl.h"

using namespace Qt::StringLiterals;

namespace domain {

template<>
struct Fields<Folder> {
    static constexpr auto all = std::tuple {
        field("id"_L1, &Folder::id, Access::ReadOnly),
        field("type"_L1, &Folder::type),
        field("name"_L1, &Folder::name),
        field("description"_L1, &Folder::description),
        field("visibility"_L1, &Folder::visibility),
        field("blurb"_L1, &Folder::blurb),
        field("start_date_local"_L1, &Folder::start),
        field("rollout_weeks"_L1, &Folder::rolloutWeeks),
        field("auto_rollout_day"_L1, &Folder::autoRolloutDay),
        field("read_only_workouts"_L1, &Folder::readOnlyWorkouts),
        field("starting_ctl"_L1, &Folder::startingCtl),
        field("starting_atl"_L1, &Folder::startingAtl),
        field("activity_types"_L1, &Folder::activityTypes),
        field("workout_targets"_L1, &Folder::workoutTargets),
        field("hours_per_week_min"_L1, &Folder::hoursPerWeekMin),
        field("hours_per_week_max"_L1, &Folder::hoursPerWeekMax),
        field("num_workouts"_L1, &Folder::workouts, Access::ReadOnly),
        field("duration_weeks"_L1, &Folder::durationWeeks, Access::ReadOnly),
        field("canEdit"_L1, &Folder::canEdit, Access::ReadOnly),
    };
};

MICROCYCLE_INSTANTIATE_FIELDS(Folder)

}
