// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/commands/planner.h"
#include "models/store/databasefile.h"
#include "models/store/migration.h"
#include "models/store/workoutdrafts.h"
#include "tests/support/olddatabase.h"
#include "tests/support/plannedweek.h"
#include "tests/support/storestate.h"
#include "tests/support/tally.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QTemporaryDir>
#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace Qt::StringLiterals;
using commands::Planner;
using store::Store;
using support::contentOf;
using support::monday;
using support::session;
using support::week;
using support::write;

/// What stands at the path of a database when it is opened: older, newer, damaged, somebody else's.
class DatabaseFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyOlderVersionIsBroughtUp_data();
    void everyOlderVersionIsBroughtUp();
    void aMigrationIsWholeOrNotAtAll_data();
    void aMigrationIsWholeOrNotAtAll();
    void withoutABackupNothingIsMigrated();
    void threeBackupsAreKept();
    void whatIsNotOursStaysAsItIs_data();
    void whatIsNotOursStaysAsItIs();
    void aDamagedFileIsPutAsideAndItsEditsComeBack_data();
    void aDamagedFileIsPutAsideAndItsEditsComeBack();
    void withoutAJournalTheEditsAreSalvaged();
    void whatCannotBeSalvagedIsKeptApart();
    void linksAreRefused_data();
    void linksAreRefused();
    void everyFileIsItsOwnersFromTheFirstByte();

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(u"data/a.db"_s); }

    domain::FixedClock m_clock {QDateTime(monday, QTime(9, 0), Qt::UTC)};
    std::unique_ptr<QTemporaryDir> m_folder;
};

void DatabaseFileTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(m_folder->path()).mkpath(u"data"_s));
}

void DatabaseFileTest::everyOlderVersionIsBroughtUp_data()
{
    QTest::addColumn<int>("version");
    for (int version = 1; version < store::schemaVersion; ++version)
        QTest::addRow("from version %d", version) << version;
}

