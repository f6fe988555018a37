// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workout/resolve.h"

#include <CLI/CLI.hpp>

namespace cli {

/// The person's thresholds and zones as options of a command that has no account to ask. What is left out is as the
/// service has it for somebody new: its usual zones, a resting heart rate of 50, no thresholds.
struct WorkoutSettings {
    std::string sport = "Ride";
    bool indoor = false;
    std::string target;
    std::optional<int> ftp;
    std::optional<int> indoorFtp;
    std::optional<int> wPrime;
    std::optional<int> pMax;
    std::optional<int> lthr;
    std::optional<int> maxHr;
    int restingHr = 50;
    std::string sex = "M";
    std::string thresholdPace;
    std::string paceUnits;
    std::vector<double> powerZones;
    std::vector<int> hrZones;
    std::vector<double> paceZones;
    std::string workoutOrder;

    void add(CLI::App &command);
    [[nodiscard]] domain::SportSettings sportSettings() const;
    [[nodiscard]] workout::ResolveOptions resolveOptions() const;
};

}
