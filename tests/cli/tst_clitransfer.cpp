// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/clisession.h"
#include "tests/support/recordedfiles.h"
#include "tests/support/testmain.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace {

const QByteArray zwo
    = R"(<workout_file><name>Two by ten</name><sportType>bike</sportType><workout><SteadyState Duration="600" Power="0.6"/>
    <IntervalsT Repeat="2" OnDuration="600" OffDuration="300" OnPower="0.9" OffPower="0.5"/></workout></workout_file>)";
const QByteArray erg = "[COURSE HEADER]\r\nVERSION = 2\r\nUNITS = ENGLISH\r\nDESCRIPTION = An easy one\r\nFILE NAME = "
                       "easy\r\nMINUTES WATTS\r\n[END COURSE HEADER]\r\n"
                       "[COURSE DATA]\r\n0.00\t150\r\n30.00\t150\r\n[END COURSE DATA]\r\n";
const QByteArray ics = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//"
                       "EN\r\nBEGIN:VEVENT\r\nUID:trip-1@example.org\r\nDTSTART;VALUE=DATE:20280703\r\n"
                       "SUMMARY:Travel\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

QByteArray rideOn(const QString &day)
{
    return support::tcxOf(
        {.start = QDateTime(QDate::fromString(day, Qt::ISODate), QTime(14, 0), Qt::UTC), .seconds = 1200});
}

}

/// Files in and out of the calendar by way of the command line.
class CliTransferTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_session.start()); }
    void cleanupTestCase() { QVERIFY(m_session.stop()); }
    void aWorkoutIsSavedUnderASafeName();
    void aWorkoutGoesToStandardOutput();
    void filesBecomeWorkouts();
    void oneBadFileDoesNotStopTheOthers();
    void theSameFileAgainChangesTheSameEvent();
    void calendarsHaveTheirOwnDays();
    void activitiesAreUploaded();
    void anActivityIsNamedAndPaired();
    void badTransfersAreTold_data();
    void badTransfersAreTold();

private:
    [[nodiscard]] QString event(const QString &name) const
    {
        const QJsonObject body {{u"category"_s, u"WORKOUT"_s},
            {u"type"_s, u"Ride"_s},
            {u"name"_s, name},
            {u"start_date_local"_s, u"2028-06-20"_s},
            {u"description"_s, u"- 10m 50%\n\n2x\n- 10m 90%\n- 5m 50%"_s}};
        return QString::number(m_session.json({u"events"_s, u"create"_s}, QJsonDocument(body).toJson())
                                   .object()
                                   .value("id"_L1)
                                   .toInteger());
    }
    [[nodiscard]] QString output(const QString &name) const { return m_session.path(name); }

    support::CliSession m_session;
};

void CliTransferTest::aWorkoutIsSavedUnderASafeName()
{
    const QString id = event(u"../../Two\u202e by: ten"_s);
    QVERIFY(QDir().mkpath(output(u"out"_s)));
    const auto saved
        = m_session.json({u"events"_s, u"download"_s, id, u"--format"_s, u"zwo"_s, u"--output"_s, output(u"out"_s)});
    QCOMPARE(saved.err, QByteArray());
    const QString path = saved.object().value("file"_L1).toString();
    QCOMPARE(QFileInfo(path).absolutePath(), output(u"out"_s));
    QVERIFY(path.endsWith(".zwo"_L1));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.size(), saved.object().value("bytes"_L1).toInteger());
    QVERIFY(file.readAll().contains("<workout_file"));
    // A file that is there already stays; a path of one's own is written over.
    QCOMPARE(
        m_session.cli({u"events"_s, u"download"_s, id, u"--format"_s, u"zwo"_s, u"--output"_s, output(u"out"_s)}).code,
        1);
    for (int i = 0; i < 2; ++i)
        QCOMPARE(
            m_session
                .cli({u"events"_s, u"download"_s, id, u"--format"_s, u"fit"_s, u"--output"_s, output(u"mine.fit"_s)})
                .code,
            0);
    QCOMPARE(QDir(output(u"out"_s)).entryList(QDir::Files).size(), 1);
}

