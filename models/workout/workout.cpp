// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workout/workout.h"

#include <algorithm>

namespace workout {

namespace {

bool sameSteps(const Step &one, Step other)
{
    other.line = one.line;
    return one == other;
}

bool sameBlocks(const Block &one, const Block &other)
{
    return one.reps == other.reps && one.text == other.text && one.repeat == other.repeat
        && std::equal(one.steps.begin(), one.steps.end(), other.steps.begin(), other.steps.end(), sameSteps);
}

}

bool equalInMeaning(const Workout &one, const Workout &other)
{
    return one.description == other.description && one.options == other.options
        && std::equal(one.blocks.begin(), one.blocks.end(), other.blocks.begin(), other.blocks.end(), sameBlocks);
}

}
