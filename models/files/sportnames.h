// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace files {

/// The service's sport for what a file calls it ("Biking", "running", "bike"); empty if it is none that we know.
[[nodiscard]] QString sportOf(QStringView nameInFile);

}
