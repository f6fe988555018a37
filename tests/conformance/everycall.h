// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/conformance/surface.h"

#include <QSet>

namespace conformance {

/// Calls every endpoint at least once; what a call needs, an earlier one has made.
void callEverything(Surface &surface, QDate today);

/// The names of all endpoint types, read from their sources.
[[nodiscard]] QSet<QString> endpointTypes();

/// Types of which there is no call.
[[nodiscard]] QStringList notCalled(const QList<Called> &calls);

}
