// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/json/records.h"
#include "api/json/samples.h"
#include "tests/support/testmain.h"

#include <cmath>

/// Streams are read into the same numbers as through a tree, whatever is in them.
class SamplesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void streamsAreReadAsTheirTreeIs_data();
    void streamsAreReadAsTheirTreeIs();
};

namespace {

/// Gaps are not equal to each other, but these are.
bool alike(const std::vector<float> &a, const std::vector<float> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](float x, float y) {
        return x == y || (std::isnan(x) && std::isnan(y));
    });
}

}

void SamplesTest::streamsAreReadAsTheirTreeIs_data()
{
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *name, const QByteArray &body) { QTest::newRow(name) << body; };
    row("nothing", {});
    row("a web page", "<!doctype html>");
    row("an object", R"({"type":"watts"})");
    row("an empty list", "[]");
    row("time and watts",
        R"([{"type":"time","data":[0,1,2]},{"type":"watts","name":null,"data":[100,250.5,-1],"anomalies":null}])");
    row("gaps and truth", R"([{"type":"watts","data":[1,null,true,false,"2",[],{},3]}])");
    row("without time", R"([{"type":"watts","data":[1,2]},{"type":"heartrate","data":[1,2,3]}])");
    row("a stream that is too short, one that is too long",
        R"([{"type":"time","data":[0,1]},{"type":"a","data":[1]},{"type":"b","data":[1,2,3]}])");
    row("positions, one off the globe", R"([{"type":"latlng","data":[52.5,95,null],"data2":[13.4,1,2]}])");
    row("positions without longitudes", R"([{"type":"latlng","data":[52.5]}])");
    row("lists of lists", R"([{"type":"hrv","valueTypeIsArray":true,"data":[[1,2],[3]]},{"type":"watts","data":[1]}])");
    row("lists within, all the same", R"([{"type":"watts","data":[[1,2],3,[[4]]],"data2":[5]}])");
    row("numbers of all sizes",
        R"([{"type":"a","data":[1e300,-1e-300,9007199254740993,123456789012345678901,0.1,-0]}])");
    row("a number beyond all", R"([{"type":"a","data":[1e400]}])");
    row("a name with escapes", R"([{"type":"w\u0061tts","name":"\"x\"","data":[1]}])");
    row("a type that is no text", R"([{"type":{},"data":[1]},{"type":"watts","data":[2]}])");
    row("data that are no list", R"([{"type":"a","data":"none"},{"type":"watts","data":[2]}])");
    row("no data", R"([{"type":"a"},{"type":"b","data":null},{"type":"watts","data":[2],"data2":null}])");
    row("data twice", R"([{"type":"a","data":[1],"data":[2]}])");
    row("what is no stream", R"([17,{"type":"watts","data":[2]},null])");
    row("a list that breaks off", R"([{"type":"watts","data":[2,)");
    row("half a word", R"([{"type":"watts","data":[2,nul]}])");
    row("half a word in a field that nobody knows", R"([{"type":"watts","data":[2],"Mood":[nul]}])");
    QByteArray longOnes = "[";
    for (int stream = 0; stream < 6; ++stream)
        longOnes += (stream > 0 ? QByteArray(",") : QByteArray()) + R"({"type":"s","data":[0)"
            + QByteArray(",12").repeated(30'000) + "]}";
    row("long ones", longOnes + ']');
}

void SamplesTest::streamsAreReadAsTheirTreeIs()
{
    QFETCH(QByteArray, body);
    const auto found = json::samples(body);
    const auto records = json::records<domain::Stream>(body);
    QCOMPARE(found.ok(), records.ok());
    if (!records) {
        QCOMPARE(found.error(), records.error());
        return;
    }
    QList<domain::Stream> streams;
    for (const auto &record : records->values)
        streams.append(record.value);
    const auto expected = domain::packed(streams);
    QVERIFY(alike(found->timeSeconds, expected.timeSeconds));
    QCOMPARE(found->channels.size(), expected.channels.size());
    for (qsizetype i = 0; i < expected.channels.size(); ++i) {
        QCOMPARE(found->channels.at(i).type, expected.channels.at(i).type);
        QVERIFY(alike(found->channels.at(i).values, expected.channels.at(i).values));
        QVERIFY(alike(found->channels.at(i).values2, expected.channels.at(i).values2));
    }
}

MICROCYCLE_CORE_TEST(SamplesTest)
#include "tst_samples.moc"
