// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/endpoints/paths.h"
#include "models/domain/result.h"

namespace endpoints {

/// What became of a file of activities.
struct Uploaded {
    QList<domain::ActivityId> activities; ///< several for a multisport file or an archive
    bool duplicate = false; ///< the service had all of it already

    friend bool operator==(const Uploaded &, const Uploaded &) = default;
};

/// Sends an activity file: fit, tcx or gpx, also packed as gz or zip. Sending it again is harmless, because the service
/// knows a file by its content.
struct UploadActivity {
    using Response = Uploaded;
    domain::AthleteId athlete = self();
    QByteArray file;
    QString fileName;
    QString name = {}; ///< the service names the activity if it is empty
    QString description = {};
    QString externalId = {};
    std::optional<domain::EventId> pairedEvent = {};

    [[nodiscard]] http::Request request() const;
    /// The status says whether anything was new.
    [[nodiscard]] static domain::Result<Response> parse(const http::Response &answer);
};

}
