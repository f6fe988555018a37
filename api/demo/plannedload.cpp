// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/plannedload.h"

#include "api/demo/answers.h"
#include "models/workout/parse.h"
#include "models/workout/resolve.h"

#include <cmath>

namespace demo {

PlannedLoad plannedLoad(const QString &text, const PlannedSport &sport, const QList<domain::SportSettings> &sports)
{
    const auto parsed = workout::parse(text);
    const auto settings = domain::settingsFor(sport.type, sports).value_or(domain::SportSettings {});
    const auto figures
        = workout::resolve(parsed, settings, {.type = sport.type, .indoor = sport.indoor, .target = sport.target});
    return {.hasSteps = !parsed.isEmpty(),
        .movingTime = figures.duration,
        .metres = figures.metres,
        .load = figures.load,
        .joules = figures.joules,
        .joulesAboveFtp = figures.joulesAboveFtp,
        .document = workout::toDocument(parsed, settings, figures)};
}

QJsonObject resolvedDocument(const QString &text,
    const PlannedSport &sport,
    const QList<domain::SportSettings> &sports,
    workout::DocumentOptions options)
{
    const auto parsed = workout::parse(text);
    const auto settings = domain::settingsFor(sport.type, sports).value_or(domain::SportSettings {});
    const auto figures
        = workout::resolve(parsed, settings, {.type = sport.type, .indoor = sport.indoor, .target = sport.target});
    options.resolved = true;
    options.type = sport.type;
    options.indoor = sport.indoor;
    return workout::toDocument(parsed, settings, figures, options);
}

std::optional<double> intensityOf(std::optional<int> load, std::optional<std::chrono::seconds> time)
{
    if (!load || !time || time->count() <= 0)
        return {};
    return asFloat(100 * std::sqrt(*load * 36.0 / double(time->count())));
}

}
