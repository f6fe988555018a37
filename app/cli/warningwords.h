// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workout/workout.h"

#include <QJsonArray>

namespace cli {

/// What a warning says, without its line.
[[nodiscard]] QString wordsOf(const workout::Warning &warning);
/// The same as one sentence that begins with its line, counted from 1 as editors do.
[[nodiscard]] QString sentence(const workout::Warning &warning);

/// Warnings for machines: line and column from 1, kind, and the sentence.
[[nodiscard]] QJsonArray jsonOf(const QList<workout::Warning> &warnings);

}
