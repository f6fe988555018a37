// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/demo/demotalk.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using demotalk::ask;

namespace {

const QString athlete = u"/api/v1/athlete/0/"_s;
const QString stub = u"9412003351"_s;

QString path(const QString &id, const QString &rest = {})
{
    return u"/api/v1/activity/"_s + id + rest;
}

demotalk::Answer send(demo::DemoApi &api, const QByteArray &method, const QString &target, const QJsonArray &body)
{
    const QUrl url(u"http://x"_s + target);
    return demotalk::sent(api, {method, url.path(), QUrlQuery(url), QJsonDocument(body).toJson(), "application/json", {}});
}

QJsonObject newestRide(demo::DemoApi &api)
{
    const auto list = ask(api, "GET", athlete + u"activities?oldest=2026-01-01&newest=2026-03-11"_s).list;
    for (const auto &entry : list) {
        if (entry.toObject().value("type"_L1) == "Ride"_L1)
            return entry.toObject();
    }
    return {};
}

QString newestId(demo::DemoApi &api)
{
    return newestRide(api).value("id"_L1).toString();
}

QJsonObject walk(const QString &external = {})
{
    QJsonObject json {{u"start_date_local"_s, u"2026-03-01T10:00:00"_s}, {u"type"_s, u"Walk"_s}, {u"name"_s, u"Round the lake"_s},
        {u"moving_time"_s, 3600}, {u"distance"_s, 5000}, {u"icu_training_load"_s, 20}, {u"icu_rpe"_s, 3}, {u"LakeLevel"_s, 4}};
    if (!external.isEmpty())
        json.insert(u"external_id"_s, external);
    return json;
}

QJsonArray intervalsOf(const demotalk::Answer &answer)
{
    return answer.json.value("icu_intervals"_L1).toArray();
}

/// True if the parts follow each other without gaps from the first sample on.
bool coverAll(const QJsonArray &intervals)
{
    int reached = 0;
    for (const auto &entry : intervals) {
        if (entry.toObject().value("start_index"_L1).toInt() != reached)
            return false;
        reached = entry.toObject().value("end_index"_L1).toInt();
    }
    return reached > 0;
}

}

class DemoActivitiesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stubsSayNothing();
    void someAreFetchedByTheirIds();
    void aDeletedOneIsGoneAndFreesItsEvent();
    void oneWrittenByHandIsKept();
    void manyAreUpsertedByTheirKey();
    void badEntriesSpoilTheWholeList();
    void theyAreFound();
    void theyAreFoundByTheirIntervals();
    void neighboursComeNearestFirst();
    void messagesOpenATalk();
    void intervalsAreReplaced();
    void intervalsAreMergedSplitAndTaken();
    void streamsAreReplacedAndMeasuredAnew();
    void streamsAreATable();
    void wrongWritesAreRefused_data();
    void wrongWritesAreRefused();
};

void DemoActivitiesTest::stubsSayNothing()
{
    auto api = demotalk::made();
    const auto one = ask(api, "GET", path(stub)).json;
    QCOMPARE(one.keys(), (QStringList {u"_note"_s, u"icu_athlete_id"_s, u"id"_s, u"source"_s, u"start_date_local"_s}));
    const auto both = ask(api, "GET", athlete + u"activities/9412003351,8730551204?intervals=true"_s).list;
    QCOMPARE(both.size(), 2);
    QCOMPARE(both.at(0).toObject(), one);
    for (const auto &rest : {u"/streams"_s, u"/intervals"_s, u"/power-curve"_s, u"/map"_s, u"/messages"_s}) {
        const auto refused = ask(api, "GET", path(stub, rest));
        QCOMPARE(refused.status, 422);
        QVERIFY(refused.json.value("error"_L1).toString().contains("Strava"_L1));
    }
}

void DemoActivitiesTest::someAreFetchedByTheirIds()
{
    auto api = demotalk::made();
    const QString id = newestId(api);
    const auto plain = ask(api, "GET", athlete + u"activities/"_s + id + u",i404"_s).list;
    QCOMPARE(plain.size(), 1);
    QVERIFY(!plain.first().toObject().contains("icu_intervals"_L1) || plain.first().toObject().value("icu_intervals"_L1).isNull());
    const auto whole = ask(api, "GET", athlete + u"activities/"_s + id + u"?intervals=true"_s).list;
    QCOMPARE(whole.first().toObject().value("icu_intervals"_L1), ask(api, "GET", path(id, u"/intervals"_s)).json.value("icu_intervals"_L1));
}

