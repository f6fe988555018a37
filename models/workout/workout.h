// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QMap>
#include <QString>
#include <array>
#include <chrono>
#include <optional>

namespace workout {

/// The longest text that is read, in UTF-16 units, and the most steps and repetitions of one; what is beyond is told.
inline constexpr qsizetype longestText = 64 * 1024;
inline constexpr qsizetype mostSteps = 1000;
inline constexpr int mostReps = 999;

/// Where something stands in a text: its line and its first column, both from 0, in UTF-16 units.
struct Place {
    int line = -1;
    int column = 0;
    int length = 0;

    [[nodiscard]] bool isKnown() const { return line >= 0; }
    friend bool operator==(const Place &, const Place &) = default;
};

/// What a target is measured in; the family (power, heart rate, pace) follows from it.
enum class Unit {
    PercentFtp,
    Watts,
    PowerZone,
    PercentMmp,
    PercentHr,
    PercentLthr,
    HrZone,
    Bpm,
    PercentPace,
    PaceZone,
    SecondsPerKm,
    SecondsPerMile,
    SecondsPer100m,
    SecondsPer100y,
    SecondsPer500m,
    SecondsPer400m,
    SecondsPer250m,
    SecondsPerOwnUnit, ///< a pace without a unit: the sport's settings say which
};

enum class Family { Power, HeartRate, Pace };

[[nodiscard]] Family familyOf(Unit unit);

/// A value (start equals end) or a range, as written; a ramp goes from start to end.
struct Target {
    Unit unit = Unit::PercentFtp;
    double start = 0;
    double end = 0;
    QString average; ///< "lap", "3s" …: how the device averages; empty if not given
    std::optional<std::chrono::seconds> over
        = {}; ///< of PercentMmp: the duration of the best effort; else the step's own

    [[nodiscard]] bool isRange() const { return start != end; }
    friend bool operator==(const Target &, const Target &) = default;
};

/// What of a step's line a place is about.
enum class Part {
    Line, ///< from the dash to the last character
    Label,
    Duration,
    Distance,
    Power,
    HeartRate,
    Pace,
    CustomZone,
    Cadence,
    Ramp,
    Freeride,
    MaxEffort,
    HidePower,
    PressLap,
    Intensity,
    PowerAverage,
    HeartRateAverage,
    PaceAverage,
};
inline constexpr size_t partCount = size_t(Part::PaceAverage) + 1;

/// Where the parts of a step stand in the text it was read from, each where its last token is. Two steps are the same
/// wherever they stand: any two of these are equal.
class StepPlaces
{
public:
    [[nodiscard]] Place of(Part part) const { return m_places.at(size_t(part)); }
    void set(Part part, const Place &place) { m_places.at(size_t(part)) = place; }
    friend bool operator==(const StepPlaces &, const StepPlaces &) { return true; }

private:
    std::array<Place, partCount> m_places;
};

/// Where the header line of a repeat stands; equal to any other, as above.
struct HeaderPlace {
    Place line;
    Place count; ///< the "4x" of it

    friend bool operator==(const HeaderPlace &, const HeaderPlace &) { return true; }
};

/// One line of a workout that takes time or distance.
struct Step {
    QString text; ///< label before the first token
    std::optional<std::chrono::seconds> duration;
    std::optional<double> metres;
    std::optional<Target> power;
    std::optional<Target> heartRate;
    std::optional<Target> pace;
    std::optional<std::pair<double, double>> cadenceRpm;
    QString intensity; ///< for devices: "recovery" …
    QString customZone; ///< "CZ2-CZ3", a zone of the person's own making; it has no figures here
    bool ramp = false;
    bool freeride = false;
    bool maxEffort = false;
    bool hidePower = false;
    bool untilLapPress = false;
    bool warmup = false;
    bool cooldown = false;
    int line = 0; ///< in the text, from 0
    StepPlaces places = {};

    friend bool operator==(const Step &, const Step &) = default;
};

/// Steps done one or more times; a plain step is a block of one with reps 1 and no text.
struct Block {
    int reps = 1;
    QString text; ///< the header line of a repeat
    bool repeat = false;
    QList<Step> steps;
    HeaderPlace header = {};

    friend bool operator==(const Block &, const Block &) = default;
};

/// Something in a text that does not do what it looks like. The words for it are made in ui/ and in the command line.
struct Warning {
    enum class Kind {
        StepWithoutDuration, ///< has a target, but neither time nor distance: the service drops it
        ZeroStep, ///< takes no time: dropped
        RepeatSwallowed, ///< a repeat line right after a step, without a blank line: it does nothing
        NestedRepeat, ///< a repeat line within a repeat: it does nothing
        EmptyRepeat, ///< a repeat line without steps under it
        MisspeltRepeat, ///< "4x:" or "4\u00d7": a line that looks like a repeat and is none
        RepeatInStep, ///< "- 4x 30s": the count is a word of the label
        TooManyReps, ///< counted as mostReps
        IndentedStep, ///< within a repeat; the service has lost the repetition of such lists
        NotAStep, ///< begins with a long dash or a bullet instead of "-"
        DescendingRange, ///< "60-50%" without ramp
        TwoDurations, ///< "1h 30m": only the last one counts
        DecimalComma, ///< "1,5km" is read as 5km
        MinutesNotMetres, ///< "400m" at a pace is 400 minutes
        UnknownWord, ///< "RPE 8", "220 watts", "75 %": looks like a target and is none
        TooLong, ///< the text ends here for us
    };
    Kind kind = Kind::StepWithoutDuration;
    int line = 0;
    int column = 0; ///< of what the warning is about
    int length = 0; ///< 0 where it is about no single piece

    friend bool operator==(const Warning &, const Warning &) = default;
};

/// A workout text understood.
struct Workout {
    QString description; ///< prose before the first step
    QList<Block> blocks;
    QMap<QString, QString> options; ///< pool_length, category, power
    QList<Warning> warnings;

    [[nodiscard]] bool isEmpty() const { return blocks.isEmpty(); }
    friend bool operator==(const Workout &, const Workout &) = default;
};

/// Whether two workouts have the same steps, options and description, wherever these stand and whatever was warned of.
[[nodiscard]] bool equalInMeaning(const Workout &one, const Workout &other);

}
