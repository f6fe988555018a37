// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/commandtree.h"

namespace cli {

/// The manual page of the program in section 1, as troff with the macros of man.
[[nodiscard]] QString manualPage(const CommandEntry &program, const QString &version);

}