void DemoActivitiesTest::aDeletedOneIsGoneAndFreesItsEvent()
{
    auto api = demotalk::made();
    const QJsonObject ride = newestRide(api);
    const QString id = ride.value("id"_L1).toString();
    const QString event = QString::number(ride.value("paired_event_id"_L1).toInteger());
    QCOMPARE(ask(api, "GET", demotalk::events + u'/' + event).json.value("paired_activity_id"_L1).toString(), id);
    const auto gone = ask(api, "DELETE", path(id));
    QCOMPARE(gone.json, (QJsonObject {{u"icu_athlete_id"_s, u"i0000001"_s}, {u"id"_s, id}}));
    QCOMPARE(ask(api, "GET", path(id)).status, 404);
    QCOMPARE(ask(api, "DELETE", path(id)).status, 404);
    QVERIFY(ask(api, "GET", demotalk::events + u'/' + event).json.value("paired_activity_id"_L1).isNull());
    QCOMPARE(ask(api, "DELETE", path(id, u"/tombstone"_s)).status, 200);
    QCOMPARE(ask(api, "DELETE", path(id, u"/tombstone"_s)).status, 404);
    QCOMPARE(ask(api, "GET", path(id, u"/tombstone"_s)).status, 405);
}

void DemoActivitiesTest::oneWrittenByHandIsKept()
{
    auto api = demotalk::made();
    const auto made = ask(api, "POST", athlete + u"activities/manual"_s, walk());
    QCOMPARE(made.status, 200);
    const QString id = made.json.value("id"_L1).toString();
    QVERIFY(id.startsWith(u'i'));
    const auto kept = ask(api, "GET", path(id)).json;
    QCOMPARE(kept.value("source"_L1).toString(), u"MANUAL"_s);
    QCOMPARE(kept.value("LakeLevel"_L1).toInt(), 4); // a field of the athlete's own
    QCOMPARE(kept.value("session_rpe"_L1).toInt(), 180);
    QCOMPARE(kept.value("elapsed_time"_L1).toInt(), 3600);
    QVERIFY(kept.contains("icu_ctl"_L1));
    QVERIFY(ask(api, "GET", path(id, u"/streams"_s)).list.isEmpty());
    QVERIFY(intervalsOf(ask(api, "GET", path(id, u"/intervals"_s))).isEmpty());
}

void DemoActivitiesTest::manyAreUpsertedByTheirKey()
{
    auto api = demotalk::made();
    const QString bulk = athlete + u"activities/manual/bulk"_s;
    const auto first = send(api, "POST", bulk, {walk(u"lake-1"_s), walk(u"lake-2"_s), walk()});
    QCOMPARE(first.list.size(), 3);
    QJsonObject longer = walk(u"lake-2"_s);
    longer.insert(u"moving_time"_s, 7200);
    const auto second = send(api, "POST", bulk, {longer, walk()});
    QCOMPARE(second.list.at(0).toObject().value("id"_L1), first.list.at(1).toObject().value("id"_L1));
    QCOMPARE(second.list.at(0).toObject().value("moving_time"_L1).toInt(), 7200);
    QVERIFY(second.list.at(1).toObject().value("id"_L1) != first.list.at(2).toObject().value("id"_L1));
}

void DemoActivitiesTest::badEntriesSpoilTheWholeList()
{
    auto api = demotalk::made();
    const auto refused = send(api, "POST", athlete + u"activities/manual/bulk"_s, {walk(u"a"_s), QJsonObject {{u"type"_s, u"Walk"_s}}});
    QCOMPARE(refused.status, 422);
    QVERIFY2(refused.body.contains("Entry 2: start_date_local"), refused.body.constData());
    QVERIFY(ask(api, "GET", athlete + u"activities/search?q=Round"_s).list.isEmpty());
}

