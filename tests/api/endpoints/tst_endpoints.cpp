// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/createevent.h"
#include "api/endpoints/createevents.h"
#include "api/endpoints/deleteevent.h"
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
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using namespace endpoints;

namespace {

/// A request as one would write it down.
QString text(const http::Request &request)
{
    QString line = QString::fromLatin1(request.method) + u' ' + request.path;
    if (!request.query.isEmpty())
        line += u'?' + request.query.toString(QUrl::FullyEncoded);
    if (!request.body.isEmpty())
        line += " ["_L1 + QString::fromLatin1(request.contentType) + "] "_L1 + QString::fromUtf8(request.body);
    return line;
}

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
};

void EndpointsTest::requestsReadAsTheServiceDocumentsThem_data()
{
    QTest::addColumn<QString>("made");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const http::Request &request, const QString &expected) { QTest::newRow(name) << text(request) << expected; };
    row("the athlete of the credential", GetAthlete {}.request(), u"GET /api/v1/athlete/0"_s);
    row("another athlete", GetAthlete {.athlete = {u"i42"_s}}.request(), u"GET /api/v1/athlete/i42"_s);
    row("sport settings", ListSportSettings {}.request(), u"GET /api/v1/athlete/0/sport-settings"_s);
    row("events of a week", ListEvents {.days = week}.request(), u"GET /api/v1/athlete/0/events?oldest=2026-03-09&newest=2026-03-15"_s);
    row("events of some categories", ListEvents {.days = week, .categories = {u"NOTE"_s, u"RACE_A"_s}}.request(),
        u"GET /api/v1/athlete/0/events?oldest=2026-03-09&newest=2026-03-15&category=NOTE,RACE_A"_s);
    row("one event", GetEvent {.event = {77}}.request(), u"GET /api/v1/athlete/0/events/77"_s);
    row("creating events", CreateEvents {.events = {named, named}}.request(),
        u"POST /api/v1/athlete/0/events/bulk?upsert=true [application/json] [{\"name\":\"Größe\"},{\"name\":\"Größe\"}]"_s);
    row("creating one event", CreateEvent {.body = named}.request(), u"POST /api/v1/athlete/0/events [application/json] {\"name\":\"Größe\"}"_s);
    row("creating one event with its own key", CreateEvent {.body = {{u"uid"_s, u"u-1"_s}}}.request(),
        u"POST /api/v1/athlete/0/events?upsertOnUid=true [application/json] {\"uid\":\"u-1\"}"_s);
    row("changing an event", UpdateEvent {.event = {77}, .body = named}.request(), u"PUT /api/v1/athlete/0/events/77 [application/json] {\"name\":\"Größe\"}"_s);
    row("a change of nothing is still an object", UpdateEvent {.event = {77}}.request(), u"PUT /api/v1/athlete/0/events/77 [application/json] {}"_s);
    row("deleting an event", DeleteEvent {.event = {77}}.request(), u"DELETE /api/v1/athlete/0/events/77"_s);
    row("activities of a week", ListActivities {.days = week}.request(), u"GET /api/v1/athlete/0/activities?oldest=2026-03-09&newest=2026-03-15"_s);
    row("some fields of a few activities", ListActivities {.days = week, .limit = 5, .fields = {u"name"_s, u"id"_s}}.request(),
        u"GET /api/v1/athlete/0/activities?oldest=2026-03-09&newest=2026-03-15&limit=5&fields=id,start_date_local,name"_s);
    row("an activity", GetActivity {.activity = {u"i7"_s}}.request(), u"GET /api/v1/activity/i7"_s);
    row("an activity with intervals", GetActivity {.activity = {u"i7"_s}, .intervals = true}.request(), u"GET /api/v1/activity/i7?intervals=true"_s);
    row("changing an activity", UpdateActivity {.activity = {u"i7"_s}, .body = named}.request(), u"PUT /api/v1/activity/i7 [application/json] {\"name\":\"Größe\"}"_s);
    row("streams", GetStreams {.activity = {u"i7"_s}, .types = {u"time"_s, u"watts"_s}}.request(), u"GET /api/v1/activity/i7/streams?types=time,watts"_s);
    row("all streams", GetStreams {.activity = {u"i7"_s}}.request(), u"GET /api/v1/activity/i7/streams"_s);
    row("wellness of a week", ListWellness {.days = week}.request(), u"GET /api/v1/athlete/0/wellness?oldest=2026-03-09&newest=2026-03-15"_s);
    row("wellness of a day", GetWellness {.day = week.first}.request(), u"GET /api/v1/athlete/0/wellness/2026-03-09"_s);
    row("changing wellness", PutWellness {.day = week.first, .body = {{u"weight"_s, -1}}}.request(),
        u"PUT /api/v1/athlete/0/wellness/2026-03-09 [application/json] {\"weight\":-1}"_s);
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
    QTest::newRow("athlete") << reader<GetAthlete>() << QByteArray(R"({"id":"i42","name":"A","sportSettings":[],"bikes":null})");
    QTest::newRow("sport settings") << reader<ListSportSettings>() << QByteArray('[' + sport + ']');
    QTest::newRow("events") << reader<ListEvents>() << QByteArray('[' + event + ']');
    QTest::newRow("event") << reader<GetEvent>() << event;
    QTest::newRow("created events") << reader<CreateEvents>() << QByteArray('[' + event + ']');
    QTest::newRow("created event") << reader<CreateEvent>() << event;
    QTest::newRow("changed event") << reader<UpdateEvent>() << event;
    QTest::newRow("activities") << reader<ListActivities>() << QByteArray('[' + activity + ']');
    QTest::newRow("activity") << reader<GetActivity>() << activity;
    QTest::newRow("changed activity") << reader<UpdateActivity>() << activity;
    QTest::newRow("streams") << reader<GetStreams>() << QByteArray(R"([{"type":"watts","data":[1,2],"anomalies":null}])");
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
    for (const QByteArray &bad : {QByteArray(), QByteArray("null"), QByteArray("<html></html>"), good.chopped(1), good + '}', other, QByteArray("true")}) {
        const auto error = read(bad);
        QVERIFY2(error.has_value(), bad.constData());
        QCOMPARE(error->kind, domain::Error::Kind::Malformed);
    }
}

void EndpointsTest::streamsKeepGapsAndPositions()
{
    const auto streams = GetStreams::parse(R"([{"type":"heartrate","name":null,"data":[98,null,101],"data2":null,"valueTypeIsArray":false},
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

MICROCYCLE_CORE_TEST(EndpointsTest)
#include "tst_endpoints.moc"
