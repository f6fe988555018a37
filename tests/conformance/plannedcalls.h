// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/conformance/surface.h"

namespace conformance {

/// Calls the endpoints of the calendar, wellness and the athlete, each at least once.
void callPlanned(Surface &surface, QDate today);

}
