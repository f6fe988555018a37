// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workout/editscript.h"

namespace workout {

/// Makes what is warned about do what it looks like it should; nothing where that is not known.
[[nodiscard]] Edited remedy(const Script &script, const Warning &warning);

}
