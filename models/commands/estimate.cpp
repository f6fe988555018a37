// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/commands/estimate.h"

#include "models/workout/parse.h"
#include "models/workout/resolve.h"

namespace commands {

QJsonObject estimated(
    const domain::Event &event, const QList<domain::SportSettings> &sports, const domain::Event &before)
{
    if (!domain::isSession(event.category.value()) || event.description.isEmpty())
        return {};
    const workout::Workout parsed = workout::parse(event.description);
    if (parsed.isEmpty())
        return {};
    const auto settings = domain::settingsFor(event.type, sports).value_or(domain::SportSettings {});
    const auto figures = workout::resolve(
        parsed, settings, {.type = event.type, .indoor = event.indoor.value_or(false), .target = event.target});
    domain::Event shown;
    // What the person has just typed counts, as it does for the service.
    if (event.movingTime == before.movingTime || !event.movingTime)
        shown.movingTime = figures.duration;
    if (event.load == before.load || !event.load)
        shown.load = figures.load;
    if (figures.metres > 0 && event.distanceMetres == before.distanceMetres)
        shown.distanceMetres = figures.metres;
    shown.intensityPercent = figures.intensityPercent;
    const QJsonObject all = domain::toJson(shown);
    QJsonObject derived;
    for (auto it = all.begin(); it != all.end(); ++it) {
        if (!it.value().isBool())
            derived.insert(it.key(), it.value());
    }
    return derived;
}

}
