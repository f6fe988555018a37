// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/commandtree.h"

namespace cli {

// Scripts that complete the words of a command line, one for each shell. They find the command that is being typed by
// walking over the words before it, and leave out the values of options on the way.
[[nodiscard]] QString bashCompletion(const CommandEntry &program);
[[nodiscard]] QString zshCompletion(const CommandEntry &program);
[[nodiscard]] QString fishCompletion(const CommandEntry &program);

}
