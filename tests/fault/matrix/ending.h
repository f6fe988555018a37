// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/fault/matrix/scenarios.h"

namespace fault {

/// How a scenario ends when nothing goes wrong.
struct Expected {
    QStringList there;
    QStringList here;
    int requests = 0;
};

/// What came of one run; what is empty is as it should be.
struct Outcome {
    QString ending; ///< what differs from the run without faults
    QString doubled;
    QString restless; ///< a second sync that writes
    QString manners;
};

/// Syncs as the scenario's steps do it. False if it does not come to rest.
[[nodiscard]] bool syncOnce(World &world, const Scenario &scenario);

/// Every step with its sync; another way to sync after the step of that number may be given.
[[nodiscard]] bool play(
    World &world, const Scenario &scenario, const Plan &plan, const std::function<bool(size_t step)> &sync = {});

/// Plays without faults, and aborts if that does not come to an end of its own.
[[nodiscard]] Expected expect(const Scenario &scenario);

/// The line of some text that is there twice.
[[nodiscard]] QString twice(QStringList lines);

/// How a world that was played ends: up to three syncs after the fault is over, which stays for so long.
[[nodiscard]] Outcome conclude(World &world, bool cameToRest, const Expected &expected, std::chrono::seconds closed);

}