void DatabaseFileTest::everyOlderVersionIsBroughtUp()
{
    QFETCH(int, version);
    QVERIFY(support::makeOldDatabase(path(), version));
    auto opened = Store::open(path(), m_clock);
    QVERIFY(opened.ok());
    Store &store = **opened;
    QCOMPARE(store.database().value("PRAGMA user_version").toInt(), store::schemaVersion);
    QCOMPARE(store.waitingEdits(), 2);
    const auto operations = store::Outbox(store.database()).pendingOf({u"a"_s});
    QCOMPARE(operations.first().opId, u"p"_s);
    QCOMPARE(operations.first().state, store::Operation::State::Waiting);
    QCOMPARE(support::shownOf(store, week), (QStringList {u"2026-03-10 A -1 waiting"_s, u"2026-03-11 B -1 waiting"_s}));
    QVERIFY(store.recovery().damagedDatabase.isEmpty());

    const QFileInfo file(path());
    const QStringList backups = file.dir().entryList({u"a.db.backup-v%1-*"_s.arg(version)});
    QCOMPARE(backups.size(), 1);
    const QString backup = file.dir().filePath(backups.first());
    QVERIFY(store::isIntact(backup));
    QCOMPARE(store::ReadOnlyConnection(backup).value(u"SELECT count(*) FROM outbox"_s).toInt(), 2);
    QCOMPARE(QFile::permissions(backup) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
}

void DatabaseFileTest::aMigrationIsWholeOrNotAtAll_data()
{
    QTest::addColumn<int>("version");
    QTest::addColumn<int>("statement");
    for (int version = 1; version < store::schemaVersion; ++version) {
        int statements = 0;
        for (int step = version; step < store::schemaVersion; ++step)
            statements += int(store::schemaSteps().at(step).size());
        for (int i = 0; i < statements; ++i)
            QTest::addRow("version %d stopped before statement %d", version, i) << version << i;
    }
}

void DatabaseFileTest::aMigrationIsWholeOrNotAtAll()
{
    QFETCH(int, version);
    QFETCH(int, statement);
    QVERIFY(support::makeOldDatabase(path(), version));
    {
        // What an end of the process leaves: the statements so far, without a commit.
        support::Outsider stopped(path());
        QVERIFY(stopped.run(u"BEGIN IMMEDIATE"_s));
        int done = 0;
        for (int step = version; step < store::schemaVersion; ++step) {
            for (const char *sql : store::schemaSteps().at(step)) {
                if (done++ < statement)
                    QVERIFY(stopped.run(QString::fromLatin1(sql)));
            }
        }
    }
    {
        const store::ReadOnlyConnection file(path());
        QCOMPARE(file.value(u"PRAGMA user_version"_s).toInt(), version);
        QCOMPARE(file.value(u"SELECT count(*) FROM outbox"_s).toInt(), 2);
    }
    auto opened = Store::open(path(), m_clock);
    QVERIFY(opened.ok());
    QCOMPARE((*opened)->waitingEdits(), 2);
    QVERIFY((*opened)->recovery().damagedDatabase.isEmpty());
}

void DatabaseFileTest::withoutABackupNothingIsMigrated()
{
    QVERIFY(support::makeOldDatabase(path(), 1));
    auto database = store::Database::open(u":memory:"_s);
    QVERIFY(database.ok());
    QVERIFY(write(m_folder->filePath(u"data/there"_s), "x"));
    QVERIFY(!store::copyDatabase(**database, m_folder->filePath(u"data/there"_s)).ok());
    QCOMPARE(contentOf(m_folder->filePath(u"data/there"_s)), QByteArray("x"));
    QVERIFY(!store::copyDatabase(**database, u"/dev/full/copy"_s).ok());
}

void DatabaseFileTest::threeBackupsAreKept()
{
    for (int i = 0; i < 5; ++i) {
        for (const QString &file : store::filesOf(path()))
            QFile::remove(file);
        QVERIFY(support::makeOldDatabase(path(), 1));
        QVERIFY(Store::open(path(), m_clock).ok());
    }
    QCOMPARE(QDir(m_folder->filePath(u"data"_s)).entryList({u"*.backup-*"_s}).size(), 3);
}

void DatabaseFileTest::whatIsNotOursStaysAsItIs_data()
{
    QTest::addColumn<QStringList>("statements");
    QTest::addColumn<QString>("reason");
    const QString other = u"not a database of this program"_s;
    QTest::newRow("of a newer version") << QStringList {u"PRAGMA user_version=999"_s}
                                        << u"made by a newer version of the program"_s;
    QTest::newRow("of another program") << QStringList {u"PRAGMA application_id=1"_s} << other;
    QTest::newRow("of a program without a mark")
        << QStringList {u"PRAGMA application_id=0"_s, u"PRAGMA user_version=0"_s} << other;
    QTest::newRow("with a planted trigger")
        << QStringList {u"CREATE TRIGGER t AFTER INSERT ON outbox BEGIN DELETE FROM outbox; END"_s} << other;
    QTest::newRow("with a planted view") << QStringList {u"CREATE VIEW v AS SELECT * FROM outbox"_s} << other;
    QTest::newRow("with a view in place of a table")
        << QStringList {u"ALTER TABLE entity RENAME TO e2"_s, u"CREATE VIEW entity AS SELECT * FROM e2"_s} << other;
}

void DatabaseFileTest::whatIsNotOursStaysAsItIs()
{
    QFETCH(QStringList, statements);
    QFETCH(QString, reason);
    QVERIFY(support::makeOldDatabase(path(), store::schemaVersion));
    {
        support::Outsider outsider(path());
        for (const QString &statement : std::as_const(statements))
            QVERIFY(outsider.run(statement));
    }
    const QByteArray before = contentOf(path());
    const QDateTime changed = QFileInfo(path()).lastModified();
    const auto opened = Store::open(path(), m_clock);
    QVERIFY(!opened.ok());
    QCOMPARE(opened.error().detail, reason);
    QCOMPARE(opened.error().item, path());
    support::Tally tally(7, "a file of a newer version or another program stays as it is");
    tally.run(contentOf(path()) == before && QFileInfo(path()).lastModified() == changed,
        QString::fromUtf8(QTest::currentDataTag()));
    QVERIFY(tally.close());
}

void DatabaseFileTest::aDamagedFileIsPutAsideAndItsEditsComeBack_data()
{
    QTest::addColumn<QByteArray>("content"); // null: a page in the middle is zeroed, "-": a table is gone
    QTest::newRow("random bytes") << QByteArray(9000, '\x5b');
    QTest::newRow("a text file") << QByteArray("Dear diary,\n").repeated(100);
    QTest::newRow("its head only") << QByteArray("SQLite format 3");
    QTest::newRow("zeroed pages") << QByteArray();
    QTest::newRow("a missing table") << QByteArray("-");
}

void DatabaseFileTest::aDamagedFileIsPutAsideAndItsEditsComeBack()
{
    QFETCH(QByteArray, content);
    QStringList shown;
    {
        auto opened = *Store::open(path(), m_clock);
        QVERIFY(Planner(*opened).create(session(u"A"_s, 0)).ok());
        QVERIFY(Planner(*opened).create(session(u"B"_s, 1)).ok());
        shown = support::shownOf(*opened, week);
    }
    if (content == "-") {
        QVERIFY(support::Outsider(path()).run(u"DROP TABLE outbox"_s));
    } else if (content.isNull()) {
        QByteArray bytes = contentOf(path());
        bytes.replace(4096 * 2, 4096 * 6, QByteArray(4096 * 6, '\0'));
        QVERIFY(write(path(), bytes));
    } else {
        QVERIFY(write(path(), content));
    }
    auto opened = Store::open(path(), m_clock);
    QVERIFY(opened.ok());
    QCOMPARE(support::shownOf(**opened, week), shown);
    const QString aside = (*opened)->recovery().damagedDatabase;
    QVERIFY(aside.startsWith(path() + u".damaged-20260309-"_s));
    QVERIFY(QFile::exists(aside));
    QVERIFY(store::isIntact(path()));
}

void DatabaseFileTest::withoutAJournalTheEditsAreSalvaged()
{
    QVERIFY(support::makeOldDatabase(path(), store::schemaVersion));
    QVERIFY(support::Outsider(path()).run(u"DROP TABLE undo"_s));
    auto opened = Store::open(path(), m_clock);
    QVERIFY(opened.ok());
    QCOMPARE((*opened)->recovery().salvaged, 2);
    QCOMPARE(
        support::shownOf(**opened, week), (QStringList {u"2026-03-10 A -1 waiting"_s, u"2026-03-11 B -1 waiting"_s}));
    QCOMPARE(store::Outbox((*opened)->database()).pendingOf({u"a"_s}).first().state, store::Operation::State::Unknown);
}

void DatabaseFileTest::whatCannotBeSalvagedIsKeptApart()
{
    QVERIFY(support::makeOldDatabase(path(), store::schemaVersion));
    {
        support::Outsider outsider(path());
        QVERIFY(outsider.run(u"INSERT INTO outbox(op_id,local_id,kind,op,patch_json,group_id,created_at)"
                             " VALUES('odd','nobody',0,'patch','{}','g',0)"_s));
        for (const auto &odd : {u"'1','a',99,'patch','{\"fields\":{\"name\":{\"new\":\"C\"}}}'"_s,
                 u"'2','a',-1,'patch','{}'"_s,
                 u"'3','a',0,'sing','{}'"_s,
                 u"'4','a',0,'patch','{\"fields\":{}}'"_s,
                 u"'5','a',0,'patch','{\"fields\":{\"name\":7}}'"_s})
            QVERIFY(outsider.run(
                u"INSERT INTO outbox(op_id,local_id,kind,op,patch_json,group_id,created_at) VALUES(%1,'g',0)"_s.arg(
                    odd)));
        QVERIFY(outsider.run(u"INSERT INTO outbox(op_id,local_id,kind,op,patch_json,group_id,created_at)"
                             " VALUES('gone','a',0,'delete','{}','g',0)"_s));
        QVERIFY(outsider.run(
            u"INSERT INTO draft(local_id,kind,name,typed_json,at) VALUES('a',0,'A','{\"name\":{\"new\":\"B\"}}',7)"_s));
        QVERIFY(outsider.run(u"DROP TABLE undo"_s));
    }
    auto opened = Store::open(path(), m_clock);
    QVERIFY(opened.ok());
    QCOMPARE((*opened)->recovery().salvaged, 3); // with the deletion
    QCOMPARE((*opened)->waitingEdits(), 3);
    auto &database = (*opened)->database();
    QCOMPARE(database.value("SELECT count(*) FROM quarantine").toInt(), 6);
    QVERIFY(database.value("SELECT group_concat(raw) FROM quarantine").toString().contains(u"nobody"_s));
    QCOMPARE(store::WorkoutDrafts(database).all().size(), 1);
}

void DatabaseFileTest::linksAreRefused_data()
{
    QTest::addColumn<QString>("suffix");
    QTest::newRow("the database") << u""_s;
    QTest::newRow("its log") << u"-wal"_s;
    QTest::newRow("the index of its log") << u"-shm"_s;
}

void DatabaseFileTest::linksAreRefused()
{
    QFETCH(QString, suffix);
    const QString elsewhere = m_folder->filePath(u"elsewhere"_s);
    QVERIFY(support::makeOldDatabase(elsewhere, store::schemaVersion));
    QVERIFY(QFile::link(elsewhere, path() + suffix));
    const QByteArray before = contentOf(elsewhere);
    const auto opened = Store::open(path(), m_clock);
    QVERIFY(!opened.ok());
    QCOMPARE(opened.error().item, path() + suffix);
    QCOMPARE(contentOf(elsewhere), before);
}

void DatabaseFileTest::everyFileIsItsOwnersFromTheFirstByte()
{
#ifdef Q_OS_UNIX
    const mode_t usual = umask(0);
    const QString deep = m_folder->filePath(u"x/y/a.db"_s);
    auto opened = Store::open(deep, m_clock);
    const bool edited = opened.ok() && Planner(**opened).create(session(u"A"_s, 0)).ok();
    const bool copied = edited && store::copyDatabase((*opened)->database(), m_folder->filePath(u"x/y/copy"_s)).ok();
    umask(usual);
    QVERIFY(copied);
    const auto foreign = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    const QFileInfoList files = QDir(m_folder->filePath(u"x/y"_s)).entryInfoList(QDir::Files);
    QVERIFY(files.size() >= 4);
    for (const QFileInfo &file : files)
        QVERIFY2((file.permissions() & foreign) == 0, qPrintable(file.fileName()));
    for (const auto &folder : {u"x"_s, u"x/y"_s})
        QVERIFY((QFile::permissions(m_folder->filePath(folder)) & (foreign | QFile::ExeOther)) == 0);
#endif
}

MICROCYCLE_CORE_TEST(DatabaseFileTest)
#include "tst_databasefile.moc"
