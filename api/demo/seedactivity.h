// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/demo/dice.h"
#include "api/demo/effort.h"
#include "models/domain/activity.h"

namespace demo {

/// What a session is turned into a done activity from.
struct Done {
    QString type; ///< already the one it was done as: an indoor ride is a VirtualRide
    QString name;
    domain::LocalDateTime start;
    double fitnessShare = 1; ///< of today's thresholds that the athlete had on that day
};

/// Every figure follows from the effort, so that list, intervals and streams agree.
[[nodiscard]] domain::Activity activityOf(
    const Done &done, const Effort &effort, const QList<domain::SportSettings> &sports, Dice &dice);

/// The effort of a session without a text: sets and pauses.
[[nodiscard]] Effort freeEffort(int minutes);

}
