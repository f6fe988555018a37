// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/extent.h"
#include "tests/fault/matrix/content.h"
#include "tests/fault/matrix/steps.h"
#include "tests/support/tally.h"
#include "tests/support/testmain.h"

#include <random>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace fault {

/// What is looked at changes faster than answers come.
class RangesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsLostAtABorder();
};

void RangesTest::nothingIsLostAtABorder()
{
    support::Tally tally(18, "while the days shown change a thousand times, nothing is lost or doubled at a border");
    const int switches = isFull() ? 1000 : 100;
    const quint32 seeds = isFull() ? 20 : 2;
    for (quint32 seed = 1; seed <= seeds; ++seed) {
        std::mt19937 random(seed);
        const auto below = [&](int count) { return int(random() % quint32(count)); };
        World world;
        for (int day = -28; day < 98; day += 2)
            world.addThere(u"Day %1"_s.arg(day), day, day % 4 == 0 ? u"- 1h 150w"_s : QString());
        for (int i = 0; i < 20; ++i) // somebody else moves these
            world.addThere(u"Theirs %1"_s.arg(i), i * 5 - 25);
        QVERIFY(world.sync());
        const domain::DateRange years {World::today().addDays(-400), World::today().addDays(400)};
        // Each once, wherever it is now.
        const auto isWhole = [&] {
            QSet<QString> names;
            const auto events = world.store().events(years);
            for (const auto &event : events)
                names.insert(event.name);
            return events.size() == 83 && names.size() == 83;
        };
        int lacking = 0;
        world.engine().start();
        for (int i = 0; i < switches; ++i) {
            const QDate first = World::today().addDays(below(120) - 28);
            world.engine().show({first, first.addDays(below(30))});
            // Over a border and back, on either side, while answers are under way.
            const QString name = u"Day %1"_s.arg(below(63) * 2 - 28);
            if (i % 10 == 0)
                moves(name, below(2) == 0 ? -1 : 1)(world);
            else if (i % 25 == 1)
                onTheWeb(name, {{u"color"_s, u"red"_s}})(world);
            if (i % 7 == 3) {
                const QDate day = first.addDays(below(5) - 2);
                onTheWeb(u"Theirs %1"_s.arg(below(20)),
                    {{u"start_date_local"_s, domain::dayText(day) + u"T00:00:00"_s}})(world);
            }
            if (i % 20 == 19 && (!world.untilQuiet() || !isWhole()))
                ++lacking;
            if (i % 3 != 0)
                world.time().pass(std::chrono::milliseconds(below(400)));
        }
        const bool quiet = world.sync() && world.sync();
        // Moved often enough, an event leaves the days that are compared; on the service all are there once.
        const QStringList all = contentOf(world.service(), years);
        const bool whole = all.filter(u"|Day "_s).size() == 63 && all.filter(u"|Theirs "_s).size() == 20;
        tally.run(quiet && whole && isWhole() && lacking == 0 && world.here() == world.there(),
            u"seed %1: %2 there, %3 here, %4 times lacking"_s.arg(seed)
                .arg(all.size())
                .arg(world.here().size())
                .arg(lacking));
    }
    QVERIFY(tally.close());
}

}

using fault::RangesTest;
MICROCYCLE_CORE_TEST(RangesTest)
#include "tst_ranges.moc"
