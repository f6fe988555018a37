// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/fitsteps.h"

#include "models/files/fittargets.h"
#include "models/workout/parse.h"
#include "models/workout/print.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace files::fit {

namespace {

constexpr double millisecondsPerSecond = 1000;
constexpr double centimetresPerMetre = 100;

quint32 fieldValue(double value)
{
    return quint32(std::llround(std::clamp(value, 0.0, mostOfField)));
}

/// What is shown when a step begins: the label up to its first timed cue, "33^text".
QString firstCue(const QString &label)
{
    const qsizetype cue = label.indexOf(u'^');
    if (cue < 0)
        return label;
    qsizetype end = cue;
    while (end > 0 && (label.at(end - 1).isDigit() || label.at(end - 1).isSpace()))
        --end;
    return label.left(end).trimmed();
}

bool isRest(const workout::Step &step)
{
    bool nothing = false;
    for (const auto *target : {&step.power, &step.heartRate, &step.pace}) {
        if (*target && !isNothing(**target))
            return false;
        nothing |= target->has_value();
    }
    return nothing;
}

int intensityOf(const workout::Step &step)
{
    for (const int number : {intensity::active,
             intensity::rest,
             intensity::warmup,
             intensity::cooldown,
             intensity::recovery,
             intensity::interval,
             intensity::other}) {
        if (step.intensity == intensityName(number))
            return number;
    }
    if (step.warmup || step.cooldown)
        return step.warmup ? intensity::warmup : intensity::cooldown;
    return isRest(step) ? intensity::rest : intensity::active;
}

}

QString fitting(const QString &text)
{
    constexpr qsizetype mostBytes = 254; // of a field, with the NUL
    QString fit = text;
    fit.remove(QChar(u'\0'));
    while (fit.toUtf8().size() > mostBytes) {
        const qsizetype spare = std::max<qsizetype>(1, (fit.toUtf8().size() - mostBytes) / 4);
        fit.chop(std::min(spare, fit.size()));
        if (!fit.isEmpty() && fit.back().isHighSurrogate())
            fit.chop(1);
    }
    return fit;
}

Encoded encoded(const workout::Step &step, const domain::SportSettings &settings)
{
    Encoded result;
    RawStep &raw = result.step;
    raw.name = fitting(firstCue(step.text));
    if (step.untilLapPress) {
        raw.durationType = durationType::open;
    } else if (step.metres.value_or(0) > 0) {
        raw.durationType = durationType::distance;
        raw.durationValue = fieldValue(*step.metres * centimetresPerMetre);
    } else {
        raw.durationType = durationType::time;
        raw.durationValue
            = fieldValue(double(step.duration.value_or(std::chrono::seconds(0)).count()) * millisecondsPerSecond);
    }
    raw.intensity = intensityOf(step);
    const auto targets = targetsOf(step, settings);
    result.settled = targets.settled;
    result.whole = targets.whole;
    if (!targets.list.isEmpty())
        raw.target = targets.list.at(0);
    if (targets.list.size() > 1)
        raw.second = targets.list.at(1);
    return result;
}

workout::Step decoded(const RawStep &raw, const QString &sport)
{
    workout::Step step;
    step.text = raw.name;
    switch (raw.durationType) {
    case durationType::time:
    case durationType::timeOnly:
        step.duration = std::chrono::seconds(std::llround(raw.durationValue.value_or(0) / millisecondsPerSecond));
        break;
    case durationType::distance:
        step.metres = raw.durationValue.value_or(0) / centimetresPerMetre;
        break;
    default:
        step.untilLapPress = true;
        break;
    }
    step.warmup = raw.intensity == intensity::warmup;
    step.cooldown = raw.intensity == intensity::cooldown;
    if (raw.intensity != intensity::active && !step.warmup && !step.cooldown)
        step.intensity = intensityName(raw.intensity);
    applyTarget(raw.target, sport, step);
    applyTarget(raw.second, sport, step);
    return step;
}

QString lineOf(const workout::Step &step)
{
    workout::Step plain = step;
    if (plain.intensity.isEmpty())
        plain.warmup = plain.cooldown = false; // the intensity of the step says it
    workout::Workout workout;
    workout.blocks.append({.reps = 1, .text = {}, .repeat = false, .steps = {plain}});
    const QString line = workout::print(workout).trimmed();
    return line.startsWith("- "_L1) && !line.contains(u'\n') ? line.mid(2) : line;
}

std::optional<workout::Step> stepOfLine(const QString &line, const RawStep &raw)
{
    if (line.isEmpty() || line.count(u'\n') > 1)
        return {};
    // Two lines are a section, "Cooldown", and its step.
    const workout::Workout read = workout::parse(line.contains(u'\n') ? line : u"- "_s + line);
    if (read.blocks.size() != 1 || read.blocks.first().repeat || read.blocks.first().steps.size() != 1)
        return {};
    workout::Step step = read.blocks.first().steps.first();
    if (step.intensity.isEmpty()) {
        step.warmup = raw.intensity == intensity::warmup;
        step.cooldown = raw.intensity == intensity::cooldown;
    }
    const Encoded again = encoded(step, {});
    const bool sameShape = again.step.name == raw.name && again.step.durationType == raw.durationType
        && again.step.durationValue == raw.durationValue && again.step.intensity == raw.intensity;
    const bool sameTargets = !again.settled || (again.step.target == raw.target && again.step.second == raw.second);
    if (!sameShape || !sameTargets)
        return {};
    step.line = 0;
    step.places = {}; // they are those of the notes
    return step;
}

}
