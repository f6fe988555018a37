// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/conformance/surface.h"

namespace conformance {

/// Calls the endpoints of activities, each at least once.
void callRecorded(Surface &surface, QDate today);

}
