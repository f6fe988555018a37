// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/sportsettings.h"
#include "models/files/workoutfile.h"
#include "models/files/written.h"

namespace files {

/// Reads a course of watts or of percentages by the minute, as ergometers take them: the file says which it is, the
/// names of the functions only what counts where it does not.
[[nodiscard]] domain::Result<WorkoutFile> readErg(const QByteArray &bytes, const Bounds &bounds = {});
[[nodiscard]] domain::Result<WorkoutFile> readMrc(const QByteArray &bytes, const Bounds &bounds = {});

/// Writes a course of watts; percentages need an FTP, of the file or of the settings, and are an error without one.
[[nodiscard]] domain::Result<Written> writeErg(const WorkoutFile &file, const domain::SportSettings &settings);
/// Writes a course of percentages of FTP; watts need one.
[[nodiscard]] domain::Result<Written> writeMrc(const WorkoutFile &file, const domain::SportSettings &settings);

}
