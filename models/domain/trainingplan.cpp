// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/trainingplan.h"

#include "models/domain/fieldsimpl.h"

using namespace Qt::StringLiterals;

namespace domain {

template<>
struct Fields<TrainingPlan> {
    static constexpr auto all = std::tuple {
        field("athlete_id"_L1, &TrainingPlan::athlete, Access::ReadOnly),
        field("training_plan_id"_L1, &TrainingPlan::plan),
        field("training_plan_start_date"_L1, &TrainingPlan::start),
        field("training_plan_alias"_L1, &TrainingPlan::alias),
        field("training_plan_last_applied"_L1, &TrainingPlan::lastApplied, Access::ReadOnly),
        field("training_plan"_L1, &TrainingPlan::folder, Access::ReadOnly),
    };
};

MICROCYCLE_INSTANTIATE_FIELDS(TrainingPlan)

}
