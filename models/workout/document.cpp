// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workout/document.h"

#include "models/workout/absolute.h"
#include "models/workout/resolvedvalues.h"
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

/// "CZ2-CZ3". How the service writes these is not known; the zones are kept like others.
QJsonObject customZone(const QString &name)
{
    const auto number = [](QStringView zone) { return zone.mid(2).toInt(); };
    const qsizetype dash = name.indexOf(u'-');
    QJsonObject value {{u"units"_s, u"custom_zone"_s}};
    if (dash < 0) {
        value.insert(u"value"_s, number(name));
    } else {
        value.insert(u"start"_s, number(QStringView(name).left(dash)));
        value.insert(u"end"_s, number(QStringView(name).mid(dash + 1)));
    }
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
    else if (!step.customZone.isEmpty())
        json.insert(u"power"_s, customZone(step.customZone));
    if (step.heartRate)
        json.insert(u"hr"_s, valueOf(*step.heartRate, settings, step.ramp));
    if (step.pace)
        json.insert(u"pace"_s, valueOf(*step.pace, settings, step.ramp));
    if (step.cadenceRpm) {
        const auto &[from, to] = *step.cadenceRpm;
        json.insert(u"cadence"_s,
            from == to ? QJsonObject {{u"units"_s, u"rpm"_s}, {u"value"_s, from}}
                       : QJsonObject {{u"units"_s, u"rpm"_s}, {u"start"_s, from}, {u"end"_s, to}});
    }
    if (!step.intensity.isEmpty())
        json.insert(u"intensity"_s, step.intensity);
    for (const auto &[on, key] : {std::pair {step.ramp, u"ramp"_s},
             {step.freeride, u"freeride"_s},
             {step.maxEffort, u"maxeffort"_s},
             {step.hidePower, u"hidepower"_s},
             {step.untilLapPress, u"until_lap_press"_s},
             {step.warmup, u"warmup"_s},
             {step.cooldown, u"cooldown"_s}}) {
        if (on)
            json.insert(key, true);
    }
    return json;
}

QLatin1StringView nameOf(Family family)
{
    return family == Family::Power ? "POWER"_L1 : family == Family::Pace ? "PACE"_L1 : "HR"_L1;
}

/// The thresholds that resolved targets follow from.
void addThresholds(QJsonObject &document, const domain::SportSettings &settings, int ftp)
{
    if (ftp > 0)
        document.insert(u"ftp"_s, ftp);
    if (settings.lthrBpm)
        document.insert(u"lthr"_s, *settings.lthrBpm);
    if (settings.maxHrBpm)
        document.insert(u"max_hr"_s, *settings.maxHrBpm);
    if (settings.thresholdPaceMps)
        document.insert(u"threshold_pace"_s, *settings.thresholdPaceMps);
    if (!settings.paceUnits.isEmpty())
        document.insert(u"pace_units"_s, settings.paceUnits);
}

}

QJsonObject toDocument(const Workout &workout,
    const domain::SportSettings &settings,
    const Resolved &figures,
    const DocumentOptions &options)
{
    const int ftp = ftpOf(settings, options.indoor || options.type.startsWith("Virtual"_L1));
    const auto written = [&](const Step &step) {
        QJsonObject json = stepObject(step, settings);
        if (options.resolved)
            addResolved(json, step, settings, ftp, options);
        return json;
    };
    QJsonArray steps;
    for (const auto &block : workout.blocks) {
        QJsonArray inner;
        qint64 seconds = 0;
        double metres = 0;
        for (const auto &step : block.steps) {
            inner.append(written(step));
            seconds += durationOf(step, settings).count();
            metres += step.metres.value_or(0);
        }
        if (block.repeat) {
            steps.append(QJsonObject {{u"reps"_s, block.reps},
                {u"text"_s, block.text},
                {u"steps"_s, inner},
                {u"duration"_s, seconds * block.reps},
                {u"distance"_s, metres * block.reps}});
        } else {
            for (const auto &step : inner)
                steps.append(step);
        }
    }
    QJsonObject settingsOfText;
    for (auto it = workout.options.begin(); it != workout.options.end(); ++it)
        settingsOfText.insert(it.key(), it.value());
    QJsonObject document {{u"steps"_s, steps},
        {u"duration"_s, qint64(figures.duration.count())},
        {u"distance"_s, figures.metres},
        {u"zoneTimes"_s, zoneTimes(figures, settings)},
        {u"normalized_power"_s, figures.normalizedWatts},
        {u"average_watts"_s, figures.averageWatts},
        {u"options"_s, settingsOfText},
        {u"locales"_s, QJsonArray()}};
    if (figures.averageWatts > 0)
        document.insert(u"variability_index"_s, double(figures.normalizedWatts) / figures.averageWatts);
    if (!workout.description.isEmpty())
        document.insert(u"description"_s, workout.description);
    if (figures.family)
        document.insert(u"target"_s, QString(nameOf(*figures.family)));
    if (options.resolved)
        addThresholds(document, settings, ftp);
    return document;
}

}
