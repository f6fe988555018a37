// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/athlete.h"

#include "models/domain/fieldsimpl.h"

using namespace Qt::StringLiterals;

namespace domain {

template<>
struct Fields<Athlete> {
    static constexpr auto all = std::tuple {
        field("id"_L1, &Athlete::id, Access::ReadOnly),
        field("name"_L1, &Athlete::name),
        field("firstname"_L1, &Athlete::firstName),
        field("lastname"_L1, &Athlete::lastName),
        field("sex"_L1, &Athlete::sex),
        field("timezone"_L1, &Athlete::timezone),
        field("locale"_L1, &Athlete::locale),
        field("measurement_preference"_L1, &Athlete::measurementPreference),
        field("weight_pref_lb"_L1, &Athlete::weightInPounds),
        field("fahrenheit"_L1, &Athlete::fahrenheit),
        field("icu_form_as_percent"_L1, &Athlete::formAsPercent),
        field("icu_weight"_L1, &Athlete::weightKg),
        field("icu_resting_hr"_L1, &Athlete::restingHrBpm),
        field("icu_wellness_keys"_L1, &Athlete::wellnessKeys),
        field("icu_type_settings"_L1, &Athlete::typeSettings),
        field("sportSettings"_L1, &Athlete::sportSettings),
        field("plan"_L1, &Athlete::plan, Access::ReadOnly),
    };
};

MICROCYCLE_INSTANTIATE_FIELDS(Athlete)

}
