// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workout/workout.h"

#include <QStringList>

namespace support {

/// Dice that fall the same on every machine and with every library.
class Dice
{
public:
    explicit Dice(quint64 seed)
        : m_state(seed)
    {
    }
    [[nodiscard]] quint64 roll();
    [[nodiscard]] int below(int limit) { return int(roll() % quint64(limit)); }
    [[nodiscard]] int between(int low, int high) { return low + below(high - low + 1); }
    [[nodiscard]] bool once(int in) { return below(in) == 0; }
    [[nodiscard]] QString one(const QStringList &words) { return words.at(below(int(words.size()))); }

private:
    quint64 m_state;
};

/// Makes workouts as parse() would return them, the same for the same seed. Unless labels are nasty, each of them reads
/// the same again once it was printed. Formats that hold less say what to leave out.
class WorkoutGenerator
{
public:
    struct Options {
        bool power = true;
        bool heartRate = true;
        bool pace = true;
        bool mixedFamilies = true; ///< more than one of these in a workout, and now and then in a step
        bool percentOnly = false; ///< no watts, beats, zones or absolute paces
        bool wattsOnly = false; ///< of power
        bool zones = true;
        bool bestEfforts = true; ///< % MMP
        bool customZones = true;
        bool untargeted = true; ///< steps without any target
        bool ranges = true; ///< besides ramps
        bool ramps = true;
        bool distances = true;
        bool repeats = true;
        bool sections = true; ///< Warmup and Cooldown
        bool labels = true;
        bool nastyLabels = false; ///< words that look like tokens, markup, marks of other languages
        bool cues = true; ///< timed, within labels
        bool cadence = true;
        bool cadenceRanges = true;
        bool freeride = true;
        bool maxEffort = true;
        bool deviceWords = true; ///< hidepower, press lap, intensity=, power=
        bool decimals = true; ///< of targets and distances
        bool description = true;
        bool documentOptions = true; ///< pool length and the like
        int mostBlocks = 8;
        int mostSteps = 6; ///< of a repeat
        int mostReps = 12;
        int longestStepSeconds = 2 * 3600;
    };

    explicit WorkoutGenerator(quint64 seed)
        : WorkoutGenerator(seed, Options())
    {
    }
    WorkoutGenerator(quint64 seed, const Options &options)
        : m_dice(seed)
        , m_options(options)
    {
    }
    [[nodiscard]] workout::Workout next();

private:
    enum class Section { None, Warmup, Cooldown };
    [[nodiscard]] QString description();
    [[nodiscard]] QString label();
    [[nodiscard]] QString nastyLabel();
    [[nodiscard]] workout::Block block(workout::Family family, Section section);
    [[nodiscard]] workout::Step step(workout::Family family);
    [[nodiscard]] workout::Family family();
    [[nodiscard]] workout::Target target(workout::Family family, bool ramp);
    [[nodiscard]] workout::Unit unit(workout::Family family);
    [[nodiscard]] double value(workout::Unit unit);
    void addTargets(workout::Step &step, workout::Family family);
    void addWords(workout::Step &step);

    Dice m_dice;
    Options m_options;
};

}
