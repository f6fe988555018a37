// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/applyplan.h"
#include "api/endpoints/createfolder.h"
#include "api/endpoints/createworkout.h"
#include "api/endpoints/createworkouts.h"
#include "api/endpoints/deletefolder.h"
#include "api/endpoints/deleteworkout.h"
#include "api/endpoints/duplicateworkouts.h"
#include "api/endpoints/getworkout.h"
#include "api/endpoints/importworkout.h"
#include "api/endpoints/listfolders.h"
#include "api/endpoints/listworkouts.h"
#include "api/endpoints/listworkouttags.h"
#include "api/endpoints/updatefolder.h"
#include "api/endpoints/updateworkout.h"
#include "tests/api/endpoints/requesttext.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using namespace endpoints;
using domain::LibraryWorkout;
using support::text;

namespace {

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

const QByteArray workoutJson
    = R"({"id":201,"folder_id":20,"name":"Sweet spot","type":"Ride","day":3,"targets":["POWER"],
    "moving_time":3600.0,"icu_training_load":60,"tags":null,"attachments":[],"Custom":[1]})";

}

Q_DECLARE_METATYPE(Read)

class LibraryEndpointsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void requestsReadAsTheServiceDocumentsThem_data();
    void requestsReadAsTheServiceDocumentsThem();
    void answersAreReadOrRefused_data();
    void answersAreReadOrRefused();
    void aWorkoutComesBackAsItCame();
    void keysAreNumbersOnTheWire();
    void foldersBringTheirWorkouts();
    void oneBadWorkoutDoesNotHideTheOthers();
    void anImportIsAForm();
    void deletionsSayWhatIsGone();
    void aTimeIsFoundWhereTheServiceGivesNone();
    void recordedAnswersAreRead();
};

void LibraryEndpointsTest::requestsReadAsTheServiceDocumentsThem_data()
{
    QTest::addColumn<QString>("made");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const http::Request &request, const QString &expected) {
        QTest::newRow(name) << text(request) << expected;
    };
    row("folders", ListFolders {}.request(), u"GET /api/v1/athlete/0/folders"_s);
    row("creating a folder",
        CreateFolder {.body = named}.request(),
        u"POST /api/v1/athlete/0/folders [application/json] {\"name\":\"Größe\"}"_s);
    row("changing a folder",
        UpdateFolder {.folder = {u"20"_s}, .body = named}.request(),
        u"PUT /api/v1/athlete/0/folders/20 [application/json] {\"name\":\"Größe\"}"_s);
    row("deleting a folder", DeleteFolder {.folder = {u"20"_s}}.request(), u"DELETE /api/v1/athlete/0/folders/20"_s);
    row("workouts", ListWorkouts {}.request(), u"GET /api/v1/athlete/0/workouts"_s);
    row("one workout", GetWorkout {.workout = {u"201"_s}}.request(), u"GET /api/v1/athlete/0/workouts/201"_s);
    row("creating a workout",
        CreateWorkout {.body = named}.request(),
        u"POST /api/v1/athlete/0/workouts [application/json] {\"name\":\"Größe\"}"_s);
    row("creating workouts",
        CreateWorkouts {.workouts = {named, named}}.request(),
        u"POST /api/v1/athlete/0/workouts/bulk [application/json] [{\"name\":\"Größe\"},{\"name\":\"Größe\"}]"_s);
    row("changing a workout",
        UpdateWorkout {.workout = {u"201"_s}, .body = named}.request(),
        u"PUT /api/v1/athlete/0/workouts/201 [application/json] {\"name\":\"Größe\"}"_s);
    row("deleting a workout",
        DeleteWorkout {.workout = {u"201"_s}}.request(),
        u"DELETE /api/v1/athlete/0/workouts/201"_s);
    row("deleting a workout with the others",
        DeleteWorkout {.workout = {u"201"_s}, .others = true}.request(),
        u"DELETE /api/v1/athlete/0/workouts/201?others=true"_s);
    row("copying workouts",
        DuplicateWorkouts {.workouts = {{u"201"_s}, {u"202"_s}}, .copies = 3, .weeksBetween = 1}.request(),
        u"POST /api/v1/athlete/0/duplicate-workouts [application/json] {\"numCopies\":3,\"weeksBetween\":1,\"workoutIds\":[201,202]}"_s);
    row("tags", ListWorkoutTags {}.request(), u"GET /api/v1/athlete/0/workout-tags"_s);
    row("laying out a plan",
        ApplyPlan {.folder = {u"10"_s}, .start = QDate(2026, 3, 16)}.request(),
        u"POST /api/v1/athlete/0/events/apply-plan [application/json] {\"extra_workouts\":[],\"folder_id\":10,\"start_date_local\":\"2026-03-16T00:00:00\"}"_s);
}

