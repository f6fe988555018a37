// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/demoserver.h"
#include "api/endpoints/uploadactivity.h"
#include "api/http/client.h"
#include "models/files/fitactivity.h"
#include "models/files/pack.h"
#include "tests/api/demo/demotalk.h"
#include "tests/support/recordedfiles.h"
#include "tests/support/testmain.h"

#include <QFutureWatcher>
#include <QSignalSpy>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace demotalk;

namespace {

Answer upload(demo::DemoApi &api,
    const QByteArray &file,
    const QString &name = u"ride.tcx"_s,
    std::optional<domain::EventId> event = {})
{
    return sent(api, endpoints::UploadActivity {.file = file, .fileName = name, .pairedEvent = event}.request());
}

QByteArray rideOn(QDate day, int laps = 1)
{
    return support::tcxOf({.start = QDateTime(day, QTime(14, 0), Qt::UTC), .laps = laps});
}

/// A day on which the made-up athlete did nothing and plans nothing.
const QDate freeDay(2021, 6, 1);

QJsonObject activity(demo::DemoApi &api, const QString &id, const QString &rest = {})
{
    return ask(api, "GET", u"/api/v1/activity/"_s + id + rest).json;
}

}

/// Recordings on their way into the demo, and what it makes of them.
class DemoUploadTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRideIsReadAndAnalysed();
    void aRunIsLoadedByItsPace();
    void lapsBecomeIntervals();
    void theSameFileIsTheSameActivity();
    void anUploadMovesFitness();
    void anUploadFulfilsThePlan();
    void anUploadFulfilsTheEventItNames();
    void theFileComesBack();
    void packedFilesAreUnpacked();
    void whatElseIsInAnArchiveIsLeft();
    void badUploadsAreRefused_data();
    void badUploadsAreRefused();
    void formsGoOnlyWhereFilesGo();
};

void DemoUploadTest::aRideIsReadAndAnalysed()
{
    auto api = made();
    const auto answer = upload(api, rideOn(freeDay));
    QVERIFY2(answer.status == 201, answer.body.constData());
    QCOMPARE(answer.json.value("activities"_L1).toArray().size(), 1);
    const QJsonObject ride = activity(api, answer.json.value("id"_L1).toString());
    QCOMPARE(ride.value("type"_L1).toString(), u"Ride"_s);
    QCOMPARE(ride.value("start_date_local"_L1).toString(), u"2021-06-01T16:00:00"_s); // summer in Berlin
    QCOMPARE(ride.value("start_date"_L1).toString(), u"2021-06-01T14:00:00Z"_s);
    QCOMPARE(ride.value("source"_L1).toString(), u"UPLOAD"_s);
    QCOMPARE(ride.value("file_type"_L1).toString(), u"tcx"_s);
    QCOMPARE(ride.value("moving_time"_L1).toInt(), 3600);
    QVERIFY(std::abs(ride.value("distance"_L1).toDouble() - 36000) < 200);
    QCOMPARE(ride.value("icu_average_watts"_L1).toDouble(), 250.0);
    QCOMPARE(ride.value("icu_weighted_avg_watts"_L1).toDouble(), 250.0);
    QCOMPARE(ride.value("average_heartrate"_L1).toDouble(), 150.0);
    QCOMPARE(ride.value("icu_training_load"_L1).toInt(), 100);
    QCOMPARE(ride.value("power_load"_L1).toInt(), 100);
    QVERIFY(ride.value("hr_load"_L1).toInt() > 40 && ride.value("hr_load"_L1).toInt() < 90);
    QVERIFY(std::abs(ride.value("icu_intensity"_L1).toDouble() - 100) < 0.3);
    int inZones = 0;
    for (const auto &zone : ride.value("icu_zone_times"_L1).toArray()) {
        if (zone.toObject().value("id"_L1) != "SS"_L1)
            inZones += zone.toObject().value("secs"_L1).toInt();
    }
    QVERIFY(std::abs(inZones - ride.value("moving_time"_L1).toInt()) <= 1);

    const auto streams
        = ask(api, "GET", u"/api/v1/activity/"_s + ride.value("id"_L1).toString() + u"/streams?types=time,watts"_s)
              .list;
    QCOMPARE(streams.size(), 2);
    QCOMPARE(streams.at(0).toObject().value("data"_L1).toArray().size(), 361);
    QCOMPARE(streams.at(1).toObject().value("data"_L1).toArray().at(200).toInt(), 250);
}

