// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/activityfigures.h"
#include "api/endpoints/activityintervals.h"
#include "api/endpoints/createactivities.h"
#include "api/endpoints/curves.h"
#include "api/endpoints/deleteactivity.h"
#include "api/endpoints/downloadactivity.h"
#include "api/endpoints/getactivities.h"
#include "api/endpoints/searchactivities.h"
#include "api/endpoints/updatestreams.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using namespace endpoints;

namespace {

QString line(const http::Request &request)
{
    QString text = QString::fromLatin1(request.method) + u' ' + request.path;
    if (!request.query.isEmpty())
        text += u'?' + request.query.toString(QUrl::FullyEncoded);
    if (!request.body.isEmpty() && request.contentType == "application/json")
        text += u' ' + QString::fromUtf8(request.body);
    return text;
}

const domain::ActivityId ride {u"i7"_s};
const domain::DateRange week {QDate(2026, 3, 9), QDate(2026, 3, 15)};
const QString own = u"/api/v1/athlete/0/"_s;
const QString one = u"/api/v1/activity/i7"_s;

using Reading = std::function<std::optional<domain::Error>(const QByteArray &)>;

template<typename Endpoint>
Reading reading()
{
    return [](const QByteArray &body) -> std::optional<domain::Error> {
        const auto answer = Endpoint::parse(body);
        return answer ? std::nullopt : std::optional(answer.error());
    };
}

}

Q_DECLARE_METATYPE(Reading)

class ActivityEndpointsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void requestsReadAsTheServiceDocumentsThem_data();
    void requestsReadAsTheServiceDocumentsThem();
    void answersAreReadOrRefused_data();
    void answersAreReadOrRefused();
    void unknownKeysSurvive();
    void curvesBringTheirActivities();
    void onlyFilesAreFiles();
};