void CliTransferTest::aWorkoutGoesToStandardOutput()
{
    const QString id = event(u"Two by ten"_s);
    for (const auto &[format, sign] : {std::pair {u"zwo"_s, QByteArray("<workout_file")},
             {u"mrc"_s, "[COURSE DATA]"},
             {u"erg"_s, "MINUTES WATTS"},
             {u"fit"_s, ".FIT"}}) {
        const auto outcome
            = m_session.cli({u"events"_s, u"download"_s, id, u"--format"_s, format, u"--output"_s, u"-"_s});
        QCOMPARE(outcome.err, QByteArray());
        QVERIFY2(outcome.out.contains(sign), outcome.out.constData());
    }
}

void CliTransferTest::filesBecomeWorkouts()
{
    const auto outcome = m_session.json({u"events"_s,
        u"import"_s,
        m_session.file(u"two.zwo"_s, zwo),
        m_session.file(u"easy.erg"_s, erg),
        u"--date"_s,
        u"2028-07-01"_s});
    QCOMPARE(outcome.err, QByteArray());
    QCOMPARE(outcome.code, 0);
    const QJsonArray files = outcome.array();
    QCOMPARE(files.size(), 2);
    QVERIFY(files.at(0).toObject().value("file"_L1).toString().endsWith("two.zwo"_L1));
    const QJsonObject first = files.at(0).toObject().value("events"_L1).toArray().first().toObject();
    QCOMPARE(first.value("name"_L1).toString(), u"Two by ten"_s);
    QCOMPARE(first.value("start_date_local"_L1).toString(), u"2028-07-01T00:00:00"_s);
    QCOMPARE(first.value("moving_time"_L1).toInt(), 2400);
    const QJsonObject second = files.at(1).toObject().value("events"_L1).toArray().first().toObject();
    QCOMPARE(second.value("moving_time"_L1).toInt(), 1800);
    QCOMPARE(second.value("type"_L1).toString(), u"Ride"_s);
    QCOMPARE(m_session.eventsOn(u"2028-07-01"_s), 2);
}

void CliTransferTest::oneBadFileDoesNotStopTheOthers()
{
    const auto outcome = m_session.json({u"events"_s,
        u"import"_s,
        m_session.file(u"bad.zwo"_s, "<workout_file>"),
        m_session.file(u"two.zwo"_s, zwo),
        u"nowhere.mrc"_s,
        u"--date"_s,
        u"2028-07-02"_s});
    QCOMPARE(outcome.code, 1);
    QCOMPARE(outcome.array().size(), 1);
    QCOMPARE(outcome.err.count('\n'), 2);
    QVERIFY2(outcome.err.contains("bad.zwo"), outcome.err.constData());
    QVERIFY2(outcome.err.contains("nowhere.mrc"), outcome.err.constData());
    QCOMPARE(m_session.eventsOn(u"2028-07-02"_s), 1);
}

void CliTransferTest::theSameFileAgainChangesTheSameEvent()
{
    const QString path = m_session.file(u"two.zwo"_s, zwo);
    for (int i = 0; i < 2; ++i)
        QCOMPARE(m_session.cli({u"events"_s, u"import"_s, path, u"--date"_s, u"2028-07-04"_s, u"--upsert"_s}).code, 0);
    QCOMPARE(m_session.eventsOn(u"2028-07-04"_s), 1);
    QCOMPARE(m_session.cli({u"events"_s, u"import"_s, path, u"--date"_s, u"2028-07-04"_s}).code, 0);
    QCOMPARE(m_session.eventsOn(u"2028-07-04"_s), 2);
}

void CliTransferTest::calendarsHaveTheirOwnDays()
{
    const QString path = m_session.file(u"plan.ics"_s, ics);
    for (int i = 0; i < 2; ++i) {
        const auto outcome = m_session.json({u"events"_s, u"import"_s, path, u"--upsert"_s});
        QCOMPARE(outcome.code, 0);
        const QJsonArray events = outcome.array().first().toObject().value("events"_L1).toArray();
        QCOMPARE(events.size(), 1);
        QCOMPARE(events.first().toObject().value("name"_L1).toString(), u"Travel"_s);
        QCOMPARE(m_session.eventsOn(u"2028-07-03"_s), 1);
    }
}

