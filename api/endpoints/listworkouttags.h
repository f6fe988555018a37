// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/endpoints/paths.h"

namespace endpoints {

/// The tags that workouts of the library have.
struct ListWorkoutTags {
    using Response = QStringList;
    domain::AthleteId athlete = self();

    [[nodiscard]] http::Request request() const { return get(athletePath(athlete, QStringLiteral("/workout-tags"))); }
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body) { return textList(body); }
};

}
