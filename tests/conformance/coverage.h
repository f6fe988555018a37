// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/conformance/surface.h"

namespace conformance {

/// Where an endpoint is reached from, as doors.json says.
struct Doors {
    QString command; ///< of microcycle-cli
    QString page; ///< of the window; "–" where only the command line has it
};

[[nodiscard]] QMap<QString, Doors> readDoors();

/// The table of all endpoints: operation, type, command, page and the unit test that names it.
[[nodiscard]] QString coverageTable(const QList<Called> &calls, const QMap<QString, Doors> &doors);

}