void ActivityEndpointsTest::requestsReadAsTheServiceDocumentsThem_data()
{
    QTest::addColumn<QString>("made");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const http::Request &request, const QString &expected) {
        QTest::newRow(name) << line(request) << expected;
    };
    const QJsonObject body {{u"type"_s, u"Run"_s}};
    row("some by id",
        GetActivities {.activities = {ride, {u"8"_s}}, .intervals = true}.request(),
        u"GET "_s + own + u"activities/i7,8?intervals=true"_s);
    row("a deletion", DeleteActivity {.activity = ride}.request(), u"DELETE "_s + one);
    row("a tombstone", DeleteTombstone {.activity = ride}.request(), u"DELETE "_s + one + u"/tombstone"_s);
    row("one by hand",
        CreateActivity {.body = body}.request(),
        u"POST "_s + own + u"activities/manual {\"type\":\"Run\"}"_s);
    row("many by hand",
        CreateActivities {.activities = {body}}.request(),
        u"POST "_s + own + u"activities/manual/bulk [{\"type\":\"Run\"}]"_s);
    row("a search for a tag",
        SearchActivities {.text = u"#a+b"_s, .limit = 2}.request(),
        u"GET "_s + own + u"activities/search?q=%23a%2Bb&limit=2"_s);
    row("a search for all of it",
        SearchActivities {.text = u"x"_s, .whole = true}.request(),
        u"GET "_s + own + u"activities/search-full?q=x"_s);
    row("intervals of a kind",
        FindIntervals {
            .minSeconds = 1, .maxSeconds = 2, .minPercent = 3, .maxPercent = 4, .type = u"HR"_s, .minReps = 5}
            .request(),
        u"GET "_s + own
            + u"activities/interval-search?minSecs=1&maxSecs=2&minIntensity=3&maxIntensity=4&type=HR&minReps=5"_s);
    row("neighbours",
        ActivitiesAround {.activity = ride}.request(),
        u"GET "_s + own + u"activities-around?activity_id=i7"_s);
    row("tags", ListActivityTags {}.request(), u"GET "_s + own + u"activity-tags"_s);
    row("a table", DownloadActivityTable {}.request(), u"GET "_s + own + u"activities.csv"_s);
    row("the file", DownloadActivity {.activity = ride}.request(), u"GET "_s + one + u"/file"_s);
    row("a fit file without power",
        DownloadActivity {.activity = ride, .form = DownloadActivity::Form::Fit, .power = false}.request(),
        u"GET "_s + one + u"/fit-file?power=false"_s);
    row("several fit files",
        DownloadFitFiles {.activities = {ride, {u"8"_s}}}.request(),
        u"POST "_s + own + u"download-fit-files?ids=i7,8"_s);
    row("a histogram",
        GetHistogram {.activity = ride, .kind = GetHistogram::Kind::HeartRate, .width = 5}.request(),
        u"GET "_s + one + u"/hr-histogram?bucketSize=5"_s);
    row("efforts of a way",
        FindBestEfforts {.activity = ride, .stream = u"watts"_s, .metres = 500, .least = 100, .excludeIntervals = true}
            .request(),
        u"GET "_s + one + u"/best-efforts?stream=watts&distance=500&minValue=100&excludeIntervals=true"_s);
    row("a part of the map",
        GetActivityMap {.activity = ride, .bounds = {1, 2, 3.5, 4}}.request(),
        u"GET "_s + one + u"/map?bounds=1,2,3.5,4"_s);
    row("later messages",
        ListMessages {.activity = ride, .since = 9}.request(),
        u"GET "_s + one + u"/messages?sinceId=9"_s);
    row("a message",
        AddMessage {.activity = ride, .content = u"Hi"_s}.request(),
        u"POST "_s + one + u"/messages {\"content\":\"Hi\"}"_s);
    row("other intervals",
        ReplaceIntervals {.activity = ride, .intervals = {body}, .all = false}.request(),
        u"PUT "_s + one + u"/intervals?all=false [{\"type\":\"Run\"}]"_s);
    row("one interval",
        PutInterval {.activity = ride, .interval = 3, .body = body}.request(),
        u"PUT "_s + one + u"/intervals/3 {\"type\":\"Run\"}"_s);
    row("fewer intervals",
        DeleteIntervals {.activity = ride, .intervals = {3}}.request(),
        u"PUT "_s + one + u"/delete-intervals [{\"id\":3}]"_s);
    row("a split",
        SplitInterval {.activity = ride, .at = 60}.request(),
        u"PUT "_s + one + u"/split-interval?splitAt=60"_s);
    row("a part measured",
        GetIntervalStats {.activity = ride, .startIndex = 1, .endIndex = 2}.request(),
        u"GET "_s + one + u"/interval-stats?start_index=1&end_index=2"_s);
    row("streams as a table",
        DownloadStreamTable {.activity = ride, .types = {u"watts"_s}}.request(),
        u"GET "_s + one + u"/streams.csv?types=watts"_s);
    row("a curve on the level",
        GetActivityCurve {.activity = ride, .kind = CurveKind::GradePace}.request(),
        u"GET "_s + one + u"/pace-curve?gap=true"_s);
    row("curves of two power meters",
        GetActivityCurves {.activity = ride, .streams = {u"watts"_s, u"watts_alt"_s}}.request(),
        u"GET "_s + one + u"/power-curves?types=watts,watts_alt"_s);
    row("curves of every power meter",
        GetActivityCurves {.activity = ride}.request(),
        u"GET "_s + one + u"/power-curves"_s);
    row("power against heart rate", GetPowerVsHeart {.activity = ride}.request(), u"GET "_s + one + u"/power-vs-hr"_s);
    row("curves of seasons",
        ListCurves {.type = u"Ride"_s, .spans = {u"1y"_s, u"s0"_s}, .model = u"ECP"_s}.request(),
        u"GET "_s + own + u"power-curves?type=Ride&curves=1y,s0&pmType=ECP"_s);
    row("curves of a tired rider",
        ListCurves {.type = u"Ride"_s, .spans = {u"42d-kj0"_s}, .others = 3}.request(),
        u"GET "_s + own + u"power-curves?type=Ride&curves=42d-kj0&subMaxEfforts=3"_s);
    row("a curve of a tired rider",
        GetActivityCurve {.activity = ride, .fatigue = u"kj1"_s}.request(),
        u"GET "_s + one + u"/power-curve?fatigue=kj1"_s);
    row("a curve as a table",
        ExportActivityCurve {{.activity = ride, .kind = CurveKind::HeartRate}}.request(),
        u"GET "_s + one + u"/hr-curve.csv"_s);
    row("fresh and tired as a table",
        ExportPowerCurves {{.activity = ride, .fatigue = {u"normal"_s, u"kj0"_s}}}.request(),
        u"GET "_s + one + u"/power-curves.csv?fatigue=normal,kj0"_s);
    row("seasons as a table",
        ExportCurves {{.type = u"Ride"_s, .spans = {u"1y"_s}}}.request(),
        u"GET "_s + own + u"power-curves.csv?type=Ride&curves=1y"_s);
    row("side by side as a table",
        ExportActivityCurves {{.days = week, .type = u"Ride"_s, .fatigue = u"kj0"_s}}.request(),
        u"GET "_s + own + u"activity-power-curves.csv?oldest=2026-03-09&newest=2026-03-15&type=Ride&fatigue=kj0"_s);
    row("paces side by side",
        ListActivityCurves {.kind = CurveKind::Pace, .days = week, .lengths = {1000}}.request(),
        u"GET "_s + own + u"activity-pace-curves?oldest=2026-03-09&newest=2026-03-15&distances=1000"_s);
    row("power at each heart rate",
        GetPowerHeartCurve {.days = week}.request(),
        u"GET "_s + own + u"power-hr-curve?start=2026-03-09&end=2026-03-15"_s);
    row("the model", GetMmpModel {.type = u"Ride"_s}.request(), u"GET "_s + own + u"mmp-model?type=Ride"_s);
}

