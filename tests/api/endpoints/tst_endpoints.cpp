// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/createevent.h"
#include "api/endpoints/createevents.h"
#include "api/endpoints/deleteevent.h"
#include "api/endpoints/downloadevent.h"
#include "api/endpoints/downloadworkout.h"
#include "api/endpoints/downloadworkouts.h"
#include "api/endpoints/getactivity.h"
#include "api/endpoints/getathlete.h"
#include "api/endpoints/getevent.h"
#include "api/endpoints/getstreams.h"
#include "api/endpoints/getwellness.h"
#include "api/endpoints/listactivities.h"
#include "api/endpoints/listevents.h"
#include "api/endpoints/listsportsettings.h"
#include "api/endpoints/listwellness.h"
#include "api/endpoints/putwellness.h"
#include "api/endpoints/updateactivity.h"
#include "api/endpoints/updateevent.h"
#include "api/endpoints/uploadactivity.h"
#include "tests/api/endpoints/requesttext.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using namespace endpoints;
using support::text;

namespace {

const domain::DateRange week {QDate(2026, 3, 9), QDate(2026, 3, 15)};
const QJsonObject named {{u"name"_s, u"Größe"_s}};

using Read = std::function<std::optional<domain::Error>(const QByteArray &)>;

template<typename Endpoint>
Read reader()
{
    return [](const QByteArray &body) -> std::optional<domain::Error> {
        const auto answer = Endpoint::parse(body);
        return answer ? std::nullopt : std::optional(answer.error());
    };
}

}

Q_DECLARE_METATYPE(Read)

class EndpointsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void requestsReadAsTheServiceDocumentsThem_data();
    void requestsReadAsTheServiceDocumentsThem();
    void answersAreReadOrRefused_data();
    void answersAreReadOrRefused();
    void streamsKeepGapsAndPositions();
    void aBulkCreationKeepsTheOrder();
    void aDeletionBelievesOnlyTheService();
    void aFileGoesIntoAFormAsItIs();
    void noFileCanEndItsOwnForm();
    void uploadsSayWhatWasNew_data();
    void uploadsSayWhatWasNew();
    void onlyWorkoutFilesAreWorkoutFiles_data();
    void onlyWorkoutFilesAreWorkoutFiles();
};

