// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/json/bulk.h"
#include "models/domain/activity.h"
#include "models/domain/event.h"
#include "models/domain/wellness.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;

/// A long list is read as the tree of it would be, whatever is in it.
class BulkTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBodyIsRefusedOrReadAsItsTreeIs_data();
    void aBodyIsRefusedOrReadAsItsTreeIs();
    void anActivityIsReadAsItsTreeIs_data();
    void anActivityIsReadAsItsTreeIs();
    void everyFieldOfAnEventIsRead();
    void anEventIsNoActivity();
    void numbersOutOfRangeAreLeftToTheTree();
    void daysAreReadToo();
    void theTextIsWhatTheServiceWrote();
    void tooManyRecordsAreRefused();
    void anAnswerOfSeveralPiecesIsReadAsItsTreeIs_data();
    void anAnswerOfSeveralPiecesIsReadAsItsTreeIs();
};

namespace {

/// What a row holds of a value that was read whole.
template<typename T>
T withoutLists(T value)
{
    value.extra = {};
    if constexpr (requires { value.tags; })
        value.tags.clear();
    if constexpr (requires { value.workoutDoc; })
        value.workoutDoc = {};
    if constexpr (requires { value.zoneTimes; }) {
        value.zoneTimes = {};
        value.heartrateZoneSeconds = value.powerZonesPercent = value.heartrateZonesBpm = {};
        value.streamTypes = value.intervalSummary = {};
    }
    return value;
}

/// Compares both ways of reading the body; fails the test where they differ.
template<typename T>
void compare(const QByteArray &body)
{
    const auto tree = json::records<T>(body);
    const auto rows = json::rows<T>(body);
    QCOMPARE(rows.ok(), tree.ok());
    if (!tree) {
        QCOMPARE(rows.error(), tree.error());
        return;
    }
    QCOMPARE(rows->values.size(), tree->values.size());
    for (qsizetype i = 0; i < tree->values.size(); ++i) {
        QVERIFY(withoutLists(rows->values.at(i).value) == withoutLists(tree->values.at(i).value));
        const QByteArray text = rows->text(rows->values.at(i)).toByteArray();
        QCOMPARE(QJsonDocument::fromJson(text).object(), tree->values.at(i).json);
    }
    QCOMPARE(rows->quarantined.size(), tree->quarantined.size());
    for (qsizetype i = 0; i < tree->quarantined.size(); ++i) {
        QCOMPARE(rows->quarantined.at(i).raw, tree->quarantined.at(i).raw);
        QCOMPARE(rows->quarantined.at(i).reason, tree->quarantined.at(i).reason);
    }
}

}

