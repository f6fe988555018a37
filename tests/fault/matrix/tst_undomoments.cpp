// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/matrix/steps.h"
#include "tests/support/tally.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace fault {

namespace {

/// One gesture.
struct Deed {
    const char *name = "";
    Step done;
    Step before = {}; ///< has to be there first
    const char *gone = ""; ///< an event that nobody there can change afterwards
};

std::vector<Deed> deeds()
{
    return {
        {"create", creates(u"New"_s, 2)},
        {"edit", renames(u"Long"_s, u"Longer"_s)},
        {"move", moves(u"Openers"_s, 7)},
        {"delete", removes(u"Openers"_s), {}, "Openers"},
        {"log a day", logs(0, 61.5, u"well"_s)},
        {"plan a week", plansAWeek},
        {"move a week", movesTheWeek, plansAWeek},
        {"rename a folder", renamesTheFolder, keepsATemplate},
    };
}

/// How far a change has come when it is taken back.
enum class Moment {
    Queued,
    InFlight,
    Unknown, ///< the service did it, the answer got lost, and nobody could look yet
    Acknowledged,
    ChangedThereSince, ///< something else of the same day
};
constexpr std::array moments {
    Moment::Queued, Moment::InFlight, Moment::Unknown, Moment::Acknowledged, Moment::ChangedThereSince};
constexpr std::array momentNames {"queued", "in flight", "of unknown outcome", "acknowledged", "changed there since"};

/// What has a colour gets another one, and of today the pulse is noted: nothing of it is what a deed changes.
void everythingChangesThere(World &world, const Deed &deed)
{
    for (const auto name : {"Openers", "Long", "Longer", "Rest", "New", "Week 1", "Week 5"}) {
        if (qstrcmp(name, deed.gone) != 0)
            world.changeThere(QLatin1StringView(name), {{u"color"_s, u"red"_s}});
    }
    (void)world.service().onTheWeb(endpoints::put(
        endpoints::athletePath(endpoints::self(), u"/wellness/%1"_s.arg(domain::dayText(World::today()))),
        QJsonObject {{u"restingHR"_s, 48}}));
}

bool reachInFlight(World &world)
{
    const int before = world.wire().writes();
    world.engine().syncNow();
    for (int steps = 0; steps < 500 && world.wire().writes() == before; ++steps) {
        if (!world.time().step(world.time().elapsed() + 1min))
            return false;
    }
    return world.wire().writes() > before && world.wire().open() > 0;
}

bool reachUnknown(World &world)
{
    bool lost = false;
    world.wire().setChance([&lost](const http::Request &request) -> const FaultKind * {
        if (request.method != "GET" && !lost) {
            lost = true;
            return faultKind("reset after the request, done");
        }
        return lost ? faultKind("no such host") : nullptr;
    });
    world.engine().syncNow();
    world.time().pass(5s);
    world.wire().mend();
    return lost && world.store().waitingEdits() > 0;
}

bool reach(World &world, const Deed &deed, Moment moment)
{
    switch (moment) {
    case Moment::Queued:
        return world.store().waitingEdits() > 0;
    case Moment::InFlight:
        return reachInFlight(world);
    case Moment::Unknown:
        return reachUnknown(world);
    case Moment::Acknowledged:
        return world.sync() && world.store().waitingEdits() == 0;
    case Moment::ChangedThereSince:
        if (!world.sync())
            return false;
        everythingChangesThere(world, deed);
        return world.sync();
    }
    return false;
}

/// What both sides show; nothing if they differ or something waits.
QStringList settled(World &world)
{
    for (int cycle = 0; cycle < 2; ++cycle) {
        if (!world.sync())
            return {};
    }
    const QStringList there = world.there();
    return world.here() == there && world.store().waitingEdits() == 0 && world.store().conflicts().isEmpty()
        ? there
        : QStringList();
}

void prepare(World &world, const Deed &deed)
{
    threeThere(world);
    (void)world.sync();
    if (deed.before) {
        deed.before(world);
        (void)world.sync();
    }
    world.time().pass(30s);
}

/// Where it ends without taking anything back: after the change, or without it ever having been made.
QStringList straight(const Deed &deed, Moment moment, bool isDone)
{
    World world;
    prepare(world, deed);
    if (isDone)
        deed.done(world);
    if (moment == Moment::ChangedThereSince) {
        (void)world.sync();
        everythingChangesThere(world, deed);
    }
    return settled(world);
}

QString takenBackAndDoneAgain(const Deed &deed, Moment moment)
{
    World world;
    prepare(world, deed);
    deed.done(world);
    if (!reach(world, deed, moment))
        return u"the moment does not come"_s;
    undoes(world);
    if (const auto is = settled(world); is != straight(deed, moment, false))
        return u"after undo [%1]"_s.arg(is.join(u"; "_s));
    redoes(world);
    if (const auto is = settled(world); is != straight(deed, moment, true))
        return u"after redo [%1]"_s.arg(is.join(u"; "_s));
    return {};
}

}

/// Taking back and doing again, at any moment of a change's way to the service.
class UndoMomentsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anyMomentWillDo();
    void whatIsTakenBackInTimeIsNeverSent();
};

void UndoMomentsTest::anyMomentWillDo()
{
    support::Tally tally(17, "undo and redo end where they would without the service");
    for (const auto &deed : deeds()) {
        for (const Moment moment : moments) {
            const QString failure = takenBackAndDoneAgain(deed, moment);
            tally.run(failure.isEmpty(),
                u"%1, %2: %3"_s.arg(
                    QLatin1StringView(deed.name), QLatin1StringView(momentNames[size_t(moment)]), failure));
        }
    }
    QVERIFY(tally.close());
}

void UndoMomentsTest::whatIsTakenBackInTimeIsNeverSent()
{
    support::Tally tally(17, "what is taken back before it was sent is never sent");
    for (const auto &deed : deeds()) {
        World world;
        prepare(world, deed);
        const int writes = world.wire().writes();
        deed.done(world);
        undoes(world);
        tally.run(world.sync() && world.wire().writes() == writes,
            u"%1: %2 writes"_s.arg(QLatin1StringView(deed.name)).arg(world.wire().writes() - writes));
    }
    QVERIFY(tally.close());
}

}

using fault::UndoMomentsTest;
MICROCYCLE_CORE_TEST(UndoMomentsTest)
#include "tst_undomoments.moc"
