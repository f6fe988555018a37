// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/archive.h"
#include "tests/api/demo/demotalk.h"
#include "tests/support/testmain.h"

#include <cmath>

using namespace Qt::StringLiterals;
using namespace demotalk;

namespace {

const QByteArray zwo
    = R"(<workout_file><name>Two by ten</name><description>Steady.</description><sportType>bike</sportType><workout>
    <Warmup Duration="600" PowerLow="0.5" PowerHigh="0.7"/><IntervalsT Repeat="2" OnDuration="600" OffDuration="300" OnPower="0.9" OffPower="0.5"/>
    </workout></workout_file>)";

}

/// Planned workouts as files, out of the demo and into it.
class DemoDownloadTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void workoutsGoOutInEveryFormat_data();
    void workoutsGoOutInEveryFormat();
    void whatIsNoWorkoutDoesNotGoOut();
    void listsCarryFilesWhenAsked();
    void aWeekGoesOutAsOneFile();
    void eventsComeInAsFiles();
    void badWorkoutFilesAreRefused_data();
    void badWorkoutFilesAreRefused();
};

void DemoDownloadTest::workoutsGoOutInEveryFormat_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QByteArray>("sign");
    QTest::newRow("zwo") << u"zwo"_s << QByteArray("<workout_file");
    QTest::newRow("mrc") << u"mrc"_s << QByteArray("[COURSE DATA]");
    QTest::newRow("erg") << u"erg"_s << QByteArray("MINUTES WATTS");
    QTest::newRow("fit") << u"fit"_s << QByteArray(".FIT");
}

void DemoDownloadTest::workoutsGoOutInEveryFormat()
{
    QFETCH(QString, format);
    QFETCH(QByteArray, sign);
    auto api = made();
    const QJsonObject body {{u"category"_s, u"WORKOUT"_s},
        {u"type"_s, u"Ride"_s},
        {u"name"_s, u"Two by ten"_s},
        {u"start_date_local"_s, u"2026-03-20T00:00:00"_s},
        {u"description"_s, u"- 10m 50%\n\n2x\n- 10m 90%\n- 5m 50%"_s}};
    const QString event = QString::number(ask(api, "POST", events, body).json.value("id"_L1).toInteger());
    const auto file = ask(api, "GET", events + u'/' + event + u"/download."_s + format);
    QVERIFY2(file.status == 200, file.body.constData());
    QVERIFY(file.body.contains(sign));
    QCOMPARE(
        ask(api, "POST", u"/api/v1/athlete/0/download-workout."_s + format, body).body.left(200), file.body.left(200));

    // What went out can come in again and is the same workout.
    const QJsonObject back {{u"category"_s, u"WORKOUT"_s},
        {u"type"_s, u"Ride"_s},
        {u"start_date_local"_s, u"2026-03-21T00:00:00"_s},
        {u"filename"_s, u"x."_s + format},
        {u"file_contents_base64"_s, QString::fromLatin1(file.body.toBase64())}};
    const QJsonObject read = ask(api, "POST", events, back).json;
    QCOMPARE(read.value("moving_time"_L1).toInt(), 40 * 60);
    const QJsonObject one = ask(api, "GET", events + u'/' + event).json;
    QVERIFY(std::abs(read.value("icu_training_load"_L1).toInt() - one.value("icu_training_load"_L1).toInt()) <= 1);
}

void DemoDownloadTest::whatIsNoWorkoutDoesNotGoOut()
{
    auto api = made();
    const qint64 workout = planned(api, today.addDays(3), u"X"_s, 3600);
    const qint64 note = ask(api,
        "POST",
        events,
        {{u"category"_s, u"NOTE"_s}, {u"name"_s, u"N"_s}, {u"start_date_local"_s, u"2026-03-20T00:00:00"_s}})
                            .json.value("id"_L1)
                            .toInteger();
    const auto status = [&api](const QString &rest) { return ask(api, "GET", events + rest).status; };
    QCOMPARE(status(u"/%1/download.exe"_s.arg(workout)), 422);
    QCOMPARE(status(u"/%1/download"_s.arg(workout)), 422);
    QCOMPARE(status(u"/%1/download.zwo"_s.arg(workout)), 422); // it has no steps
    QCOMPARE(status(u"/%1/download.zwo"_s.arg(note)), 422);
    QCOMPARE(status(u"/99999999/download.zwo"_s), 404);
    QCOMPARE(status(u"?oldest=2026-03-12&ext=exe"_s), 422);
    QCOMPARE(ask(api, "POST", events + u"/%1/download.zwo"_s.arg(workout)).status, 405);
    QCOMPARE(ask(api, "GET", u"/api/v1/athlete/i999/events/1/download.zwo"_s).status, 403);
}

