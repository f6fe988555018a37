// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/files/activityfile.h"

#include <QByteArray>

namespace files {

/// Channels that somebody may want to keep to himself.
struct Shared {
    bool power = true;
    bool heartRate = true;
};

/// The recording as a FIT activity of one session and one lap. An error without a start or without a single sample.
[[nodiscard]] domain::Result<QByteArray> writeFitActivity(const ActivityFile &activity, const Shared &shared = {});

/// The way as a GPX track with what was measured beside it; points without a position are left out. An error without a
/// start or without any position.
[[nodiscard]] domain::Result<QByteArray> writeGpx(const ActivityFile &activity, const Shared &shared = {});

}
