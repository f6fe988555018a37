// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/files/reading.h"

#include <QJsonObject>
#include <string>

namespace cli {

/// What the keys begin with that events from files get, so that the same file is known when it comes again.
inline constexpr QLatin1StringView importKeyPrefix("microcycle-import:");

/// What is said about files of planned workouts that the files do not say.
struct ImportPlan {
    std::string date; ///< of workouts, YYYY-MM-DD; today without it. Calendars have their own.
    bool upsert = false; ///< the same file again changes the events it made before
};

/// The events of a file, ready to be sent, and what of the file was skipped.
struct ImportedFile {
    QList<QJsonObject> events;
    QList<files::Note> notes;
};

/// Reads a zwo, erg, mrc or fit workout or a calendar; errors name the file.
[[nodiscard]] domain::Result<ImportedFile> eventsInFile(const std::string &path, const ImportPlan &plan);

}
