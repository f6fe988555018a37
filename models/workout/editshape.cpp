// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workout/editshape.h"

#include "models/workout/absolute.h"
#include "models/workout/scale.h"

#include <algorithm>

namespace workout {

namespace {

// Heights that stand in where the text names none
constexpr double withoutTarget = 40;
constexpr double withoutThreshold = 60;
constexpr double allOut = 150;

ShapeStep shapeStep(const Step &step, Family family, const Person &person)
{
    ShapeStep shape;
    shape.line = step.line;
    shape.seconds = int(std::min<qint64>(durationOf(step, person.settings).count(), 7 * 86400));
    const auto &target = shownTarget(step, family);
    shape.hasTarget = target.has_value();
    if (!target) {
        shape.start = shape.end = step.maxEffort ? allOut : withoutTarget;
        shape.zone = step.maxEffort ? 6 : 0;
        return shape;
    }
    shape.ramp = step.ramp;
    const auto percent = percentOf(*target, step, person);
    if (!percent) {
        shape.start = shape.end = withoutThreshold;
        return shape;
    }
    shape.isKnown = true;
    shape.start = step.ramp ? percent->first : std::min(percent->first, percent->second);
    shape.end = step.ramp ? percent->second : std::max(percent->first, percent->second);
    const auto scale = scaleOf(familyOf(target->unit), person.settings, person.ftpWatts);
    if (scale && !scale->bounds.isEmpty())
        shape.zone = zoneOf(shape.middle(), scale->bounds);
    return shape;
}

}

int ShapeBlock::seconds() const
{
    int sum = 0;
    for (const ShapeStep &step : steps)
        sum += step.seconds;
    return sum;
}

int Shape::seconds() const
{
    qint64 sum = 0;
    for (const ShapeBlock &block : blocks)
        sum += qint64(block.seconds()) * block.reps;
    return int(std::min<qint64>(sum, 31 * 86400));
}

int Shape::steps() const
{
    int count = 0;
    for (const ShapeBlock &block : blocks)
        count += int(block.steps.size());
    return count;
}

double Shape::top() const
{
    double top = 0;
    for (const ShapeBlock &block : blocks) {
        for (const ShapeStep &step : block.steps)
            top = std::max(top, step.top());
    }
    return top;
}

const std::optional<Target> &shownTarget(const Step &step, Family family)
{
    if (const auto &target = targetOf(step, family))
        return target;
    return step.power ? step.power : step.pace ? step.pace : step.heartRate;
}

Shape shapeOf(const Workout &workout, Family family, const Person &person)
{
    Shape shape;
    shape.family = family;
    if (const auto scale = scaleOf(family, person.settings, person.ftpWatts)) {
        if (family != Family::Power || person.ftpWatts > 0)
            shape.threshold = scale->threshold;
        shape.bounds = scale->bounds;
    }
    for (const Block &block : workout.blocks) {
        ShapeBlock drawn {block.reps, block.repeat, {}};
        for (const Step &step : block.steps)
            drawn.steps.append(shapeStep(step, family, person));
        shape.blocks.append(drawn);
    }
    return shape;
}

}