void EndpointsTest::requestsReadAsTheServiceDocumentsThem_data()
{
    QTest::addColumn<QString>("made");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const http::Request &request, const QString &expected) {
        QTest::newRow(name) << text(request) << expected;
    };
    row("the athlete of the credential", GetAthlete {}.request(), u"GET /api/v1/athlete/0"_s);
    row("another athlete", GetAthlete {.athlete = {u"i42"_s}}.request(), u"GET /api/v1/athlete/i42"_s);
    row("sport settings", ListSportSettings {}.request(), u"GET /api/v1/athlete/0/sport-settings"_s);
    row("events of a week",
        ListEvents {.days = week}.request(),
        u"GET /api/v1/athlete/0/events?oldest=2026-03-09&newest=2026-03-15"_s);
    row("events of some categories",
        ListEvents {.days = week, .categories = {u"NOTE"_s, u"RACE_A"_s}}.request(),
        u"GET /api/v1/athlete/0/events?oldest=2026-03-09&newest=2026-03-15&category=NOTE,RACE_A"_s);
    row("one event", GetEvent {.event = {77}}.request(), u"GET /api/v1/athlete/0/events/77"_s);
    row("creating events",
        CreateEvents {.events = {named, named}}.request(),
        u"POST /api/v1/athlete/0/events/bulk?upsert=true [application/json] [{\"name\":\"Größe\"},{\"name\":\"Größe\"}]"_s);
    row("creating one event",
        CreateEvent {.body = named}.request(),
        u"POST /api/v1/athlete/0/events [application/json] {\"name\":\"Größe\"}"_s);
    row("creating one event with its own key",
        CreateEvent {.body = {{u"uid"_s, u"u-1"_s}}}.request(),
        u"POST /api/v1/athlete/0/events?upsertOnUid=true [application/json] {\"uid\":\"u-1\"}"_s);
    row("changing an event",
        UpdateEvent {.event = {77}, .body = named}.request(),
        u"PUT /api/v1/athlete/0/events/77 [application/json] {\"name\":\"Größe\"}"_s);
    row("a change of nothing is still an object",
        UpdateEvent {.event = {77}}.request(),
        u"PUT /api/v1/athlete/0/events/77 [application/json] {}"_s);
    row("deleting an event", DeleteEvent {.event = {77}}.request(), u"DELETE /api/v1/athlete/0/events/77"_s);
    row("activities of a week",
        ListActivities {.days = week}.request(),
        u"GET /api/v1/athlete/0/activities?oldest=2026-03-09&newest=2026-03-15"_s);
    row("some fields of a few activities",
        ListActivities {.days = week, .limit = 5, .fields = {u"name"_s, u"id"_s}}.request(),
        u"GET /api/v1/athlete/0/activities?oldest=2026-03-09&newest=2026-03-15&limit=5&fields=id,start_date_local,name"_s);
    row("an activity", GetActivity {.activity = {u"i7"_s}}.request(), u"GET /api/v1/activity/i7"_s);
    row("an activity with intervals",
        GetActivity {.activity = {u"i7"_s}, .intervals = true}.request(),
        u"GET /api/v1/activity/i7?intervals=true"_s);
    row("changing an activity",
        UpdateActivity {.activity = {u"i7"_s}, .body = named}.request(),
        u"PUT /api/v1/activity/i7 [application/json] {\"name\":\"Größe\"}"_s);
    row("streams",
        GetStreams {.activity = {u"i7"_s}, .types = {u"time"_s, u"watts"_s}}.request(),
        u"GET /api/v1/activity/i7/streams?types=time,watts"_s);
    row("all streams", GetStreams {.activity = {u"i7"_s}}.request(), u"GET /api/v1/activity/i7/streams"_s);
    row("wellness of a week",
        ListWellness {.days = week}.request(),
        u"GET /api/v1/athlete/0/wellness?oldest=2026-03-09&newest=2026-03-15"_s);
    row("wellness of a day", GetWellness {.day = week.first}.request(), u"GET /api/v1/athlete/0/wellness/2026-03-09"_s);
    row("changing wellness",
        PutWellness {.day = week.first, .body = {{u"weight"_s, -1}}}.request(),
        u"PUT /api/v1/athlete/0/wellness/2026-03-09 [application/json] {\"weight\":-1}"_s);
    row("a workout as a file",
        DownloadEvent {.event = {77}, .format = u"zwo"_s}.request(),
        u"GET /api/v1/athlete/0/events/77/download.zwo"_s);
    row("the workouts of a week as files",
        DownloadWorkouts {.days = week, .format = u"zwo"_s}.request(),
        u"GET /api/v1/athlete/0/workouts.zip?oldest=2026-03-09&newest=2026-03-15&ext=zwo"_s);
    row("a workout that is not kept as a file",
        DownloadWorkout {.workout = named, .format = u"fit"_s}.request(),
        u"POST /api/v1/athlete/0/download-workout.fit [application/json] {\"name\":\"Größe\"}"_s);
}

void EndpointsTest::requestsReadAsTheServiceDocumentsThem()
{
    QFETCH(QString, made);
    QFETCH(QString, expected);
    QCOMPARE(made, expected);
}

void EndpointsTest::answersAreReadOrRefused_data()
{
    QTest::addColumn<Read>("read");
    QTest::addColumn<QByteArray>("good");
    const QByteArray event = R"({"id":1,"start_date_local":"2026-03-12T00:00:00","category":"WORKOUT","Custom":[1]})";
    const QByteArray activity = R"({"id":"i7","start_date_local":"2026-03-12T07:00:00","icu_intervals":[]})";
    const QByteArray day = R"({"id":"2026-03-12","sportInfo":null})";
    const QByteArray sport = R"({"id":3,"types":["Ride"],"ftp":250})";
    QTest::newRow("athlete") << reader<GetAthlete>()
                             << QByteArray(R"({"id":"i42","name":"A","sportSettings":[],"bikes":null})");
    QTest::newRow("sport settings") << reader<ListSportSettings>() << QByteArray('[' + sport + ']');
    QTest::newRow("events") << reader<ListEvents>() << QByteArray('[' + event + ']');
    QTest::newRow("event") << reader<GetEvent>() << event;
    QTest::newRow("created events") << reader<CreateEvents>() << QByteArray('[' + event + ']');
    QTest::newRow("created event") << reader<CreateEvent>() << event;
    QTest::newRow("changed event") << reader<UpdateEvent>() << event;
    QTest::newRow("activities") << reader<ListActivities>() << QByteArray('[' + activity + ']');
    QTest::newRow("activity") << reader<GetActivity>() << activity;
    QTest::newRow("changed activity") << reader<UpdateActivity>() << activity;
    QTest::newRow("streams") << reader<GetStreams>()
                             << QByteArray(R"([{"type":"watts","data":[1,2],"anomalies":null}])");
    QTest::newRow("wellness") << reader<ListWellness>() << QByteArray('[' + day + ']');
    QTest::newRow("wellness of a day") << reader<GetWellness>() << day;
    QTest::newRow("changed wellness") << reader<PutWellness>() << day;
}

