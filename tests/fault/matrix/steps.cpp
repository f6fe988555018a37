// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/matrix/steps.h"

#include "models/commands/librarian.h"
#include "models/commands/planner.h"
#include "tests/support/recordedfiles.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace fault {

domain::Event planned(const QString &name, int day, const QString &text)
{
    domain::Event event;
    event.category = domain::Category::Workout;
    event.type = u"Ride"_s;
    event.name = name;
    event.description = text;
    event.start = {World::today().addDays(day), {}};
    return event;
}

Step creates(const QString &name, int day)
{
    return [=](World &world) { (void)commands::Planner(world.store()).create(planned(name, day)); };
}

Step edits(const QString &name, const std::function<void(domain::Event &)> &change)
{
    return [=](World &world) {
        const auto id = world.shown(name);
        auto event = world.store().event(id);
        if (!event)
            return;
        change(*event);
        (void)commands::Planner(world.store()).edit(id, *event);
    };
}

Step renames(const QString &name, const QString &now)
{
    return edits(name, [=](domain::Event &event) { event.name = now; });
}

Step moves(const QString &name, int days)
{
    return [=](World &world) { (void)commands::Planner(world.store()).move({world.shown(name)}, days); };
}

Step removes(const QString &name)
{
    return [=](World &world) { (void)commands::Planner(world.store()).remove({world.shown(name)}); };
}

Step logs(int day, double weight, const QString &comment)
{
    return [=](World &world) {
        auto wellness = world.store().wellness(World::today().addDays(day));
        wellness.weightKg = weight;
        wellness.comments = comment;
        (void)commands::WellnessLog(world.store()).set(wellness);
    };
}

void undoes(World &world)
{
    (void)world.store().undo();
}

void redoes(World &world)
{
    (void)world.store().redo();
}

Step later(const Step &step)
{
    return [=](World &world) {
        world.time().pass(30s);
        step(world);
    };
}

Step both(const Step &first, const Step &second)
{
    return [=](World &world) {
        first(world);
        second(world);
    };
}

Step onTheWeb(const QString &name, const QJsonObject &fields)
{
    return [=](World &world) { world.changeThere(name, fields); };
}

void plansAWeek(World &world)
{
    QList<domain::Event> week;
    for (int day = 1; day <= 7; ++day)
        week.append(planned(u"Week %1"_s.arg(day), day));
    (void)commands::Planner(world.store()).createAll(week, store::Verb::Plan, u"Week"_s);
}

void movesTheWeek(World &world)
{
    QList<domain::LocalId> ids;
    for (int day = 1; day <= 3; ++day)
        ids.append(world.shown(u"Week %1"_s.arg(day)));
    (void)commands::Planner(world.store()).move(ids, 7);
}

void keepsATemplate(World &world)
{
    commands::Librarian librarian(world.store());
    const auto folder = librarian.createFolder(u"Own"_s);
    if (!folder)
        return;
    domain::LibraryWorkout workout;
    workout.name = u"Template"_s;
    workout.type = u"Ride"_s;
    workout.description = u"- 30m 180w"_s;
    (void)librarian.add(workout, *folder);
}

void renamesTheFolder(World &world)
{
    const auto folders = world.store().folders();
    if (!folders.isEmpty())
        (void)commands::Librarian(world.store()).rename(folders.first().id, u"Mine"_s);
}

void editsTheTemplate(World &world)
{
    const auto rows = world.store().libraryRows();
    if (rows.isEmpty())
        return;
    auto workout = *world.store().libraryWorkout(rows.first().id);
    workout.description = u"- 45m 190w"_s;
    (void)commands::Librarian(world.store()).edit(rows.first().id, workout);
    renamesTheFolder(world);
}

void sendsAFile(World &world)
{
    const QByteArray ride
        = support::tcxOf({.start = QDateTime(World::today().addDays(-2), QTime(14, 0), Qt::UTC), .seconds = 120});
    (void)world.uploads().add(ride, u"ride.tcx"_s);
}

void threeThere(World &world)
{
    world.addThere(u"Openers"_s, 1, u"- 1h 150w"_s);
    world.addThere(u"Long"_s, 3, u"- 3h 160w"_s);
    world.addThere(u"Rest"_s, 5);
}

}