void ActivityEndpointsTest::requestsReadAsTheServiceDocumentsThem()
{
    QFETCH(QString, made);
    QFETCH(QString, expected);
    QCOMPARE(made, expected);
}

void ActivityEndpointsTest::answersAreReadOrRefused_data()
{
    QTest::addColumn<Reading>("read");
    QTest::addColumn<QByteArray>("good");
    QTest::newRow("activities")
        << reading<GetActivities>()
        << QByteArray(R"([{"id":"8","start_date_local":"2026-03-12T07:00:00","source":"STRAVA","_note":"no"}])");
    QTest::newRow("found ones") << reading<SearchActivities>()
                                << QByteArray(R"([{"id":"i7","start_date_local":"2026-03-12T07:00:00","race":null}])");
    QTest::newRow("tags") << reading<ListActivityTags>() << QByteArray(R"(["a","b"])");
    QTest::newRow("a histogram") << reading<GetHistogram>()
                                 << QByteArray(R"([{"start":0,"secs":5,"movingSecs":5,"watts":null,"hr":91.5}])");
    QTest::newRow("time at heart rate") << reading<GetTimeAtHeartRate>()
                                        << QByteArray(
                                               R"({"min_bpm":90,"max_bpm":91,"secs":[1,2],"cumulative_secs":[3,2]})");
    QTest::newRow("efforts") << reading<FindBestEfforts>()
                             << QByteArray(R"({"efforts":[{"start_index":0,"end_index":5,"average":250.5}]})");
    QTest::newRow("intervals") << reading<GetIntervals>()
                               << QByteArray(R"({"id":"i7","icu_intervals":[],"icu_groups":null})");
    QTest::newRow("a curve") << reading<GetActivityCurve>()
                             << QByteArray(R"({"id":"i7","secs":[1,5],"values":[900,800]})");
    QTest::newRow("curves of power meters")
        << reading<GetActivityCurves>() << QByteArray(R"([{"id":"watts","secs":[1,5],"values":[900,800]}])");
    QTest::newRow("power against heart rate")
        << reading<GetPowerVsHeart>() << QByteArray(R"({"powerHr":1.4,"series":[{"start":0,"watts":180,"hr":130}]})");
    QTest::newRow("seasons") << reading<ListCurves>()
                             << QByteArray(R"({"list":[{"id":"1y","secs":[1],"values":[900]}],"activities":{}})");
    QTest::newRow("side by side") << reading<ListActivityCurves>()
                                  << QByteArray(R"({"secs":[60],"curves":[{"id":"i7","watts":[300]}]})");
    QTest::newRow("what was updated") << reading<UpdateStreams>()
                                      << QByteArray(R"({"updated":["watts"],"deleted":[]})");
    QTest::newRow("messages") << reading<ListMessages>() << QByteArray(R"([{"id":1,"content":"Hi"}])");
}

