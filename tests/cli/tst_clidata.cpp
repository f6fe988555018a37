// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/commands/planner.h"
#include "models/store/journal.h"
#include "models/store/wholedata.h"
#include "tests/cli/clisession.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;

/// What is kept on this machine, from a shell and without the service.
class CliDataTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aBackupComesBack();
    void whatIsOpenElsewhereIsNotReplaced();
    void theUnsyncedIsRescuedFromADamagedFile();
    void nothingIsDeletedUnasked();
    void withoutAnAccountADatabaseHasToBeNamed();

private:
    [[nodiscard]] support::Outcome data(const QStringList &arguments) const
    {
        return m_cli->program().run(
            QStringList {u"--json"_s, u"data"_s} + arguments + QStringList {u"--database"_s, m_database});
    }

    domain::FixedClock m_clock {QDateTime(QDate(2026, 3, 9), QTime(9, 0), Qt::UTC)};
    std::unique_ptr<support::CliSession> m_cli;
    QString m_database;
};

void CliDataTest::init()
{
    m_cli = std::make_unique<support::CliSession>();
    m_database = m_cli->path(u"a.db"_s);
    auto opened = *store::Store::open(m_database, m_clock);
    domain::Event event;
    event.category = domain::Category::Workout;
    event.type = u"Ride"_s;
    event.name = u"Hills"_s;
    event.start = {QDate(2026, 3, 9), {}};
    QVERIFY(commands::Planner(*opened).create(event).ok());
}

void CliDataTest::aBackupComesBack()
{
    const QString backup = m_cli->path(u"backup"_s);
    QCOMPARE(data({u"backup"_s, backup}).code, 0);
    QCOMPARE(data({u"backup"_s, backup}).code, 1); // nothing is written over
    QVERIFY(QFile::remove(m_database));
    QCOMPARE(data({u"restore"_s, backup}).code, 0);
    QCOMPARE((*store::Store::open(m_database, m_clock))->waitingEdits(), 1);
}

void CliDataTest::whatIsOpenElsewhereIsNotReplaced()
{
    const QString backup = m_cli->path(u"backup"_s);
    const auto lock = store::lockForWriting(m_database);
    QVERIFY(lock.ok());
    QCOMPARE(data({u"backup"_s, backup}).code, 0);
    for (const QStringList &command : {QStringList {u"restore"_s, backup}, QStringList {u"delete"_s, u"--yes"_s}}) {
        const auto refused = data(command);
        QCOMPARE(refused.code, 1);
        QVERIFY2(refused.err.contains("open in another process"), refused.err.constData());
    }
    QVERIFY(QFile::exists(m_database));
}

void CliDataTest::theUnsyncedIsRescuedFromADamagedFile()
{
    QVERIFY(QFile::resize(m_database, 100));
    const auto rescued = data({u"export-unsynced"_s, u"-"_s});
    QCOMPARE(rescued.code, 0);
    const QJsonArray edits = rescued.object().value(u"unsynced"_s).toArray();
    QCOMPARE(edits.size(), 1);
    QCOMPARE(edits.first()[u"after"_s][u"name"_s].toString(), u"Hills"_s);
    const QString file = m_cli->path(u"rescued.json"_s);
    QCOMPARE(data({u"export-unsynced"_s, file}).object().value(u"exported"_s).toInt(), 1);
    QVERIFY(QFile::exists(file));
}

void CliDataTest::nothingIsDeletedUnasked()
{
    const auto asked = data({u"delete"_s});
    QCOMPARE(asked.code, 1);
    QVERIFY2(asked.err.contains("1 unsynced"), asked.err.constData());
    QVERIFY(QFile::exists(m_database));
    QCOMPARE(data({u"delete"_s, u"--yes"_s}).code, 0);
    QVERIFY(!QFile::exists(m_database));
    QVERIFY(!QFile::exists(store::Journal::pathFor(m_database)));
}

void CliDataTest::withoutAnAccountADatabaseHasToBeNamed()
{
    const auto outcome = m_cli->program().run({u"--json"_s, u"data"_s, u"delete"_s, u"--yes"_s});
    QCOMPARE(outcome.code, 1);
    QVERIFY2(outcome.err.contains("--database"), outcome.err.constData());
}

MICROCYCLE_CORE_TEST(CliDataTest)
#include "tst_clidata.moc"
