// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace files {

/// Characters of a description or a comment; what is longer is cut.
inline constexpr qsizetype longestProse = 20'000;

// The native text of a workout is read up to this many steps.
inline constexpr int mostSteps = 1000;
inline constexpr int mostRepeats = 500;
inline constexpr double longestStepSeconds = 172'800;
inline constexpr double longestStepMetres = 1'000'000;
inline constexpr double highestPowerFraction = 10; ///< of a threshold; the top pace zone, which has no end, is 9.99
inline constexpr double highestCourseValue = 20'000; // watts or percent
inline constexpr double longestCourseMinutes = longestStepSeconds / 60;

}
