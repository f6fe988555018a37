// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/commands/planner.h"
#include "models/store/databasefile.h"
#include "models/store/wholedata.h"
#include "tests/support/olddatabase.h"
#include "tests/support/plannedweek.h"
#include "tests/support/storestate.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QJsonArray>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using commands::Planner;
using store::Store;
using support::monday;
using support::session;
using support::week;

/// Backup, restore, rescue and removal of everything that belongs to a database.
class WholeDataTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void oneProcessHoldsTheLock();
    void aLinkInPlaceOfTheLockIsRefused();
    void aWriterInsideTheDatabaseIsSeen();
    void aBackupIsMadeBesideAnOpenStore();
    void restoringLosesNoUnsyncedEdit();
    void aBackupIsRestoredWhereNothingIs();
    void aBackupThatCannotBeWrittenIsNamed();
    void onlyASoundBackupIsRestored_data();
    void onlyASoundBackupIsRestored();
    void theUnsyncedIsExportedFromAnything_data();
    void theUnsyncedIsExportedFromAnything();
    void deletingLeavesNothing();

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(u"a.db"_s); }
    void create(Store &store, const QString &name) { QVERIFY(Planner(store).create(session(name, 0)).ok()); }

    domain::FixedClock m_clock {QDateTime(monday, QTime(9, 0), Qt::UTC)};
    std::unique_ptr<QTemporaryDir> m_folder;
};

void WholeDataTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void WholeDataTest::oneProcessHoldsTheLock()
{
    auto first = store::lockForWriting(path());
    QVERIFY(first.ok());
    const auto second = store::lockForWriting(path());
    QVERIFY(!second.ok());
    QCOMPARE(second.error().kind, domain::Error::Kind::Conflict);
    (*first).reset();
    QVERIFY(store::lockForWriting(path()).ok());
}

void WholeDataTest::aLinkInPlaceOfTheLockIsRefused()
{
    QVERIFY(QFile::link(m_folder->filePath(u"elsewhere"_s), path() + u".lock"_s));
    const auto lock = store::lockForWriting(path());
    QVERIFY(!lock.ok());
    QCOMPARE(lock.error().item, path() + u".lock"_s);
}

void WholeDataTest::aWriterInsideTheDatabaseIsSeen()
{
    {
        auto opened = *Store::open(path(), m_clock);
    }
    support::Outsider writer(path());
    QVERIFY(writer.run(u"BEGIN IMMEDIATE"_s));
    const auto opened = Store::open(path(), m_clock);
    QVERIFY(!opened.ok());
    QCOMPARE(opened.error().detail, u"somebody else is writing into it"_s);
    QVERIFY(writer.run(u"COMMIT"_s));
    QVERIFY(Store::open(path(), m_clock).ok());
}

void WholeDataTest::aBackupIsMadeBesideAnOpenStore()
{
    auto opened = *Store::open(path(), m_clock);
    create(*opened, u"A"_s);
    const QString backup = m_folder->filePath(u"backup"_s);
    QVERIFY(store::backUpDatabase(path(), backup).ok());
    QVERIFY(!store::backUpDatabase(path(), backup).ok());
    QVERIFY(!store::backUpDatabase(m_folder->filePath(u"none"_s), m_folder->filePath(u"b2"_s)).ok());
    QVERIFY(!QFile::exists(m_folder->filePath(u"b2"_s)));
    const auto copy = Store::open(backup, m_clock);
    QVERIFY(copy.ok());
    QCOMPARE(support::shownOf(**copy, week), support::shownOf(*opened, week));
}

void WholeDataTest::restoringLosesNoUnsyncedEdit()
{
    const QString backup = m_folder->filePath(u"backup"_s);
    {
        auto opened = *Store::open(path(), m_clock);
        create(*opened, u"A"_s);
        QVERIFY(store::backUpDatabase(path(), backup).ok());
        create(*opened, u"B"_s);
    }
    const auto former = store::restoreDatabase(path(), backup, m_clock.now());
    QVERIFY(former.ok());
    QVERIFY(store::isIntact(*former));
    auto opened = *Store::open(path(), m_clock);
    QCOMPARE(support::shownOf(*opened, week).size(), 2);
    QCOMPARE(opened->recovery().restored, 1);
    const auto first = store::Outbox(opened->database()).next(m_clock.now());
    QCOMPARE(first->state, store::Operation::State::Unknown);
}

