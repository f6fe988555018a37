// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workout/workout.h"

#include <QStringList>

namespace cli {

/// The steps of a workout as rows for people, heading first: line, how often, time or distance, target, words.
[[nodiscard]] QList<QStringList> rowsOf(const workout::Workout &workout);

}
