// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/endpoints/paths.h"
#include "api/json/records.h"
#include "models/domain/folder.h"
#include "models/domain/libraryworkout.h"

namespace endpoints {

/// The whole library as one answer holds it.
struct Library {
    json::Records<domain::Folder> folders;
    json::Records<domain::LibraryWorkout> workouts; ///< each names its folder
};

/// Every folder and plan, and all workouts in them.
struct ListFolders {
    using Response = Library;
    domain::AthleteId athlete = self();

    [[nodiscard]] http::Request request() const { return get(athletePath(athlete, QStringLiteral("/folders"))); }
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body);
};

}
