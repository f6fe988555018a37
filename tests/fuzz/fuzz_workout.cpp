// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workout/parse.h"
#include "models/workout/profile.h"
#include "models/workout/resolve.h"

namespace {

void require(bool holds)
{
    if (!holds)
        __builtin_trap();
}

}

/// Any text is a workout or prose: it reads the same twice, and its figures stay within what a day can hold.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    const workout::Workout workout = workout::parse(text);
    require(workout::parse(text) == workout);

    const auto lines = text.count(u'\n') + text.count(u'\r') + 1;
    for (const auto &block : workout.blocks) {
        require(block.reps >= 0);
        for (const auto &step : block.steps) {
            require(step.line >= 0 && step.line < lines);
            require(!step.duration || step.duration->count() >= 0);
        }
    }

    domain::SportSettings settings;
    settings.types = {QStringLiteral("Ride")};
    const auto figures = workout::resolve(workout, settings, {.type = QStringLiteral("Ride")});
    require(figures.duration.count() >= 0 && figures.metres >= 0);
    const auto profile = workout::profile(workout, settings);
    require(workout::decode(workout::encode(profile)) == profile);
    return 0;
}
