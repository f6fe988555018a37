// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/endpoints/paths.h"
#include "api/json/records.h"
#include "models/domain/libraryworkout.h"

namespace endpoints {

/// One workout of the library.
struct GetWorkout {
    using Response = json::Record<domain::LibraryWorkout>;
    domain::AthleteId athlete = self();
    domain::WorkoutId workout;

    [[nodiscard]] http::Request request() const
    {
        return get(athletePath(athlete, QStringLiteral("/workouts/%1").arg(workout.value)));
    }
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body)
    {
        return json::record<domain::LibraryWorkout>(body);
    }
};

}