void DemoActivitiesTest::theyAreFound()
{
    auto api = demotalk::made();
    QJsonObject tagged = walk();
    tagged.insert(u"tags"_s, QJsonArray {u"Lake side"_s});
    QCOMPARE(ask(api, "POST", athlete + u"activities/manual"_s, tagged).status, 200);
    const auto byName = ask(api, "GET", athlete + u"activities/search?q=THE lake"_s).list;
    QCOMPARE(byName.size(), 1);
    QCOMPARE(byName.first().toObject().keys(), (QStringList {u"description"_s, u"distance"_s, u"id"_s, u"moving_time"_s, u"name"_s,
                                                   u"race"_s, u"start_date_local"_s, u"tags"_s, u"type"_s}));
    QCOMPARE(ask(api, "GET", athlete + u"activities/search-full?q=%23lake side"_s).list.first().toObject().value("source"_L1).toString(), u"MANUAL"_s);
    QVERIFY(ask(api, "GET", athlete + u"activities/search?q=%23lake"_s).list.isEmpty()); // tags match as a whole
    QCOMPARE(ask(api, "GET", athlete + u"activities/search?q=long&limit=3"_s).list.size(), 3);
    QCOMPARE(ask(api, "GET", athlete + u"activity-tags"_s).list, (QJsonArray {u"Lake side"_s, u"long"_s}));
    const auto table = ask(api, "GET", athlete + u"activities.csv"_s).body;
    QVERIFY(table.startsWith("id,start_date_local,name,"));
    QVERIFY(table.count('\n') > 1200);
    QVERIFY(table.contains(",Round the lake,Walk,3600,"));
}

void DemoActivitiesTest::theyAreFoundByTheirIntervals()
{
    auto api = demotalk::made();
    const auto found = ask(api, "GET", athlete + u"activities/interval-search?minSecs=200&maxSecs=300&minIntensity=100&maxIntensity=130&minReps=4&limit=5"_s).list;
    QCOMPARE(found.size(), 5);
    for (const auto &entry : found) {
        const auto parts = intervalsOf(ask(api, "GET", path(entry.toObject().value("id"_L1).toString(), u"/intervals"_s)));
        const auto fits = std::count_if(parts.begin(), parts.end(), [](const QJsonValue &part) {
            const int seconds = part.toObject().value("moving_time"_L1).toInt();
            return part.toObject().value("type"_L1) == "WORK"_L1 && seconds >= 195 && seconds <= 305;
        });
        QVERIFY2(fits >= 4, qPrintable(QString::number(fits)));
    }
}

void DemoActivitiesTest::neighboursComeNearestFirst()
{
    auto api = demotalk::made();
    const QString id = newestId(api);
    const auto centre = QDateTime::fromString(newestRide(api).value("start_date_local"_L1).toString(), Qt::ISODate);
    const auto near = ask(api, "GET", athlete + u"activities-around?activity_id="_s + id + u"&limit=6"_s).list;
    QCOMPARE(near.size(), 6);
    qint64 last = 0;
    for (const auto &entry : near) {
        const auto start = QDateTime::fromString(entry.toObject().value("start_date_local"_L1).toString(), Qt::ISODate);
        QVERIFY(entry.toObject().value("id"_L1).toString() != id);
        QVERIFY(std::abs(centre.secsTo(start)) >= last);
        last = std::abs(centre.secsTo(start));
    }
}

void DemoActivitiesTest::messagesOpenATalk()
{
    auto api = demotalk::made();
    const QString id = newestId(api);
    const auto first = ask(api, "POST", path(id, u"/messages"_s), {{u"content"_s, u"Strong legs"_s}});
    QCOMPARE(first.json.value("new_chat"_L1).toObject().value("type"_L1).toString(), u"ACTIVITY"_s);
    const auto second = ask(api, "POST", path(id, u"/messages"_s), {{u"content"_s, u"And wind"_s}});
    QVERIFY(second.json.value("new_chat"_L1).isNull());
    QVERIFY(ask(api, "GET", path(id)).json.value("icu_chat_id"_L1).toInteger() > 0);
    const auto all = ask(api, "GET", path(id, u"/messages"_s)).list;
    QCOMPARE(all.size(), 2);
    QCOMPARE(all.first().toObject().value("content"_L1).toString(), u"Strong legs"_s);
    QCOMPARE(ask(api, "GET", path(id, u"/messages?sinceId="_s + QString::number(first.json.value("id"_L1).toInteger()))).list.size(), 1);
}

