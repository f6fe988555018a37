// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workout/editscale.h"

#include "models/workout/absolute.h"
#include "models/workout/editline.h"
#include "models/workout/units.h"

#include <algorithm>
#include <cmath>

namespace workout {

namespace {

constexpr double leastFactor = 0.2;
constexpr double mostFactor = 5;
constexpr int halvings = 24;

bool concerns(const QList<int> &lines, int line)
{
    return lines.isEmpty() || lines.contains(line);
}

double toStep(double value, double step)
{
    return std::max(step, std::round(value / step) * step);
}

std::optional<Target> scaled(const Target &target, double factor, const Person &person)
{
    if (target.unit >= Unit::SecondsPerKm) { // seconds for a way: faster is less
        Target faster = target;
        faster.start = std::max(1.0, std::round(target.start / factor));
        faster.end = std::max(1.0, std::round(target.end / factor));
        return faster;
    }
    std::optional<Target> other = target;
    if (isZone(target.unit))
        other = converted(target, unitOf(familyOf(target.unit), Notation::Percent, person.settings), person);
    if (!other)
        return {};
    other->start = std::round(other->start * factor);
    other->end = std::round(other->end * factor);
    return other;
}

qint64 secondsOf(const Workout &workout, const Person &person)
{
    qint64 seconds = 0;
    for (const Block &block : workout.blocks) {
        for (const Step &step : block.steps)
            seconds += durationOf(step, person.settings).count() * block.reps;
    }
    return seconds;
}

/// The longest timed step that is done once: there a few seconds more or less are least felt.
std::optional<Script::Place> buffer(const Script &script)
{
    std::optional<Script::Place> longest;
    for (const auto &place : script.places()) {
        const Step &step = script.step(place);
        if (script.block(place.block).repeat || !step.duration)
            continue;
        if (!longest || *step.duration > *script.step(*longest).duration)
            longest = place;
    }
    return longest;
}

/// One edit in place of two that follow each other.
Edited joined(const Script &script, const QString &after)
{
    if (after == script.text())
        return {};
    const Script other(after);
    QList<Edited> edits;
    // Scaling keeps the lines, so that each is compared with itself.
    for (int line = 0; line < script.lineCount(); ++line) {
        if (script.line(line) != other.line(line))
            edits.append({{{script.startOf(line), script.line(line).size(), other.line(line).toString()}}, {line}});
    }
    return together(edits);
}

/// The factor whose outcome comes nearest to what is wanted; the outcome grows with the factor.
template<typename Outcome>
double solve(double wanted, Outcome outcome)
{
    double low = leastFactor;
    double high = mostFactor;
    double best = 1;
    double bestMiss = std::abs(outcome(1) - wanted);
    for (int i = 0; i < halvings; ++i) {
        const double factor = std::sqrt(low * high);
        const double found = outcome(factor);
        if (std::abs(found - wanted) < bestMiss) {
            bestMiss = std::abs(found - wanted);
            best = factor;
        }
        (found < wanted ? low : high) = factor;
    }
    return best;
}

}

std::chrono::seconds rounded(double seconds)
{
    const double step = seconds < 600 ? 5 : seconds < 3600 ? 30 : 60;
    return std::chrono::seconds(qint64(toStep(seconds, step)));
}

double roundedMetres(double metres)
{
    return toStep(metres, metres < 1000 ? 25 : metres < 5000 ? 100 : 500);
}

Edited scaleDurations(const Script &script, double factor, const QList<int> &lines)
{
    QList<Edited> edits;
    for (const auto &place : script.places()) {
        const Step &step = script.step(place);
        if (!concerns(lines, place.line))
            continue;
        if (step.duration)
            edits.append(setDuration(script, place.line, rounded(double(step.duration->count()) * factor)));
        else if (step.metres)
            edits.append(setDistance(script, place.line, roundedMetres(*step.metres * factor)));
    }
    return together(edits);
}

Edited scaleIntensities(const Script &script, double factor, const Person &person, const QList<int> &lines)
{
    static constexpr Family families[] {Family::Power, Family::HeartRate, Family::Pace};
    QList<Edited> edits;
    for (const auto &place : script.places()) {
        if (!concerns(lines, place.line))
            continue;
        for (const Family family : families) {
            const auto &target = targetOf(script.step(place), family);
            if (!target)
                continue;
            if (const auto other = scaled(*target, factor, person))
                edits.append(replaceTarget(script, place.line, family, *other));
        }
    }
    return together(edits);
}

Edited fitDuration(const Script &script, std::chrono::seconds duration, const Person &person)
{
    if (script.places().empty() || duration.count() <= 0)
        return {};
    const auto outcome = [&](double factor) {
        return double(
            secondsOf(Script(applied(script.text(), scaleDurations(script, factor).changes)).workout(), person));
    };
    const double wanted = double(duration.count());
    QString text = script.text();
    if (outcome(1) != wanted) // rounding is for what changes
        text = applied(text, scaleDurations(script, solve(wanted, outcome)).changes);
    const Script scaledScript(text);
    if (const auto rest = buffer(scaledScript)) {
        const qint64 missing = duration.count() - secondsOf(scaledScript.workout(), person);
        const auto whole = *scaledScript.step(*rest).duration + std::chrono::seconds(missing);
        if (missing != 0 && whole.count() >= 5)
            text = applied(text, setDuration(scaledScript, rest->line, whole).changes);
    }
    return joined(script, text);
}

Edited fitLoad(const Script &script, int load, FitBy by, const Person &person, const ResolveOptions &options)
{
    if (load <= 0 || !resolve(script.workout(), person.settings, options).load)
        return {};
    const auto at = [&](double factor) {
        return by == FitBy::Duration ? scaleDurations(script, factor) : scaleIntensities(script, factor, person);
    };
    const auto outcome = [&](double factor) {
        const Script other(applied(script.text(), at(factor).changes));
        return double(resolve(other.workout(), person.settings, options).load.value_or(0));
    };
    if (resolve(script.workout(), person.settings, options).load == load)
        return {};
    return at(solve(load, outcome));
}

}
