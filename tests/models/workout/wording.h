// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/sportsettings.h"
#include "models/workout/workout.h"

#include <QStringList>

namespace support {

inline QString wording(const workout::Target &target, char family)
{
    QString text
        = QLatin1Char(family) + QString::number(int(target.unit)) + QLatin1Char(':') + QString::number(target.start);
    if (target.isRange())
        text += QStringLiteral("..") + QString::number(target.end);
    if (!target.average.isEmpty())
        text += QLatin1Char('=') + target.average;
    if (target.over)
        text += QLatin1Char('/') + QString::number(target.over->count()) + QLatin1Char('s');
    return text;
}

/// A step as a few words: label in quotes, seconds, metres, targets (p, h, v and the unit's number), flags.
inline QString wording(const workout::Step &step)
{
    QStringList words {QLatin1Char('"') + step.text + QLatin1Char('"')};
    if (step.duration)
        words << QString::number(step.duration->count()) + QLatin1Char('s');
    if (step.metres)
        words << QString::number(*step.metres) + QLatin1Char('m');
    if (step.power)
        words << wording(*step.power, 'p');
    if (step.heartRate)
        words << wording(*step.heartRate, 'h');
    if (step.pace)
        words << wording(*step.pace, 'v');
    if (step.cadenceRpm)
        words << QStringLiteral("rpm%1..%2").arg(step.cadenceRpm->first).arg(step.cadenceRpm->second);
    for (const auto &[on, name] : {std::pair {step.ramp, "ramp"},
             {step.freeride, "freeride"},
             {step.maxEffort, "max"},
             {step.hidePower, "hide"},
             {step.untilLapPress, "lap"},
             {step.warmup, "warmup"},
             {step.cooldown, "cooldown"}}) {
        if (on)
            words << QLatin1String(name);
    }
    if (!step.intensity.isEmpty())
        words << step.intensity;
    if (!step.customZone.isEmpty())
        words << step.customZone;
    return words.join(QLatin1Char(' '));
}

/// A workout as one line; repeats with their text and count, steps in brackets.
inline QString wording(const workout::Workout &workout)
{
    QStringList parts;
    for (const auto &block : workout.blocks) {
        QStringList steps;
        for (const auto &step : block.steps)
            steps << wording(step);
        const QString inner = steps.join(QStringLiteral(", "));
        parts << (block.repeat ? QStringLiteral("%1 (%2)[%3]").arg(block.text).arg(block.reps).arg(inner) : inner);
    }
    return parts.join(QStringLiteral(" | "));
}

inline domain::SportSettings rideAt(int ftp)
{
    domain::SportSettings settings;
    settings.types = {QStringLiteral("Ride")};
    settings.ftpWatts = ftp;
    return settings;
}

/// The same with thresholds of heart and pace.
inline domain::SportSettings thresholdsAt(int ftp)
{
    domain::SportSettings settings = rideAt(ftp);
    settings.lthrBpm = 170;
    settings.maxHrBpm = 190;
    settings.heartrateZonesBpm = {115, 140, 155, 178, 190};
    settings.thresholdPaceMps = 4;
    return settings;
}

}
