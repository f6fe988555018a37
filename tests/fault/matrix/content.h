// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/store.h"
#include "tests/fault/wire/wire.h"

namespace fault {

/// What stands on the service in these days, and all of its library: a line for each item, sorted, without what differs
/// from run to run. Days of wellness on which nothing is logged are left out.
[[nodiscard]] QStringList contentOf(Service &service, const domain::DateRange &days);
/// The same of what a client shows.
[[nodiscard]] QStringList contentOf(const store::Store &store, const domain::DateRange &days);

/// What the service lists below the athlete, of these days if there are any.
[[nodiscard]] QByteArray listOf(Service &service, const QString &rest, const domain::DateRange &days);

}
