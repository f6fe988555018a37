// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/curve.h"

#include "models/domain/fieldsimpl.h"

using namespace Qt::StringLiterals;

namespace domain {

template<>
struct Fields<PowerModel> {
    static constexpr auto all = std::tuple {
        field("type"_L1, &PowerModel::type),
        field("criticalPower"_L1, &PowerModel::criticalWatts),
        field("wPrime"_L1, &PowerModel::storeJoules),
        field("pMax"_L1, &PowerModel::mostWatts),
        field("ftp"_L1, &PowerModel::ftpWatts),
    };
};

template<>
struct Fields<Curve> {
    static constexpr auto all = std::tuple {
        field("id"_L1, &Curve::id),
        field("label"_L1, &Curve::label),
        field("start_date_local"_L1, &Curve::start),
        field("end_date_local"_L1, &Curve::end),
        field("days"_L1, &Curve::days),
        field("weight"_L1, &Curve::weightKg),
        field("secs"_L1, &Curve::seconds),
        field("distance"_L1, &Curve::metres),
        field("values"_L1, &Curve::values),
        field("activity_id"_L1, &Curve::activities),
        field("start_index"_L1, &Curve::startIndices),
        field("end_index"_L1, &Curve::endIndices),
        field("after_kj"_L1, &Curve::afterKilojoules),
        field("submax_values"_L1, &Curve::others),
        field("powerModels"_L1, &Curve::powerModels),
        field("paceModels"_L1, &Curve::paceModels),
    };
};

template<>
struct Fields<ActivityValues> {
    static constexpr auto all = std::tuple {
        field("id"_L1, &ActivityValues::activity),
        field("start_date_local"_L1, &ActivityValues::start),
        field("weight"_L1, &ActivityValues::weightKg),
        field("watts"_L1, &ActivityValues::watts),
        field("bpm"_L1, &ActivityValues::bpm),
        field("secs"_L1, &ActivityValues::seconds),
    };
};

template<>
struct Fields<PowerHeartCurve> {
    static constexpr auto all = std::tuple {
        field("start"_L1, &PowerHeartCurve::start),
        field("end"_L1, &PowerHeartCurve::end),
        field("minWatts"_L1, &PowerHeartCurve::minWatts),
        field("bucketSize"_L1, &PowerHeartCurve::bucketWatts),
        field("bpm"_L1, &PowerHeartCurve::bpm),
        field("cadence"_L1, &PowerHeartCurve::cadenceRpm),
        field("minutes"_L1, &PowerHeartCurve::minutes),
    };
};

MICROCYCLE_INSTANTIATE_FIELDS(PowerModel)
MICROCYCLE_INSTANTIATE_FIELDS(Curve)
MICROCYCLE_INSTANTIATE_FIELDS(ActivityValues)
MICROCYCLE_INSTANTIATE_FIELDS(PowerHeartCurve)

}
