// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/http/multipart.h"
#include "tests/api/demo/demotalk.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using namespace demotalk;

namespace {

const QString wellnessPath = u"/api/v1/athlete/0/wellness"_s;

Answer uploaded(demo::DemoApi &api, const QByteArray &csv, const QString &query = {})
{
    const auto form = http::fileForm("file", u"days.csv"_s, csv);
    return sent(api, {"POST", wellnessPath, QUrlQuery(query), form.bytes, form.contentType, {}});
}

}

/// Days of wellness of the embedded server beyond one at a time.
class DemoWellnessTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namedFieldsComeAlone();
    void aListMayBeATable();
    void todaysFiguresAreTheAthletes();
    void aRecordMayNameItsDay();
    void manyDaysAreAllOrNone();
    void aTableIsTakenUp();
    void emptyCellsClearUnlessIgnored();
    void wrongTablesAreRefused_data();
    void wrongTablesAreRefused();
    void aLockedDayStays();
    void fieldsOfOnesOwnSurvive();
    void strangersAreRefused();
};

void DemoWellnessTest::namedFieldsComeAlone()
{
    auto api = made();
    const auto days
        = ask(api, "GET", wellnessPath + u"?oldest=2026-03-01&newest=2026-03-03&fields=id,ctl,lactate"_s).list;
    QCOMPARE(days.size(), 3);
    QCOMPARE(
        days.first().toObject().keys(), (QStringList {u"ctl"_s, u"id"_s})); // nobody took lactate: absent, not null
}

void DemoWellnessTest::aListMayBeATable()
{
    auto api = made();
    QCOMPARE(
        ask(api, "PUT", wellnessPath + u"/2026-03-12"_s, {{u"weight"_s, 61.9}, {u"comments"_s, u"a, \"b\""_s}}).status,
        200);
    const auto table = ask(
        api, "GET", wellnessPath + u".csv?oldest=2026-03-12&newest=2026-03-12&cols=date,weight,comments,lactate"_s);
    QCOMPARE(table.body, QByteArray("date,weight,comments,lactate\r\n2026-03-12,61.9,\"a, \"\"b\"\"\",\r\n"));
    const auto whole = ask(api, "GET", wellnessPath + u".csv?oldest=2026-03-12&newest=2026-03-12"_s);
    QVERIFY(whole.body.contains("date") && whole.body.contains("restingHR"));
    QCOMPARE(ask(api, "GET", wellnessPath + u".csv?oldest=2026-02-30"_s).status, 422);
}

void DemoWellnessTest::todaysFiguresAreTheAthletes()
{
    auto api = made();
    const auto weight
        = [&api] { return ask(api, "GET", u"/api/v1/athlete/0"_s).json.value("icu_weight"_L1).toDouble(); };
    QCOMPARE(ask(api, "PUT", wellnessPath + u"/2026-03-11?localDate=2026-03-12"_s, {{u"weight"_s, 60}}).status, 200);
    QVERIFY(weight() != 60.0);
    QCOMPARE(ask(api, "PUT", wellnessPath + u"/2026-03-12?localDate=2026-03-12"_s, {{u"weight"_s, 61.5}}).status, 200);
    QCOMPARE(weight(), 61.5);
}

void DemoWellnessTest::aRecordMayNameItsDay()
{
    auto api = made();
    const auto kept = ask(api, "PUT", wellnessPath, {{u"id"_s, u"2026-03-10"_s}, {u"fatigue"_s, 3}});
    QCOMPARE(kept.status, 200);
    QCOMPARE(kept.json.value("id"_L1).toString(), u"2026-03-10"_s);
    QCOMPARE(kept.json.value("fatigue"_L1).toInt(), 3);
    QCOMPARE(ask(api, "PUT", wellnessPath, {{u"fatigue"_s, 3}}).status, 422);
}

void DemoWellnessTest::manyDaysAreAllOrNone()
{
    auto api = made();
    const QString bulk = u"/api/v1/athlete/0/wellness-bulk"_s;
    const auto kept = askList(api,
        "PUT",
        bulk,
        {QJsonObject {{u"id"_s, u"2026-03-09"_s}, {u"steps"_s, 11}},
            QJsonObject {{u"id"_s, u"2026-03-10"_s}, {u"steps"_s, 12}}});
    QCOMPARE(kept.status, 200);
    QCOMPARE(kept.body, QByteArray());
    const auto steps = [&api](const QString &day) {
        return ask(api, "GET", wellnessPath + u'/' + day).json.value("steps"_L1).toInt();
    };
    QCOMPARE(steps(u"2026-03-10"_s), 12);
    const auto half = askList(api,
        "PUT",
        bulk,
        {QJsonObject {{u"id"_s, u"2026-03-09"_s}, {u"steps"_s, 99}},
            QJsonObject {{u"id"_s, u"2026-03-10"_s}, {u"feel"_s, 1}}});
    QCOMPARE(half.status, 422);
    QCOMPARE(errorOf(half), u"Unrecognized wellness field [feel]"_s);
    QCOMPARE(steps(u"2026-03-09"_s), 11);
    QCOMPARE(askList(api, "PUT", bulk, {QJsonObject {{u"steps"_s, 1}}}).status, 422);
    QCOMPARE(ask(api, "GET", bulk).status, 405);
}

