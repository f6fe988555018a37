// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/commands/planner.h"
#include "models/store/datafacts.h"
#include "models/store/remotefold.h"
#include "models/store/wholedata.h"
#include "tests/support/plannedweek.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using store::Store;
using support::monday;
using support::session;
using support::week;
using support::write;

/// What is said of the data of an account, whether its database can be read or not.
class DataFactsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void ofAnAccountThatWasRead();
    void ofNothing();
    void ofADatabaseThatCannotBeRead_data();
    void ofADatabaseThatCannotBeRead();
    void foldersCountWithWhatIsInThem();

private:
    [[nodiscard]] QString database() const { return m_folder->filePath(u"a.db"_s); }
    void fill() const;
    [[nodiscard]] qint64 bytes() const;

    const domain::FixedClock m_clock {QDateTime(monday, QTime(9, 0), Qt::UTC)};
    std::unique_ptr<QTemporaryDir> m_folder;
};

void DataFactsTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void DataFactsTest::fill() const
{
    const auto store = *Store::open(database(), m_clock, u"https://service.example i1"_s);
    QVERIFY(store::RemoteFold(*store).athlete({{u"id"_s, u"i1"_s}, {u"name"_s, u" Some \n body "_s}}).ok());
    QVERIFY(store::RemoteFold(*store).events(week, {}).ok());
    QVERIFY(commands::Planner(*store).create(session(u"A"_s, 0)).ok());
    QVERIFY(commands::Planner(*store).create(session(u"B"_s, 1)).ok());
}

qint64 DataFactsTest::bytes() const
{
    (void)store::factsOf(database()); // whoever reads makes an index of the log, which counts from then on
    return store::factsOf(database()).bytes;
}

void DataFactsTest::ofAnAccountThatWasRead()
{
    fill();
    const auto facts = store::factsOf(database());
    QVERIFY(facts.isReadable);
    QCOMPARE(facts.database, database());
    QCOMPARE(facts.owner, u"https://service.example i1"_s);
    QCOMPARE(facts.athleteId, u"i1"_s);
    QCOMPARE(facts.athleteName, u"Some body"_s);
    QCOMPARE(facts.lastSync, m_clock.now());
    QCOMPARE(facts.waiting, 2);
    qint64 sum = 0;
    for (const auto &file : store::localFiles(database()))
        sum += QFileInfo(file).size();
    QCOMPARE(bytes(), sum);
    QVERIFY(sum > QFileInfo(database()).size()); // the journal counts too
}

void DataFactsTest::ofNothing()
{
    const auto facts = store::factsOf(database());
    QVERIFY(!facts.isReadable);
    QCOMPARE(facts.bytes, 0);
    QCOMPARE(facts.waiting, 0);
    QVERIFY(!facts.lastSync.isValid());
}

void DataFactsTest::ofADatabaseThatCannotBeRead_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("it is gone") << QByteArray();
    QTest::newRow("it is no database") << QByteArray("not a database at all");
}

void DataFactsTest::ofADatabaseThatCannotBeRead()
{
    QFETCH(QByteArray, content);
    fill();
    for (const auto &suffix : {u""_s, u"-wal"_s, u"-shm"_s})
        QFile::remove(database() + suffix);
    if (!content.isNull())
        QVERIFY(write(database(), content));
    const auto facts = store::factsOf(database());
    QVERIFY(!facts.isReadable);
    QCOMPARE(facts.owner, u"https://service.example i1"_s); // the journal knows
    QCOMPARE(facts.waiting, 2);
    QVERIFY(facts.bytes > 0);
    QVERIFY(facts.athleteName.isEmpty());
}

void DataFactsTest::foldersCountWithWhatIsInThem()
{
    fill();
    const auto before = bytes();
    const QString uploads = database() + u".uploads"_s;
    QVERIFY(QDir().mkpath(uploads + u"/deep"_s));
    QVERIFY(write(uploads + u"/deep/ride.fit"_s, QByteArray(1000, 'x')));
    QVERIFY(store::localFiles(database()).contains(uploads));
    QCOMPARE(store::factsOf(database()).bytes, before + 1000);
}

MICROCYCLE_CORE_TEST(DataFactsTest)
#include "tst_datafacts.moc"
