// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/files/archive.h"

namespace files {

/// Packs files into a zip, under safe names; of two files with one name the second gets a number.
[[nodiscard]] domain::Result<QByteArray> zipped(const QList<Unpacked> &files);

}
