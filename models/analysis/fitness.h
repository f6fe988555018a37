// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <vector>

namespace analysis {

/// 1 − e^(−1/42) and 1 − e^(−1/7): what one day adds to fitness and to fatigue.
inline constexpr double fitnessGain = 0.02352831334775677;
inline constexpr double fatigueGain = 0.13312210024981835;

/// Fitness and fatigue at the end of a day.
struct FitnessPoint {
    double ctl = 0;
    double atl = 0;

    [[nodiscard]] double form() const { return ctl - atl; }

    friend bool operator==(const FitnessPoint &, const FitnessPoint &) = default;
};

/// Where the model's course changes: new time constants, or values set by hand, from this day on.
struct Turn {
    int index = 0;
    std::optional<double> ctlDays;
    std::optional<double> atlDays;
    std::optional<double> ctl; ///< replaces the value at the end of the day
    std::optional<double> atl;
};

/// The load of one day, already weighted by the sport's factors.
struct DayLoad {
    double ctl = 0;
    double atl = 0;
};

/// Load that appears on a day, or leaves it when negative.
struct LoadChange {
    int index = 0;
    DayLoad load;
};

/// What one day adds with the given time constant.
[[nodiscard]] double gainOf(double days);

/// Runs the recurrence over the loads: out[0] is the day after start. The turns are ordered by index. Days whose
/// figures are known take them instead, and the days after run on from there.
void project(FitnessPoint start,
    std::span<const DayLoad> loads,
    std::span<FitnessPoint> out,
    std::span<const Turn> turns = {},
    std::span<const std::optional<FitnessPoint>> known = {});

/// Adds the closed-form difference of changed loads to a projection, in one pass however many there are: each change
/// is a pulse that decays from its day on, and values set by hand end it. The scratch buffer only avoids allocation.
void addChanges(std::span<const LoadChange> changes,
    std::span<FitnessPoint> points,
    std::span<const Turn> turns,
    std::vector<DayLoad> &scratch);

/// The load that ends the day at the wanted form; negative if even rest leaves it lower.
[[nodiscard]] double loadForForm(const FitnessPoint &yesterday, double form, bool asPercent);

/// The zones of form, as the service's chart draws them.
enum class FormZone { HighRisk, Optimal, Grey, Fresh, Transition };

/// Form as a difference, or as a percentage of fitness.
[[nodiscard]] double formOf(const FitnessPoint &point, bool asPercent);
[[nodiscard]] FormZone formZone(double form, bool asPercent);
/// The upper bound of a zone; infinite for the last.
[[nodiscard]] double upperBound(FormZone zone, bool asPercent);

}
