// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workout/workout.h"

#include <QStringView>
#include <variant>

namespace workout {

struct Duration {
    std::chrono::seconds value;
};
struct Distance {
    double metres = 0;
};
struct Cadence {
    double from = 0;
    double to = 0;
};
/// A number or range whose family the next word may still decide: "70%" alone is power, "70% HR" is heart rate.
struct Measure {
    Target target;
};
struct Keyword {
    enum class Word {
        Ramp,
        Freeride,
        MaxEffort,
        HidePower,
        ShowPower,
        PressLap,
        CustomZone,
        Intensity,
        PowerAverage,
        HrAverage,
        PaceAverage
    };
    Word word = Word::Ramp;
    QString value;
};

using Token = std::variant<std::monostate, Duration, Distance, Cadence, Measure, Keyword>;

/// Whether "95 - 105%" is a range. In a label it is not: there a number with a blank behind it is a word.
enum class Spacing { RangesTouch, RangesMayBeSpaced };

/// The units that the service names, or also those that people and other programs write: "5min", "1.5h", "2hrs".
enum class Units { Official, Usual };

/// Reads one token at the start of the text and tells how many characters it took, trailing suffix words included
/// ("75-80% HR" is one token). Nothing is taken if the text starts with an ordinary word.
struct Read {
    Token token;
    qsizetype length = 0;
};
[[nodiscard]] Read readToken(QStringView text, Spacing spacing = Spacing::RangesTouch, Units units = Units::Official);

/// Reads a cadence with punctuation behind it, "85-95rpm,", of which the service keeps the first number. It counts only
/// after the label.
[[nodiscard]] Read readCadenceInProse(QStringView text);

}
