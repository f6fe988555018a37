// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/commands/librarian.h"
#include "models/commands/planner.h"
#include "models/store/librarytable.h"
#include "models/workout/parse.h"

using namespace Qt::StringLiterals;
using domain::Error;
using domain::LibraryWorkout;

namespace commands {

namespace {

Error nothing(const QString &detail)
{
    return {.kind = Error::Kind::Rejected, .httpStatus = 0, .item = u"library"_s, .detail = detail, .retryAfter = {}};
}

/// Says where the event comes from. A key that was made here means nothing to the service.
void markOrigin(
    domain::Event &event, const LibraryWorkout &workout, const domain::Folder &folder, const QString &moment)
{
    event.planWorkout = workout.id;
    if (folder.id && !store::LibraryTable::isOwnKey(folder.id->value))
        event.planFolder = folder.id;
    event.planName = folder.name;
    event.planApplied = moment;
}

}

domain::Event plannedFrom(const LibraryWorkout &workout, QDate day)
{
    domain::Event event;
    event.category = workout.isNote() ? domain::Category::Note : domain::Category::Workout;
    event.start = {day, {}};
    if (const QTime time = QTime::fromString(workout.time.left(5), u"HH:mm"_s); time.isValid())
        event.start.time = time;
    if (workout.isNote())
        event.end = domain::LocalDateTime {day.addDays(std::max(1, workout.days.value_or(1))), {}};
    else
        event.type = workout.type;
    event.subType = workout.subType;
    event.name = workout.name;
    event.description = workout.description;
    event.tags = workout.tags;
    event.indoor = workout.indoor;
    event.color = workout.color;
    event.target = workout.target;
    event.forWeek = workout.forWeek;
    event.hideFromAthlete = workout.hideFromAthlete;
    if (workout::parse(workout.description).isEmpty()) {
        event.movingTime = workout.movingTime;
        event.load = workout.load;
        event.distanceMetres = workout.distanceMetres;
    }
    return event;
}

LibraryWorkout keptFrom(const domain::Event &event)
{
    LibraryWorkout workout;
    workout.name = event.name.simplified().left(domain::longestLibraryName);
    if (workout.name.isEmpty())
        workout.name = event.type;
    workout.description = event.description;
    workout.type = event.type;
    workout.subType = event.subType;
    workout.indoor = event.indoor;
    workout.color = event.color;
    workout.target = event.target;
    workout.tags = event.tags;
    if (workout::parse(event.description).isEmpty()) {
        workout.movingTime = event.movingTime;
        workout.load = event.load;
        workout.distanceMetres = event.distanceMetres;
    }
    return workout;
}

domain::Result<QList<domain::LocalId>> Librarian::plan(const QList<domain::LocalId> &workouts, QDate day)
{
    if (!day.isValid())
        return domain::malformed(u"start_date_local"_s, {});
    QList<domain::Event> events;
    for (const auto &id : workouts) {
        if (const auto workout = m_store.libraryWorkout(id))
            events.append(plannedFrom(*workout, day));
    }
    if (events.isEmpty())
        return nothing(u"nothing to plan"_s);
    return Planner(m_store).createAll(events, store::Verb::Plan, events.first().name);
}

domain::Result<QList<domain::LocalId>> Librarian::planAll(const domain::LocalId &folderId, QDate start)
{
    const auto folder = m_store.folder(folderId);
    if (!folder)
        return folder.error();
    if (!folder->isPlan())
        return nothing(u"only a plan has days"_s);
    if (!start.isValid())
        return domain::malformed(u"start_date_local"_s, {});
    const QString moment = m_store.clock().now().toUTC().toString(u"yyyy-MM-ddTHH:mm:ss.zzz"_s) + u"+00:00"_s;
    QList<domain::Event> events;
    for (const auto &id : workoutsOf(folderId)) {
        const auto workout = m_store.libraryWorkout(id);
        if (!workout || !workout->day)
            continue;
        events.append(plannedFrom(*workout, start.addDays(*workout->day)));
        markOrigin(events.last(), *workout, *folder, moment);
    }
    if (events.isEmpty())
        return nothing(u"the plan has no days yet"_s);
    return Planner(m_store).createAll(events, store::Verb::Plan, folder->name);
}

}
