// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/workoutgenerator.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace support {

using workout::Block;
using workout::Family;
using workout::Step;
using workout::Target;
using workout::Unit;
using workout::Workout;

quint64 Dice::roll()
{
    // splitmix64
    m_state += 0x9e3779b97f4a7c15ULL;
    quint64 mixed = m_state;
    mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9ULL;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebULL;
    return mixed ^ (mixed >> 31);
}

Workout WorkoutGenerator::next()
{
    Workout workout;
    if (m_options.description && m_dice.once(2))
        workout.description = description();
    if (m_options.documentOptions && m_dice.once(6))
        workout.options.insert(u"pool_length"_s, m_dice.one({u"25m"_s, u"33.3m"_s, u"25y"_s, u"50m"_s}));
    if (m_options.documentOptions && m_dice.once(6))
        workout.options.insert(u"category"_s, m_dice.one({u"Hills"_s, u"Base"_s, u"Race day"_s}));
    const Family main = family();
    const int blocks = m_dice.between(1, m_options.mostBlocks);
    for (int i = 0; i < blocks; ++i) {
        Section section = Section::None;
        if (m_options.sections && i == 0 && m_dice.once(2))
            section = Section::Warmup;
        else if (m_options.sections && i + 1 == blocks && m_dice.once(2))
            section = Section::Cooldown;
        workout.blocks.append(block(m_options.mixedFamilies && m_dice.once(5) ? family() : main, section));
    }
    return workout;
}

Block WorkoutGenerator::block(Family family, Section section)
{
    Block block;
    block.repeat = m_options.repeats && m_dice.once(3);
    const int steps = block.repeat ? m_dice.between(1, m_options.mostSteps) : 1;
    if (block.repeat) {
        block.reps = m_dice.between(1, m_options.mostReps);
        block.text
            = m_dice.one({u""_s, u"Main set "_s, u"Set two "_s, u"Hills: "_s, u"Over & under "_s, u"3 times, then "_s})
            + QString::number(block.reps) + u'x';
    }
    for (int i = 0; i < steps; ++i) {
        Step made = step(family);
        made.warmup = section == Section::Warmup;
        made.cooldown = section == Section::Cooldown;
        block.steps.append(made);
    }
    return block;
}

Step WorkoutGenerator::step(Family family)
{
    Step step;
    if (m_options.labels && m_dice.once(2))
        step.text = m_options.nastyLabels && m_dice.once(2) ? nastyLabel() : label();
    if (m_options.distances && m_dice.once(4)) {
        step.metres = m_dice.one({u"50"_s, u"100"_s, u"400"_s, u"1000"_s, u"1500"_s, u"5000"_s, u"10000"_s}).toDouble();
        if (m_options.decimals && m_dice.once(3))
            step.metres = m_dice.one({u"804.67"_s, u"1609.34"_s, u"91.44"_s, u"42195.5"_s}).toDouble();
    }
    if (!step.metres || m_dice.once(8)) {
        const int most = m_options.longestStepSeconds;
        const int seconds = m_dice.once(3)
            ? m_dice.between(1, std::min(most, 90))
            : m_dice.between(1, std::max(1, most / 60)) * 60 + (m_dice.once(4) ? m_dice.below(60) : 0);
        step.duration = std::chrono::seconds(std::clamp(seconds, 1, most));
    }
    addTargets(step, family);
    addWords(step);
    return step;
}

Family WorkoutGenerator::family()
{
    QList<Family> families;
    if (m_options.power)
        families.append(Family::Power);
    if (m_options.heartRate)
        families.append(Family::HeartRate);
    if (m_options.pace)
        families.append(Family::Pace);
    return families.isEmpty() ? Family::Power : families.at(m_dice.below(int(families.size())));
}

void WorkoutGenerator::addTargets(Step &step, Family first)
{
    if (m_options.maxEffort && m_dice.once(12)) {
        step.maxEffort = true;
        return;
    }
    step.freeride = m_options.freeride && m_dice.once(10);
    if ((step.freeride && m_dice.once(2)) || (m_options.untargeted && m_dice.once(10)))
        return;
    if (m_options.customZones && first == Family::Power && m_dice.once(20)) {
        step.customZone = m_dice.one({u"CZ1"_s, u"CZ2-CZ3"_s});
        return;
    }
    step.ramp = m_options.ramps && m_dice.once(5);
    const auto add = [&](Family family) {
        auto &place = family == Family::Power ? step.power : family == Family::HeartRate ? step.heartRate : step.pace;
        place = target(family, step.ramp);
    };
    add(first);
    if (m_options.mixedFamilies && m_dice.once(8))
        add(family());
}

Unit WorkoutGenerator::unit(Family family)
{
    const auto pick
        = [this](std::initializer_list<Unit> units) { return *(units.begin() + m_dice.below(int(units.size()))); };
    const bool zone = m_options.zones && !m_options.percentOnly && m_dice.once(4);
    switch (family) {
    case Family::Power:
        if (m_options.wattsOnly)
            return Unit::Watts;
        if (zone)
            return Unit::PowerZone;
        if (m_options.bestEfforts && m_dice.once(12))
            return Unit::PercentMmp;
        return m_options.percentOnly ? Unit::PercentFtp : pick({Unit::PercentFtp, Unit::PercentFtp, Unit::Watts});
    case Family::HeartRate:
        if (zone)
            return Unit::HrZone;
        return m_options.percentOnly ? pick({Unit::PercentHr, Unit::PercentLthr})
                                     : pick({Unit::PercentHr, Unit::PercentLthr, Unit::Bpm});
    case Family::Pace:
        break;
    }
    if (zone)
        return Unit::PaceZone;
    if (m_options.percentOnly || m_dice.once(2))
        return Unit::PercentPace;
    return pick({Unit::SecondsPerKm,
        Unit::SecondsPerMile,
        Unit::SecondsPer100m,
        Unit::SecondsPer100y,
        Unit::SecondsPer500m,
        Unit::SecondsPer400m,
        Unit::SecondsPer250m,
        Unit::SecondsPerOwnUnit});
}

