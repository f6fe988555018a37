// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <optional>

namespace items {

/// By how long it takes and by how much it asks, workouts fall into four bands each.
constexpr int bandCount = 4;

/// Upper bounds of the first three bands, which they do not include.
constexpr int minuteBounds[bandCount - 1] {45, 90, 180};
constexpr int loadBounds[bandCount - 1] {40, 80, 120};

[[nodiscard]] std::optional<int> durationBand(std::optional<int> seconds); ///< 0 to 3
[[nodiscard]] std::optional<int> loadBand(std::optional<int> load);

/// The hardest zone in which a workout spends a twentieth of its time or five minutes; 0 without zones.
[[nodiscard]] int mainZone(const QByteArray &profile);

}
