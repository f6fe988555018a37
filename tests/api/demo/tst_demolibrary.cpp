// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/demoapi.h"
#include "api/http/multipart.h"
#include "models/domain/libraryworkout.h"
#include "models/workout/parse.h"
#include "tests/support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace {

const QDate today(2026, 3, 12);
const QByteArray key = "demokey12345";
const QString athlete = u"/api/v1/athlete/0"_s;

struct Answer {
    int status;
    QJsonValue json;

    [[nodiscard]] QString error() const { return json.toObject().value("error"_L1).toString(); }
};

QJsonObject ofName(const QJsonArray &list, const QString &name)
{
    for (const auto &entry : list) {
        if (entry.toObject().value("name"_L1) == name)
            return entry.toObject();
    }
    return {};
}

}

/// The library of the embedded server, asked as the service is asked.
class DemoLibraryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theAthleteHasALibrary();
    void everyWorkoutOfTheLibraryIsSound();
    void theSameAthleteHasTheSameLibrary();
    void aFolderLivesFromCreateToDelete();
    void aTextBecomesFigures();
    void wrongWorkoutsAreRefused_data();
    void wrongWorkoutsAreRefused();
    void listsAreAllOrNothing();
    void copiesStandWeeksApart();
    void aPlanBecomesEvents();
    void aFileBecomesAWorkout();
    void daysOfAPlanCanBeHidden();

private:
    Answer ask(const QByteArray &method, const QString &rest, const QJsonValue &body = {});
    Answer send(http::Request request);
    [[nodiscard]] QJsonArray folders() { return ask("GET", u"/folders"_s).json.toArray(); }
    [[nodiscard]] qint64 folder(const QString &name) { return ofName(folders(), name).value("id"_L1).toInteger(); }
    [[nodiscard]] QJsonObject workout(const QJsonObject &more = {})
    {
        QJsonObject body {{u"type"_s, u"Ride"_s},
            {u"name"_s, u"Openers 2"_s},
            {u"folder_id"_s, folder(u"Bike"_s)},
            {u"description"_s, u"- 1h 250w"_s}};
        for (auto it = more.begin(); it != more.end(); ++it)
            body.insert(it.key(), it.value());
        return body;
    }

    std::unique_ptr<demo::DemoApi> m_api;
};

void DemoLibraryTest::init()
{
    if (!m_api) // making the athlete takes a while; every test leaves the library as it was but for what it adds
        m_api = std::make_unique<demo::DemoApi>(demo::Options {
            .seed = 1, .today = today, .key = key, .now = [] { return QDateTime(today, QTime(9, 0), Qt::UTC); }});
}

Answer DemoLibraryTest::send(http::Request request)
{
    request.headers.insert("authorization", "Bearer " + key);
    const auto response = m_api->handle(request);
    const QJsonDocument document = QJsonDocument::fromJson(response.body);
    return {response.status, document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object())};
}

Answer DemoLibraryTest::ask(const QByteArray &method, const QString &rest, const QJsonValue &body)
{
    const QUrl url(u"http://x"_s + athlete + rest);
    http::Request request {method, url.path(), QUrlQuery(url), {}, {}, {}};
    if (body.isObject())
        request.body = QJsonDocument(body.toObject()).toJson();
    else if (body.isArray())
        request.body = QJsonDocument(body.toArray()).toJson();
    return send(request);
}

void DemoLibraryTest::theAthleteHasALibrary()
{
    int shelves = 0;
    int plans = 0;
    qsizetype templates = 0;
    for (const auto &entry : folders()) {
        const QJsonObject folder = entry.toObject();
        const QJsonArray children = folder.value("children"_L1).toArray();
        QCOMPARE(folder.value("num_workouts"_L1).toInteger(), children.size());
        if (folder.value("type"_L1) == "PLAN"_L1) {
            ++plans;
        } else {
            ++shelves;
            templates += children.size();
        }
    }
    QCOMPARE(shelves, 4);
    QCOMPARE(plans, 2);
    QCOMPARE(templates, 60);
    const QJsonObject base = ofName(folders(), u"Base, 8 weeks"_s);
    QCOMPARE(base.value("duration_weeks"_L1).toInt(), 8);
    QVERIFY(!ofName(base.value("children"_L1).toArray(), u"Rest week"_s).isEmpty());
    QVERIFY(ask("GET", u"/workout-tags"_s).json.toArray().contains(u"vo2"_s));
    QCOMPARE(ask("GET", u"/workouts"_s).json.toArray().size(), templates + 61 + 32 + 5);
}

