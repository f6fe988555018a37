// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/database.h"
#include "models/store/logkeeper.h"
#include "tests/support/testmain.h"

#include <QFileInfo>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using store::Database;
using store::LogKeeper;

/// The write-ahead log, which comes home aside.
class LogKeeperTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aLongLogBeginsAnew();
    void aShortLogIsLeftAlone();
    void aLogThatSomebodyReadsStays();
    void commitsSeeToIt();

private:
    void write(qint64 bytes);
    [[nodiscard]] qint64 logSize() const { return QFileInfo(m_path + u"-wal"_s).size(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    std::unique_ptr<Database> m_database;
};

void LogKeeperTest::init()
{
    m_database.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(u"store.db"_s);
    m_database = *Database::open(m_path);
}

/// Statements that commit by themselves, of which the database takes no notice.
void LogKeeperTest::write(qint64 bytes)
{
    for (qint64 written = 0; written < bytes; written += 100'000)
        m_database->setMeta(u"key %1"_s.arg(written), QString(100'000, u'x'));
}

void LogKeeperTest::aLongLogBeginsAnew()
{
    write(LogKeeper::longLog + 500'000);
    QVERIFY(logSize() > LogKeeper::longLog);
    {
        LogKeeper keeper(m_path);
        keeper.afterCommit();
    }
    QVERIFY(QFileInfo(m_path).size() > LogKeeper::longLog); // it is home
    m_database->setMeta(u"another"_s, u"value"_s);
    QVERIFY2(logSize() < LogKeeper::longLog / 2, qPrintable(QString::number(logSize())));
    QCOMPARE(m_database->meta(u"key 0"_s).size(), 100'000);
}

void LogKeeperTest::aShortLogIsLeftAlone()
{
    write(500'000);
    const qint64 before = QFileInfo(m_path).size();
    {
        LogKeeper keeper(m_path);
        keeper.afterCommit();
    }
    QCOMPARE(QFileInfo(m_path).size(), before);
}

void LogKeeperTest::aLogThatSomebodyReadsStays()
{
    QSqlQuery &reading = m_database->select("SELECT key FROM meta UNION ALL SELECT name FROM sqlite_master");
    QVERIFY(reading.next()); // and goes on reading what was there when it began
    write(LogKeeper::longLog + 500'000);
    {
        LogKeeper keeper(m_path);
        keeper.afterCommit();
    }
    QVERIFY(reading.next());
    reading.finish();
    QVERIFY(logSize() > LogKeeper::longLog);
    QCOMPARE(m_database->meta(u"key 0"_s).size(), 100'000);
}

void LogKeeperTest::commitsSeeToIt()
{
    for (int i = 0; i < 60; ++i) {
        QVERIFY(m_database->begin());
        write(100'000);
        QVERIFY(m_database->commit());
    }
    m_database.reset(); // which waits for it
    m_database = *Database::open(m_path);
    QCOMPARE(m_database->meta(u"key 0"_s).size(), 100'000);
    QCOMPARE(m_database->value("PRAGMA integrity_check").toString(), u"ok"_s);
}

MICROCYCLE_CORE_TEST(LogKeeperTest)
#include "tst_logkeeper.moc"
