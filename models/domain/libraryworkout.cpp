// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/libraryworkout.h"

#include "models/domain/fieldsimpl.h"

using namespace Qt::StringLiterals;

namespace domain {

template<>
struct Fields<LibraryWorkout> {
    static constexpr auto all = std::tuple {
        field("id"_L1, &LibraryWorkout::id, Access::ReadOnly),
        field("folder_id"_L1, &LibraryWorkout::folder),
        field("name"_L1, &LibraryWorkout::name),
        field("description"_L1, &LibraryWorkout::description),
        field("type"_L1, &LibraryWorkout::type),
        field("sub_type"_L1, &LibraryWorkout::subType),
        field("indoor"_L1, &LibraryWorkout::indoor),
        field("color"_L1, &LibraryWorkout::color),
        field("moving_time"_L1, &LibraryWorkout::movingTime),
        field("distance"_L1, &LibraryWorkout::distanceMetres),
        field("icu_training_load"_L1, &LibraryWorkout::load),
        field("icu_intensity"_L1, &LibraryWorkout::intensityPercent, Access::ReadOnly),
        field("joules"_L1, &LibraryWorkout::joules, Access::ReadOnly),
        field("target"_L1, &LibraryWorkout::target),
        field("targets"_L1, &LibraryWorkout::targets, Access::ReadOnly),
        field("tags"_L1, &LibraryWorkout::tags),
        field("day"_L1, &LibraryWorkout::day),
        field("days"_L1, &LibraryWorkout::days),
        field("time"_L1, &LibraryWorkout::time),
        field("for_week"_L1, &LibraryWorkout::forWeek),
        field("hide_from_athlete"_L1, &LibraryWorkout::hideFromAthlete),
        field("workout_doc"_L1, &LibraryWorkout::workoutDoc, Access::ReadOnly),
        field("updated"_L1, &LibraryWorkout::updated, Access::ReadOnly),
    };
};

MICROCYCLE_INSTANTIATE_FIELDS(LibraryWorkout)

namespace {

constexpr qint64 longest = 14 * 24 * 3600; // beyond that a document is broken rather than long

double secondsOf(const QJsonArray &steps, int depth)
{
    double sum = 0;
    for (const auto &entry : steps) {
        const QJsonObject step = entry.toObject();
        const QJsonArray inner = step.value("steps"_L1).toArray();
        if (!inner.isEmpty() && depth > 0)
            sum += std::clamp(step.value("reps"_L1).toDouble(1), 1.0, 1000.0) * secondsOf(inner, depth - 1);
        else
            sum += std::max(0.0, step.value("duration"_L1).toDouble());
    }
    return sum;
}

}

std::optional<std::chrono::seconds> plannedTime(const LibraryWorkout &workout)
{
    if (workout.movingTime)
        return workout.movingTime;
    const double whole = workout.workoutDoc.value("duration"_L1).toDouble();
    const double seconds = whole > 0 ? whole : secondsOf(workout.workoutDoc.value("steps"_L1).toArray(), 2);
    if (seconds < 1 || seconds > double(longest))
        return {};
    return std::chrono::seconds(qint64(seconds));
}

}
