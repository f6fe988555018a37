// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workout/stepreader.h"

namespace workout {

/// What a person would like to know about a step that was read: facts with their places, none about ordinary prose.
[[nodiscard]] QList<Warning> remarksOn(const Step &step, const StepReader &reader);

/// A line of prose that looks like a step or like a repeat.
[[nodiscard]] std::optional<Warning> remarkOnProse(QStringView line, int number);

}