void DemoLibraryTest::everyWorkoutOfTheLibraryIsSound()
{
    QSet<QString> names;
    for (const auto &entry : folders()) {
        const bool plan = entry.toObject().value("type"_L1) == "PLAN"_L1;
        const QJsonArray children = entry.toObject().value("children"_L1).toArray();
        for (const auto &child : children) {
            const auto workout = domain::fromJson<domain::LibraryWorkout>(child.toObject());
            QVERIFY(workout.ok());
            const QByteArray name = workout->name.toUtf8();
            QVERIFY2(!plan || workout->day, name.constData());
            if (workout->isNote())
                continue;
            const auto text = workout::parse(workout->description);
            QVERIFY2(!text.isEmpty() && text.warnings.isEmpty(), name.constData());
            QVERIFY2(workout->movingTime && *workout->movingTime >= std::chrono::minutes(12)
                    && *workout->movingTime <= std::chrono::hours(5),
                name.constData());
            const bool loaded = workout->type == "Ride"_L1 || workout->type == "Run"_L1 || workout->type == "Swim"_L1;
            QVERIFY2(!loaded || (workout->load && *workout->load >= 3 && *workout->load <= 260), name.constData());
            QVERIFY2(!loaded || !workout->targets.isEmpty(), name.constData());
            QVERIFY2(plan || !names.contains(workout->name), name.constData());
            names.insert(workout->name);
        }
    }
}

void DemoLibraryTest::theSameAthleteHasTheSameLibrary()
{
    const QJsonArray here = folders();
    m_api.reset();
    init();
    QCOMPARE(folders(), here);
}

void DemoLibraryTest::aFolderLivesFromCreateToDelete()
{
    const auto made = ask(
        "POST", u"/folders"_s, QJsonObject {{u"name"_s, u"Tests"_s}, {u"blurb"_s, u"b"_s}, {u"num_workouts"_s, 99}});
    QCOMPARE(made.status, 200);
    QCOMPARE(made.json.toObject().value("type"_L1).toString(), u"FOLDER"_s);
    QCOMPARE(made.json.toObject().value("num_workouts"_L1).toInt(), 0);
    const QString path = u"/folders/%1"_s.arg(made.json.toObject().value("id"_L1).toInteger());
    QCOMPARE(
        ask("PUT", path, QJsonObject {{u"name"_s, u"Tests 2"_s}}).json.toObject().value("blurb"_L1).toString(), u"b"_s);
    const auto inside = ask("POST", u"/workouts"_s, workout({{u"folder_id"_s, made.json.toObject().value("id"_L1)}}));
    QCOMPARE(inside.status, 200);
    QCOMPARE(ofName(folders(), u"Tests 2"_s).value("children"_L1).toArray().size(), 1);
    QCOMPARE(ask("POST", u"/folders"_s, QJsonObject {}).error(), u"Name is required"_s);
    QCOMPARE(ask("POST", u"/folders"_s, QJsonObject {{u"name"_s, QString(81, u'x')}}).error(), u"Name is too long"_s);
    QCOMPARE(ask("DELETE", path).status, 200);
    QCOMPARE(ask("DELETE", path).status, 404);
    QCOMPARE(ask("GET", u"/workouts/%1"_s.arg(inside.json.toObject().value("id"_L1).toInteger())).status, 404);
    QCOMPARE(ask("GET", path).status, 405);
}

void DemoLibraryTest::aTextBecomesFigures()
{
    const QJsonObject made = ask("POST", u"/workouts"_s, workout()).json.toObject();
    QCOMPARE(made.value("moving_time"_L1).toInt(), 3600);
    QCOMPARE(made.value("icu_training_load"_L1).toInt(), 100);
    QCOMPARE(made.value("icu_intensity"_L1).toDouble(), 100.0);
    QCOMPARE(made.value("targets"_L1), QJsonValue(QJsonArray {u"POWER"_s}));
    QCOMPARE(made.value("workout_doc"_L1).toObject().value("steps"_L1).toArray().size(), 1);
    QVERIFY(made.contains("attachments"_L1) && made.value("attachments"_L1).isNull());
    const QString path = u"/workouts/%1"_s.arg(made.value("id"_L1).toInteger());
    const QJsonObject changed = ask("PUT", path, QJsonObject {{u"description"_s, u"- 30m 250w"_s}}).json.toObject();
    QCOMPARE(changed.value("moving_time"_L1).toInt(), 1800);
    QCOMPARE(changed.value("icu_training_load"_L1).toInt(), 50);
    QVERIFY(changed.value("updated"_L1) != made.value("updated"_L1));
    const QJsonObject renamed = ask("PUT", path, QJsonObject {{u"name"_s, u"N"_s}}).json.toObject();
    QCOMPARE(renamed.value("icu_training_load"_L1).toInt(), 50);
    const QJsonObject given
        = ask("PUT", path, QJsonObject {{u"description"_s, u"- 45m 250w"_s}, {u"moving_time"_s, 3000}}).json.toObject();
    QCOMPARE(given.value("moving_time"_L1).toInt(), 3000);
    QCOMPARE(ask("DELETE", path).json.toArray(), (QJsonArray {made.value("id"_L1)}));
    QCOMPARE(ask("GET", path).status, 404);
}