void WholeDataTest::aBackupIsRestoredWhereNothingIs()
{
    const QString backup = m_folder->filePath(u"backup"_s);
    {
        auto opened = *Store::open(path(), m_clock);
        create(*opened, u"A"_s);
        QVERIFY(store::backUpDatabase(path(), backup).ok());
    }
    const QString elsewhere = m_folder->filePath(u"data/b.db"_s);
    const auto former = store::restoreDatabase(elsewhere, backup, m_clock.now());
    QVERIFY(former.ok());
    QVERIFY(former->isEmpty());
    QCOMPARE(support::shownOf(**Store::open(elsewhere, m_clock), week).size(), 1);
}

void WholeDataTest::aBackupThatCannotBeWrittenIsNamed()
{
    auto opened = *Store::open(path(), m_clock);
    create(*opened, u"A"_s);
    QVERIFY(QDir().mkpath(m_folder->filePath(u"folder"_s)));
    for (const QString &to : {m_folder->filePath(u"folder"_s), path() + u"/deep"_s}) {
        const auto made = store::backUpDatabase(path(), to);
        QVERIFY(!made.ok());
        QVERIFY(made.error().item.startsWith(m_folder->path()));
    }
    QVERIFY(store::isIntact(path()));
    const auto taken = store::backUpDatabase(m_folder->filePath(u"nothing.db"_s), m_folder->filePath(u"copy"_s));
    QVERIFY(!taken.ok());
    QVERIFY(!QFile::exists(m_folder->filePath(u"copy"_s)));
}

void WholeDataTest::onlyASoundBackupIsRestored_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("a file that is not there") << QByteArray();
    QTest::newRow("a text") << QByteArray("Dear diary, today I rode far");
}

void WholeDataTest::onlyASoundBackupIsRestored()
{
    QFETCH(QByteArray, content);
    {
        auto opened = *Store::open(path(), m_clock);
        create(*opened, u"A"_s);
    }
    const QString backup = m_folder->filePath(u"backup"_s);
    QFile file(backup);
    QVERIFY(content.isEmpty() || (file.open(QIODevice::WriteOnly) && file.write(content) == content.size()));
    file.close();
    const auto restored = store::restoreDatabase(path(), backup, m_clock.now());
    QVERIFY(!restored.ok());
    QCOMPARE(restored.error().item, backup);
    QCOMPARE(support::shownOf(**Store::open(path(), m_clock), week).size(), 1);
}

void WholeDataTest::theUnsyncedIsExportedFromAnything_data()
{
    QTest::addColumn<QString>("state");
    for (const auto &state :
        {u"sound"_s, u"locked"_s, u"corrupt"_s, u"newer"_s, u"missing"_s, u"without its journal"_s})
        QTest::newRow(qPrintable(u"a database that is "_s + state)) << state;
}

void WholeDataTest::theUnsyncedIsExportedFromAnything()
{
    QFETCH(QString, state);
    {
        auto opened = *Store::open(path(), m_clock);
        create(*opened, u"A"_s);
    }
    std::unique_ptr<support::Outsider> outsider;
    if (state == "locked"_L1 || state == "newer"_L1) {
        outsider = std::make_unique<support::Outsider>(path());
        QVERIFY(outsider->run(state == "locked"_L1 ? u"BEGIN EXCLUSIVE"_s : u"PRAGMA user_version=999"_s));
    } else if (state == "corrupt"_L1) {
        QVERIFY(QFile::resize(path(), 100));
    } else if (state == "missing"_L1) {
        QVERIFY(QFile::remove(path()));
    } else if (state == "without its journal"_L1) {
        QVERIFY(QFile::remove(store::Journal::pathFor(path())));
    }
    const auto unsynced = store::exportUnsynced(path());
    QVERIFY(unsynced.ok());
    const QJsonArray edits = unsynced->value(u"unsynced"_s).toArray();
    QCOMPARE(edits.size(), 1);
    const QJsonObject edit = edits.first().toObject();
    QCOMPARE(
        edit.value(edit.contains(u"after"_s) ? u"after"_s : u"item"_s).toObject().value(u"name"_s).toString(), u"A"_s);
}

void WholeDataTest::deletingLeavesNothing()
{
    {
        auto opened = *Store::open(path(), m_clock);
        create(*opened, u"A"_s);
    }
    QVERIFY(QDir(m_folder->path()).mkdir(u"a.db.uploads"_s));
    QVERIFY(store::backUpDatabase(path(), path() + u".backup-v1-x"_s).ok());
    QVERIFY(QFile::copy(path(), m_folder->filePath(u"another.db"_s)));
    QVERIFY(store::localFiles(path()).size() >= 4);
    QVERIFY(store::deleteLocalData(path()).ok());
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
        QStringList {u"another.db"_s});
}

MICROCYCLE_CORE_TEST(WholeDataTest)
#include "tst_wholedata.moc"