void DemoUploadTest::aRunIsLoadedByItsPace()
{
    auto api = made();
    const auto file = support::tcxOf({.start = QDateTime(freeDay, QTime(14, 0), Qt::UTC),
        .metresPerSecond = 0.9 * 3.85,
        .watts = 0,
        .heartRate = 0,
        .sport = "Running"});
    const QJsonObject run = activity(api, upload(api, file).json.value("id"_L1).toString());
    QCOMPARE(run.value("type"_L1).toString(), u"Run"_s);
    QVERIFY(std::abs(run.value("icu_training_load"_L1).toInt() - 81) <= 1); // 0.9², of an hour
    QCOMPARE(run.value("pace_zone_times"_L1).toArray().size(), 7);
    QVERIFY(run.value("average_heartrate"_L1).isNull());
}

void DemoUploadTest::lapsBecomeIntervals()
{
    auto api = made();
    const QString id = upload(api, rideOn(freeDay, 3)).json.value("id"_L1).toString();
    const QJsonArray intervals = activity(api, id, u"/intervals"_s).value("icu_intervals"_L1).toArray();
    QCOMPARE(intervals.size(), 3);
    for (qsizetype i = 0; i < 3; ++i) {
        QVERIFY(std::abs(intervals.at(i).toObject().value("moving_time"_L1).toInt() - 1200) <= 10);
        QCOMPARE(intervals.at(i).toObject().value("average_watts"_L1).toDouble(), 250.0);
        if (i > 0)
            QCOMPARE(intervals.at(i).toObject().value("start_index"_L1),
                intervals.at(i - 1).toObject().value("end_index"_L1));
    }
    QCOMPARE(intervals.last().toObject().value("end_index"_L1).toInt(), 361);
}

void DemoUploadTest::theSameFileIsTheSameActivity()
{
    auto api = made();
    const auto first = upload(api, rideOn(freeDay));
    const auto again = upload(api, rideOn(freeDay), u"other name.tcx"_s);
    QCOMPARE(again.status, 200);
    QCOMPARE(again.json, first.json);
    const auto day = freeDay.toString(Qt::ISODate);
    QCOMPARE(ask(api, "GET", u"/api/v1/athlete/0/activities?oldest=%1&newest=%1"_s.arg(day)).list.size(), 1);
    QCOMPARE(upload(api, rideOn(freeDay.addDays(1))).status, 201);
}

void DemoUploadTest::anUploadMovesFitness()
{
    auto api = made();
    const auto loadOf = [&api] {
        return ask(api, "GET", u"/api/v1/athlete/0/wellness/2026-03-10"_s).json.value("ctlLoad"_L1).toDouble();
    };
    const auto fitness = [&api] {
        return ask(api, "GET", u"/api/v1/athlete/0/wellness/2026-03-12"_s).json.value("ctl"_L1).toDouble();
    };
    const double loadBefore = loadOf();
    const double before = fitness();
    QCOMPARE(upload(api, rideOn(today.addDays(-2))).status, 201);
    QCOMPARE(loadOf() - loadBefore, 100.0);
    QVERIFY(fitness() - before > 2);
}

void DemoUploadTest::anUploadFulfilsThePlan()
{
    auto api = made();
    const qint64 run = planned(api, freeDay, u"A run"_s, 3600, u"Run"_s);
    const qint64 near = planned(api, freeDay, u"An hour"_s, 3500);
    const qint64 far = planned(api, freeDay, u"Long"_s, 9000);
    const QString id = upload(api, rideOn(freeDay)).json.value("id"_L1).toString();
    const QJsonObject ride = activity(api, id);
    QCOMPARE(ride.value("paired_event_id"_L1).toInteger(), near);
    QCOMPARE(ride.value("name"_L1).toString(), u"An hour"_s);
    QCOMPARE(ride.value("compliance"_L1).toDouble(), 125.0);
    const auto pairedWith = [&api](qint64 event) {
        return ask(api, "GET", events + u"/%1"_s.arg(event)).json.value("paired_activity_id"_L1).toString();
    };
    QCOMPARE(pairedWith(near), id);
    QCOMPARE(pairedWith(far), QString());
    QCOMPARE(pairedWith(run), QString());
}

