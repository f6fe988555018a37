// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace files {

/// A file name made of outside text: no folder, no control or direction character, none of the characters and names
/// that some system reserves, at most 120 characters; the ending is kept. The fallback, if nothing is left.
[[nodiscard]] QString safeFileName(const QString &outside, const QString &fallback);

/// The name and the ending as a safe file name.
[[nodiscard]] QString safeFileName(const QString &name, const QString &ending, const QString &fallback);

}
