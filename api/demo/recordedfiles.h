// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/demo/answers.h"
#include "api/demo/core.h"
#include "models/files/activitywrite.h"

namespace demo {

/// Activities on their way out as files: as they came, or written from their channels.
class RecordedFiles
{
public:
    explicit RecordedFiles(Core &core)
        : m_core(core)
    {
    }

    [[nodiscard]] static bool knows(const QString &part);
    /// GET activity/{id}/file, fit-file and gpx-file.
    [[nodiscard]] http::Response file(const http::Request &request, const QString &id, const QString &part);
    /// POST athlete/{id}/download-fit-files: a zip of what the ids name, without stubs.
    [[nodiscard]] http::Response archive(const http::Request &request);

private:
    [[nodiscard]] files::ActivityFile contentOf(const QJsonObject &activity);

    Core &m_core;
};

}
