// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workout/workout.h"

namespace workout {

/// A piece of a workout text and what it is read as, for colouring; not what it means.
struct Highlight {
    enum class Kind {
        Label, ///< words before the first token of a step
        Duration,
        Distance,
        Power,
        HeartRate,
        Pace,
        Cadence,
        Keyword, ///< ramp, freeride, press lap, power=3s, intensity=rest …
        RepeatHeader, ///< the whole line
        SectionHeader, ///< "Warmup", "Cool down"
        OptionLine, ///< "pool length: 25m"
        Cue, ///< "33^Find your rhythm<!>" within a label
        Prose, ///< a line, or words of a step, that do nothing
        Problem, ///< lies over what a warning is about
    };
    Kind kind = Kind::Prose;
    Place place;

    friend bool operator==(const Highlight &, const Highlight &) = default;
};

/// The pieces of a text line by line, none across lines; the problems of a line come after what they lie over. Blanks
/// between pieces and the dash of a step belong to none.
[[nodiscard]] QList<Highlight> highlights(QStringView text);

/// The same with what the text says, for those who need both.
struct Reading {
    Workout workout;
    QList<Highlight> pieces;
};
[[nodiscard]] Reading readWithPieces(QStringView text);

}
