// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/files/activityfile.h"

namespace files {

/// Reads the tracks of a GPX file, or its routes if it has no track. Waypoints are not part of an activity.
[[nodiscard]] domain::Result<ActivityFile> readGpx(const QByteArray &bytes, const Bounds &bounds = {});

}
