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

/// The one value that a step at a target is at: the middle, of power zones in whole watts.
[[nodiscard]] double levelOf(const Target &target, const Span &span);

/// Resolves a target with the settings' thresholds and zones; nothing without the threshold it needs.
[[nodiscard]] std::optional<Span> absolute(const Target &target, const domain::SportSettings &settings, int ftpWatts);

[[nodiscard]] const std::optional<Target> &targetOf(const Step &step, Family family);

/// The step's target of a family, in absolute units.
[[nodiscard]] std::optional<Span> spanOf(
    const Step &step, Family family, const domain::SportSettings &settings, int ftpWatts);

/// Upper bounds in % of FTP and of threshold speed; the service's own where the person has none.
[[nodiscard]] const QList<double> &powerZonesOf(const domain::SportSettings &settings);
[[nodiscard]] const QList<double> &paceZonesOf(const domain::SportSettings &settings);

/// The lowest and highest watts of the sweet spot, which overlaps the zones.
[[nodiscard]] std::pair<double, double> sweetSpotOf(const domain::SportSettings &settings, int ftpWatts);

/// Whether the load of a pace grows with its third power, as it does in water.
[[nodiscard]] bool isSwim(const domain::SportSettings &settings, const QString &type);

/// The duration of a step: as written, or distance over pace; without a usable pace, at 30 km/h.
[[nodiscard]] std::chrono::seconds durationOf(const Step &step, const domain::SportSettings &settings);

/// What was written in metres, or what a timed step covers at its pace; 0 without one.
[[nodiscard]] double metresOf(const Step &step, const domain::SportSettings &settings);

/// The FTP that counts; indoors the indoor one if there is one. 0 if unknown.
[[nodiscard]] int ftpOf(const domain::SportSettings &settings, bool indoor);

}