void DemoUploadTest::anUploadFulfilsTheEventItNames()
{
    auto api = made();
    (void)planned(api, freeDay, u"An hour"_s, 3600);
    const qint64 other = planned(api, freeDay.addDays(1), u"The day after"_s, 3600);
    QCOMPARE(upload(api, rideOn(freeDay), u"ride.tcx"_s, domain::EventId {99999999}).status, 422);
    const auto answer = upload(api, rideOn(freeDay), u"ride.tcx"_s, domain::EventId {other});
    QCOMPARE(answer.status, 201); // what was refused before is not kept
    QCOMPARE(activity(api, answer.json.value("id"_L1).toString()).value("paired_event_id"_L1).toInteger(), other);
}

void DemoUploadTest::theFileComesBack()
{
    auto api = made();
    const QByteArray file = rideOn(freeDay);
    const QString id = upload(api, file).json.value("id"_L1).toString();
    QCOMPARE(ask(api, "GET", u"/api/v1/activity/%1/file"_s.arg(id)).body, file);
    const auto written
        = files::readFitActivity(ask(api, "GET", u"/api/v1/activity/%1/fit-file?power=false"_s.arg(id)).body);
    QVERIFY(written.ok());
    QVERIFY(!written->streams.find(u"watts"_s) && written->streams.find(u"heartrate"_s));
    QCOMPARE(ask(api, "GET", u"/api/v1/activity/%1/gpx-file"_s.arg(id)).status, 422); // it was nowhere
    QCOMPARE(ask(api, "GET", u"/api/v1/activity/i999/file"_s).status, 404);
    QCOMPARE(ask(api, "POST", u"/api/v1/activity/%1/file"_s.arg(id)).status, 405);
    const QString seeded
        = ask(api, "GET", u"/api/v1/athlete/0/activities?oldest=2026-03-01&newest=2026-03-11&limit=1"_s)
              .list.first()
              .toObject()
              .value("id"_L1)
              .toString();
    QCOMPARE(ask(api, "GET", u"/api/v1/activity/%1/file"_s.arg(seeded)).status, 404);
}

void DemoUploadTest::packedFilesAreUnpacked()
{
    auto api = made();
    const auto packed = upload(api, support::gzipped(rideOn(freeDay)), u"ride.tcx.gz"_s);
    QVERIFY2(packed.status == 201, packed.body.constData());
    QCOMPARE(activity(api, packed.json.value("id"_L1).toString()).value("icu_training_load"_L1).toInt(), 100);
    QCOMPARE(upload(api, rideOn(freeDay)).status, 200); // the same content, however it was packed
}

void DemoUploadTest::whatElseIsInAnArchiveIsLeft()
{
    auto api = made();
    const QByteArray words = "words";
    const auto zip = [](const QList<files::Unpacked> &content) { return files::zipped(content).valueOr({}); };
    const auto answer = upload(api,
        zip({{u"readme.txt"_s, words},
            {u"one.tcx"_s, rideOn(freeDay)},
            {u"two.tcx"_s, rideOn(freeDay.addDays(1))},
            {u"again.tcx"_s, rideOn(freeDay)}}),
        u"two.zip"_s);
    QVERIFY2(answer.status == 201, answer.body.constData());
    QCOMPARE(answer.json.value("activities"_L1).toArray().size(), 2);
    const auto bad = upload(api, zip({{u"readme.txt"_s, words}}), u"bad.zip"_s);
    QCOMPARE(bad.status, 422);
    QVERIFY(bad.json.value("error"_L1).toString().contains("readme.txt"_L1));
    QCOMPARE(upload(api, zip({}), u"empty.zip"_s).status, 422);
}

