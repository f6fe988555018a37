// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/sportsettings.h"
#include "models/files/fitprofile.h"
#include "models/workout/workout.h"

namespace files::fit {

constexpr double metresPerYard = 0.9144;
constexpr double mostOfField = 4'294'967'294.0; ///< one less than what says that a 32-bit field is empty

/// The part of a text that a field can hold: cut between characters, without NUL.
[[nodiscard]] QString fitting(const QString &text);

/// A target as a workout step of the format holds it: a zone, or bounds in the format's own offsets.
struct RawTarget {
    int type = targetType::open;
    std::optional<quint32> zone;
    std::optional<quint32> low;
    std::optional<quint32> high;

    friend bool operator==(const RawTarget &, const RawTarget &) = default;
};

/// A workout step message.
struct RawStep {
    int index = 0;
    QString name;
    QString notes;
    int durationType = 5; ///< open
    std::optional<quint32> durationValue;
    RawTarget target;
    RawTarget second;
    int intensity = 0; ///< active

    [[nodiscard]] bool isRepeat() const
    {
        return durationType >= fit::durationType::firstRepeat && durationType <= fit::durationType::lastRepeat;
    }
};

/// A step in the terms of the format, without notes.
struct Encoded {
    RawStep step;
    bool settled = true; ///< every target that is there comes from the step alone, not from the settings
    bool whole = true; ///< no target needs a threshold which the settings lack
};

[[nodiscard]] Encoded encoded(const workout::Step &step, const domain::SportSettings &settings);

/// What the fields alone say. Speeds become a pace in the unit that is usual for the sport.
[[nodiscard]] workout::Step decoded(const RawStep &raw, const QString &sport);

/// The step as a line of workout text, if need be below its section, for the notes of a step whose fields cannot hold
/// all of it: ramps with their direction, timed cues, keywords, fractions. It is what a person sees on the device, and
/// what reading trusts again.
[[nodiscard]] QString lineOf(const workout::Step &step);

/// The step that a line in the notes describes, if nothing in the fields contradicts it.
[[nodiscard]] std::optional<workout::Step> stepOfLine(const QString &line, const RawStep &raw);

}
