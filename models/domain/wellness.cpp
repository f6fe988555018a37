// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/wellness.h"

#include "models/domain/plainimpl.h"

using namespace Qt::StringLiterals;

namespace domain {

template<>
struct Fields<Wellness> {
    static constexpr auto all = std::tuple {
        field("id"_L1, &Wellness::day, Access::ReadOnly),
        field("weight"_L1, &Wellness::weightKg),
        field("restingHR"_L1, &Wellness::restingHrBpm),
        field("hrv"_L1, &Wellness::hrvMs),
        field("hrvSDNN"_L1, &Wellness::hrvSdnnMs),
        field("avgSleepingHR"_L1, &Wellness::sleepingHrBpm),
        field("sleepSecs"_L1, &Wellness::sleep),
        field("sleepScore"_L1, &Wellness::sleepScore),
        field("sleepQuality"_L1, &Wellness::sleepQuality),
        field("soreness"_L1, &Wellness::soreness),
        field("fatigue"_L1, &Wellness::fatigue),
        field("stress"_L1, &Wellness::stress),
        field("mood"_L1, &Wellness::mood),
        field("motivation"_L1, &Wellness::motivation),
        field("injury"_L1, &Wellness::injury),
        field("hydration"_L1, &Wellness::hydration),
        field("hydrationVolume"_L1, &Wellness::hydrationLitres),
        field("spO2"_L1, &Wellness::spO2Percent),
        field("systolic"_L1, &Wellness::systolicMmHg),
        field("diastolic"_L1, &Wellness::diastolicMmHg),
        field("bloodGlucose"_L1, &Wellness::bloodGlucoseMmolL),
        field("lactate"_L1, &Wellness::lactateMmolL),
        field("bodyFat"_L1, &Wellness::bodyFatPercent),
        field("abdomen"_L1, &Wellness::abdomenCm),
        field("vo2max"_L1, &Wellness::vo2max),
        field("respiration"_L1, &Wellness::respiration),
        field("steps"_L1, &Wellness::steps),
        field("kcalConsumed"_L1, &Wellness::kcalConsumed),
        field("carbohydrates"_L1, &Wellness::carbohydratesGrams),
        field("protein"_L1, &Wellness::proteinGrams),
        field("fatTotal"_L1, &Wellness::fatGrams),
        field("readiness"_L1, &Wellness::readiness),
        field("baevskySI"_L1, &Wellness::baevskySi),
        field("menstrualPhase"_L1, &Wellness::menstrualPhase),
        field("comments"_L1, &Wellness::comments),
        field("locked"_L1, &Wellness::locked),
        field("tempWeight"_L1, &Wellness::temporaryWeight, Access::ReadOnly),
        field("tempRestingHR"_L1, &Wellness::temporaryRestingHr, Access::ReadOnly),
        field("ctl"_L1, &Wellness::ctl, Access::ReadOnly),
        field("atl"_L1, &Wellness::atl, Access::ReadOnly),
        field("rampRate"_L1, &Wellness::rampRate, Access::ReadOnly),
        field("ctlLoad"_L1, &Wellness::ctlLoad, Access::ReadOnly),
        field("atlLoad"_L1, &Wellness::atlLoad, Access::ReadOnly),
        field("sportInfo"_L1, &Wellness::sportInfo, Access::ReadOnly),
        field("updated"_L1, &Wellness::updated, Access::ReadOnly),
    };
};

MICROCYCLE_INSTANTIATE_FIELDS(Wellness)
MICROCYCLE_INSTANTIATE_PLAIN(Wellness)

}
