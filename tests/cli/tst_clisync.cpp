// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/clisession.h"
#include "tests/support/recordedfiles.h"
#include "tests/support/testmain.h"

#include <QDir>

using namespace Qt::StringLiterals;
using support::Outcome;

/// A folder and an account are kept in step, and running it again does nothing.
class CliSyncTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { QVERIFY(m_session->stop()); }
    void filesGoOutOnceAndComeInOnce();
    void aChangedFileChangesItsEvent();
    void oneBadFileDoesNotStopTheOthers();
    void aTrialDoesNothing();
    void aFolderBelongsToOneAthlete();

private:
    [[nodiscard]] Outcome sync(const QStringList &options = {}) const
    {
        return m_session->json(
            QStringList {
                u"sync"_s, m_session->path(u"box"_s), u"--oldest"_s, u"2026-03-01"_s, u"--newest"_s, u"2026-03-12"_s}
            + options);
    }
    [[nodiscard]] static qsizetype count(const Outcome &outcome, const QString &what)
    {
        return outcome.object().value(what).toArray().size();
    }
    [[nodiscard]] QStringList received() const
    {
        return QDir(m_session->path(u"box/activities"_s)).entryList(QDir::Files, QDir::Name);
    }

    std::unique_ptr<support::CliSession> m_session;
};

namespace {

QByteArray rideFrom(const QString &day)
{
    return support::tcxOf(
        {.start = QDateTime(QDate::fromString(day, Qt::ISODate), QTime(14, 0), Qt::UTC), .seconds = 1200});
}

}

void CliSyncTest::init()
{
    m_session = std::make_unique<support::CliSession>();
    QVERIFY(m_session->start());
    QVERIFY(QDir().mkpath(m_session->path(u"box/plan"_s)));
    QVERIFY(QDir().mkpath(m_session->path(u"box/upload"_s)));
}

void CliSyncTest::filesGoOutOnceAndComeInOnce()
{
    QVERIFY(!m_session->file(u"box/plan/2028-06-01 Tempo.txt"_s, "- 10m 50%\n- 20m 80%\n").isEmpty());
    QVERIFY(!m_session->file(u"box/upload/ride.tcx"_s, rideFrom(u"2026-03-10"_s)).isEmpty());
    const QString other = m_session->file(u"other.tcx"_s, rideFrom(u"2026-03-09"_s));
    QCOMPARE(m_session->cli({u"activities"_s, u"upload"_s, other, u"--name"_s, u"Down/town"_s}).code, 0);

    const auto first = sync();
    QCOMPARE(first.err, QByteArray());
    QCOMPARE(first.code, 0);
    QCOMPARE(count(first, u"created"_s), 1);
    QCOMPARE(count(first, u"uploaded"_s), 1);
    QCOMPARE(count(first, u"saved"_s), 1);
    QCOMPARE(m_session->eventsOn(u"2028-06-01"_s), 1);
    QCOMPARE(received().size(), 1);
    QVERIFY2(received().first().startsWith("2026-03-09 Down"_L1), qPrintable(received().first()));
    QFile file(m_session->path(u"box/activities/"_s + received().first()));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), rideFrom(u"2026-03-09"_s));

    const auto again = sync();
    QCOMPARE(again.code, 0);
    QCOMPARE(count(again, u"kept"_s), 2);
    for (const auto &what : {u"created"_s, u"changed"_s, u"uploaded"_s, u"saved"_s})
        QCOMPARE(count(again, what), 0);
    QCOMPARE(received().size(), 1);
}

void CliSyncTest::aChangedFileChangesItsEvent()
{
    QVERIFY(!m_session->file(u"box/plan/2028-06-01 Tempo.txt"_s, "- 10m 50%\n").isEmpty());
    QCOMPARE(count(sync(), u"created"_s), 1);
    QVERIFY(!m_session->file(u"box/plan/2028-06-01 Tempo.txt"_s, "- 15m 55%\n").isEmpty());
    QCOMPARE(count(sync(), u"changed"_s), 1);
    const auto events
        = m_session->json({u"events"_s, u"list"_s, u"--oldest"_s, u"2028-06-01"_s, u"--newest"_s, u"2028-06-01"_s})
              .array();
    QCOMPARE(events.size(), 1);
    QCOMPARE(events.first().toObject().value("moving_time"_L1).toInt(), 900);
}

void CliSyncTest::oneBadFileDoesNotStopTheOthers()
{
    QVERIFY(!m_session->file(u"box/plan/someday.txt"_s, "- 10m 50%\n").isEmpty());
    QVERIFY(!m_session->file(u"box/plan/2028-06-02 Good.txt"_s, "- 10m 50%\n").isEmpty());
    QVERIFY(!m_session->file(u"box/upload/bad.fit"_s, "nothing").isEmpty());
    QVERIFY(!m_session->file(u"box/upload/good.tcx"_s, rideFrom(u"2026-03-10"_s)).isEmpty());
    const auto outcome = sync();
    QCOMPARE(outcome.code, 1);
    QVERIFY2(outcome.err.contains("someday.txt"), outcome.err.constData());
    QVERIFY2(outcome.err.contains("bad.fit"), outcome.err.constData());
    QCOMPARE(count(outcome, u"created"_s), 1);
    QCOMPARE(count(outcome, u"uploaded"_s), 1);
}

void CliSyncTest::aTrialDoesNothing()
{
    QVERIFY(!m_session->file(u"box/plan/2028-06-03 Tempo.txt"_s, "- 10m 50%\n").isEmpty());
    QVERIFY(!m_session->file(u"box/upload/ride.tcx"_s, rideFrom(u"2026-03-10"_s)).isEmpty());
    const auto tried = sync({u"--dry-run"_s});
    QCOMPARE(tried.code, 0);
    QCOMPARE(count(tried, u"created"_s), 1);
    QCOMPARE(count(tried, u"uploaded"_s), 1);
    QCOMPARE(m_session->eventsOn(u"2028-06-03"_s), 0);
    QVERIFY(received().isEmpty());
    QVERIFY(!QFile::exists(m_session->path(u"box/.microcycle-sync.json"_s)));
}

void CliSyncTest::aFolderBelongsToOneAthlete()
{
    QVERIFY(!m_session->file(u"box/.microcycle-sync.json"_s, R"({"athlete":"i7"})").isEmpty());
    const auto refused = sync();
    QCOMPARE(refused.code, 1);
    QVERIFY2(refused.err.contains("athlete i7"), refused.err.constData());
    QVERIFY(!m_session->file(u"box/.microcycle-sync.json"_s, "{").isEmpty());
    QVERIFY2(sync().err.contains("damaged"), "a damaged file is told");
    QCOMPARE(m_session->cli({u"sync"_s, m_session->path(u"nowhere"_s)}).code, 1);
}

MICROCYCLE_CORE_TEST(CliSyncTest)
#include "tst_clisync.moc"
