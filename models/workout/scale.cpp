// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workout/scale.h"

#include "models/workout/absolute.h"

namespace workout {

std::optional<Scale> scaleOf(Family family, const domain::SportSettings &settings, int ftpWatts)
{
    if (family == Family::Power) {
        return Scale {double(ftpWatts > 0 ? ftpWatts : assumedFtp),
            settings.powerZonesPercent.isEmpty() ? domain::defaultPowerZonesPercent() : settings.powerZonesPercent};
    }
    if (family == Family::Pace && settings.thresholdPaceMps && *settings.thresholdPaceMps > 0)
        return Scale {*settings.thresholdPaceMps, paceZonesOf(settings)};
    if (family == Family::HeartRate && settings.lthrBpm && *settings.lthrBpm > 0) {
        QList<double> bounds;
        for (const int bpm : settings.heartrateZonesBpm)
            bounds.append(bpm * 100.0 / *settings.lthrBpm);
        return Scale {double(*settings.lthrBpm), bounds};
    }
    return {};
}

int zoneOf(double percentOfThreshold, const QList<double> &bounds)
{
    int zone = 1;
    for (qsizetype i = 0; i + 1 < bounds.size() && zone < 7; ++i) {
        if (percentOfThreshold > bounds.at(i))
            ++zone;
    }
    return zone;
}

}