void DemoActivitiesTest::intervalsAreReplaced()
{
    auto api = demotalk::made();
    const QString id = newestId(api);
    const auto answer = send(api, "PUT", path(id, u"/intervals?all=true"_s),
        {QJsonObject {{u"start_index"_s, 600}, {u"end_index"_s, 900}, {u"label"_s, u"First"_s}, {u"type"_s, u"RECOVERY"_s}, {u"average_watts"_s, 9999}},
            QJsonObject {{u"start_index"_s, 1200}, {u"end_index"_s, 1500}}});
    QCOMPARE(answer.status, 200);
    const auto parts = intervalsOf(answer);
    QCOMPARE(parts.size(), 5);
    QVERIFY(coverAll(parts));
    const QJsonObject first = parts.at(1).toObject();
    QCOMPARE(first.value("label"_L1).toString(), u"First"_s);
    QCOMPARE(first.value("type"_L1).toString(), u"WORK"_s);
    QVERIFY(first.value("average_watts"_L1).toInt() < 1000); // measured, whatever was sent
    const auto stats = ask(api, "GET", path(id, u"/interval-stats?start_index=600&end_index=900"_s)).json;
    QCOMPARE(stats.value("average_watts"_L1), first.value("average_watts"_L1));
    QCOMPARE(intervalsOf(ask(api, "GET", path(id, u"?intervals=true"_s))), parts);
}

void DemoActivitiesTest::intervalsAreMergedSplitAndTaken()
{
    auto api = demotalk::made();
    const QString id = newestId(api);
    send(api, "PUT", path(id, u"/intervals"_s), {QJsonObject {{u"start_index"_s, 600}, {u"end_index"_s, 1200}}});
    const auto merged = intervalsOf(send(api, "PUT", path(id, u"/intervals?all=false"_s), {QJsonObject {{u"start_index"_s, 1000}, {u"end_index"_s, 1400}}}));
    QCOMPARE(merged.size(), 4);
    QCOMPARE(merged.at(1).toObject().value("end_index"_L1).toInt(), 1000);
    const auto split = intervalsOf(send(api, "PUT", path(id, u"/split-interval?splitAt=800"_s), {}));
    QCOMPARE(split.size(), 5);
    QVERIFY(coverAll(split));
    const QJsonObject second = split.at(2).toObject();
    QCOMPARE(second.value("start_index"_L1).toInt(), 800);
    const QString number = QString::number(second.value("id"_L1).toInteger());
    const auto named = intervalsOf(ask(api, "PUT", path(id, u"/intervals/"_s + number), {{u"label"_s, u"Named"_s}}));
    QCOMPARE(named.at(2).toObject().value("label"_L1).toString(), u"Named"_s);
    QCOMPARE(named.at(2).toObject().value("id"_L1).toInteger(), second.value("id"_L1).toInteger());
    const auto taken = intervalsOf(send(api, "PUT", path(id, u"/delete-intervals"_s), {QJsonObject {{u"id"_s, second.value("id"_L1)}}}));
    QCOMPARE(taken.at(2).toObject().value("type"_L1).toString(), u"RECOVERY"_s);
    QVERIFY(coverAll(taken));
}

void DemoActivitiesTest::streamsAreReplacedAndMeasuredAnew()
{
    auto api = demotalk::made();
    const QJsonObject before = newestRide(api);
    const QString id = before.value("id"_L1).toString();
    const auto curve = ask(api, "GET", path(id, u"/power-curve"_s)).json.value("values"_L1);
    const qsizetype count = ask(api, "GET", path(id, u"/streams?types=watts"_s)).list.first().toObject().value("data"_L1).toArray().size();
    QJsonArray watts;
    for (qsizetype i = 0; i < count; ++i)
        watts.append(222);
    const auto answer = send(api, "PUT", path(id, u"/streams"_s),
        {QJsonObject {{u"type"_s, u"watts"_s}, {u"data"_s, watts}}, QJsonObject {{u"type"_s, u"temp"_s}, {u"data"_s, QJsonArray()}}});
    QCOMPARE(answer.json, (QJsonObject {{u"updated"_s, QJsonArray {u"watts"_s}}, {u"deleted"_s, QJsonArray {u"temp"_s}}}));
    const auto after = ask(api, "GET", path(id)).json;
    QCOMPARE(after.value("icu_average_watts"_L1).toInt(), 222);
    QCOMPARE(after.value("icu_ftp"_L1), before.value("icu_ftp"_L1));
    QCOMPARE(after.value("name"_L1), before.value("name"_L1));
    QVERIFY(!after.value("stream_types"_L1).toArray().contains(u"temp"_s));
    QVERIFY(ask(api, "GET", path(id, u"/power-curve"_s)).json.value("values"_L1) != curve);
    QCOMPARE(ask(api, "GET", path(id, u"/power-curve"_s)).json.value("values"_L1).toArray().first().toInt(), 222);
}

