// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/zwoelement.h"

#include "models/files/limits.h"
#include "models/files/plaintext.h"

#include <QHash>
#include <QSet>
#include <cmath>

using namespace Qt::StringLiterals;

namespace files {

namespace {

using workout::Step;
using workout::Target;
using workout::Unit;

enum class Kind { Steady, Warmup, Cooldown, Ramp, Free, Max, Unknown };

Kind kindOf(const QString &name)
{
    static const QHash<QString, Kind> kinds {{u"steadystate"_s, Kind::Steady},
        {u"solidstate"_s, Kind::Steady},
        {u"warmup"_s, Kind::Warmup},
        {u"cooldown"_s, Kind::Cooldown},
        {u"ramp"_s, Kind::Ramp},
        {u"freeride"_s, Kind::Free},
        {u"maxeffort"_s, Kind::Max}};
    return kinds.value(name, Kind::Unknown);
}

QString described(const QString &name, const QString &value)
{
    return name + u'=' + plainLine(value, 40);
}

/// The share that a file states, as a percentage without the dust of binary fractions.
double percent(double fraction)
{
    return std::round(fraction * 1e8) / 1e6;
}

/// The cues of one repetition, split at the end of its first step; nothing if they fall into others.
struct SharedCues {
    QList<Cue> on;
    QList<Cue> off;