double WorkoutGenerator::value(Unit unit)
{
    const double fraction = m_options.decimals && m_dice.once(10) ? m_dice.between(1, 9) / 10.0 : 0;
    switch (unit) {
    case Unit::PowerZone:
    case Unit::PaceZone:
        return m_dice.between(1, 7);
    case Unit::HrZone:
        return m_dice.between(1, 5);
    case Unit::Watts:
        return m_dice.between(60, 700);
    case Unit::Bpm:
        return m_dice.between(90, 195);
    case Unit::PercentHr:
    case Unit::PercentLthr:
        return m_dice.between(50, 110) + fraction;
    case Unit::PercentFtp:
    case Unit::PercentMmp:
    case Unit::PercentPace:
        return m_dice.between(30, 180) + fraction;
    default:
        break;
    }
    return m_dice.between(60, 480) + fraction;
}

Target WorkoutGenerator::target(Family family, bool ramp)
{
    Target target;
    target.unit = unit(family);
    target.start = target.end = value(target.unit);
    if (ramp || (m_options.ranges && m_dice.once(3)))
        target.end = value(target.unit);
    if (!ramp && target.end < target.start) // a person writes the lower end first
        std::swap(target.start, target.end);
    if (target.unit == Unit::PercentMmp && m_dice.once(2))
        target.over = std::chrono::minutes(m_dice.between(1, 60));
    if (m_options.deviceWords && m_dice.once(8))
        target.average = m_dice.one({u"lap"_s, u"1s"_s, u"3s"_s, u"10s"_s, u"30s"_s});
    return target;
}

void WorkoutGenerator::addWords(Step &step)
{
    if (m_options.cadence && m_dice.once(4)) {
        const double from = m_dice.between(50, 110);
        step.cadenceRpm
            = std::pair(from, m_options.cadenceRanges && m_dice.once(2) ? from + m_dice.between(5, 15) : from);
    }
    if (!m_options.deviceWords)
        return;
    step.hidePower = m_dice.once(12);
    step.untilLapPress = m_dice.once(12);
    if (m_dice.once(8))
        step.intensity = m_dice.one(
            {u"warmup"_s, u"cooldown"_s, u"active"_s, u"rest"_s, u"recovery"_s, u"interval"_s, u"other"_s, u"auto"_s});
}

QString WorkoutGenerator::description()
{
    QStringList lines;
    const int count = m_dice.between(1, 4);
    for (int i = 0; i < count; ++i)
        lines << m_dice.one({u"Steady all the way."_s,
            u"Drink every 20 minutes & eat."_s,
            u"Hold 250w if you can, 3 x 10m"_s,
            u"<b>Listen</b> to your legs"_s,
            u"Größe zählt nicht \u2013 \u6162\u6162\u6765"_s,
            u"Note: 60% is enough"_s});
    return lines.join(m_dice.one({u"\n"_s, u"\n\n"_s}));
}

QString WorkoutGenerator::label()
{
    QString text = m_dice.one({u"Easy"_s,
        u"Hard"_s,
        u"Settle in"_s,
        u"Ramp 2"_s,
        u"Over"_s,
        u"Under \u2014 breathe"_s,
        u"Spin & hold"_s,
        u"Don't rush"_s,
        u"\u00dcber die H\u00f6he"_s,
        u"\u8def 3"_s,
        u"Sit \U0001f6b4 up"_s,
        u"\"Float\" <here>"_s});
    if (m_options.cues && m_dice.once(6))
        text += u' ' + QString::number(m_dice.between(5, 55))
            + m_dice.one({u"^Look up<!>"_s, u"^10 Halfway there<!>"_s, u"^Stand<!>50^Sit & go at 90%<!>"_s});
    return text;
}

QString WorkoutGenerator::nastyLabel()
{
    QStringList words;
    const int count = m_dice.between(1, 5);
    for (int i = 0; i < count; ++i)
        words << m_dice.one({u"10m"_s,
            u"95%"_s,
            u"Z2"_s,
            u"ramp"_s,
            u"freeride"_s,
            u"-"_s,
            u"--"_s,
            u"4x"_s,
            u"press"_s,
            u"lap"_s,
            u"press lap"_s,
            u"20^up"_s,
            u"<!>"_s,
            u"^"_s,
            u"<script>"_s,
            u"&amp;"_s,
            u"90rpm"_s,
            u"at"_s,
            u"1'30\""_s,
            u"5:00/km"_s,
            u"Pace"_s,
            u"HR"_s,
            u"CZ1"_s,
            u"intensity=rest"_s,
            u"\n- 5m 300%"_s,
            u"\t"_s,
            u"\u00a0"_s,
            u"\ufeff"_s,
            u"%1"_s,
            u"\u202e"_s,
            u"0.5s"_s,
            u"2km"_s,
            u"\U0001f525"_s,
            u"200w+"_s,
            u"60"_s,
            u"MMP"_s,
            u"power=3s"_s,
            u"maxeffort"_s,
            u"Warmup"_s});
    return words.join(m_dice.one({u" "_s, u""_s, u"  "_s}));
}

}
