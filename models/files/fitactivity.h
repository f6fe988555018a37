// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/files/activityfile.h"

namespace files {

/// What to do with a FIT file that ends too early or whose check sum is wrong.
enum class Damaged {
    Refuse,
    Keep, ///< read what is there, and mark it as not complete
};

/// Reads a recorded activity. Files of other kinds are refused by name; of several files in a row the first is read.
[[nodiscard]] domain::Result<ActivityFile> readFitActivity(
    const QByteArray &bytes, const Bounds &bounds = {}, Damaged damaged = Damaged::Refuse);

/// What a FIT file says it is: 4 a recorded activity, 5 a planned workout …; nothing if it does not say or is no FIT
/// file.
[[nodiscard]] std::optional<int> fitFileType(const QByteArray &bytes);

}