void DemoUploadTest::badUploadsAreRefused_data()
{
    QTest::addColumn<QByteArray>("contentType");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    const QByteArray form = "multipart/form-data; boundary=b";
    const auto part = [](const QByteArray &disposition, const QByteArray &content) {
        return "--b\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + content + "\r\n";
    };
    const QByteArray file = rideOn(freeDay);
    const auto row = [](const char *name, const QByteArray &type, const QByteArray &body, int status) {
        QTest::newRow(name) << type << body << status;
    };
    row("no boundary", "multipart/form-data", part("name=file; filename=a.tcx", file) + "--b--\r\n", 400);
    row("another boundary",
        "multipart/form-data; boundary=c",
        part("name=file; filename=a.tcx", file) + "--b--\r\n",
        400);
    row("not a form", "application/json", "{}", 400);
    row("nothing", form, "", 400);
    row("a part that does not end", form, "--b\r\nContent-Disposition: form-data; name=file\r\n\r\n" + file, 400);
    row("a form that does not end", form, part("name=\"file\"; filename=\"a.tcx\"", file), 400);
    row("a part without a name", form, part("filename=\"a.tcx\"", file) + "--b--", 400);
    row("a quotation that does not end", form, part("name=\"file\"; filename=\"a.tcx", file) + "--b--", 400);
    row("a name with folders", form, part(R"(name="file"; filename="../../x.tcx")", file) + "--b--", 400);
    row("a name with folders in code", form, part("name=\"file\"; filename*=UTF-8''..%2Fx.tcx", file) + "--b--", 400);
    row("a hundred thousand parts", form, part("name=x", {}).repeated(100'000) + "--b--", 400);
    row("another part", form, part("name=\"data\"; filename=\"a.tcx\"", file) + "--b--", 422);
    row("an empty file", form, part("name=\"file\"; filename=\"a.tcx\"", {}) + "--b--", 422);
    row("a file of words", form, part("name=\"file\"; filename=\"a.tcx\"", "hello") + "--b--", 422);
    row("a FIT file that is none", form, part("name=\"file\"; filename=\"a.fit\"", "hello") + "--b--", 422);
    row("a route",
        form,
        part("name=\"file\"; filename=\"a.gpx\"",
            R"(<gpx version="1.1" creator="x" xmlns="http://www.topografix.com/GPX/1/1"><trk><trkseg><trkpt lat="52" lon="13"/><trkpt lat="52.1" lon="13"/></trkseg></trk></gpx>)")
            + "--b--",
        422);
    row("entities",
        form,
        part("name=\"file\"; filename=\"a.gpx\"", R"(<!DOCTYPE x [<!ENTITY a "b">]><gpx/>)") + "--b--",
        422);
}

void DemoUploadTest::badUploadsAreRefused()
{
    QFETCH(QByteArray, contentType);
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    static auto api = made();
    const auto answer = sent(api, {"POST", u"/api/v1/athlete/0/activities"_s, {}, body, contentType, {}});
    QVERIFY2(answer.status == status, answer.body.constData());
    QCOMPARE(answer.json.value("status"_L1).toInt(), status);
    QVERIFY(answer.json.value("error"_L1).toString().size() > 10);
    QCOMPARE(ask(api, "GET", u"/api/v1/athlete/0/activities?oldest=2021-06-01&newest=2021-06-02"_s).list.size(), 0);
}

void DemoUploadTest::formsGoOnlyWhereFilesGo()
{
    const QTemporaryDir folder;
    demo::DemoServer server;
    auto options = optionsFor(folder.filePath(u"a.db"_s));
    options.populate = false;
    const auto info = server.start(options, 0);
    QVERIFY(info.ok());
    http::Client client(*http::BaseUrl::parse(info->url.toString()), *http::Credential::make(key), {});
    const auto statusOf = [&client](const QString &path, const QByteArray &type, const QByteArray &body) {
        QFutureWatcher<domain::Result<http::Response>> watcher;
        QSignalSpy finished(&watcher, &QFutureWatcherBase::finished);
        watcher.setFuture(client.exchange({"POST", path, {}, body, type, {}}));
        return finished.wait(20'000) && watcher.result() ? watcher.result()->status : 0;
    };
    const QByteArray form = "multipart/form-data; boundary=b";
    QCOMPARE(statusOf(u"/api/v1/athlete/0/activities"_s, "application/json", "{}"), 415);
    QCOMPARE(statusOf(events, form, "--b--"), 415);
    QCOMPARE(statusOf(u"/api/v1/athlete/0/activities"_s, form, "--c"), 400);
    QCOMPARE(statusOf(events, "application/json", QByteArray(5 << 20, ' ')), 413);
    QCOMPARE(statusOf(u"/api/v1/athlete/0/activities"_s, form, QByteArray(5 << 20, ' ')), 400);
}

MICROCYCLE_CORE_TEST(DemoUploadTest)
#include "tst_demoupload.moc"
