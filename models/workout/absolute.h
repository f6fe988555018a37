// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/sportsettings.h"
#include "models/workout/workout.h"

namespace workout {

/// A target in absolute units: watts, beats per minute or metres per second.
struct Span {
    double start = 0;
    double end = 0;

    [[nodiscard]] double middle() const { return (start + end) / 2; }
};

/// Resolves a target with the settings' thresholds and zones; nothing without the threshold it needs.
[[nodiscard]] std::optional<Span> absolute(const Target &target, const domain::SportSettings &settings, int ftpWatts);

[[nodiscard]] const std::optional<Target> &targetOf(const Step &step, Family family);

/// The step's target of a family, in absolute units.
[[nodiscard]] std::optional<Span> spanOf(const Step &step, Family family, const domain::SportSettings &settings, int ftpWatts);

/// Upper bounds in % of threshold speed; the service's own where the person has none.
[[nodiscard]] QList<double> paceZonesOf(const domain::SportSettings &settings);

/// The duration of a step: as written, or distance over pace; without a usable pace, at 30 km/h.
[[nodiscard]] std::chrono::seconds durationOf(const Step &step, const domain::SportSettings &settings);

/// The FTP that counts; indoors the indoor one if there is one. 0 if unknown.
[[nodiscard]] int ftpOf(const domain::SportSettings &settings, bool indoor);

}
