// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/conformance/surface.h"

#include <QDate>

namespace conformance {

/// Everything about the person: wellness in many, sports, gear, plans, weather, and many events at once.
void callPerson(Surface &surface, QDate today);

}
