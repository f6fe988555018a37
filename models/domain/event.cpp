// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/event.h"

#include "models/domain/plainimpl.h"

using namespace Qt::StringLiterals;

namespace domain {

bool isRace(Category category)
{
    return category == Category::RaceA || category == Category::RaceB || category == Category::RaceC;
}

bool isSession(Category category)
{
    return category == Category::Workout || isRace(category);
}

template<>
struct Fields<Event> {
    static constexpr auto all = std::tuple {
        field("id"_L1, &Event::id, Access::ReadOnly),
        field("uid"_L1, &Event::uid),
        field("external_id"_L1, &Event::externalId),
        field("category"_L1, &Event::category),
        field("start_date_local"_L1, &Event::start),
        field("end_date_local"_L1, &Event::end),
        field("type"_L1, &Event::type),
        field("sub_type"_L1, &Event::subType),
        field("name"_L1, &Event::name),
        field("description"_L1, &Event::description),
        field("tags"_L1, &Event::tags),
        field("indoor"_L1, &Event::indoor),
        field("color"_L1, &Event::color),
        field("moving_time"_L1, &Event::movingTime),
        field("distance"_L1, &Event::distanceMetres),
        field("icu_training_load"_L1, &Event::load),
        field("icu_intensity"_L1, &Event::intensityPercent, Access::ReadOnly),
        field("joules"_L1, &Event::joules, Access::ReadOnly),
        field("target"_L1, &Event::target),
        field("not_on_fitness_chart"_L1, &Event::notOnFitnessChart),
        field("show_as_note"_L1, &Event::showAsNote),
        field("hide_from_athlete"_L1, &Event::hideFromAthlete),
        field("athlete_cannot_edit"_L1, &Event::athleteCannotEdit),
        field("structure_read_only"_L1, &Event::structureReadOnly, Access::ReadOnly),
        field("for_week"_L1, &Event::forWeek),
        field("load_target"_L1, &Event::loadTarget),
        field("time_target"_L1, &Event::timeTarget),
        field("distance_target"_L1, &Event::distanceTargetMetres),
        field("icu_ctl"_L1, &Event::ctl, Access::ReadOnly),
        field("icu_atl"_L1, &Event::atl, Access::ReadOnly),
        field("ctl_days"_L1, &Event::ctlDays),
        field("atl_days"_L1, &Event::atlDays),
        field("plan_folder_id"_L1, &Event::planFolder),
        field("plan_workout_id"_L1, &Event::planWorkout),
        field("plan_name"_L1, &Event::planName),
        field("plan_applied"_L1, &Event::planApplied),
        field("paired_activity_id"_L1, &Event::pairedActivity, Access::ReadOnly),
        field("workout_doc"_L1, &Event::workoutDoc, Access::ReadOnly),
        field("updated"_L1, &Event::updated, Access::ReadOnly),
    };
};

MICROCYCLE_INSTANTIATE_FIELDS(Event)
MICROCYCLE_INSTANTIATE_PLAIN(Event)

}
