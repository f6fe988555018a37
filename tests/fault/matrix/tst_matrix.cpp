// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/extent.h"
#include "tests/fault/matrix/ending.h"
#include "tests/support/tally.h"
#include "tests/support/testmain.h"

#include <deque>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace fault {

namespace {

Outcome run(const Scenario &scenario, const Expected &expected, const Plan &plan)
{
    const bool stale = QByteArray(plan.kind->name).startsWith("a stale");
    World world(stale);
    const bool quiet = play(world, scenario, plan);
    return conclude(world, quiet, expected, plan.kind->closed);
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
};

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