void BulkTest::aBodyIsRefusedOrReadAsItsTreeIs_data()
{
    QTest::addColumn<QByteArray>("body");
    const QByteArray good = R"({"id":1,"start_date_local":"2026-03-12T00:00:00","name":"A"})";
    const auto row = [](const char *name, const QByteArray &body) { QTest::newRow(name) << body; };
    row("nothing", {});
    row("blanks", " \n ");
    row("null", "null");
    row("an object", "{}");
    row("an empty list", "[]");
    row("an empty list with blanks", " [ \n] ");
    row("a mark of byte order", "\xef\xbb\xbf[" + good + "]\n");
    row("UTF-16", {"\xff\xfe[\0]\0", 6});
    row("a list that breaks off", '[' + good + ',');
    row("a list that breaks off within an object", '[' + good.chopped(1));
    row("a list that breaks off within a text", '[' + good.chopped(2));
    row("a comma at the end", '[' + good + ",]");
    row("a comma at the end of an object", '[' + good.chopped(1) + ",}]");
    row("no comma", '[' + good + good + ']');
    row("no colon", R"([{"id" 1}])");
    row("text after the list", '[' + good + "] x");
    row("another list after the list", '[' + good + "][]");
    row("a bracket too many", '[' + good + "]]");
    row("a brace for a bracket", '[' + good + '}');
    row("a web page", "<!doctype html><title>Sign in</title>");
    row("letters that are not UTF-8", "[{\"id\":1,\"start_date_local\":\"2026-03-12\",\"name\":\"\xc3\x28\"}]");
    row("a line break within a text", "[{\"id\":1,\"start_date_local\":\"2026-03-12\",\"name\":\"a\nb\"}]");
    row("not a number", R"([{"id":1,"start_date_local":"2026-03-12","icu_training_load":NaN}])");
    row("not a number, unknown", R"([{"id":1,"start_date_local":"2026-03-12","Mood":NaN}])");
    row("half a word, unknown", R"([{"id":1,"start_date_local":"2026-03-12","Mood":nul}])");
    row("half a word", R"([{"id":1,"start_date_local":"2026-03-12","name":nul}])");
    row("a number with two points, unknown", R"([{"id":1,"start_date_local":"2026-03-12","Mood":1.2.3}])");
    row("a number that begins with zero", R"([{"id":1,"start_date_local":"2026-03-12","Mood":007}])");
    row("a number beyond all", R"([{"id":1,"start_date_local":"2026-03-12","Mood":1e400}])");
    row("a number beyond 64 bits",
        R"([{"id":1,"start_date_local":"2026-03-12","Mood":123456789012345678901234567890}])");
    row("an id beyond 64 bits", R"([{"id":123456789012345678901234567890,"start_date_local":"2026-03-12"}])");
    row("an escape that there is not, unknown", R"([{"id":1,"start_date_local":"2026-03-12","Mood":"\x"}])");
    row("an escape that there is not in a key", R"([{"id":1,"start_date_local":"2026-03-12","Mo\xod":1}])");
    row("an escape that there is not in a key within", R"([{"id":1,"start_date_local":"2026-03-12","Mood":{"\x":1}}])");
    row("half a pair", R"([{"id":1,"start_date_local":"2026-03-12","name":"\ud800"},)" + good + ']');
    row("half a pair, unknown", R"([{"id":1,"start_date_local":"2026-03-12","Mood":"a\udc00"}])");
    row("broken far within", R"([{"id":1,"start_date_local":"2026-03-12","Mood":[[{"a":[1,{"b":tru}]}]]}])");
    row("nested without end", QByteArray(2000, '[') + QByteArray(2000, ']'));
    row("nested deep, unknown",
        R"([{"id":1,"start_date_local":"2026-03-12","Mood":)" + QByteArray(300, '[') + QByteArray(300, ']') + "}]");
    row("nested without end and cut", QByteArray(100'000, '['));
    row("nested objects without end", '[' + QByteArray(R"({"a":)").repeated(50'000));
}

void BulkTest::aBodyIsRefusedOrReadAsItsTreeIs()
{
    QFETCH(QByteArray, body);
    compare<domain::Event>(body);
}

void BulkTest::anActivityIsReadAsItsTreeIs_data()
{
    QTest::addColumn<QByteArray>("fields");
    const auto row = [](const char *name, const char *fields) { QTest::newRow(name) << QByteArray(fields); };
    const char *sound = R"("id":"i7","start_date_local":"2026-03-12T07:30:05")";
    row("sound", sound);
    row("no id", R"("start_date_local":"2026-03-12T07:30:05")");
    row("an id of null", R"("id":null,"start_date_local":"2026-03-12T07:30:05")");
    row("an empty id", R"("id":"","start_date_local":"2026-03-12T07:30:05")");
    row("an id as number", R"("id":2049151,"start_date_local":"2026-03-12T07:30:05")");
    row("an id that no double holds", R"("id":9007199254740993,"start_date_local":"2026-03-12")");
    row("an id with a fraction", R"("id":123.5,"start_date_local":"2026-03-12")");
    row("no start", R"("id":"i7")");
    row("a start of null", R"("id":"i7","start_date_local":null)");
    row("a day alone", R"("id":"i7","start_date_local":"2026-03-12")");
    row("a day that does not exist", R"("id":"i7","start_date_local":"2026-02-30T00:00:00")");
    row("a year too early", R"("id":"i7","start_date_local":"1850-02-20T00:00:00")");
    row("a date with a tail", R"("id":"i7","start_date_local":"2026-03-12x")");
    row("a zone", R"("id":"i7","start_date_local":"2026-03-12T07:30:05Z")");
    row("parts of a second", R"("id":"i7","start_date_local":"2026-03-12T07:30:05.250")");
    row("the end of a day", R"("id":"i7","start_date_local":"2026-03-12T24:00:00")");
    row("a leap second", R"("id":"i7","start_date_local":"2026-03-12T23:59:60")");
    row("an hour too many", R"("id":"i7","start_date_local":"2026-03-12T25:00:00")");
    row("midnight", R"("id":"i7","start_date_local":"2026-03-12T00:00:00")");
    row("a key twice, the last one wins",
        R"("id":"i7","id":"i8","start_date_local":"2026-03-12","icu_training_load":"x","icu_training_load":5)");
    row("a key twice, the last one is wrong",
        R"("id":"i7","start_date_local":"2026-03-12","icu_training_load":5,"icu_training_load":"x")");
    row("an unknown key twice", R"("id":"i7","start_date_local":"2026-03-12","Mood":1,"Mood":2)");
    row("a key with an escape", R"("id":"i7","start_date_local":"2026-03-12","n\u0061me":"Hill")");
    row("a key with a quote", R"("id":"i7","start_date_local":"2026-03-12","a\"b":[1],"name":"Hill")");
    row("a load in words", R"("id":"i7","start_date_local":"2026-03-12","icu_training_load":"much")");
    row("a load in digits", R"("id":"i7","start_date_local":"2026-03-12","icu_training_load":"80")");
    row("a load with a point", R"("id":"i7","start_date_local":"2026-03-12","icu_training_load":80.0)");
    row("a load with a fraction", R"("id":"i7","start_date_local":"2026-03-12","icu_training_load":80.5)");
    row("a load beyond 32 bits", R"("id":"i7","start_date_local":"2026-03-12","icu_training_load":8000000000)");
    row("a load that is not set", R"("id":"i7","start_date_local":"2026-03-12","icu_training_load":-1)");
    row("a distance without end", R"("id":"i7","start_date_local":"2026-03-12","distance":1e300)");
    row("a distance that is not set", R"("id":"i7","start_date_local":"2026-03-12","distance":-1)");
    row("a distance as whole number", R"("id":"i7","start_date_local":"2026-03-12","distance":42195)");
    row("a time below zero", R"("id":"i7","start_date_local":"2026-03-12","moving_time":-5)");
    row("a time with a fraction", R"("id":"i7","start_date_local":"2026-03-12","moving_time":3600.9)");
    row("a time in digits", R"("id":"i7","start_date_local":"2026-03-12","moving_time":"3600")");
    row("a time beyond all", R"("id":"i7","start_date_local":"2026-03-12","moving_time":1000000000000)");
    row("a name as number", R"("id":"i7","start_date_local":"2026-03-12","name":17)");
    row("a name as list", R"("id":"i7","start_date_local":"2026-03-12","name":["a"])");
    row("a name with escapes",
        R"("id":"i7","start_date_local":"2026-03-12","name":"\u00dc \"b\" \\ \n \ud83d\ude00 \u0000")");
    row("a name as it is",
        "\"id\":\"i7\",\"start_date_local\":\"2026-03-12\",\"name\":\"\xc3\x9c"
        "berfahrt \xf0\x9f\x98\x80\"");
    row("a name that ends with a backslash", R"("id":"i7","start_date_local":"2026-03-12","name":"a\\")");
    row("an empty name", R"("id":"i7","start_date_local":"2026-03-12","name":"")");
    row("a race in words", R"("id":"i7","start_date_local":"2026-03-12","race":"yes")");
    row("a race", R"("id":"i7","start_date_local":"2026-03-12","race":true,"commute":null,"trainer":false)");
    row("a paired event", R"("id":"i7","start_date_local":"2026-03-12","paired_event_id":17)");
    row("a paired event of zero", R"("id":"i7","start_date_local":"2026-03-12","paired_event_id":0)");
    row("a tag alone", R"("id":"i7","start_date_local":"2026-03-12","tags":"hills")");
    row("tags of all kinds", R"("id":"i7","start_date_local":"2026-03-12","tags":["hills",null,1,{}])");
    row("tags as number", R"("id":"i7","start_date_local":"2026-03-12","tags":7)");
    row("zone times",
        R"("id":"i7","start_date_local":"2026-03-12","icu_hr_zone_times":[1,2,3],"icu_zone_times":[{"id":"Z1","secs":4}]})");
    row("zone times with fractions", R"("id":"i7","start_date_local":"2026-03-12","icu_hr_zone_times":[1,2.5])");
    row("zone times with points", R"("id":"i7","start_date_local":"2026-03-12","icu_hr_zone_times":[1,2.0])");
    row("zone times of null", R"("id":"i7","start_date_local":"2026-03-12","icu_hr_zone_times":[1,null])");
    row("zone times as object", R"("id":"i7","start_date_local":"2026-03-12","icu_zone_times":{})");
    row("no zone times", R"("id":"i7","start_date_local":"2026-03-12","icu_hr_zone_times":[],"icu_zone_times":null)");
    row("blanks everywhere",
        " \"id\" : \"i7\" ,\n \"start_date_local\":\t\"2026-03-12\" , \"name\" : \"a \" , \"calories\" : 12 ");
    row("minus zero", R"("id":"i7","start_date_local":"2026-03-12","distance":-0,"icu_ctl":-0.0)");
}

void BulkTest::anActivityIsReadAsItsTreeIs()
{
    QFETCH(QByteArray, fields);
    const QByteArray good
        = R"({"id":"i1","start_date_local":"2026-03-12T08:00:00","name":"A","type":"Ride","Mood":{"a":[1]}})";
    const QByteArray record = '{' + fields + '}';
    compare<domain::Activity>('[' + record + ']');
    compare<domain::Activity>('[' + good + ',' + record + ", \n" + good + ",17,null,\"x\",[], " + record + ']');
}

void BulkTest::everyFieldOfAnEventIsRead()
{
    QByteArray body = "[";
    for (int i = 0; i < 3; ++i) { // the second time the order of the keys is known, the third time one is missing
        body += i == 0 ? "" : ",";
        body
            += R"({"id":9007199254740993,"uid":"u","external_id":"x:1","category":"RACE_A","start_date_local":"2026-03-12T07:30:00",
            "end_date_local":"2026-03-13T00:00:00","type":"Ride","sub_type":"RACE","name":"A","description":"- 10m 80%","tags":["a"],
            "indoor":true,"color":"red","moving_time":600,"distance":1000.5,"icu_training_load":12,"icu_intensity":80.1,"joules":9,
            "target":"POWER","not_on_fitness_chart":true,"show_as_note":true,"hide_from_athlete":true,"athlete_cannot_edit":true,
            "structure_read_only":true,"for_week":true,"load_target":3,"time_target":60,"distance_target":5,"icu_ctl":1.5,"icu_atl":2,)";
        body += i == 2 ? "" : R"("ctl_days":42,"push_errors":null,)";
        body
            += R"("atl_days":7,"plan_folder_id":11,"plan_workout_id":12,"plan_name":"P","plan_applied":"2026-01-01T00:00:00Z",
            "paired_activity_id":"i7","workout_doc":{"steps":[]},"updated":"2026-03-01T00:00:00.000+00:00","Mood":{"a":[1]}})";
    }
    compare<domain::Event>(body + ']');
    compare<domain::Event>(
        R"([{"id":1,"start_date_local":"2026-03-12","category":"FOO"},{"id":2,"start_date_local":"2026-03-12","category":null}])");
}

void BulkTest::anEventIsNoActivity()
{
    for (const char *category : {"\"WORKOUT\"", "null", "{}"}) {
        const QByteArray body
            = QByteArray(
                  R"([{"id":"i1","start_date_local":"2026-03-12"},{"id":17,"start_date_local":"2026-03-12","category":)")
            + category + "}]";
        compare<domain::Activity>(body);
        QCOMPARE(json::rows<domain::Activity>(body)->quarantined.size(), 1);
    }
}

void BulkTest::numbersOutOfRangeAreLeftToTheTree()
{
    for (const char *number : {"1e-661116566", "-16666.66e-999", "1e999", "0e-999", "0.000e5", "-0.0", "5e-324"})
        compare<domain::Activity>(QByteArray(R"([{"id":"i1","start_date_local":"2026-03-12","mine":)") + number + "}]");
}

void BulkTest::daysAreReadToo()
{
    compare<domain::Wellness>(
        R"([{"id":"2026-03-12","weight":70.5,"sleepSecs":28800,"comments":"ok","locked":true},{"id":"yesterday"},{"weight":70},{"id":"2026-03-13T00:00:00"}])");
}

void BulkTest::theTextIsWhatTheServiceWrote()
{
    const QByteArray first = R"({"start_date_local":"2026-03-12","id":"i7", "b":1.50,"a":[ 1 ]})";
    const QByteArray second = R"({"id":"i8","start_date_local":"2026-03-12","distance":"12"})";
    const auto rows = json::rows<domain::Activity>("\xef\xbb\xbf [" + first + " , " + second + " ]");
    QVERIFY(rows.ok());
    QCOMPARE(rows->text(rows->values.at(0)).toByteArray(), first);
    QCOMPARE(rows->text(rows->values.at(1)).toByteArray(), second);
    QCOMPARE(rows->values.at(1).value.distanceMetres, std::optional(12.0));
}

void BulkTest::tooManyRecordsAreRefused()
{
    QByteArray body = "[1";
    for (qsizetype i = 0; i < json::mostRecords; ++i)
        body += ",1";
    compare<domain::Event>(body + ']');
    compare<domain::Event>(body.chopped(2) + ']');
}

void BulkTest::anAnswerOfSeveralPiecesIsReadAsItsTreeIs_data()
{
    QTest::addColumn<QByteArray>("more"); // in every object, after its id and day
    QTest::addColumn<QByteArray>("end");
    const QByteArray inner = R"({"id":5},{"id":6})";
    QTest::newRow("sound") << QByteArray(R"("name":"A","Mood":[1,2])") << QByteArray();
    QTest::newRow("objects within that begin alike")
        << QByteArray(R"("name":"A","list":[)" + inner + "]") << QByteArray();
    QTest::newRow("a text that looks like two objects")
        << QByteArray(R"("Mood":"{},{\"id\":1},{","name":"},{\u0022id\":")") << QByteArray();
    QTest::newRow("the same with quotes between") << QByteArray(R"("a":[{"b":"x"},{"id":"}]"}])") << QByteArray();
    QTest::newRow("what cannot be read") << QByteArray(R"("icu_training_load":"much")") << QByteArray();
    QTest::newRow("broken at the end") << QByteArray(R"("name":"A")") << QByteArray(R"(,{"id":1,"name":tru})");
    QTest::newRow("a comma at the end") << QByteArray(R"("name":"A")") << QByteArray(",");
    QTest::newRow("two lists") << QByteArray(R"("name":"A")") << QByteArray("],[{}");
}

void BulkTest::anAnswerOfSeveralPiecesIsReadAsItsTreeIs()
{
    QFETCH(QByteArray, more);
    QFETCH(QByteArray, end);
    QByteArray body;
    for (int id = 1; body.size() < 700'000; ++id)
        body += (id == 1 ? R"([{"id":)" : R"(,{"id":)") + QByteArray::number(id)
            + R"(,"start_date_local":"2026-03-12",)" + more + '}';
    compare<domain::Event>(body + end + ']');
}

MICROCYCLE_CORE_TEST(BulkTest)
#include "tst_bulk.moc"
