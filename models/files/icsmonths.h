// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/files/icalvalues.h"

namespace files {

/// Whether a monthly rule has a date in any of its months, from that of the start to that of the end. libical looks for
/// the first date of a rule that has none until the end of its time, month by month for seconds.
[[nodiscard]] bool fallsOnAnyDay(const icalrecurrencetype &rule, QDate start, QDate end);

}
