// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

/// Bytes of the heap that this program holds, by whomever they were asked for; only where glibc is.
namespace bench {

[[nodiscard]] qint64 heldBytes();
[[nodiscard]] qint64 peakBytes(); ///< since the last forgetPeak()
void forgetPeak();

}
