// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/matrix/scenarios.h"

#include "models/commands/librarian.h"
#include "models/commands/planner.h"
#include "tests/support/recordedfiles.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace fault {

namespace {

using Step = std::function<void(World &)>;

domain::Event planned(const QString &name, int day, const QString &text = u"- 1h 200w"_s)
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

/// What was seen a while ago has to be looked at again.
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

void editsTheTemplate(World &world)
{
    const auto rows = world.store().libraryRows();
    const auto folders = world.store().folders();
    if (rows.isEmpty() || folders.isEmpty())
        return;
    auto workout = *world.store().libraryWorkout(rows.first().id);
    workout.description = u"- 45m 190w"_s;
    (void)commands::Librarian(world.store()).edit(rows.first().id, workout);
    (void)commands::Librarian(world.store()).rename(folders.first().id, u"Mine"_s);
}

void sendsAFile(World &world)
{
    const QByteArray ride
        = support::tcxOf({.start = QDateTime(World::today().addDays(-2), QTime(14, 0), Qt::UTC), .seconds = 120});
    (void)world.uploads().add(ride, u"ride.tcx"_s);
}

void reviewsTheRide(World &world)
{
    const domain::DateRange lately {World::today().addDays(-10), World::today()};
    auto activities = world.store().activities(lately);
    // Nobody reviews what is not there yet: it may have been refused, or wait for as long as the service asked.
    for (int hour = 0; hour < 3 && activities.isEmpty(); ++hour) {
        world.answerForPerson();
        world.time().pass(1h + 1min);
        (void)world.sync();
        activities = world.store().activities(lately);
    }
    if (activities.isEmpty())
        return;
    auto activity = *world.store().activity(activities.first().id);
    activity.name = u"A hard one"_s;
    (void)commands::Reviewer(world.store()).edit(activities.first().id, activity);
}

std::vector<Scenario> allScenarios()
{
    const auto threeThere = [](World &world) {
        world.addThere(u"Openers"_s, 1, u"- 1h 150w"_s);
        world.addThere(u"Long"_s, 3, u"- 3h 160w"_s);
        world.addThere(u"Rest"_s, 5);
    };
    const auto recolour = [](domain::Event &event) { event.color = u"green"_s; };
    const auto rewrite = [](domain::Event &event) { event.description = u"- 2h 170w"_s; };
    std::vector<Scenario> all;
    all.push_back(
        {"create", threeThere, {creates(u"New"_s, 2), later(creates(u"Newer"_s, 4))}, false, {u"New|"_s, u"Newer|"_s}});
    all.push_back({"edit",
        threeThere,
        {edits(u"Openers"_s, rewrite), later(both(renames(u"Long"_s, u"Longer"_s), edits(u"Rest"_s, recolour)))},
        false,
        {u"- 2h 170w"_s, u"Longer|"_s, u"Rest|green"_s}});
    all.push_back(
        {"move", threeThere, {moves(u"Openers"_s, 7), later(moves(u"Openers"_s, -2))}, false, {u"event 2026-03-18"_s}});
    all.push_back({"delete", threeThere, {removes(u"Openers"_s), later(removes(u"Rest"_s))}});
    all.push_back({"wellness",
        threeThere,
        {logs(0, 61.5, u"well"_s), later(both(logs(0, 61.2, u"better"_s), logs(-1, 62, u"tired"_s)))},
        false,
        {u"61.2|"_s, u"better"_s, u"tired"_s}});
    all.push_back({"week", threeThere, {plansAWeek, later(movesTheWeek)}, false, {u"Week 1|"_s, u"Week 7|"_s}});
    all.push_back({"library",
        threeThere,
        {keepsATemplate, later(editsTheTemplate)},
        false,
        {u"folder Mine|"_s, u"- 45m 190w"_s}});
    all.push_back({"upload", threeThere, {sendsAFile, later(reviewsTheRide)}, false, {u"A hard one|"_s}});
    all.push_back({"edit and undo",
        threeThere,
        {both(renames(u"Long"_s, u"Short"_s), creates(u"New"_s, 2)),
            later(both(undoes, undoes)),
            later(both(renames(u"Long"_s, u"Longest"_s), undoes))},
        false,
        {u"Long|"_s}});
    all.push_back({"edit, then delete",
        threeThere,
        {both(renames(u"Long"_s, u"Short"_s), creates(u"New"_s, 2)),
            later(both(renames(u"Short"_s, u"Shorter"_s), removes(u"Shorter"_s))),
            both(removes(u"New"_s), creates(u"Other"_s, 6))},
        false,
        {u"Other|"_s}});
    all.push_back({"conflict",
        threeThere,
        {later(both(
             onTheWeb(u"Long"_s, {{u"name"_s, u"Theirs"_s}, {u"color"_s, u"red"_s}}), renames(u"Long"_s, u"Ours"_s))),
            [](World &world) { world.answerForPerson(); }},
        false,
        {u"Ours|red"_s}});
    all.push_back({"deleted there",
        threeThere,
        {later(both(onTheWeb(u"Long"_s, {}), renames(u"Long"_s, u"Kept"_s))), later(onTheWeb(u"Rest"_s, {}))},
        false,
        {u"Kept|"_s}});
    all.push_back({"first sync",
        threeThere,
        {both(both(creates(u"New"_s, 2), logs(0, 61.5, u"well"_s)), [](World &world) { world.engine().start(); }),
            later(renames(u"New"_s, u"Newer"_s))},
        true,
        {u"Newer|"_s, u"well"_s, u"Openers|"_s}});
    return all;
}

}

const std::vector<Scenario> &scenarios()
{
    static const std::vector<Scenario> all = allScenarios();
    return all;
}

}
