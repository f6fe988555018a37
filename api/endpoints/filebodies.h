// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QByteArray>

namespace endpoints {

/// The body of an answer if it begins like a workout file (zwo, mrc, erg, fit); an error for anything else.
[[nodiscard]] domain::Result<QByteArray> workoutFile(const QByteArray &body);
/// The body if it can be a recorded activity (fit, gpx, tcx, or one packed).
[[nodiscard]] domain::Result<QByteArray> activityFile(const QByteArray &body);
[[nodiscard]] domain::Result<QByteArray> zipFile(const QByteArray &body);

}
