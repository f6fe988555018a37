// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/commands/planner.h"
#include "tests/fault/extent.h"
#include "tests/fault/matrix/world.h"
#include "tests/support/tally.h"
#include "tests/support/testmain.h"

#include <cmath>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace fault {

namespace {

constexpr int many = 500;

void planMany(World &world, int count)
{
    QList<domain::Event> events;
    for (int i = 0; i < count; ++i) {
        domain::Event event;
        event.category = domain::Category::Note;
        event.name = i == count / 2 ? u"Poison"_s : u"Note %1"_s.arg(i);
        event.start = {World::today().addDays(i % 60), {}};
        events.append(event);
    }
    (void)commands::Planner(world.store()).createAll(events, store::Verb::Plan, u"Many"_s);
}

Wire::Chance always(const char *name)
{
    return [kind = faultKind(name)](const http::Request &) { return kind; };
}

qsizetype countThere(World &world, const QString &what)
{
    const QStringList lines = world.there();
    return std::ranges::count_if(lines, [&](const QString &line) { return line.contains(what); });
}

}

/// How long, how often and how loudly a client tries when it may not or cannot.
class PatienceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDayWithoutANetwork();
    void aServiceThatWantsToBeLeftAlone_data();
    void aServiceThatWantsToBeLeftAlone();
    void aKeyThatIsRefusedAmongManyEdits();
    void oneEditThatIsRefusedAmongMany();
};

void PatienceTest::aDayWithoutANetwork()
{
    support::Tally tally(20, "a day offline is at most 300 tries, and the first edit leaves within 2 s of the network");
    const int days = isFull() ? 30 : 3;
    for (int day = 0; day < days; ++day) {
        World world(false, std::chrono::seconds(day)); // with other waits each time
        world.engine().start();
        QVERIFY(world.untilQuiet());
        world.wire().setPlan({});
        const bool silent = day % 2 == 1;
        world.wire().setChance(always(silent ? "silence before the head, not done" : "no such host"));
        planMany(world, 3);
        world.time().pass(24h);
        const int tries = world.wire().requests();
        world.wire().mend();
        const size_t asked = world.wire().asked().size();
        const auto back = world.time().elapsed();
        world.engine().tryAgain();
        QVERIFY(world.untilQuiet());
        // What hangs has to be given up first.
        const bool left
            = world.wire().asked().size() > asked && world.wire().asked().at(asked).at - back <= (silent ? 32s : 2s);
        const bool whole = countThere(world, u"Note "_s) + countThere(world, u"Poison"_s) == 3;
        tally.run(tries > 24 && tries <= 300 && left && whole,
            u"day %1: %2 tries, %3"_s.arg(day).arg(tries).arg(left ? u"sent"_s : u"not sent in time"_s));
    }
    QVERIFY(tally.close());
}

void PatienceTest::aServiceThatWantsToBeLeftAlone_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<int>("seconds");
    QTest::newRow("for some seconds") << QByteArray("429 for 7 s") << 7;
    QTest::newRow("until a date") << QByteArray("429 until a date") << 60;
    QTest::newRow("for years, of which an hour is kept") << QByteArray("429 for years") << 3600;
    QTest::newRow("for maintenance") << QByteArray("503 with a time") << 120;
    QTest::newRow("without saying how long") << QByteArray("429 without a time") << 0;
    QTest::newRow("for something that is no time") << QByteArray("429 for no number") << 0;
}

void PatienceTest::aServiceThatWantsToBeLeftAlone()
{
    QFETCH(QByteArray, kind);
    QFETCH(int, seconds);
    support::Tally tally(19, "a wait that the service asks for is kept, with one try after it");
    World world;
    world.engine().start();
    QVERIFY(world.untilQuiet());
    planMany(world, 40);
    world.wire().setPlan({faultKind(kind.constData()), 0, 3});
    const size_t before = world.wire().asked().size();
    QVERIFY(world.untilQuiet());
    for (int moment = 0; moment < 20 && world.wire().requests() < 4; ++moment) {
        // A person who presses the button, an edit and a window that is opened change nothing.
        if (seconds > 0 && moment % 2)
            world.engine().syncNow();
        world.engine().show({World::today().addDays(-400), World::today().addDays(-380)});
        world.time().pass(std::chrono::milliseconds(std::max(500, seconds * 250)));
    }
    const auto asked = world.wire().asked();
    bool kept = asked.size() >= before + 4;
    for (size_t i = before + 1; kept && i < before + 4; ++i) {
        const auto gap = asked[i].at - asked[i - 1].at;
        kept = gap >= std::chrono::seconds(seconds) && gap >= 500ms && gap <= std::chrono::seconds(seconds) + 9s;
        if (seconds > 0)
            kept = kept && gap <= std::chrono::seconds(seconds) + 2s;
    }
    world.time().pass(1h);
    QVERIFY(world.sync());
    tally.run(
        kept && countThere(world, u"Note "_s) == 39 && world.store().waitingEdits() == 0, QString::fromLatin1(kind));
    QVERIFY(tally.close());
}

void PatienceTest::aKeyThatIsRefusedAmongManyEdits()
{
    support::Tally tally(22, "a refused key among 500 edits: at most 2 requests more, and nothing is lost");
    World world;
    world.engine().start();
    QVERIFY(world.untilQuiet());
    planMany(world, many);
    world.wire().setPlan({faultKind("401"), many / 2, 1'000'000});
    world.time().pass(2h);
    const int more = world.wire().requests() - many / 2 - 1;
    const bool stopped = world.status().state() == store::SyncStatus::State::NeedsLogin;
    world.wire().mend();
    world.client().setCredential(*http::Credential::make(Service::key()));
    QVERIFY(world.sync());
    const bool whole = countThere(world, u"Note "_s) == many - 1 && countThere(world, u"Poison"_s) == 1
        && world.store().waitingEdits() == 0;
    tally.run(stopped && more <= 2 && whole, u"%1 more"_s.arg(more));
    QVERIFY(tally.close());
}

void PatienceTest::oneEditThatIsRefusedAmongMany()
{
    support::Tally tally(16, "one edit that is refused among 500 does not hold the others up");
    int clean = 0;
    for (const char *kind : {"", "422", "403", "413", "409", "404"}) {
        World world;
        QVERIFY(world.sync());
        world.wire().setPlan({});
        if (qstrlen(kind) > 0)
            world.wire().setChance([refusal = faultKind(kind)](const http::Request &request) {
                return request.body.contains("Poison") ? refusal : nullptr;
            });
        planMany(world, many);
        QVERIFY(world.untilQuiet());
        if (qstrlen(kind) == 0) {
            clean = world.wire().requests();
            continue;
        }
        const bool othersThere = countThere(world, u"Note "_s) == many - 1;
        const bool cheap = world.wire().requests() <= 1.2 * clean + 2 * std::log2(many);
        const bool shown
            = world.store().waitingEdits() == 1 && world.status().state() == store::SyncStatus::State::Refused;
        tally.run(othersThere && cheap && shown,
            u"%1: %2 requests instead of %3"_s.arg(QLatin1StringView(kind)).arg(world.wire().requests()).arg(clean));
        if (!isFull())
            break;
    }
    QVERIFY(tally.close());
}

}

using fault::PatienceTest;
MICROCYCLE_CORE_TEST(PatienceTest)
#include "tst_patience.moc"
