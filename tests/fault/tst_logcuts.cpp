// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/database.h"
#include "tests/fault/extent.h"
#include "tests/fault/script.h"
#include "tests/support/tally.h"
#include "tests/support/testmain.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using fault::Script;
using store::Store;

namespace {

constexpr int logHead = 32;
constexpr int frame = 24 + 4096;

}

/// The database's log of the last transactions is cut: what is left is some of them, from the first on and whole.
class LogCutsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCutLogIsAPrefix_data();
    void aCutLogIsAPrefix();
};

void LogCutsTest::aCutLogIsAPrefix_data()
{
    QTest::addColumn<bool>("withJournal");
    QTest::newRow("the database alone is in an earlier state") << false;
    QTest::newRow("with the journal nothing is missing") << true;
}

void LogCutsTest::aCutLogIsAPrefix()
{
    QFETCH(bool, withJournal);
    QTemporaryDir folder(fault::scratchTemplate());
    const QString database = folder.filePath(u"a.db"_s);
    const auto clock = Script::clock();
    auto opened = *Store::open(database, clock, u"owner"_s);
    QStringList states {Script::stateOf(*opened)};
    for (int step = 0; step < 12; ++step) {
        QVERIFY(Script(5, false).perform(*opened, step));
        states.append(Script::stateOf(*opened));
    }
    const qint64 length = QFileInfo(database + u"-wal"_s).size();
    const int frames = int((length - logHead) / frame);
    QVERIFY(frames > 30);
    support::Tally tally(4, withJournal ? "cut the log, with the journal" : "cut the log, without the journal");
    const QString journal = store::Journal::pathFor(database);
    for (int i = 0; i <= frames; i += fault::stride(frames, 15)) {
        for (int shift = -1; shift <= 1; ++shift) {
            const qint64 cut = logHead + qint64(i) * frame + shift;
            if (cut > length)
                continue;
            QTemporaryDir place(fault::scratchTemplate());
            const QString copy = place.filePath(u"a.db"_s);
            QVERIFY(QFile::copy(database, copy) && QFile::copy(database + u"-wal"_s, copy + u"-wal"_s));
            QVERIFY(!withJournal || QFile::copy(journal, store::Journal::pathFor(copy)));
            QVERIFY(QFile::resize(copy + u"-wal"_s, cut));
            auto cutOne = Store::open(copy, clock, u"owner"_s);
            const QString state = cutOne ? Script::stateOf(**cutOne) : QString();
            tally.run(withJournal ? state == states.last() : states.contains(state), u"seed 5, cut at %1"_s.arg(cut));
        }
    }
    QVERIFY(tally.close());
}

MICROCYCLE_CORE_TEST(LogCutsTest)
#include "tst_logcuts.moc"