void LibraryEndpointsTest::requestsReadAsTheServiceDocumentsThem()
{
    QFETCH(QString, made);
    QFETCH(QString, expected);
    QCOMPARE(made, expected);
}

void LibraryEndpointsTest::answersAreReadOrRefused_data()
{
    QTest::addColumn<Read>("read");
    QTest::addColumn<QByteArray>("good");
    const QByteArray folder = R"({"id":20,"type":"FOLDER","name":"Threshold","children":[]})";
    QTest::newRow("folders") << reader<ListFolders>() << QByteArray('[' + folder + ']');
    QTest::newRow("created folder") << reader<CreateFolder>() << folder;
    QTest::newRow("changed folder") << reader<UpdateFolder>() << folder;
    QTest::newRow("workouts") << reader<ListWorkouts>() << QByteArray('[' + workoutJson + ']');
    QTest::newRow("one workout") << reader<GetWorkout>() << workoutJson;
    QTest::newRow("created workout") << reader<CreateWorkout>() << workoutJson;
    QTest::newRow("created workouts") << reader<CreateWorkouts>() << QByteArray('[' + workoutJson + ']');
    QTest::newRow("changed workout") << reader<UpdateWorkout>() << workoutJson;
    QTest::newRow("imported workout") << reader<ImportWorkout>() << workoutJson;
    QTest::newRow("copied workouts") << reader<DuplicateWorkouts>() << QByteArray('[' + workoutJson + ']');
    QTest::newRow("tags") << reader<ListWorkoutTags>() << QByteArray(R"(["vo2","long"])");
}

void LibraryEndpointsTest::answersAreReadOrRefused()
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

void LibraryEndpointsTest::aWorkoutComesBackAsItCame()
{
    const auto workout = GetWorkout::parse(workoutJson);
    QVERIFY(workout.ok());
    QCOMPARE(workout->value.id->value, u"201"_s);
    QCOMPARE(workout->value.folder->value, u"20"_s);
    QCOMPARE(*workout->value.day, 3);
    QCOMPARE(*workout->value.movingTime, std::chrono::hours(1));
    const QJsonObject back = domain::toJson(workout->value);
    QCOMPARE(back.value("Custom"_L1), QJsonValue(QJsonArray {1}));
    QCOMPARE(back.value("folder_id"_L1), QJsonValue(20));
    QCOMPARE(GetWorkout::parse(R"({"name":"without a key"})").error().item, u"id"_s);
    QCOMPARE(GetWorkout::parse(R"({"id":1,"moving_time":"long"})").error().item, u"moving_time"_s);
}

void LibraryEndpointsTest::keysAreNumbersOnTheWire()
{
    LibraryWorkout before;
    LibraryWorkout after;
    after.folder = domain::FolderId {u"20"_s};
    after.day = 0;
    QCOMPARE(domain::wireBody<LibraryWorkout>(domain::difference(before, after)),
        (QJsonObject {{u"folder_id"_s, 20}, {u"day"_s, 0}}));
    QCOMPARE(domain::wireBody<LibraryWorkout>(domain::difference(after, before)).value("day"_L1), QJsonValue(-1));
    after.folder = domain::FolderId {u"local:1"_s};
    QCOMPARE(domain::toJson(after).value("folder_id"_L1), QJsonValue(u"local:1"_s));
}

void LibraryEndpointsTest::foldersBringTheirWorkouts()
{
    const auto library = ListFolders::parse(
        R"([{"id":10,"type":"PLAN","name":"Base","canEdit":false,"children":[{"id":101,"name":"A","day":0}]},
        {"id":20,"type":"SHELF","name":"New kind","children":null},{"id":30,"type":"FOLDER","name":"B","children":[{"id":301,"folder_id":30}]}])");
    QVERIFY(library.ok());
    QCOMPARE(library->folders.values.size(), 3);
    QVERIFY(library->folders.values.at(0).value.isPlan());
    QCOMPARE(library->folders.values.at(0).value.canEdit, std::optional(false));
    QVERIFY(!library->folders.values.at(0).json.contains("children"_L1));
    QCOMPARE(library->folders.values.at(1).value.type.text(), u"SHELF"_s);
    QCOMPARE(library->workouts.values.size(), 2);
    QCOMPARE(library->workouts.values.at(0).value.folder->value, u"10"_s);
    QCOMPARE(library->workouts.values.at(0).json.value("folder_id"_L1), QJsonValue(10));
}

