// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/demo/answers.h"
#include "api/demo/core.h"

namespace demo {

/// Planned workouts as files for devices and trainers.
class DownloadArea
{
public:
    explicit DownloadArea(Core &core)
        : m_core(core)
    {
    }

    /// GET athlete/{id}/events/{event}/download.zwo and the other formats.
    [[nodiscard]] http::Response event(const http::Request &request, const QString &id, const QString &suffix);
    /// POST athlete/{id}/download-workout.zwo and the other formats: a workout that need not be kept.
    [[nodiscard]] http::Response workout(const http::Request &request, const QString &suffix);

    /// GET athlete/{id}/workouts.zip: the planned workouts of some days in one format.
    [[nodiscard]] http::Response archive(const http::Request &request);

private:
    [[nodiscard]] http::Response written(
        const http::Request &request, const domain::Result<QJsonObject> &event, const QString &suffix);

    Core &m_core;
};

}
