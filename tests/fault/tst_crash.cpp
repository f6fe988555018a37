// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/databasefile.h"
#include "tests/fault/driverrun.h"
#include "tests/fault/extent.h"
#include "tests/fault/script.h"
#include "tests/support/olddatabase.h"
#include "tests/support/tally.h"
#include "tests/support/testmain.h"

#include <QRandomGenerator>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using fault::DriverRun;
using fault::Script;
using store::Store;

namespace {

constexpr int crashed = 77;
constexpr int steps = 12;

DriverRun runDriver(const QString &database, quint32 seed, bool withService, int at, bool torn, int count = steps)
{
    return fault::runDriver({database, seed, withService, count}, {at, torn});
}

/// Whether a store can be opened there, is sound, and is in the state after the steps that were kept, or one more.
bool isKept(const QString &database, const QStringList &states, int kept)
{
    const auto clock = Script::clock();
    {
        auto opened = Store::open(database, clock, u"owner"_s);
        if (!opened || !(*opened)->recovery().damagedDatabase.isEmpty())
            return false;
        const QString state = Script::stateOf(**opened);
        if (state != states.at(kept) && state != states.value(kept + 1))
            return false;
    }
    return store::isIntact(database);
}

}

/// The process ends without a word: what was said to be kept is there afterwards.
class CrashTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endingAtAnyWriteLosesNothing_data();
    void endingAtAnyWriteLosesNothing();
    void killingAtAnyMomentLosesNothing();
    void endingWhileMigratingLosesNothing_data();
    void endingWhileMigratingLosesNothing();
};

void CrashTest::endingAtAnyWriteLosesNothing_data()
{
    QTest::addColumn<bool>("withService");
    QTest::newRow("editing alone") << false;
    QTest::newRow("editing while the service answers") << true;
}

void CrashTest::endingAtAnyWriteLosesNothing()
{
    QFETCH(bool, withService);
    support::Tally tally(1, withService ? "end at each write while syncing" : "end at each write while editing");
    const int seeds = fault::isFull() ? 6 : 1;
    for (int seed = 1; seed <= seeds; ++seed) {
        const QStringList states = Script::faultlessStates(quint32(seed), withService, steps);
        QCOMPARE(states.size(), steps + 1);
        int calls = 0;
        {
            QTemporaryDir folder(fault::scratchTemplate());
            const DriverRun whole = runDriver(folder.filePath(u"a.db"_s), quint32(seed), withService, 0, false);
            QCOMPARE(whole.code, 0);
            calls = whole.calls;
        }
        QVERIFY2(calls > steps * 3, "the calls are not seen");
        const int each = fault::stride(calls, 60);
        for (int at = 1; at <= calls; at += each) {
            const bool tornToo = fault::isFull();
            for (int torn = tornToo ? 0 : at % 2; torn <= (tornToo ? 1 : at % 2); ++torn) {
                QTemporaryDir folder(fault::scratchTemplate());
                const QString database = folder.filePath(u"a.db"_s);
                const DriverRun run = runDriver(database, quint32(seed), withService, at, torn == 1);
                tally.run(run.code == crashed && isKept(database, states, run.kept),
                    u"seed %1, call %2, torn %3"_s.arg(seed).arg(at).arg(torn));
            }
        }
    }
    QVERIFY(tally.close());
}

void CrashTest::killingAtAnyMomentLosesNothing()
{
    support::Tally tally(1, "kill at a random moment");
    const int runs = fault::isFull() ? 2000 : 10;
    const QStringList states = Script::faultlessStates(1, true, steps);
    for (int run = 0; run < runs; ++run) {
        QRandomGenerator random(quint32(run) + 1);
        QTemporaryDir folder(fault::scratchTemplate());
        const QString database = folder.filePath(u"a.db"_s);
        QProcess process;
        process.start(QStringLiteral(MICROCYCLE_FAULT_DRIVER),
            {database, u"1"_s, QString::number(steps), u"with"_s, u"1"_s, u"on"_s});
        const int after = random.bounded(steps);
        QByteArray out;
        while (out.count('\n') <= after && process.waitForReadyRead(20'000))
            out += process.readAllStandardOutput();
        for (int spin = random.bounded(200'000); spin > 0; --spin)
            random.generate();
        process.kill();
        process.waitForFinished();
        out += process.readAllStandardOutput();
        tally.run(isKept(database, states, int(out.count('\n'))), u"run %1"_s.arg(run));
    }
    QVERIFY(tally.close());
}

void CrashTest::endingWhileMigratingLosesNothing_data()
{
    QTest::addColumn<int>("version");
    for (int version = 1; version < store::schemaVersion; ++version)
        QTest::addRow("from version %d", version) << version;
}

void CrashTest::endingWhileMigratingLosesNothing()
{
    QFETCH(int, version);
    support::Tally tally(6, "end at each write while migrating");
    const auto clock = Script::clock();
    QString state;
    int calls = 0;
    {
        QTemporaryDir folder(fault::scratchTemplate());
        const QString database = folder.filePath(u"a.db"_s);
        QVERIFY(support::makeOldDatabase(database, version));
        calls = runDriver(database, 1, false, 0, false, 0).calls;
        state = Script::stateOf(**Store::open(database, clock, u"owner"_s));
    }
    QVERIFY(calls > 10);
    for (int at = 1; at <= calls; at += fault::stride(calls, 15)) {
        QTemporaryDir folder(fault::scratchTemplate());
        const QString database = folder.filePath(u"a.db"_s);
        QVERIFY(support::makeOldDatabase(database, version));
        const DriverRun run = runDriver(database, 1, false, at, at % 2 == 1, 0);
        tally.run(run.code == crashed && isKept(database, {state}, 0), u"version %1, call %2"_s.arg(version).arg(at));
    }
    QVERIFY(tally.close());
}

MICROCYCLE_CORE_TEST(CrashTest)
#include "tst_crash.moc"