void DemoActivitiesTest::streamsAreATable()
{
    auto api = demotalk::made();
    const QString id = newestId(api);
    const QByteArray table = ask(api, "GET", path(id, u"/streams.csv?types=time,watts,latlng"_s)).body;
    QVERIFY2(table.startsWith("time,watts,lat,lng\n0,"), table.left(80).constData());
    QByteArray flat = "watts\n";
    for (qsizetype i = 1; i < table.count('\n'); ++i)
        flat += "123\n";
    const auto answer = demotalk::sent(api, {"PUT", path(id, u"/streams.csv"_s), {}, flat, "text/csv", {}});
    QCOMPARE(answer.json.value("updated"_L1).toArray(), QJsonArray {u"watts"_s});
    QCOMPARE(ask(api, "GET", path(id)).json.value("icu_average_watts"_L1).toInt(), 123);
    const auto refused = demotalk::sent(api, {"PUT", path(id, u"/streams.csv"_s), {}, "watts\n1\nmany\n", "text/csv", {}});
    QCOMPARE(refused.status, 422);
    QVERIFY2(refused.body.contains("Line 3"), refused.body.constData());
}

void DemoActivitiesTest::wrongWritesAreRefused_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char *name, const QByteArray &method, const QString &target, const QByteArray &body, int status, const QByteArray &text) {
        QTest::newRow(name) << method << target << body << status << text;
    };
    const QString one = u"/api/v1/activity/NEW"_s;
    row("an activity without a start", "POST", athlete + u"activities/manual"_s, R"({"type":"Run"})", 422, "start_date_local");
    row("an activity without a sport", "POST", athlete + u"activities/manual"_s, R"({"start_date_local":"2026-03-01T10:00:00"})", 422, "Missing type");
    row("a load in words", "POST", athlete + u"activities/manual"_s, R"({"start_date_local":"2026-03-01T10:00:00","type":"Run","icu_training_load":"much"})", 422, "icu_training_load");
    row("an event that is not there", "POST", athlete + u"activities/manual"_s, R"({"start_date_local":"2026-03-01T10:00:00","type":"Run","paired_event_id":999999})", 422, "999999");
    row("a list where one is meant", "POST", athlete + u"activities/manual"_s, "[]", 422, "object");
    row("one where a list is meant", "POST", athlete + u"activities/manual/bulk"_s, "{}", 422, "array");
    row("an empty message", "POST", one + u"/messages"_s, R"({"content":" "})", 422, "Content is required");
    row("an interval beyond the end", "PUT", one + u"/intervals"_s, R"([{"start_index":0,"end_index":999999}])", 422, "999999");
    row("a split where nothing is", "PUT", one + u"/split-interval?splitAt=999999"_s, {}, 422, "splitAt");
    row("an interval that is not there", "PUT", one + u"/delete-intervals"_s, R"([{"id":7}])", 404, "Interval 7");
    row("a stream of another length", "PUT", one + u"/streams"_s, R"([{"type":"watts","data":[1,2,3]}])", 422, "watts: 3 values");
    row("a stream without a type", "PUT", one + u"/streams"_s, R"([{"data":[1,2,3]}])", 422, "type");
    row("an activity of nobody", "PUT", u"/api/v1/activity/i1/intervals"_s, "[]", 404, "Activity not found");
    row("a search for nothing", "GET", athlete + u"activities/search?q="_s, {}, 422, "'q'");
    row("a search without limits", "GET", athlete + u"activities/interval-search?minSecs=1"_s, {}, 422, "maxSecs");
    row("a neighbour of nobody", "GET", athlete + u"activities-around?activity_id=i1"_s, {}, 404, "Activity not found");
}

void DemoActivitiesTest::wrongWritesAreRefused()
{
    QFETCH(QByteArray, method);
    QFETCH(QString, target);
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    QFETCH(QByteArray, text);
    auto api = demotalk::made();
    const QUrl url(u"http://x"_s + target.replace("NEW"_L1, newestId(api)));
    const auto answer = demotalk::sent(api, {method, url.path(), QUrlQuery(url), body, "application/json", {}});
    QVERIFY2(answer.status == status, answer.body.constData());
    QVERIFY2(answer.body.contains(text), answer.body.constData());
}

MICROCYCLE_CORE_TEST(DemoActivitiesTest)
#include "tst_demoactivities.moc"
