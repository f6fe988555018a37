// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/databasefile.h"
#include "models/store/store.h"
#include "tests/fault/extent.h"
#include "tests/support/tally.h"
#include "tests/support/testmain.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace {

constexpr int handOverMs = 500; ///< after the first listens

/// One start of the program, and what it has said.
struct Start {
    QString name;
    std::unique_ptr<QProcess> process;
    QByteArray said;

    void listen(int ms)
    {
        process->waitForReadyRead(ms);
        said += process->readAllStandardOutput();
    }
};

Start startOf(const QString &database, const QString &name)
{
    Start start {name, std::make_unique<QProcess>(), {}};
    start.process->start(QStringLiteral(MICROCYCLE_INSTANCE), {database, name});
    return start;
}

/// Starts, some of them at once, and kills, as the seed has it; then the last one standing is killed as well.
std::vector<Start> interleaved(const QString &database, quint32 seed)
{
    QRandomGenerator random(seed);
    std::vector<Start> starts;
    const int count = 2 + int(random.bounded(3));
    for (int i = 0; i < count; ++i) {
        starts.push_back(startOf(database, QString(QChar(u'a' + i))));
        if (random.bounded(2))
            starts.back().listen(int(random.bounded(40)));
        if (i > 0 && random.bounded(3) == 0)
            starts.at(random.bounded(quint32(i))).process->kill();
    }
    for (auto &start : starts) {
        const int moments = 1 + int(random.bounded(3));
        for (int i = 0; i < moments; ++i)
            start.listen(20);
    }
    for (auto &start : starts) {
        // Who called another ends by itself; who writes is killed at whatever it is doing.
        if (!start.said.startsWith("kept") && start.process->state() == QProcess::Running
            && !start.process->waitForFinished(50))
            start.listen(1000);
        if (!start.said.isEmpty() || start.process->state() == QProcess::NotRunning)
            start.process->kill();
        start.process->waitForFinished(5000);
        start.said += start.process->readAllStandardOutput();
    }
    return starts;
}

/// What broke: two writers, a call that took too long, an edit that was kept and is not there, a database that is not
/// sound.
QString breachOf(const QString &database, const std::vector<Start> &starts)
{
    const domain::FixedClock clock(QDateTime(QDate(2026, 3, 12), QTime(9, 0), Qt::UTC));
    QSet<QString> there;
    {
        const auto opened = store::Store::open(database, clock, u"owner"_s);
        if (!opened)
            return u"it cannot be opened"_s;
        const auto events = (*opened)->events({clock.today(), clock.today().addDays(30)});
        for (const auto &event : events)
            there.insert(event.name);
        if (there.size() != events.size())
            return u"something is there twice"_s;
    }
    if (!store::isIntact(database))
        return u"it is not sound"_s;
    for (const auto &start : starts) {
        const auto lines = start.said.split('\n');
        for (const auto &line : lines) {
            const auto parts = line.split(' ');
            if (parts.first() == "two")
                return u"two wrote at once"_s;
            if (parts.first() == "kept" && parts.size() == 2
                && !there.contains(start.name + u'.' + QString::fromLatin1(parts.at(1))))
                return u"%1.%2 was kept and is gone"_s.arg(start.name, QString::fromLatin1(parts.at(1)));
        }
    }
    return {};
}

}

/// Started twice or more, at any moment, and killed at any other: one writes, nothing that was kept is lost, and the
/// others call it.
class InstancesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsAndKillsLoseNothing();
    void aSecondStartCallsTheFirst();
};

void InstancesTest::startsAndKillsLoseNothing()
{
    support::Tally tally(36, "starts and kills in any order: one writer, nothing lost");
    const quint32 seeds = fault::isFull() ? 1000 : 12;
    int calls = 0;
    for (quint32 seed = 1; seed <= seeds; ++seed) {
        QTemporaryDir folder(fault::scratchTemplate());
        const QString database = folder.filePath(u"a.db"_s);
        const auto starts = interleaved(database, seed);
        const QString breach = breachOf(database, starts);
        calls += int(std::ranges::count_if(starts, [](const Start &start) { return start.said.startsWith("called"); }));
        tally.run(breach.isEmpty(), u"seed %1: %2"_s.arg(seed).arg(breach));
    }
    std::printf("  %d starts called the one before them\n", calls);
    QVERIFY(tally.close());
}

void InstancesTest::aSecondStartCallsTheFirst()
{
    support::Tally tally(36, "a second start calls the first within half a second");
    const int runs = fault::isFull() ? 100 : 3;
    QTemporaryDir folder(fault::scratchTemplate());
    const QString database = folder.filePath(u"a.db"_s);
    Start first = startOf(database, u"first"_s);
    for (int i = 0; i < 200 && !first.said.contains("kept"); ++i)
        first.listen(100);
    for (int run = 0; run < runs; ++run) {
        Start second = startOf(database, u"second"_s);
        second.process->waitForFinished(10'000);
        second.listen(0);
        const auto said = second.said.trimmed().split(' ');
        const bool called = second.process->exitCode() == 3 && said.size() == 2 && said.first() == "called"
            && said.at(1).toInt() <= handOverMs;
        for (int i = 0; i < 100 && first.said.count("raised") <= run; ++i)
            first.listen(50);
        tally.run(called && first.said.count("raised") == run + 1,
            u"run %1: %2"_s.arg(run).arg(QString::fromLatin1(second.said)));
    }
    first.process->kill();
    first.process->waitForFinished(5000);
    QVERIFY(tally.close());
}

MICROCYCLE_CORE_TEST(InstancesTest)
#include "tst_instances.moc"