void DemoLibraryTest::wrongWorkoutsAreRefused_data()
{
    QTest::addColumn<QJsonObject>("change");
    QTest::addColumn<QString>("text");
    QTest::newRow("without a sport") << QJsonObject {{u"type"_s, QJsonValue::Null}} << u"Missing type"_s;
    QTest::newRow("without a folder") << QJsonObject {{u"folder_id"_s, QJsonValue::Null}} << u"Folder is required"_s;
    QTest::newRow("in a folder that is not there") << QJsonObject {{u"folder_id"_s, 1}} << u"Folder is required"_s;
    QTest::newRow("with a long name") << QJsonObject {{u"name"_s, QString(81, u'x')}} << u"Name is too long"_s;
    QTest::newRow("with a time that is none")
        << QJsonObject {{u"moving_time"_s, u"long"_s}} << u"moving_time: expected a number"_s;
}

void DemoLibraryTest::wrongWorkoutsAreRefused()
{
    QFETCH(QJsonObject, change);
    QFETCH(QString, text);
    const auto before = ask("GET", u"/workouts"_s).json.toArray().size();
    const auto answer = ask("POST", u"/workouts"_s, workout(change));
    QCOMPARE(answer.status, 422);
    QCOMPARE(answer.error(), text);
    QCOMPARE(ask("GET", u"/workouts"_s).json.toArray().size(), before);
}

void DemoLibraryTest::listsAreAllOrNothing()
{
    const auto before = ask("GET", u"/workouts"_s).json.toArray().size();
    QCOMPARE(ask("POST", u"/workouts/bulk"_s, QJsonArray {workout(), QJsonObject {}}).status, 422);
    QCOMPARE(ask("GET", u"/workouts"_s).json.toArray().size(), before);
    const auto made
        = ask("POST", u"/workouts/bulk"_s, QJsonArray {workout({{u"name"_s, u"1"_s}}), workout({{u"name"_s, u"2"_s}})});
    QCOMPARE(made.json.toArray().size(), 2);
    QCOMPARE(made.json.toArray().at(1).toObject().value("name"_L1).toString(), u"2"_s);
    QCOMPARE(ask("POST", u"/workouts/bulk"_s, QJsonObject {}).status, 422);
}

void DemoLibraryTest::copiesStandWeeksApart()
{
    const QJsonObject first = ask("POST",
        u"/workouts"_s,
        workout({{u"folder_id"_s, folder(u"Race build, 4 weeks"_s)},
            {u"day"_s, 1}})).json.toObject();
    const auto copies = ask("POST",
        u"/duplicate-workouts"_s,
        QJsonObject {
            {u"numCopies"_s, 2}, {u"weeksBetween"_s, 1}, {u"workoutIds"_s, QJsonArray {first.value("id"_L1)}}});
    QCOMPARE(copies.json.toArray().size(), 2);
    QCOMPARE(copies.json.toArray().at(0).toObject().value("day"_L1).toInt(), 8);
    QCOMPARE(copies.json.toArray().at(1).toObject().value("day"_L1).toInt(), 15);
    const QString path
        = u"/workouts/%1?others=true"_s.arg(copies.json.toArray().at(0).toObject().value("id"_L1).toInteger());
    QCOMPARE(ask("DELETE", path).json.toArray().size(), 2);
    QCOMPARE(ask("DELETE", u"/workouts/%1"_s.arg(first.value("id"_L1).toInteger())).json.toArray().size(), 1);
    QCOMPARE(ask("POST", u"/duplicate-workouts"_s, QJsonObject {{u"workoutIds"_s, QJsonArray {1}}}).status, 404);
}

