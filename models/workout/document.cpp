// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workout/document.h"

#include "models/workout/absolute.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace workout {

namespace {

QString unitName(Unit unit)
{
    static const QStringList names {u"%ftp"_s, u"w"_s, u"power_zone"_s, u"%mmp"_s, u"%hr"_s, u"%lthr"_s, u"hr_zone"_s, u"bpm"_s, u"%pace"_s,
        u"pace_zone"_s, u"secs/km"_s, u"secs/mi"_s, u"secs/100m"_s, u"secs/100y"_s, u"secs/500m"_s, u"secs/400m"_s, u"secs/250m"_s};
    return names.value(int(unit));
}

QJsonObject valueOf(const Target &target, bool ramp)
{
    QJsonObject value {{u"units"_s, unitName(target.unit)}};
    if (target.isRange() || ramp) {
        value.insert(u"start"_s, target.start);
        value.insert(u"end"_s, target.end);
    } else {
        value.insert(u"value"_s, target.start);
    }
    if (!target.average.isEmpty())
        value.insert(u"target"_s, target.average);
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
        json.insert(u"power"_s, valueOf(*step.power, step.ramp));
    if (step.heartRate)
        json.insert(u"hr"_s, valueOf(*step.heartRate, step.ramp));
    if (step.pace)
        json.insert(u"pace"_s, valueOf(*step.pace, step.ramp));
    if (step.cadenceRpm) {
        const auto &[from, to] = *step.cadenceRpm;
        QJsonObject cadence {{u"units"_s, u"rpm"_s}};
        if (from == to)
            cadence.insert(u"value"_s, from);
        else
            cadence = {{u"units"_s, u"rpm"_s}, {u"start"_s, from}, {u"end"_s, to}};
        json.insert(u"cadence"_s, cadence);
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
    QJsonObject document {{u"steps"_s, steps}, {u"duration"_s, qint64(figures.duration.count())}, {u"distance"_s, figures.metres}, {u"zoneTimes"_s, zones},
        {u"normalized_power"_s, figures.normalizedWatts}, {u"average_watts"_s, figures.averageWatts}, {u"options"_s, QJsonObject()}, {u"locales"_s, QJsonArray()}};
    if (!workout.description.isEmpty())
        document.insert(u"description"_s, workout.description);
    if (figures.family)
        document.insert(u"target"_s, *figures.family == Family::Power ? u"POWER"_s : *figures.family == Family::Pace ? u"PACE"_s : u"HR"_s);
    return document;
}

}
