// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workout/editscript.h"

namespace workout {

/// A place between steps: before a step of a repeat, or with no step before a whole block; one past the last is the
/// end.
struct Gap {
    int block = 0;
    std::optional<int> step;

    friend bool operator==(const Gap &, const Gap &) = default;
};

// Gestures on whole lines. Steps are named by their lines; blank lines around repeats are put right.

[[nodiscard]] Edited insertStep(const Script &script, const Gap &gap, const QString &text); ///< "10m 75%", no dash
/// The steps of another text with their repeats and sections; repeats only between blocks.
[[nodiscard]] Edited insertText(const Script &script, const Gap &gap, const QString &text);
/// The named steps as a text of their own, to be put in elsewhere.
[[nodiscard]] QString textOf(const Script &script, const QList<int> &lines);
[[nodiscard]] Edited removeSteps(const Script &script, const QList<int> &lines);
[[nodiscard]] Edited duplicateSteps(const Script &script, const QList<int> &lines); ///< the copies come behind them
/// A repeat whose steps are all named goes as a whole, unless it is put into another repeat, where none may be.
[[nodiscard]] Edited moveSteps(const Script &script, const QList<int> &lines, const Gap &gap);
/// Whether moveSteps() would do anything.
[[nodiscard]] bool canMove(const Script &script, const QList<int> &lines, const Gap &gap);

/// Puts plain steps that follow each other into a repeat; nothing if they do not, or if one is in a repeat already.
[[nodiscard]] Edited wrapSteps(const Script &script, const QList<int> &lines, int reps);
[[nodiscard]] Edited unwrap(const Script &script, int block); ///< its steps stay, once
[[nodiscard]] Edited setReps(const Script &script, int block, int reps);

}
