// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/files/reading.h"
#include "models/workout/workout.h"

#include <QStringList>

namespace files {

/// A planned workout as a file of any format holds it. Formats hold different parts of it; docs/files.md says which.
struct WorkoutFile {
    QString name;
    QString description; ///< prose
    QString sport; ///< the service's name, for example "Ride"; empty if the file does not say
    QStringList tags;
    workout::Workout workout;
    std::optional<int> ftpWatts; ///< what percentages of the file refer to, if it says so
    QList<Note> notes; ///< of reading

    friend bool operator==(const WorkoutFile &, const WorkoutFile &) = default;
};

}
