// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/databasefile.h"
#include "tests/fault/driverrun.h"
#include "tests/fault/extent.h"
#include "tests/fault/script.h"
#include "tests/support/tally.h"
#include "tests/support/testmain.h"

#include <QTemporaryDir>
#include <cerrno>

using namespace Qt::StringLiterals;
using fault::DriverRun;
using fault::DriverTask;
using fault::Script;
using fault::Strike;

namespace {

constexpr int steps = 8;
constexpr int forGood = 1'000'000'000;

/// Whether what stands there is sound, and is the state after the steps that were kept. The one that was refused last
/// may be there as a whole: a broken disk may take what it says it did not.
bool isWhole(const QString &database, const QStringList &states, int kept)
{
    const auto clock = Script::clock();
    QString state;
    {
        const auto opened = store::Store::open(database, clock, u"owner"_s);
        if (!opened || !(*opened)->recovery().damagedDatabase.isEmpty())
            return false;
        state = Script::stateOf(**opened);
    }
    const bool next = kept + 1 < states.size() && state == states.at(kept + 1);
    return (state == states.at(kept) || next) && store::isIntact(database);
}

}

/// The disk is full, broken or closed to writing, for a moment or for good: an edit is kept or visibly refused, and
/// everything goes on as soon as the disk lets it.
class FullDiskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesThatFailLoseNothing_data();
    void writesThatFailLoseNothing();
};

void FullDiskTest::writesThatFailLoseNothing_data()
{
    QTest::addColumn<int>("error");
    QTest::addColumn<bool>("restarts"); // it may take a restart to go on
    QTest::addColumn<QList<int>>("counts"); // of calls in a row
    QTest::newRow("the disk is full") << ENOSPC << false << QList {1, 2, 3, 8, 30, forGood};
    QTest::newRow("the share of the disk is used up") << EDQUOT << false << QList {2, 5};
    QTest::newRow("the disk is broken") << EIO << true << QList {1, 2, 4, forGood};
    QTest::newRow("the disk is closed to writing") << EROFS << true << QList {5, forGood};
}

void FullDiskTest::writesThatFailLoseNothing()
{
    QFETCH(int, error);
    QFETCH(bool, restarts);
    QFETCH(QList<int>, counts);
    support::Tally tally(5, QTest::currentDataTag());
    constexpr int quickRuns = 40;
    int refused = 0;
    for (const bool withService : {false, true}) {
        const QStringList states = Script::faultlessStates(3, withService, steps);
        QCOMPARE(states.size(), steps + 1);
        int calls = 0;
        {
            QTemporaryDir folder(fault::scratchTemplate());
            calls = fault::runDriver({folder.filePath(u"a.db"_s), 3, withService, steps}, {}).calls;
        }
        QVERIFY2(calls > steps * 3, "the calls are not seen");
        const int each = fault::stride(calls * int(counts.size()) * 2, quickRuns) | 1;
        for (int place = 0; place < calls * counts.size(); place += each) {
            const int at = place / int(counts.size()) + 1;
            const int count = counts.at(place % int(counts.size()));
            for (int torn = fault::isFull() ? 0 : at % 2; torn <= (fault::isFull() ? 1 : at % 2); ++torn) {
                QTemporaryDir folder(fault::scratchTemplate());
                const QString database = folder.filePath(u"a.db"_s);
                const int tries = count == forGood ? 2 : 60;
                const DriverTask task {database, 3, withService, steps, tries, restarts};
                const DriverRun run = fault::runDriver(task, {at, torn == 1, error, count});
                const bool ended = run.code == 0 ? run.kept == steps : run.code == 1 && count == forGood;
                refused += run.refused;
                tally.run(ended && isWhole(database, states, run.kept),
                    u"%1 service, call %2, %3 in a row, torn %4: ended with %5 after %6 steps"_s
                        .arg(withService ? u"with"_s : u"without"_s)
                        .arg(at)
                        .arg(count)
                        .arg(torn)
                        .arg(run.code)
                        .arg(run.kept));
            }
        }
    }
    std::printf("  %d edits were refused for a while\n", refused);
    QVERIFY(tally.close());
}

MICROCYCLE_CORE_TEST(FullDiskTest)
#include "tst_fulldisk.moc"
