// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/endpoints/paths.h"
#include "api/json/records.h"
#include "models/domain/libraryworkout.h"

namespace endpoints {

/// Changes the given keys of a workout of the library.
struct UpdateWorkout {
    using Response = json::Record<domain::LibraryWorkout>;
    domain::AthleteId athlete = self();
    domain::WorkoutId workout;
    QJsonObject body;

    [[nodiscard]] http::Request request() const
    {
        return put(athletePath(athlete, QStringLiteral("/workouts/%1").arg(workout.value)), body);
    }
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body)
    {
        return json::record<domain::LibraryWorkout>(body);
    }
};

}
