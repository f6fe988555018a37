// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/eventfile.h"

#include "models/files/workouttext.h"
#include "models/workout/absolute.h"
#include "models/workout/parse.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace files {

domain::SportSettings settingsOf(const domain::Event &event, const QList<domain::SportSettings> &sports)
{
    auto settings = domain::settingsFor(event.type, sports).value_or(domain::SportSettings {});
    if (const int ftp = workout::ftpOf(settings, event.indoor.value_or(false)); ftp > 0)
        settings.ftpWatts = ftp;
    return settings;
}

std::optional<WorkoutFile> fileOf(const domain::Event &event, const QList<domain::SportSettings> &sports)
{
    WorkoutFile file;
    file.workout = workout::parse(event.description);
    if (!domain::isSession(event.category.value()) || file.workout.isEmpty())
        return {};
    file.name = event.name;
    file.description = file.workout.description;
    file.sport = event.type;
    file.tags = event.tags;
    file.ftpWatts = settingsOf(event, sports).ftpWatts;
    return file;
}

domain::Event eventOf(const WorkoutFile &file, const QString &fileName)
{
    domain::Event event;
    event.category = domain::Category::Workout;
    event.name = file.name.isEmpty() ? QFileInfo(fileName).completeBaseName() : file.name;
    event.type = file.sport.isEmpty() ? u"Ride"_s : file.sport;
    event.description = workoutText(file);
    event.tags = file.tags;
    return event;
}

}