void ActivityEndpointsTest::answersAreReadOrRefused()
{
    QFETCH(Reading, read);
    QFETCH(QByteArray, good);
    QVERIFY(!read(good).has_value());
    const QByteArray other = good.startsWith('[') ? QByteArray("{}") : '[' + good + ']';
    for (const QByteArray &bad :
        {QByteArray(), QByteArray("null"), QByteArray("<html></html>"), good.chopped(1), good + '}', other}) {
        const auto error = read(bad);
        QVERIFY2(error.has_value(), bad.constData());
        QCOMPARE(error->kind, domain::Error::Kind::Malformed);
    }
}

void ActivityEndpointsTest::unknownKeysSurvive()
{
    const auto curve = GetActivityCurve::parse(R"({"id":"i7","secs":[1],"values":[900],"ranks":{"a":1}})");
    QCOMPARE(domain::toJson(curve->value).value("ranks"_L1).toObject().value("a"_L1).toInt(), 1);
    const auto bucket = GetHistogram::parse(R"([{"start":0,"secs":5,"smo2":61}])");
    QCOMPARE(bucket->values.first().value.extra.value("smo2"_L1).toInt(), 61);
    QCOMPARE(GetWeatherSummary::parse(R"({"min_temp":-1})")->value.min->degrees, -1.0);
    const auto parts = GetIntervals::parse(
        R"({"id":"i7","icu_intervals":[{"start_index":0,"end_index":9,"LactateEnd":4}],"later":true})");
    QVERIFY(parts->value.extra.value("later"_L1).toBool());
    QCOMPARE(domain::intervalsFromJson(parts->value.intervals).first().extra.value("LactateEnd"_L1).toInt(), 4);
}

void ActivityEndpointsTest::curvesBringTheirActivities()
{
    const auto set = ListCurves::parse(
        R"({"list":[{"id":"1y","secs":[1,5],"values":[900,800],"activity_id":["i7","i8"]},{"id":"42d","secs":"x"}],"activities":{"i7":{"id":"i7"}}})");
    QVERIFY(set.ok());
    QCOMPARE(set->curves.values.size(), 1);
    QCOMPARE(set->curves.quarantined.first().reason.item, u"secs"_s);
    QCOMPARE(set->curves.values.first().value.activities, (QStringList {u"i7"_s, u"i8"_s}));
    QVERIFY(set->activities.contains(u"i7"_s));
    QCOMPARE(ListCurves::parse(R"({"activities":{}})").error().item, u"list"_s);
}

void ActivityEndpointsTest::onlyFilesAreFiles()
{
    QVERIFY(DownloadActivity::parse("<?xml version=\"1.0\"?><gpx></gpx>").ok());
    QVERIFY(DownloadActivity::parse(QByteArray("\x1f\x8b\x08 packed")).ok());
    QVERIFY(!DownloadActivity::parse("<html></html>").ok());
    QVERIFY(!DownloadFitFiles::parse("{}").ok());
    QVERIFY(DownloadActivityTable::parse("id,name\n").ok());
    QVERIFY(ExportCurves::parse("secs,1 year\n1,900\n").ok() && !ExportCurves::parse("[]").ok());
    QVERIFY(!ExportActivityCurve::parse("<p>").ok() && !ExportPowerCurves::parse("{}").ok()
        && !ExportActivityCurves::parse("<p>").ok());
    for (const char *bad : {"<p>", R"({"error":"x"})", "[]"})
        QVERIFY2(!DownloadStreamTable::parse(bad).ok(), bad);
    const auto request = UpdateStreamTable {.activity = ride, .table = "watts\n1\n"}.request();
    QCOMPARE(request.method, QByteArray("PUT"));
    QVERIFY(request.contentType.startsWith("multipart/form-data") && request.body.contains("watts\n1\n"));
}

MICROCYCLE_CORE_TEST(ActivityEndpointsTest)
#include "tst_activityendpoints.moc"
