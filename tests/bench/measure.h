// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <optional>
#include <string>

namespace bench {

/// What one turn of a measurement found: figures by name, in milliseconds unless the name says otherwise.
using Turn = std::map<std::string, double>;

/// Registers a measurement whose floor is taken in the same turn, so that both meet the same machine. The first turn
/// is thrown away; one that yields nothing ends the measurement as failed.
void measure(const std::string &name, int turns, std::function<std::optional<Turn>()> turn);

[[nodiscard]] double millisecondsSince(std::chrono::steady_clock::time_point begin);

/// Milliseconds that the function takes.
template<typename F>
[[nodiscard]] double timed(F &&function)
{
    const auto begin = std::chrono::steady_clock::now();
    function();
    return millisecondsSince(begin);
}

// One for each file of measurements
void addStart();
void addDrag();
void addFitness();
void addEdit();
void addCharts();
void addWorkouts();
void addFitFiles();
void addReaders();
void addServer();
void addAnswers();
void addIntake();
void addFirstSync();

}
