// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/endpoints/paths.h"
#include "models/domain/result.h"

namespace endpoints {

/// An activity as a file: the one it came as, or one that the service writes.
struct DownloadActivity {
    enum class Form { Original, Fit, Gpx };

    using Response = QByteArray;
    domain::ActivityId activity;
    Form form = Form::Original;
    bool power = true; ///< of files that the service writes
    bool heartRate = true;

    [[nodiscard]] http::Request request() const;
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body);
};

/// Several activities as FIT files that the service writes, in a zip. Stubs are left out.
struct DownloadFitFiles {
    using Response = QByteArray;
    domain::AthleteId athlete = self();
    QList<domain::ActivityId> activities;
    bool power = true;
    bool heartRate = true;

    [[nodiscard]] http::Request request() const;
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body);
};

}
