// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/matrix/scenarios.h"

#include "models/commands/planner.h"
#include "tests/fault/matrix/steps.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace fault {

namespace {

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