void DemoLibraryTest::aPlanBecomesEvents()
{
    const qint64 plan = folder(u"Race build, 4 weeks"_s);
    const auto eventsOn = [this](QDate first, QDate last) {
        return ask("GET", u"/events?oldest=%1&newest=%2"_s.arg(first.toString(Qt::ISODate), last.toString(Qt::ISODate)))
            .json.toArray();
    };
    const QDate start(2027, 5, 3);
    QVERIFY(eventsOn(start, start.addDays(30)).isEmpty());
    QCOMPARE(ask("POST",
                 u"/events/apply-plan"_s,
                 QJsonObject {{u"folder_id"_s, plan}, {u"start_date_local"_s, u"2027-05-03T00:00:00"_s}})
                 .status,
        200);
    const QJsonArray events = eventsOn(start, start.addDays(30));
    QCOMPARE(events.size(), 32 + 2);
    QSet<QString> batches;
    for (const auto &entry : events) {
        const QJsonObject event = entry.toObject();
        batches.insert(event.value("plan_applied"_L1).toString());
        QCOMPARE(event.value("plan_folder_id"_L1).toInteger(), plan);
        QCOMPARE(event.value("plan_name"_L1).toString(), u"Race build, 4 weeks"_s);
        QVERIFY(event.value("plan_workout_id"_L1).toInteger() > 0);
        QVERIFY(!event.contains("folder_id"_L1));
    }
    QCOMPARE(batches.size(), 1);
    QVERIFY(!batches.contains(QString()));
    const QJsonObject vo2 = ofName(events, u"VO2 5×4"_s);
    QCOMPARE(vo2.value("start_date_local"_L1).toString(), u"2027-05-04T00:00:00"_s);
    QVERIFY(vo2.value("icu_training_load"_L1).toInt() > 50);
    const QJsonObject taper = ofName(events, u"Taper"_s);
    QCOMPARE(taper.value("category"_L1).toString(), u"NOTE"_s);
    QCOMPARE(taper.value("end_date_local"_L1).toString(), u"2027-05-31T00:00:00"_s);
    QCOMPARE(ask("POST",
                 u"/events/apply-plan"_s,
                 QJsonObject {{u"folder_id"_s, 1}, {u"start_date_local"_s, u"2027-05-03T00:00:00"_s}})
                 .status,
        404);
    QCOMPARE(ask("POST", u"/events/apply-plan"_s, QJsonObject {{u"folder_id"_s, plan}}).status, 422);
}

void DemoLibraryTest::aFileBecomesAWorkout()
{
    const auto import = [this](const QString &name, const QByteArray &file, const QString &type) {
        const auto form = http::fileForm("file", name, file);
        http::Request request {.method = "POST",
            .path = athlete + u"/folders/%1/import-workout"_s.arg(folder(u"Bike"_s)),
            .query = {},
            .body = form.bytes,
            .contentType = form.contentType,
            .headers = {}};
        if (!type.isEmpty())
            request.query.addQueryItem(u"type"_s, type);
        return send(request);
    };
    const QByteArray zwo = "<workout_file><name>From a file</name><sportType>bike</sportType><workout>"
                           "<SteadyState Duration=\"600\" Power=\"0.75\"/></workout></workout_file>";
    const auto made = import(u"a.zwo"_s, zwo, u"Ride"_s);
    QCOMPARE(made.status, 200);
    QCOMPARE(made.json.toObject().value("name"_L1).toString(), u"From a file"_s);
    QCOMPARE(made.json.toObject().value("moving_time"_L1).toInt(), 600);
    QCOMPARE(import(u"a.zwo"_s, zwo, {}).error(), u"Missing type"_s);
    QCOMPARE(import(u"a.zwo"_s, "no xml", u"Ride"_s).status, 422);
    QCOMPARE(import(u"a.txt"_s, zwo.left(20), u"Ride"_s).status, 422);
}

void DemoLibraryTest::daysOfAPlanCanBeHidden()
{
    const QString path = u"/folders/%1/workouts?oldest=0&newest=6"_s.arg(folder(u"Base, 8 weeks"_s));
    const auto hidden = ask("PUT", path, QJsonObject {{u"hide_from_athlete"_s, true}, {u"name"_s, u"not this"_s}});
    QCOMPARE(hidden.json.toArray().size(), 8);
    for (const auto &entry : hidden.json.toArray()) {
        QVERIFY(entry.toObject().value("hide_from_athlete"_L1).toBool());
        QVERIFY(entry.toObject().value("name"_L1).toString() != u"not this"_s);
    }
}

MICROCYCLE_CORE_TEST(DemoLibraryTest)
#include "tst_demolibrary.moc"
