// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/matrix/content.h"
#include "tests/fault/matrix/steps.h"
#include "tests/support/tally.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;

namespace fault {

namespace {

enum class Deed {
    Nothing,
    Edit,
    Delete,
    MoveAway, ///< to where nobody looks
};
constexpr std::array deeds {Deed::Nothing, Deed::Edit, Deed::Delete, Deed::MoveAway};
constexpr std::array deedNames {"nothing", "edited", "deleted", "moved away"};
constexpr int awayHere = 400;
constexpr int awayThere = 500;

Step here(Deed deed)
{
    switch (deed) {
    case Deed::Edit:
        return renames(u"Long"_s, u"Mine"_s);
    case Deed::Delete:
        return removes(u"Long"_s);
    case Deed::MoveAway:
        return moves(u"Long"_s, awayHere);
    case Deed::Nothing:
        break;
    }
    return [](World &) {};
}

QString dayOf(int days)
{
    return domain::dayText(World::today().addDays(3 + days));
}

Step there(Deed deed)
{
    switch (deed) {
    case Deed::Edit:
        return onTheWeb(u"Long"_s, {{u"name"_s, u"Theirs"_s}});
    case Deed::Delete:
        return onTheWeb(u"Long"_s, {});
    case Deed::MoveAway:
        return onTheWeb(u"Long"_s, {{u"start_date_local"_s, dayOf(awayThere) + u"T00:00:00"_s}});
    case Deed::Nothing:
        break;
    }
    return [](World &) {};
}

struct Expected {
    int choices = 0;
    QString left; ///< "day name" of the item in the end, empty if it is gone
};

/// What both sides come to if the person stays with what is here, or takes what is there.
Expected expected(Deed mine, Deed theirs, store::Choice choice)
{
    const bool keepsMine = choice == store::Choice::Mine;
    const bool both = mine != Deed::Nothing && theirs != Deed::Nothing;
    Expected expected;
    // An edit brings back what was deleted there; what was deleted here and changed there is a choice.
    if (mine == Deed::Delete && (theirs == Deed::Edit || theirs == Deed::MoveAway))
        expected.choices = 1;
    else if (both && mine == theirs && mine != Deed::Delete)
        expected.choices = 1;
    const bool minesGone = mine == Deed::Delete && (expected.choices == 0 || keepsMine);
    const bool theirsGone = theirs == Deed::Delete && (mine == Deed::Nothing || mine == Deed::Delete);
    if (minesGone || theirsGone)
        return expected;
    const bool myName = mine == Deed::Edit && (theirs != Deed::Edit || keepsMine);
    const bool myDay = mine == Deed::MoveAway && (theirs != Deed::MoveAway || keepsMine);
    const QString name = myName ? u"Mine"_s : theirs == Deed::Edit ? u"Theirs"_s : u"Long"_s;
    expected.left = dayOf(myDay ? awayHere : theirs == Deed::MoveAway ? awayThere : 0) + u' ' + name;
    return expected;
}

/// "day name" of each event but the two that nobody touches.
QStringList itemsOf(const QStringList &lines)
{
    QStringList items;
    for (const auto &line : lines) {
        const QStringList parts = line.split(u'|');
        if (line.startsWith(u"event "_s) && parts.at(4) != u"Openers"_s && parts.at(4) != u"Rest"_s)
            items.append(parts.at(0).mid(6, 10) + u' ' + parts.at(4));
    }
    return items;
}

}

/// One item, changed on both sides while they did not see each other.
class BothSidesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPairComesToAnEnd();

private:
    [[nodiscard]] QString play(Deed mine, Deed theirs, store::Choice choice, bool seenLongAgo);
};

QString BothSidesTest::play(Deed mine, Deed theirs, store::Choice choice, bool seenLongAgo)
{
    const domain::DateRange years {World::today().addDays(-30), World::today().addDays(2 * awayHere)};
    const Expected wanted = expected(mine, theirs, choice);
    World world;
    threeThere(world);
    if (!world.sync())
        return u"the first sync does not end"_s;
    const Step step = both(there(theirs), here(mine));
    (seenLongAgo ? later(step) : step)(world);
    // Two syncs, then the choice if there is one, and what it has to send.
    for (int cycle = 0; cycle < 2; ++cycle) {
        if (!world.sync())
            return u"it does not come to rest"_s;
    }
    const auto conflicts = world.store().conflicts();
    if (conflicts.size() != wanted.choices)
        return u"%1 choices instead of %2"_s.arg(conflicts.size()).arg(wanted.choices);
    for (const auto &conflict : conflicts)
        (void)world.store().resolve(conflict, choice);
    if (!world.sync())
        return u"it does not come to rest after the choice"_s;
    const int writes = world.wire().writes();
    if (!world.sync() || world.wire().writes() != writes)
        return u"it goes on writing"_s;
    const QStringList left = wanted.left.isEmpty() ? QStringList() : QStringList {wanted.left};
    if (itemsOf(contentOf(world.service(), years)) != left)
        return u"on the service [%1] instead of [%2]"_s.arg(
            itemsOf(contentOf(world.service(), years)).join(u"; "_s), wanted.left);
    if (itemsOf(contentOf(world.store(), years)) != left)
        return u"here [%1] instead of [%2]"_s.arg(itemsOf(contentOf(world.store(), years)).join(u"; "_s), wanted.left);
    return world.store().waitingEdits() > 0 ? u"something waits"_s : QString();
}

void BothSidesTest::everyPairComesToAnEnd()
{
    support::Tally tally(14, "changed, deleted or moved here and there: two syncs, and nothing goes round in circles");
    for (const Deed mine : deeds) {
        for (const Deed theirs : deeds) {
            for (const auto choice : {store::Choice::Mine, store::Choice::Theirs}) {
                for (const bool seenLongAgo : {false, true}) {
                    const QString failure = play(mine, theirs, choice, seenLongAgo);
                    tally.run(failure.isEmpty(),
                        u"%1 here, %2 there, %3, seen %4: %5"_s.arg(QLatin1StringView(deedNames[size_t(mine)]),
                            QLatin1StringView(deedNames[size_t(theirs)]),
                            choice == store::Choice::Mine ? u"mine"_s : u"theirs"_s,
                            seenLongAgo ? u"long ago"_s : u"just now"_s,
                            failure));
                }
            }
        }
    }
    QVERIFY(tally.close());
}

}

using fault::BothSidesTest;
MICROCYCLE_CORE_TEST(BothSidesTest)
#include "tst_bothsides.moc"