void LibraryEndpointsTest::oneBadWorkoutDoesNotHideTheOthers()
{
    const auto library = ListFolders::parse(
        R"([{"id":10,"name":"Base","children":[{"id":101},{"name":"no key"},7,{"id":102}]},{"id":11,"children":"many"},"x",{"name":"no key","children":[]}])");
    QVERIFY(library.ok());
    QCOMPARE(library->workouts.values.size(), 2);
    QCOMPARE(library->workouts.quarantined.size(), 2);
    QCOMPARE(library->folders.values.size(), 1);
    QCOMPARE(library->folders.quarantined.size(), 3);
}

void LibraryEndpointsTest::anImportIsAForm()
{
    const auto request
        = ImportWorkout {.folder = {u"20"_s}, .type = u"Ride"_s, .fileName = u"a b.zwo"_s, .file = "<workout_file/>"}
              .request();
    QCOMPARE(request.path, u"/api/v1/athlete/0/folders/20/import-workout"_s);
    QCOMPARE(request.query.queryItemValue(u"type"_s), u"Ride"_s);
    QVERIFY(request.contentType.startsWith("multipart/form-data; boundary="));
    QVERIFY(request.body.contains("name=\"file\"") && request.body.contains("a b.zwo")
        && request.body.contains("<workout_file/>"));
}

void LibraryEndpointsTest::deletionsSayWhatIsGone()
{
    QCOMPARE(*DeleteWorkout::parse("[201,202]"), (QList<domain::WorkoutId> {{u"201"_s}, {u"202"_s}}));
    QVERIFY(DeleteWorkout::parse("")->isEmpty());
    QVERIFY(!DeleteWorkout::parse("<html>").ok());
    QVERIFY(!DeleteWorkout::parse("[{}]").ok());
    QVERIFY(DeleteFolder::parse("").ok() && DeleteFolder::parse("{}").ok());
    QVERIFY(!DeleteFolder::parse("<html>").ok());
    QVERIFY(ApplyPlan::parse("{}").ok() && ApplyPlan::parse("[]").ok() && !ApplyPlan::parse("<html>").ok());
}

void LibraryEndpointsTest::aTimeIsFoundWhereTheServiceGivesNone()
{
    const auto seconds = [](const QByteArray &doc) {
        const auto time = domain::plannedTime(GetWorkout::parse(R"({"id":1,"workout_doc":)" + doc + '}')->value);
        return time ? qint64(time->count()) : -1;
    };
    QCOMPARE(seconds(R"({"duration":2220})"), 2220);
    QCOMPARE(seconds(R"({"steps":[{"duration":600},{"reps":3,"steps":[{"duration":600},{"duration":300}]}]})"), 3300);
    QCOMPARE(seconds("{}"), -1);
    QCOMPARE(seconds(R"({"duration":1e300})"), -1);
    QCOMPARE(seconds(R"({"steps":[{"reps":1e9,"steps":[{"duration":1e9}]}]})"), -1);
}

void LibraryEndpointsTest::recordedAnswersAreRead()
{
    const QString folder = support::corpus();
    if (folder.isEmpty())
        QSKIP("no corpus");
    int read = 0;
    const auto files = QDir(folder + u"/recorded"_s).entryInfoList({u"workout_library-*.json"_s}, QDir::Files);
    for (const auto &info : files) {
        QFile file(info.filePath());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray body = file.readAll();
        if (info.fileName().contains("folders"_L1)) {
            const auto library = ListFolders::parse(body);
            QVERIFY2(library.ok() && library->folders.quarantined.isEmpty() && library->workouts.quarantined.isEmpty(),
                qPrintable(info.fileName()));
        } else if (info.fileName().contains("response"_L1)) {
            QVERIFY2(GetWorkout::parse(body).ok(), qPrintable(info.fileName()));
        } else {
            QVERIFY2(domain::fromJson<LibraryWorkout>(QJsonDocument::fromJson(body).object()).ok(),
                qPrintable(info.fileName()));
        }
        ++read;
    }
    qInfo("library answers: %d of %d read", read, int(files.size()));
}

MICROCYCLE_CORE_TEST(LibraryEndpointsTest)
#include "tst_libraryendpoints.moc"
