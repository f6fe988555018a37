// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/files/activityfile.h"

namespace files {

/// Reads the activities of a Training Center file as one, each a session of it; a course is read as a route.
[[nodiscard]] domain::Result<ActivityFile> readTcx(const QByteArray &bytes, const Bounds &bounds = {});

}