    friend bool operator==(const SharedCues &, const SharedCues &) = default;
};

QList<SharedCues> byRepetition(const QList<Cue> &cues, qint64 on, qint64 off, int repeats)
{
    QList<SharedCues> shares(repeats);
    for (Cue cue : cues) {
        const qint64 at = cue.at.count();
        const qint64 repetition = std::min<qint64>(on + off > 0 ? at / (on + off) : 0, repeats - 1);
        const qint64 within = at - repetition * (on + off);
        cue.at = std::chrono::seconds(within < on || off == 0 ? within : within - on);
        (within < on || off == 0 ? shares[repetition].on : shares[repetition].off).append(cue);
    }
    return shares;
}

}

domain::Error ZwoSteps::wrong(const ZwoElement &element, const QString &attribute, const QString &why) const
{
    const QString value = element.attributes.value(attribute.toLower());
    return domain::unreadable(
        u"step %1, %2"_s.arg(m_number).arg(plainLine(element.name, 40)), described(attribute, value) + u": "_s + why);
}

bool ZwoSteps::countsMetres(const ZwoElement &element) const
{
    const QString type = element.attributes.value(u"durationtype"_s).toLower();
    return type.isEmpty() ? m_byDistance : type == "distance"_L1;
}

ZwoSteps::Failure ZwoSteps::length(const ZwoElement &element, const QString &attribute, std::optional<double> &value)
{
    value = numberIn(element.attributes.value(attribute.toLower()));
    const double most = countsMetres(element) ? longestStepMetres : longestStepSeconds;
    if (!value || *value < 0 || *value > most)
        return wrong(element, attribute, u"not a duration up to %1"_s.arg(qint64(most)));
    return {};
}

/// Reads the first of: one attribute for both ends, or a low and a high one. None is no target.
ZwoSteps::Failure ZwoSteps::powerPair(const ZwoElement &element, const QStringList &names, Step &step)
{
    std::array<std::optional<double>, 3> read;
    for (size_t i = 0; i < read.size(); ++i) {
        const QString &name = names.at(qsizetype(i));
        const auto it = element.attributes.constFind(name.toLower());
        if (it == element.attributes.constEnd())
            continue;
        read[i] = numberIn(*it);
        if (!read[i] || *read[i] < 0 || *read[i] > highestPowerFraction)
            return wrong(element, name, u"not a share of the threshold between 0 and %1"_s.arg(highestPowerFraction));
    }
    const auto start = read[1] ? read[1] : read[0] ? read[0] : read[2];
    const auto end = read[2] ? read[2] : read[0] ? read[0] : read[1];
    if (!start || !end)
        return {};
    const Target target {m_run ? Unit::PercentPace : Unit::PercentFtp, percent(*start), percent(*end), {}};
    (m_run ? step.pace : step.power) = target;
    return {};
}

void ZwoSteps::setLength(Step &step, double length, const ZwoElement &element, bool summed)
{
    if (countsMetres(element)) {
        if (length > 0)
            step.metres = length;
        return;
    }
    const double before = summed ? std::round(m_clock) : 0;
    const double after = summed ? std::round(m_clock + length) : std::round(length);
    if (!summed && std::round(length) != length)
        m_notes.add(u"fractions of a second rounded"_s, m_number);
    if (summed)
        m_clock += length;
    if (after > before)
        step.duration = std::chrono::seconds(qint64(after - before));
}

void ZwoSteps::setCadence(const ZwoElement &element, const QString &plain, Step &step)
{
    const auto valid = [](std::optional<double> rpm) { return rpm && *rpm > 0 && *rpm < 300; };
    const auto low = numberIn(element.attributes.value(u"cadencelow"_s));
    const auto high = numberIn(element.attributes.value(u"cadencehigh"_s));
    const auto one = numberIn(element.attributes.value(plain));
    if (plain == "cadence"_L1 && valid(low) && valid(high))
        step.cadenceRpm = std::pair(*low, *high);
    else if (valid(one))
        step.cadenceRpm = std::pair(*one, *one);
}

ZwoSteps::Failure ZwoSteps::append(const workout::Block &block)
{
    m_steps += int(block.steps.size());
    if (m_steps > mostSteps)
        return domain::unreadable(u"step %1"_s.arg(m_number), u"more than %1 steps"_s.arg(mostSteps));
    m_blocks.append(block);
    return {};
}

ZwoSteps::Failure ZwoSteps::add(const ZwoElement &element)
{
    ++m_number;
    const QString name = element.name.toLower();
    if (name == "intervalst"_L1)
        return addIntervals(element);
    if (kindOf(name) == Kind::Unknown) {
        const bool lasts = numberIn(element.attributes.value(u"duration"_s)).value_or(0) > 0;
        m_notes.add(lasts ? u"unknown element %1 read as a step without a target"_s.arg(plainLine(element.name, 40))
                          : u"unknown element %1 left out"_s.arg(plainLine(element.name, 40)),
            m_number);
        if (!lasts)
            return {};
    }
    return addPlain(element, name);
}

ZwoSteps::Failure ZwoSteps::addPlain(const ZwoElement &element, const QString &name)
{
    const Kind kind = kindOf(name);
    std::optional<double> duration;
    if (auto failure = length(element, u"Duration"_s, duration))
        return failure;
    Step step;
    if (auto failure = powerPair(element, {u"Power"_s, u"PowerLow"_s, u"PowerHigh"_s}, step))
        return failure;
    setCadence(element, u"cadence"_s, step);
    setLength(step, *duration, element, true);
    if (!step.duration && !step.metres) {
        m_notes.add(u"without a duration, left out"_s, m_number);
        return {};
    }
    step.freeride = kind == Kind::Free;
    step.maxEffort = kind == Kind::Max;
    step.warmup = kind == Kind::Warmup;
    step.cooldown = kind == Kind::Cooldown;
    step.hidePower = element.attributes.value(u"show_avg"_s) == "0"_L1;
    auto &target = m_run ? step.pace : step.power;
    if (target && target->isRange() && (kind == Kind::Warmup || kind == Kind::Cooldown || kind == Kind::Ramp)) {
        step.ramp = true;
        // Some write low before high whatever the element; a cooldown comes down.
        if (kind == Kind::Cooldown && target->start < target->end)
            std::swap(target->start, target->end);
    }
    QList<Cue> cues = element.cues;
    if (kind == Kind::Unknown)
        cues.prepend({std::chrono::seconds(0), {}, element.name});
    for (Cue &cue : cues) {
        if (step.duration && cue.at > *step.duration) {
            cue.at = *step.duration;
            m_notes.add(u"text beyond the end of the step moved to its end"_s, m_number);
        }
    }
    step.text = stepText(cues);
    return append({1, {}, false, {step}});
}

ZwoSteps::Failure ZwoSteps::addIntervals(const ZwoElement &element)
{
    std::optional<double> repeats
        = element.attributes.contains(u"repeat"_s) ? numberIn(element.attributes.value(u"repeat"_s)) : 1;
    if (!repeats || *repeats < 1 || *repeats > mostRepeats || std::trunc(*repeats) != *repeats)
        return wrong(element, u"Repeat"_s, u"not a number between 1 and %1"_s.arg(mostRepeats));
    std::optional<double> onLength;
    std::optional<double> offLength = 0;
    if (auto failure = length(element, u"OnDuration"_s, onLength))
        return failure;
    if (element.attributes.contains(u"offduration"_s)) {
        if (auto failure = length(element, u"OffDuration"_s, offLength))
            return failure;
    }
    Step on;
    Step off;
    if (auto failure = powerPair(element, {u"OnPower"_s, u"PowerOnLow"_s, u"PowerOnHigh"_s}, on))
        return failure;
    if (auto failure = powerPair(element, {u"OffPower"_s, u"PowerOffLow"_s, u"PowerOffHigh"_s}, off))
        return failure;
    setCadence(element, u"cadence"_s, on);
    setCadence(element, u"cadenceresting"_s, off);
    setLength(on, *onLength, element, false);
    setLength(off, *offLength, element, false);
    on.hidePower = off.hidePower = element.attributes.value(u"show_avg"_s) == "0"_L1;
    const auto seconds = on.duration.value_or(std::chrono::seconds(0)) + off.duration.value_or(std::chrono::seconds(0));
    m_clock += double(seconds.count()) * *repeats;
    return addSteps(on, off, int(*repeats), element.cues);
}

/// As a repeat if every repetition shows the same words, else one after the other.
ZwoSteps::Failure ZwoSteps::addSteps(const Step &on, const Step &off, int repeats, const QList<Cue> &cues)
{
    const auto counts = [](const Step &step) { return step.duration || step.metres; };
    if (!counts(on) && !counts(off)) {
        m_notes.add(u"without a duration, left out"_s, m_number);
        return {};
    }
    const auto seconds
        = [](const Step &step) { return qint64(step.duration.value_or(std::chrono::seconds(0)).count()); };
    const QList<SharedCues> shares = byRepetition(cues, seconds(on), seconds(off), repeats);
    const bool alike
        = std::all_of(shares.begin(), shares.end(), [&](const SharedCues &share) { return share == shares.first(); });
    if (!alike)
        m_notes.add(u"repeats written out, since each has words of its own"_s, m_number);
    const auto stepsOf = [&](const SharedCues &share) {
        QList<Step> steps;
        for (const auto &[step, words] : {std::pair(&on, &share.on), std::pair(&off, &share.off)}) {
            if (!counts(*step))
                continue;
            steps.append(*step);
            steps.last().text = stepText(*words);
        }
        return steps;
    };
    if (alike && repeats > 1)
        return append({repeats, QString::number(repeats) + u'x', true, stepsOf(shares.first())});
    for (const auto &share : shares) {
        const auto steps = stepsOf(share);
        for (const auto &step : steps) {
            if (auto failure = append({1, {}, false, {step}}))
                return failure;
        }
    }
    return {};
}

}
