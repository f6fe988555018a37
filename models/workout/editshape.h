// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workout/editconvert.h"

namespace workout {

/// A step as a chart draws it, in % of the threshold of its family.
struct ShapeStep {
    int line = 0;
    int seconds = 0;
    double start = 0; ///< of a ramp where it begins, of a range its lower end
    double end = 0;
    int zone = 0; ///< of the middle; 0 without a target
    bool ramp = false;
    bool hasTarget = false;
    bool isKnown = false; ///< the height means something; else it only stands in

    [[nodiscard]] double middle() const { return (start + end) / 2; }
    [[nodiscard]] double top() const { return std::max(start, end); }

    friend bool operator==(const ShapeStep &, const ShapeStep &) = default;
};

struct ShapeBlock {
    int reps = 1;
    bool repeat = false;
    QList<ShapeStep> steps;

    [[nodiscard]] int seconds() const; ///< once

    friend bool operator==(const ShapeBlock &, const ShapeBlock &) = default;
};

/// What a workout looks like: the family that is drawn, its zones, and the blocks with their steps.
struct Shape {
    Family family = Family::Power;
    std::optional<double> threshold; ///< in absolute units; nothing if the person has none
    QList<double> bounds; ///< the zones' upper ones, in % of threshold
    QList<ShapeBlock> blocks;

    [[nodiscard]] bool isEmpty() const { return blocks.isEmpty(); }
    [[nodiscard]] int seconds() const; ///< of the whole
    [[nodiscard]] int steps() const;
    [[nodiscard]] double top() const; ///< the highest step

    friend bool operator==(const Shape &, const Shape &) = default;
};

/// The target of a step that the chart shows: the family's, or another where the step has none of that.
[[nodiscard]] const std::optional<Target> &shownTarget(const Step &step, Family family);
[[nodiscard]] Shape shapeOf(const Workout &workout, Family family, const Person &person);

}
