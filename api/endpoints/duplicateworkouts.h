// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/endpoints/paths.h"
#include "api/json/records.h"
#include "models/domain/libraryworkout.h"

namespace endpoints {

/// Copies workouts of the library; in a plan each copy stands some weeks after the one before.
struct DuplicateWorkouts {
    using Response = json::Records<domain::LibraryWorkout>;
    domain::AthleteId athlete = self();
    QList<domain::WorkoutId> workouts;
    int copies = 1;
    int weeksBetween = 0;

    [[nodiscard]] http::Request request() const;
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body)
    {
        return json::records<domain::LibraryWorkout>(body);
    }
};

}