void EndpointsTest::answersAreReadOrRefused()
{
    QFETCH(Read, read);
    QFETCH(QByteArray, good);
    QVERIFY(!read(good).has_value());
    const QByteArray other = good.startsWith('[') ? good.mid(1).chopped(1) : '[' + good + ']';
    for (const QByteArray &bad : {QByteArray(),
             QByteArray("null"),
             QByteArray("<html></html>"),
             good.chopped(1),
             good + '}',
             other,
             QByteArray("true")}) {
        const auto error = read(bad);
        QVERIFY2(error.has_value(), bad.constData());
        QCOMPARE(error->kind, domain::Error::Kind::Malformed);
    }
}

void EndpointsTest::streamsKeepGapsAndPositions()
{
    const auto streams = GetStreams::parse(
        R"([{"type":"heartrate","name":null,"data":[98,null,101],"data2":null,"valueTypeIsArray":false},
        {"type":"latlng","data":[52.5,null],"data2":[13.4,null]},{"type":{}},{"type":"watts","data":"none"}])");
    QVERIFY(streams.ok());
    QCOMPARE(streams->size(), 2);
    QCOMPARE(streams->first().data.size(), 3);
    QVERIFY(streams->first().data.at(1).isNull());
    QCOMPARE(streams->last().data2.first().toDouble(), 13.4);
}

void EndpointsTest::aBulkCreationKeepsTheOrder()
{
    const auto events = CreateEvents::parse(
        R"([{"id":9,"start_date_local":"2026-03-12T00:00:00","external_id":"b"},{"external_id":"lost"},{"id":8,"start_date_local":"2026-03-11T00:00:00","external_id":"a"}])");
    QVERIFY(events.ok());
    QCOMPARE(events->values.size(), 2);
    QCOMPARE(events->values.first().value.externalId, u"b"_s);
    QCOMPARE(events->values.last().json.value("external_id"_L1).toString(), u"a"_s);
    QCOMPARE(events->quarantined.size(), 1);
}

void EndpointsTest::aDeletionBelievesOnlyTheService()
{
    QVERIFY(DeleteEvent::parse("").ok());
    QVERIFY(DeleteEvent::parse("{}").ok());
    QVERIFY(DeleteEvent::parse(R"({"eventsDeleted":1})").ok());
    QVERIFY(!DeleteEvent::parse("<html>Sign in to the network</html>").ok());
}

void EndpointsTest::aFileGoesIntoAFormAsItIs()
{
    const QByteArray file("\x0e\x20\r\n--x\0\xff", 9);
    const UploadActivity upload {.file = file,
        .fileName = u"a/b\"\r\nX: 1.fit"_s,
        .name = u"Tempo + 2 & more"_s,
        .externalId = u"e-1"_s,
        .pairedEvent = domain::EventId {7}};
    const auto request = upload.request();
    QCOMPARE(request.method, QByteArray("POST"));
    QCOMPARE(request.path, u"/api/v1/athlete/0/activities"_s);
    QCOMPARE(request.query.toString(QUrl::FullyEncoded),
        u"name=Tempo%20%2B%202%20%26%20more&external_id=e-1&paired_event_id=7"_s);
    QVERIFY(request.contentType.startsWith("multipart/form-data; boundary="));
    const QByteArray boundary = request.contentType.mid(30);
    QCOMPARE(request.body,
        "--" + boundary
            + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a_b___X: 1.fit\"\r\nContent-Type: "
              "application/octet-stream\r\n\r\n"
            + file + "\r\n--" + boundary + "--\r\n");
    QCOMPARE(upload.request().body, request.body); // what is sent again is the same
    QVERIFY(!UploadActivity {.file = file}.request().body.contains("filename=\"\""));
}

