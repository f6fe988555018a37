// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/sportsettings.h"
#include "models/files/activityfile.h"
#include "models/files/sniff.h"
#include "models/files/workoutfile.h"
#include "models/files/written.h"

namespace files {

/// A file that was read, under the name that it had, in an archive or by itself.
template<typename T>
struct Opened {
    QString fileName;
    Format format = Format::Unknown;
    T content;
};

/// Reads planned workouts of any format by what the bytes are; an archive may give several. A name that promises
/// something else is noted. What is no workout refuses a file by itself and is noted of one in an archive.
[[nodiscard]] domain::Result<QList<Opened<WorkoutFile>>> readWorkoutFile(
    const QByteArray &bytes, const QString &fileName, const Bounds &bounds = {});

/// Reads recorded activities in the same way.
[[nodiscard]] domain::Result<QList<Opened<ActivityFile>>> readActivityFile(
    const QByteArray &bytes, const QString &fileName, const Bounds &bounds = {});

/// Writes a planned workout as zwo, erg, mrc, FIT workout or the native text.
[[nodiscard]] domain::Result<Written> writeWorkoutFile(
    const WorkoutFile &file, Format format, const domain::SportSettings &settings);

}
