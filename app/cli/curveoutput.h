// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/endpoints/curves.h"
#include "app/cli/commands.h"

namespace cli {

/// Of power, hr, pace or gap.
[[nodiscard]] endpoints::CurveKind curveKindNamed(const std::string &name);

/// The lengths that people talk about, a row each, and a column for each curve.
[[nodiscard]] QList<QStringList> curveRows(const QList<domain::Curve> &curves);

/// The same for a list of curves, or the service's objects.
int printCurves(Context &context, const domain::Result<json::Records<domain::Curve>> &curves);

/// "5m", "1h30m", "45s".
[[nodiscard]] QString spokenSeconds(double seconds);

}
