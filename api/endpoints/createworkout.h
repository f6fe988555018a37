// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/endpoints/paths.h"
#include "api/json/records.h"
#include "models/domain/libraryworkout.h"

namespace endpoints {

/// Creates a workout in a folder; the body names folder and sport. Nothing tells the service that it was asked twice.
struct CreateWorkout {
    using Response = json::Record<domain::LibraryWorkout>;
    domain::AthleteId athlete = self();
    QJsonObject body;

    [[nodiscard]] http::Request request() const
    {
        return post(athletePath(athlete, QStringLiteral("/workouts")), body);
    }
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body)
    {
        return json::record<domain::LibraryWorkout>(body);
    }
};

}
