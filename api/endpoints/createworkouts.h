// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/endpoints/paths.h"
#include "api/json/records.h"
#include "models/domain/libraryworkout.h"

namespace endpoints {

/// Creates workouts, all or none.
struct CreateWorkouts {
    using Response = json::Records<domain::LibraryWorkout>;
    domain::AthleteId athlete = self();
    QList<QJsonObject> workouts;

    [[nodiscard]] http::Request request() const
    {
        QJsonArray array;
        for (const auto &workout : workouts)
            array.append(workout);
        return post(athletePath(athlete, QStringLiteral("/workouts/bulk")), array);
    }
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body)
    {
        return json::records<domain::LibraryWorkout>(body);
    }
};

}
