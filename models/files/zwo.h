// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/sportsettings.h"
#include "models/files/workoutfile.h"
#include "models/files/written.h"

namespace files {

/// Reads a Zwift workout. Elements and attributes count in any case; unknown ones are skipped and noted.
[[nodiscard]] domain::Result<WorkoutFile> readZwo(const QByteArray &bytes, const Bounds &bounds = {});

/// Writes a Zwift workout. Power is a share of FTP there, so watts and zones need one; a run is written by its pace.
[[nodiscard]] domain::Result<Written> writeZwo(const WorkoutFile &file, const domain::SportSettings &settings);

}