void CliTransferTest::activitiesAreUploaded()
{
    const QString ride = m_session.file(u"ride.tcx"_s, rideOn(u"2021-06-01"_s));
    const auto first = m_session.json({u"activities"_s,
        u"upload"_s,
        ride,
        m_session.file(u"packed.tcx.gz"_s, support::gzipped(rideOn(u"2021-06-02"_s)))});
    QCOMPARE(first.err, QByteArray());
    QCOMPARE(first.array().size(), 2);
    const QJsonObject uploaded = first.array().first().toObject();
    QCOMPARE(uploaded.value("duplicate"_L1).toBool(true), false);
    const QString id = uploaded.value("id"_L1).toString();
    QCOMPARE(uploaded.value("activities"_L1).toArray(), QJsonArray {id});
    QCOMPARE(m_session.json({u"activities"_s, u"get"_s, id}).object().value("moving_time"_L1).toInt(), 1200);
    QVERIFY(m_session.json({u"activities"_s, u"streams"_s, id}).array().size() >= 4);

    const auto again = m_session.json({u"activities"_s, u"upload"_s, ride}).array().first().toObject();
    QCOMPARE(again.value("duplicate"_L1).toBool(), true);
    QCOMPARE(again.value("id"_L1).toString(), id);
    const auto told = m_session.cli({u"activities"_s, u"upload"_s, ride});
    QCOMPARE(told.code, 0);
    QVERIFY2(told.out.contains("it was there"), told.out.constData());
}

void CliTransferTest::anActivityIsNamedAndPaired()
{
    const QString plan = event(u"Two by ten"_s);
    const auto outcome = m_session.json({u"activities"_s,
        u"upload"_s,
        m_session.file(u"paired.tcx"_s, rideOn(u"2021-06-05"_s)),
        u"--name"_s,
        u"A + B"_s,
        u"--paired-event"_s,
        plan});
    QCOMPARE(outcome.err, QByteArray());
    const QJsonObject activity
        = m_session.json({u"activities"_s, u"get"_s, outcome.array().first().toObject().value("id"_L1).toString()})
              .object();
    QCOMPARE(activity.value("name"_L1).toString(), u"A + B"_s);
    QCOMPARE(QString::number(activity.value("paired_event_id"_L1).toInteger()), plan);
}

void CliTransferTest::badTransfersAreTold_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("told");
    const auto row = [](const char *name, const QStringList &arguments, int code, const QByteArray &told) {
        QTest::newRow(name) << arguments << code << told;
    };
    row("a format that there is not", {u"events"_s, u"download"_s, u"1"_s, u"--format"_s, u"exe"_s}, 2, "--format");
    row("no format", {u"events"_s, u"download"_s, u"1"_s}, 2, "--format");
    row("an event that is not there",
        {u"events"_s, u"download"_s, u"999999999"_s, u"--format"_s, u"zwo"_s},
        1,
        "not found");
    row("nothing to import", {u"events"_s, u"import"_s}, 2, "file");
    row("a day that does not exist",
        {u"events"_s, u"import"_s, m_session.file(u"x.zwo"_s, zwo), u"--date"_s, u"2028-02-30"_s},
        1,
        "2028-02-30");
    row("a file of no known kind", {u"events"_s, u"import"_s, m_session.file(u"x.txt"_s, "words")}, 1, "x.txt");
    row("a folder", {u"events"_s, u"import"_s, m_session.path(QString())}, 1, "not a file");
    row("an upload that is not there", {u"activities"_s, u"upload"_s, u"nowhere.fit"_s}, 1, "nowhere.fit");
    row("an upload that is no activity",
        {u"activities"_s, u"upload"_s, m_session.file(u"words.fit"_s, "words")},
        1,
        "words.fit");
    row("an empty upload", {u"activities"_s, u"upload"_s, m_session.file(u"empty.fit"_s, {})}, 1, "empty");
    row("a device", {u"activities"_s, u"upload"_s, u"/dev/zero"_s}, 1, "/dev/zero");
    row("one name for two", {u"activities"_s, u"upload"_s, u"a.fit"_s, u"b.fit"_s, u"--name"_s, u"X"_s}, 1, "one file");
    row("a partner that is not there",
        {u"activities"_s,
            u"upload"_s,
            m_session.file(u"alone.tcx"_s, rideOn(u"2021-06-09"_s)),
            u"--paired-event"_s,
            u"999999999"_s},
        1,
        "999999999");
}

void CliTransferTest::badTransfersAreTold()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, code);
    QFETCH(QByteArray, told);
    const auto outcome = m_session.cli(arguments);
    QCOMPARE(outcome.code, code);
    QVERIFY2(outcome.err.contains(told), outcome.err.constData());
    QCOMPARE(outcome.out, QByteArray());
}

MICROCYCLE_CORE_TEST(CliTransferTest)
#include "tst_clitransfer.moc"
