// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/matrix/ending.h"

using namespace Qt::StringLiterals;

namespace fault {

namespace {

QString difference(const QStringList &is, const QStringList &wanted)
{
    QStringList extra = is;
    QStringList lacking = wanted;
    for (const auto &line : wanted)
        extra.removeOne(line);
    for (const auto &line : is)
        lacking.removeOne(line);
    return u"too much: [%1], lacking: [%2]"_s.arg(extra.join(u"; "_s), lacking.join(u"; "_s));
}

QString recover(World &world, const Expected &expected, std::chrono::seconds closed)
{
    constexpr int mostCycles = 3;
    world.wire().mend();
    world.time().pass(closed);
    QString wrong;
    for (int cycle = 0; cycle < mostCycles; ++cycle) {
        world.answerForPerson();
        if (!world.sync())
            return u"it does not come to rest"_s;
        const QStringList there = world.there();
        const QStringList here = world.here();
        wrong.clear();
        if (there != expected.there)
            wrong = u"on the service "_s + difference(there, expected.there);
        else if (here != expected.here)
            wrong = u"here "_s + difference(here, expected.here);
        else if (world.store().waitingEdits() > 0 || !world.store().conflicts().isEmpty())
            wrong = u"%1 edits wait, %2 choices"_s.arg(world.store().waitingEdits())
                        .arg(world.store().conflicts().size());
        else
            break;
    }
    return wrong;
}

}

bool syncOnce(World &world, const Scenario &scenario)
{
    return scenario.firstSync ? world.untilQuiet() : world.sync();
}

bool play(World &world, const Scenario &scenario, const Plan &plan, const std::function<bool(size_t step)> &sync)
{
    scenario.before(world);
    bool quiet = scenario.firstSync || world.sync();
    world.wire().setPlan(plan);
    for (size_t step = 0; step < scenario.steps.size(); ++step) {
        scenario.steps[step](world);
        quiet = quiet && (sync ? sync(step) : syncOnce(world, scenario));
    }
    return quiet;
}

Expected expect(const Scenario &scenario)
{
    World world;
    const bool quiet = play(world, scenario, {});
    Expected expected {world.there(), {}, world.wire().requests()};
    const int writes = world.wire().writes();
    if (!quiet || !world.sync() || world.wire().writes() != writes || world.store().waitingEdits() > 0
        || !world.store().conflicts().isEmpty())
        qFatal("%s does not come to an end of its own", scenario.name);
    expected.here = world.here();
    return expected;
}

QString twice(QStringList lines)
{
    lines.sort();
    const auto found = std::adjacent_find(lines.begin(), lines.end());
    return found == lines.end() ? QString() : *found;
}

Outcome conclude(World &world, bool cameToRest, const Expected &expected, std::chrono::seconds closed)
{
    Outcome outcome;
    outcome.ending = cameToRest ? recover(world, expected, closed) : u"it does not come to rest"_s;
    if (const QString double_ = twice(world.there()); !double_.isEmpty())
        outcome.doubled = u"twice on the service: "_s + double_;
    const int writes = world.wire().writes();
    if (!world.sync() || world.wire().writes() != writes)
        outcome.restless = u"%1 writes in a second sync"_s.arg(world.wire().writes() - writes);
    outcome.manners = world.breachOfManners();
    return outcome;
}

}
