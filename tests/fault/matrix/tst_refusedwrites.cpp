// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/extent.h"
#include "tests/fault/matrix/ending.h"
#include "tests/support/refusal.h"
#include "tests/support/tally.h"
#include "tests/support/testmain.h"

#include <deque>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace fault {

namespace {

/// A step of a scenario after which the store refuses writings, for as many syncs.
struct Case {
    const Scenario *scenario = nullptr;
    const Expected *expected = nullptr;
    size_t step = 0;
    int syncs = 1;
    bool underWay = false; ///< not before something was sent, when the answer is to be written
    QList<support::Writing> writings;

    [[nodiscard]] QString replay() const
    {
        const QString what = writings.size() > 1 ? u"everything"_s : writings.first().text();
        return u"%1/%2/%3/%4/%5"_s.arg(QLatin1StringView(scenario->name))
            .arg(step)
            .arg(syncs)
            .arg(underWay ? u"under way"_s : u"before"_s, what);
    }
};

Outcome run(const Case &tried)
{
    World world;
    const auto refusing = [&](size_t step) {
        if (step != tried.step)
            return syncOnce(world, *tried.scenario);
        std::optional<support::Refusal> refusal;
        if (tried.underWay)
            world.wire().setChance([&](const http::Request &request) -> const FaultKind * {
                if (!refusal && request.method != "GET")
                    refusal.emplace(world.store().database(), tried.writings);
                return nullptr;
            });
        else
            refusal.emplace(world.store().database(), tried.writings);
        bool rests = true;
        for (int sync = 0; sync < tried.syncs && rests; ++sync) {
            rests = syncOnce(world, *tried.scenario);
            world.time().pass(10min);
        }
        world.wire().setChance({});
        return rests;
    };
    const bool quiet = play(world, *tried.scenario, {}, refusing);
    return conclude(world, quiet, *tried.expected, {});
}

}

/// A disk that is full, or a file that cannot be written, while the client syncs: the store takes some writings, and
/// refuses others for a while.
class RefusedWritesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsAsIfEverythingHadBeenWritten();
};

void RefusedWritesTest::endsAsIfEverythingHadBeenWritten()
{
    support::Tally equal(5, "a writing is refused while it syncs, and all ends as if it had not been");
    support::Tally once(9, "nothing is there twice though a writing was refused");
    support::Tally still(11, "a second sync writes nothing though a writing had been refused");
    constexpr int quickRuns = 400;
    const QByteArray only = qgetenv("MICROCYCLE_FAULT_CASE"); // as a broken case is printed
    World any;
    const auto everything = support::writings(any.store().database());
    const auto atCommit = support::writings(any.store().database(), true);
    QVERIFY(everything.size() > 24);
    QList<QList<support::Writing>> refused {everything};
    for (const auto &writing : everything)
        refused.append({writing});
    std::deque<Expected> endings;
    std::vector<Case> cases;
    for (const auto &scenario : scenarios()) {
        const Expected &expected = endings.emplace_back(expect(scenario));
        for (size_t step = 0; step < scenario.steps.size(); ++step) {
            for (const auto &writings : std::as_const(refused)) {
                for (const int syncs : {1, 3}) {
                    for (const bool underWay : {false, true})
                        cases.push_back({&scenario, &expected, step, syncs, underWay, writings});
                }
            }
            for (const auto &writing : atCommit)
                cases.push_back({&scenario, &expected, step, 1, false, {writing}});
        }
    }
    // Odd, so that a part meets every scenario, step and writing in turn.
    const size_t every = only.isEmpty() ? size_t(stride(int(cases.size()), quickRuns)) | 1 : 1;
    for (size_t i = 0; i < cases.size(); i += every) {
        const QString replay = cases[i].replay();
        if (!only.isEmpty() && replay.toUtf8() != only)
            continue;
        const Outcome outcome = run(cases[i]);
        equal.run(outcome.ending.isEmpty(), replay + u": "_s + outcome.ending);
        once.run(outcome.doubled.isEmpty(), replay + u": "_s + outcome.doubled);
        still.run(outcome.restless.isEmpty(), replay + u": "_s + outcome.restless);
    }
    std::printf("  of %zu cases: %zu scenarios, %zu kinds of writing after every step, for one sync and for three,"
                " before it or once something is under way\n",
        cases.size(),
        scenarios().size(),
        size_t(refused.size() + atCommit.size()));
    const bool kept = int(equal.close()) + int(once.close()) + int(still.close()) == 3;
    QVERIFY(kept);
}

}

using fault::RefusedWritesTest;
MICROCYCLE_CORE_TEST(RefusedWritesTest)
#include "tst_refusedwrites.moc"
