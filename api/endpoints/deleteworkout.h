// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/endpoints/paths.h"
#include "api/json/records.h"
#include "models/domain/libraryworkout.h"

namespace endpoints {

/// Deletes a workout of the library, and with others those that came with it. Answers which are gone.
struct DeleteWorkout {
    using Response = QList<domain::WorkoutId>;
    domain::AthleteId athlete = self();
    domain::WorkoutId workout;
    bool others = false;

    [[nodiscard]] http::Request request() const
    {
        http::Request request = remove(athletePath(athlete, QStringLiteral("/workouts/%1").arg(workout.value)));
        if (others)
            request.query.addQueryItem(QStringLiteral("others"), QStringLiteral("true"));
        return request;
    }
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body);
};

}