void DemoDownloadTest::listsCarryFilesWhenAsked()
{
    auto api = made();
    const auto list = ask(api, "GET", events + u"?oldest=2026-03-12&newest=2026-04-12&ext=zwo"_s).list;
    int files = 0;
    for (const auto &entry : list) {
        const QJsonObject event = entry.toObject();
        if (!event.contains("workout_file_base64"_L1))
            continue;
        ++files;
        QVERIFY(QByteArray::fromBase64(event.value("workout_file_base64"_L1).toString().toLatin1())
                    .contains("<workout_file"));
        QVERIFY(!event.value("workout_filename"_L1).toString().contains(u' '));
        QVERIFY(event.value("workout_filename"_L1).toString().endsWith(".zwo"_L1));
    }
    QVERIFY(files > 10);
}

void DemoDownloadTest::aWeekGoesOutAsOneFile()
{
    auto api = made();
    const QJsonObject body {{u"category"_s, u"WORKOUT"_s},
        {u"type"_s, u"Ride"_s},
        {u"name"_s, u"Same"_s},
        {u"start_date_local"_s, u"2027-12-20T00:00:00"_s},
        {u"description"_s, u"- 10m 50%"_s}};
    QCOMPARE(ask(api, "POST", events, body).status, 200);
    QCOMPARE(ask(api, "POST", events, body).status, 200);
    QCOMPARE(ask(api,
                 "POST",
                 events,
                 {{u"category"_s, u"NOTE"_s}, {u"name"_s, u"N"_s}, {u"start_date_local"_s, u"2027-12-20T00:00:00"_s}})
                 .status,
        200);
    const QString zip = u"/api/v1/athlete/0/workouts.zip?oldest=2027-12-20&newest=2027-12-26"_s;
    const auto unpacked = files::unpack(ask(api, "GET", zip + u"&ext=zwo"_s).body, u"workouts.zip"_s);
    QVERIFY(unpacked.ok());
    QCOMPARE(unpacked->size(), 2);
    QCOMPARE(unpacked->first().name, u"2027-12-20_Same.zwo"_s);
    QCOMPARE(unpacked->last().name, u"2027-12-20_Same 2.zwo"_s);
    QVERIFY(unpacked->last().bytes.contains("<workout_file"));
    QCOMPARE(ask(api, "GET", zip).status, 422);
    QCOMPARE(ask(api, "GET", zip + u"&ext=exe"_s).status, 422);
}

void DemoDownloadTest::eventsComeInAsFiles()
{
    auto api = made();
    const QJsonObject body {{u"category"_s, u"WORKOUT"_s},
        {u"start_date_local"_s, u"2026-03-21T00:00:00"_s},
        {u"filename"_s, u"two.zwo"_s},
        {u"file_contents"_s, QString::fromUtf8(zwo)}};
    const auto answer = ask(api, "POST", events, body);
    QVERIFY2(answer.status == 200, answer.body.constData());
    QCOMPARE(answer.json.value("name"_L1).toString(), u"Two by ten"_s);
    QCOMPARE(answer.json.value("type"_L1).toString(), u"Ride"_s);
    QCOMPARE(answer.json.value("moving_time"_L1).toInt(), 40 * 60);
    QVERIFY(answer.json.value("description"_L1).toString().contains("2x"_L1));
    QVERIFY(answer.json.value("description"_L1).toString().contains("Steady."_L1));
    QVERIFY(!answer.json.contains("file_contents"_L1));
    QJsonObject named = body;
    named.insert(u"name"_s, u"Mine"_s);
    QCOMPARE(ask(api, "POST", events, named).json.value("name"_L1).toString(), u"Mine"_s);
}

void DemoDownloadTest::badWorkoutFilesAreRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("content");
    QTest::newRow("no name") << QString() << u"file_contents"_s << QString::fromUtf8(zwo);
    QTest::newRow("a name of another kind") << u"two.exe"_s << u"file_contents"_s << QString::fromUtf8(zwo);
    QTest::newRow("not in Base64") << u"two.zwo"_s << u"file_contents_base64"_s << u"§§§"_s;
    QTest::newRow("half a file") << u"two.zwo"_s << u"file_contents"_s << QString::fromUtf8(zwo.left(200));
    QTest::newRow("words") << u"two.fit"_s << u"file_contents"_s << u"hello"_s;
}

void DemoDownloadTest::badWorkoutFilesAreRefused()
{
    QFETCH(QString, name);
    QFETCH(QString, key);
    QFETCH(QString, content);
    auto api = made();
    const auto answer = ask(api,
        "POST",
        events,
        {{u"category"_s, u"WORKOUT"_s},
            {u"type"_s, u"Ride"_s},
            {u"start_date_local"_s, u"2026-03-21T00:00:00"_s},
            {u"filename"_s, name},
            {key, content}});
    QCOMPARE(answer.status, 422);
    QVERIFY(answer.json.value("error"_L1).toString().size() > 10);
}

MICROCYCLE_CORE_TEST(DemoDownloadTest)
#include "tst_demodownload.moc"
