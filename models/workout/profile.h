// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/sportsettings.h"
#include "models/workout/workout.h"

#include <QByteArray>

namespace workout {

/// One bar of the small drawing of a workout.
struct Bar {
    float seconds = 0;
    quint8 startPercent = 0; ///< of the sport's threshold; 0 to 255
    quint8 endPercent = 0;
    quint8 zone = 0; ///< 1 to 7; 0 without a target

    friend bool operator==(const Bar &, const Bar &) = default;
};

using Profile = QList<Bar>;

/// The shape of a workout, repeats unrolled; at most 120 bars, neighbours merged beyond that.
[[nodiscard]] Profile profile(const Workout &workout, const domain::SportSettings &settings);

[[nodiscard]] QByteArray encode(const Profile &profile);
/// Nothing from damaged bytes.
[[nodiscard]] Profile decode(const QByteArray &bytes);

}
