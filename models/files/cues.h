// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workout/cues.h"

namespace files {

using workout::Cue;

/// What the text of a step shows and when, as device files have it: the label is the cue at its start.
[[nodiscard]] QList<Cue> cuesOf(const QString &stepText);

/// The text of a step that shows these cues; words that would read as a target stay words.
[[nodiscard]] QString stepText(QList<Cue> cues);

}
