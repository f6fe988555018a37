// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/demo/recordings.h"
#include "models/domain/event.h"
#include "models/domain/result.h"
#include "models/domain/sportsettings.h"

namespace demo {

/// zwo, mrc, erg or fit of a suffix such as ".zwo"; nothing for anything else.
[[nodiscard]] std::optional<QString> workoutFormat(const QString &suffix);

/// A planned session as a file; 422 for what has no steps.
[[nodiscard]] domain::Result<Recordings::File> workoutFileOf(
    const domain::Event &event, const QString &format, const QList<domain::SportSettings> &sports);

/// The body of a new event with the workout file that came inside it read into its text; bodies without one as they
/// are. 422 for a file that cannot be read.
[[nodiscard]] domain::Result<QJsonObject> withFileRead(const QJsonObject &body);

/// A workout file as the keys of an event: description, and name, type and tags where the file has them.
[[nodiscard]] domain::Result<QJsonObject> workoutInFile(const QByteArray &bytes, const QString &fileName);

}
