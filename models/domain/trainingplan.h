// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fields.h"
#include "models/domain/ids.h"

namespace domain {

/// The plan of the library that an athlete trains by, and since when.
struct TrainingPlan {
    std::optional<AthleteId> athlete;
    std::optional<FolderId> plan; ///< absent without one
    QString start; ///< YYYY-MM-DD, the plan's first day
    QString alias; ///< what the athlete calls it
    QString lastApplied; ///< instant
    QJsonObject folder; ///< the plan itself
    QJsonObject extra;

    friend bool operator==(const TrainingPlan &, const TrainingPlan &) = default;
};

}
