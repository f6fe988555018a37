// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/endpoints/paths.h"
#include "api/json/records.h"
#include "models/domain/libraryworkout.h"

namespace endpoints {

/// Sends a workout file (zwo, mrc, erg, fit), which becomes a workout of the folder.
struct ImportWorkout {
    using Response = json::Record<domain::LibraryWorkout>;
    domain::AthleteId athlete = self();
    domain::FolderId folder;
    QString type; ///< sport
    QString fileName; ///< its ending says what it is
    QByteArray file;

    [[nodiscard]] http::Request request() const;
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body)
    {
        return json::record<domain::LibraryWorkout>(body);
    }
};

}
