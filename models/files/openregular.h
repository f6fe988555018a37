// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/files/reading.h"

namespace files {

/// The bytes of a file of a person's choice, as they were at one moment: only of a regular file, never of a folder,
/// pipe or device, and refused by its size before anything is read.
[[nodiscard]] domain::Result<QByteArray> readRegularFile(const QString &path, const Bounds &bounds = {});

}
