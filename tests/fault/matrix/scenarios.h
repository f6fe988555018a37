// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/fault/matrix/world.h"

namespace fault {

/// What a person does, step by step; after each the client syncs.
struct Scenario {
    const char *name = "";
    std::function<void(World &)> before; ///< on the service, before the client sees it first
    std::vector<std::function<void(World &)>> steps;
    bool firstSync = false; ///< the client has seen nothing before the first step, and reads years then
    QStringList entered = {}; ///< what has to stand on the service in the end
};

[[nodiscard]] const std::vector<Scenario> &scenarios();

}
