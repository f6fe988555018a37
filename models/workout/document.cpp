// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workout/document.h"

#include "models/workout/absolute.h"
#include "models/workout/units.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace workout {

namespace {

QJsonObject valueOf(const Target &target, const domain::SportSettings &settings, bool ramp)
{
    const Unit unit = target.unit == Unit::SecondsPerOwnUnit ? paceUnitOf(settings.paceUnits) : target.unit;
    QJsonObject value {{u"units"_s, documentName(unit)}};
    if (target.isRange() || ramp) {
        value.insert(u"start"_s, target.start);
        value.insert(u"end"_s, target.end);
    } else {
        value.insert(u"value"_s, target.start);
    }
    if (!target.average.isEmpty())
        value.insert(u"target"_s, target.average);
    if (target.over)
        value.insert(u"duration"_s, qint64(target.over->count()));
    return value;
}

QJsonObject stepObject(const Step &step, const domain::SportSettings &settings)
{
    QJsonObject json;
    if (!step.text.isEmpty())
        json.insert(u"text"_s, step.text.toHtmlEscaped());
    json.insert(u"duration"_s, qint64(durationOf(step, settings).count()));
    if (step.metres)
        json.insert(u"distance"_s, *step.metres);
    if (step.power)
        json.insert(u"power"_s, valueOf(*step.power, settings, step.ramp));
    if (step.heartRate)
        json.insert(u"hr"_s, valueOf(*step.heartRate, settings, step.ramp));
    if (step.pace)
        json.insert(u"pace"_s, valueOf(*step.pace, settings, step.ramp));
    if (step.cadenceRpm) {
        const auto &[from, to] = *step.cadenceRpm;
        json.insert(u"cadence"_s,
            from == to ? QJsonObject {{u"units"_s, u"rpm"_s}, {u"value"_s, from}} : QJsonObject {{u"units"_s, u"rpm"_s}, {u"start"_s, from}, {u"end"_s, to}});
    }
    if (!step.intensity.isEmpty())
        json.insert(u"intensity"_s, step.intensity);
    for (const auto &[on, key] : {std::pair {step.ramp, u"ramp"_s}, {step.freeride, u"freeride"_s}, {step.maxEffort, u"maxeffort"_s}, {step.hidePower, u"hidepower"_s},
             {step.untilLapPress, u"until_lap_press"_s}, {step.warmup, u"warmup"_s}, {step.cooldown, u"cooldown"_s}}) {
        if (on)
            json.insert(key, true);
    }
    return json;
}

}

QJsonObject toDocument(const Workout &workout, const domain::SportSettings &settings, const Resolved &figures)
{
    QJsonArray steps;
    for (const auto &block : workout.blocks) {
        QJsonArray inner;
        qint64 seconds = 0;
        double metres = 0;
        for (const auto &step : block.steps) {
            inner.append(stepObject(step, settings));
            seconds += durationOf(step, settings).count();
            metres += step.metres.value_or(0);
        }
        if (block.repeat)
            steps.append(QJsonObject {{u"reps"_s, block.reps}, {u"text"_s, block.text}, {u"steps"_s, inner}, {u"duration"_s, seconds * block.reps}, {u"distance"_s, metres * block.reps}});
        else
            steps.append(inner.first());
    }
    QJsonArray zones;
    for (const auto &[id, seconds] : figures.zoneSeconds)
        zones.append(QJsonObject {{u"id"_s, id}, {u"secs"_s, seconds}});
    QJsonObject options;
    for (auto it = workout.options.begin(); it != workout.options.end(); ++it)
        options.insert(it.key(), it.value());
    QJsonObject document {{u"steps"_s, steps}, {u"duration"_s, qint64(figures.duration.count())}, {u"distance"_s, figures.metres}, {u"zoneTimes"_s, zones},
        {u"normalized_power"_s, figures.normalizedWatts}, {u"average_watts"_s, figures.averageWatts}, {u"options"_s, options}, {u"locales"_s, QJsonArray()}};
    if (!workout.description.isEmpty())
        document.insert(u"description"_s, workout.description);
    if (figures.family)
        document.insert(u"target"_s, *figures.family == Family::Power ? u"POWER"_s : *figures.family == Family::Pace ? u"PACE"_s : u"HR"_s);
    return document;
}

}
