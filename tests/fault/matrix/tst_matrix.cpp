// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/extent.h"
#include "tests/fault/matrix/scenarios.h"
#include "tests/support/tally.h"
#include "tests/support/testmain.h"

#include <deque>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace fault {

namespace {

/// How a scenario ends when nothing goes wrong.
struct Expected {
    QStringList there;
    QStringList here;
    int requests = 0;
};

/// What came of one run.
struct Outcome {
    QString ending; ///< what differs from the run without faults; empty if nothing does
    QString doubled;
    QString restless; ///< a second sync that writes
    QString manners;
};

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

QString twice(QStringList lines)
{
    lines.sort();
    const auto found = std::adjacent_find(lines.begin(), lines.end());
    return found == lines.end() ? QString() : *found;
}

[[nodiscard]] bool play(World &world, const Scenario &scenario, const Plan &plan)
{
    scenario.before(world);
    bool quiet = scenario.firstSync || world.sync();
    world.wire().setPlan(plan);
    for (const auto &step : scenario.steps) {
        step(world);
        quiet = quiet && (scenario.firstSync ? world.untilQuiet() : world.sync());
    }
    return quiet;
}

/// Up to three syncs after the fault is over.
QString recover(World &world, const Scenario &scenario, const Expected &expected, std::chrono::seconds closed)
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
    Q_UNUSED(scenario)
    return wrong;
}

Outcome run(const Scenario &scenario, const Expected &expected, const Plan &plan)
{
    const bool stale = QByteArray(plan.kind->name).startsWith("a stale");
    World world(stale);
    Outcome outcome;
    if (!play(world, scenario, plan))
        outcome.ending = u"it does not come to rest"_s;
    else
        outcome.ending = recover(world, scenario, expected, plan.kind->closed);
    if (const QString double_ = twice(world.there()); !double_.isEmpty())
        outcome.doubled = u"twice on the service: "_s + double_;
    const int writes = world.wire().writes();
    if (!world.sync() || world.wire().writes() != writes)
        outcome.restless = u"%1 writes in a second sync"_s.arg(world.wire().writes() - writes);
    outcome.manners = world.breachOfManners();
    return outcome;
}

}

/// Whatever goes wrong with any request of anything a person does: soon after, the service and the client stand where
/// they would stand if nothing had gone wrong.
class MatrixTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingGoesWrong();
    void everythingGoesWrongOnce();

private:
    [[nodiscard]] Expected expect(const Scenario &scenario);
};

Expected MatrixTest::expect(const Scenario &scenario)
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

void MatrixTest::nothingGoesWrong()
{
    for (const auto &scenario : scenarios()) {
        const Expected expected = expect(scenario);
        QVERIFY(expected.requests > 5);
        const QString all = expected.there.join(u'\n');
        for (const auto &entered : scenario.entered)
            QVERIFY2(all.contains(entered),
                qPrintable(u"%1: %2 in\n%3"_s.arg(QLatin1StringView(scenario.name), entered, all)));
        QCOMPARE(expected.here, expected.there);
        QCOMPARE(twice(expected.there), QString());
    }
}

void MatrixTest::everythingGoesWrongOnce()
{
    support::Tally equal(8, "ends as if nothing had gone wrong, at most 3 syncs after it did");
    support::Tally once(9, "nothing is there twice");
    support::Tally still(11, "a second sync writes nothing");
    support::Tally polite(19, "at most 8 requests in a second and 4 at once");
    constexpr int quickRuns = 600;
    const QByteArray only = qgetenv("MICROCYCLE_FAULT_CASE"); // "scenario/kind/index/count"
    std::vector<std::tuple<const Scenario *, const Expected *, Plan>> runs;
    std::deque<Expected> endings;
    for (const auto &scenario : scenarios()) {
        const Expected &expected = endings.emplace_back(expect(scenario));
        for (const auto &kind : faultKinds()) {
            for (int index = 0; index < expected.requests; ++index) {
                runs.push_back({&scenario, &expected, {&kind, index, 1}});
                if (index % 3 == 0) // what fails again when it is tried again is another case
                    runs.push_back({&scenario, &expected, {&kind, index, 2}});
            }
        }
    }
    // Odd, so that a part meets every scenario, kind and place in turn.
    const size_t every = only.isEmpty() ? size_t(stride(int(runs.size()), quickRuns)) | 1 : 1;
    for (size_t i = 0; i < runs.size(); i += every) {
        const auto &[scenario, expected, plan] = runs[i];
        const QString replay
            = u"%1/%2/%3/%4"_s.arg(QLatin1StringView(scenario->name), QLatin1StringView(plan.kind->name))
                  .arg(plan.first)
                  .arg(plan.count);
        if (!only.isEmpty() && replay.toUtf8() != only)
            continue;
        const Outcome outcome = run(*scenario, *expected, plan);
        equal.run(outcome.ending.isEmpty(), replay + u": "_s + outcome.ending);
        once.run(outcome.doubled.isEmpty(), replay + u": "_s + outcome.doubled);
        still.run(outcome.restless.isEmpty(), replay + u": "_s + outcome.restless);
        polite.run(outcome.manners.isEmpty(), replay + u": "_s + outcome.manners);
    }
    std::printf("  of %zu cases: %zu scenarios, %zu kinds of fault, every request once, every third twice in a row\n",
        runs.size(),
        scenarios().size(),
        faultKinds().size());
    const bool kept = int(equal.close()) + int(once.close()) + int(still.close()) + int(polite.close()) == 4;
    QVERIFY(kept);
}

}

using fault::MatrixTest;
MICROCYCLE_CORE_TEST(MatrixTest)
#include "tst_matrix.moc"
