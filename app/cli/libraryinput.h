// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/libraryworkout.h"
#include "models/domain/result.h"

#include <QJsonDocument>

namespace cli {

/// What is said about a plain workout text that becomes a template.
struct LibraryText {
    std::string file; ///< "-" is standard input
    std::string type;
    std::string name;
    std::string tags; ///< comma-separated
    std::optional<int> day; ///< in a plan
};

/// Templates as a person or a script wrote them, made ready to be sent: each is checked before anything goes out, an
/// error names the entry and its key, the folder given stands in for those that name none, and what only the service
/// writes is left out.
[[nodiscard]] domain::Result<QList<QJsonObject>> newWorkouts(
    const QJsonDocument &document, bool bulk, std::optional<qint64> folder);
[[nodiscard]] domain::Result<QJsonObject> newWorkout(const LibraryText &text, std::optional<qint64> folder);

}