void EndpointsTest::noFileCanEndItsOwnForm()
{
    const auto boundaryOf
        = [](const QByteArray &file) { return UploadActivity {.file = file}.request().contentType.mid(30); };
    const QByteArray boundary = boundaryOf("x");
    const QByteArray hostile = "x\r\n--" + boundary + "--\r\n";
    QVERIFY(!hostile.contains(boundaryOf(hostile)));
}

void EndpointsTest::uploadsSayWhatWasNew_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QStringList>("ids"); // empty: refused
    QTest::addColumn<bool>("duplicate");
    const auto row = [](const char *name, int status, const QByteArray &body, const QStringList &ids, bool duplicate) {
        QTest::newRow(name) << status << body << ids << duplicate;
    };
    row("one",
        201,
        R"({"icu_athlete_id":"i1","id":"i7","activities":[{"icu_athlete_id":"i1","id":"i7"}]})",
        {u"i7"_s},
        false);
    row("one that was there",
        200,
        R"({"icu_athlete_id":"i1","id":"i7","activities":[{"icu_athlete_id":"i1","id":"i7"}]})",
        {u"i7"_s},
        true);
    row("three sports",
        201,
        R"({"id":"i7","activities":[{"id":"i7"},{"id":"i8"},{"id":"i9"},{"id":"i8"}]})",
        {u"i7"_s, u"i8"_s, u"i9"_s},
        false);
    row("without a list", 201, R"({"id":"i7"})", {u"i7"_s}, false);
    row("without any id", 201, R"({"activities":[]})", {}, false);
    row("a list", 201, R"([{"id":"i7"}])", {}, false);
    row("a page", 200, "<html></html>", {}, false);
    row("nothing", 201, "", {}, false);
}

void EndpointsTest::uploadsSayWhatWasNew()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QStringList, ids);
    QFETCH(bool, duplicate);
    const auto answer = UploadActivity::parse(http::Response {status, body, "application/json", {}});
    QCOMPARE(answer.ok(), !ids.isEmpty());
    if (!answer) {
        QCOMPARE(answer.error().kind, domain::Error::Kind::Malformed);
        return;
    }
    QCOMPARE(answer->duplicate, duplicate);
    QStringList read;
    for (const auto &id : answer->activities)
        read.append(id.value);
    QCOMPARE(read, ids);
}

void EndpointsTest::onlyWorkoutFilesAreWorkoutFiles_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("good");
    QTest::newRow("zwo") << QByteArray("<?xml version=\"1.0\"?>\n<workout_file><name>A</name></workout_file>") << true;
    QTest::newRow("erg") << QByteArray("[COURSE HEADER]\r\nVERSION = 2\r\n") << true;
    QTest::newRow("fit") << QByteArray("\x0e\x10\x00\x00\x10\x00\x00\x00.FIT\x00\x00\x00", 15) << true;
    QTest::newRow("a page") << QByteArray("<!DOCTYPE html><html></html>") << false;
    QTest::newRow("an error as JSON") << QByteArray(R"({"status":200,"error":"no"})") << false;
    QTest::newRow("nothing") << QByteArray() << false;
}

void EndpointsTest::onlyWorkoutFilesAreWorkoutFiles()
{
    QFETCH(QByteArray, body);
    QFETCH(bool, good);
    QCOMPARE(DownloadEvent::parse(body).ok(), good);
    QCOMPARE(DownloadWorkout::parse(body).ok(), good);
    QVERIFY(!DownloadWorkouts::parse(body).ok());
    if (good)
        QCOMPARE(*DownloadEvent::parse(body), body);
    QVERIFY(DownloadWorkouts::parse(QByteArray("PK\x03\x04 and more")).ok());
}

MICROCYCLE_CORE_TEST(EndpointsTest)
#include "tst_endpoints.moc"