void DemoWellnessTest::aTableIsTakenUp()
{
    auto api = made();
    const auto answer
        = uploaded(api, "date,weight,restingHR,comments\n2026-03-09,61.2,47,\"fine, really\"\n2026-03-10,61.4,,\n");
    QCOMPARE(answer.status, 200);
    const auto day = ask(api, "GET", wellnessPath + u"/2026-03-09"_s).json;
    QCOMPARE(day.value("weight"_L1).toDouble(), 61.2);
    QCOMPARE(day.value("comments"_L1).toString(), u"fine, really"_s);
}

void DemoWellnessTest::emptyCellsClearUnlessIgnored()
{
    auto api = made();
    const auto rest = [&api] { return ask(api, "GET", wellnessPath + u"/2026-03-09"_s).json.value("restingHR"_L1); };
    QVERIFY(!rest().isNull());
    QCOMPARE(uploaded(api, "date,weight,restingHR\n2026-03-09,61.2,\n", u"ignoreMissingFields=true"_s).status, 200);
    QVERIFY(!rest().isNull());
    QCOMPARE(uploaded(api, "date,weight,restingHR\n2026-03-09,61.2,\n").status, 200);
    QVERIFY(rest().isNull());
}

void DemoWellnessTest::wrongTablesAreRefused_data()
{
    QTest::addColumn<QByteArray>("csv");
    QTest::addColumn<QString>("said");
    QTest::newRow("a column that there is not") << QByteArray("date,feel\n2026-03-09,1\n") << u"[feel]"_s;
    QTest::newRow("a day that there is not") << QByteArray("date,weight\n2026-02-30,61\n") << u"days.csv"_s;
    QTest::newRow("no days") << QByteArray("weight\n61\n") << u"days.csv"_s;
    QTest::newRow("a weight that is a word") << QByteArray("date,weight\n2026-03-09,heavy\n") << u"days.csv"_s;
}

void DemoWellnessTest::wrongTablesAreRefused()
{
    QFETCH(QByteArray, csv);
    QFETCH(QString, said);
    auto api = made();
    const auto before = ask(api, "GET", wellnessPath + u"/2026-03-09"_s).json;
    const auto answer = uploaded(api, csv);
    QCOMPARE(answer.status, 422);
    QVERIFY2(errorOf(answer).contains(said), qPrintable(errorOf(answer)));
    QCOMPARE(ask(api, "GET", wellnessPath + u"/2026-03-09"_s).json, before);
}

void DemoWellnessTest::aLockedDayStays()
{
    auto api = made();
    const QString day = wellnessPath + u"/2026-03-10"_s;
    QCOMPARE(ask(api, "PUT", day, {{u"weight"_s, 60}, {u"locked"_s, true}}).json.value("locked"_L1).toBool(), true);
    const auto ignored = ask(api, "PUT", day, {{u"weight"_s, 70}, {u"locked"_s, false}});
    QCOMPARE(ignored.status, 200);
    QCOMPARE(ignored.json.value("weight"_L1).toDouble(), 60.0);
    QCOMPARE(ignored.json.value("locked"_L1).toBool(), true);
}

void DemoWellnessTest::fieldsOfOnesOwnSurvive()
{
    auto api = made();
    const QString day = wellnessPath + u"/2026-03-10"_s;
    QCOMPARE(ask(api, "PUT", day, {{u"Knee"_s, 3}}).status, 200);
    QCOMPARE(ask(api, "PUT", day, {{u"weight"_s, 60}}).json.value("Knee"_L1).toInt(), 3);
    QVERIFY(!ask(api, "PUT", day, {{u"Knee"_s, -1}}).json.contains("Knee"_L1));
}

void DemoWellnessTest::strangersAreRefused()
{
    auto api = made();
    for (const auto &[method, path] : {std::pair {QByteArray("PUT"), wellnessPath},
             std::pair {QByteArray("PUT"), u"/api/v1/athlete/0/wellness-bulk"_s},
             std::pair {QByteArray("POST"), wellnessPath},
             std::pair {QByteArray("GET"), wellnessPath + u".csv"_s}})
        QCOMPARE(strangersStatus(api, method, path), 401);
    QCOMPARE(ask(api, "GET", u"/api/v1/athlete/i999/wellness.csv"_s).status, 403);
}

MICROCYCLE_CORE_TEST(DemoWellnessTest)
#include "tst_demowellness.moc"
