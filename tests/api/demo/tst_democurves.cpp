// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/curves.h"
#include "models/domain/stream.h"
#include "tests/api/demo/demotalk.h"
#include "tests/support/testmain.h"

#include <QElapsedTimer>
#include <cmath>

using namespace Qt::StringLiterals;
using demotalk::ask;

namespace {

const QString athlete = u"/api/v1/athlete/0/"_s;

QString path(const QString &id, const QString &rest)
{
    return u"/api/v1/activity/"_s + id + u'/' + rest;
}

/// The newest activity of a sport; rides are long and outside.
QString newest(demo::DemoApi &api, const QString &type)
{
    const auto list = ask(api, "GET", athlete + u"activities?oldest=2025-09-01&newest=2026-03-12"_s).list;
    for (const auto &entry : list) {
        if (entry.toObject().value("type"_L1) == type)
            return entry.toObject().value("id"_L1).toString();
    }
    return {};
}

domain::StreamSet channels(demo::DemoApi &api, const QString &id)
{
    QList<domain::Stream> streams;
    for (const auto &entry : ask(api, "GET", path(id, u"streams"_s)).list)
        streams.append(domain::fromJson<domain::Stream>(entry.toObject()).valueOr({}));
    return domain::packed(streams);
}

double sum(const QJsonArray &entries, QLatin1StringView key)
{
    double total = 0;
    for (const auto &entry : entries)
        total += entry.toObject().value(key).toDouble();
    return total;
}

}

class DemoCurvesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCurveIsThatOfTheStreams();
    void runsHaveCurvesOfWays();
    void distributionsHoldTheWholeActivity();
    void effortsAreAsTheStreamsHaveThem();
    void theMapShowsTheWay();
    void seasonsAreTheBestOfTheirActivities();
    void aYearIsAnsweredQuicklyOnceItIsKnown();
    void tiredRidersHaveCurvesOfTheirOwn();
    void theNextBestStandBehindTheBest();
    void activitiesStandSideBySide();
    void powerMeetsTheHeart();
    void tablesHaveAColumnEach();
    void wrongQuestionsAreRefused_data();
    void wrongQuestionsAreRefused();
};

void DemoCurvesTest::aCurveIsThatOfTheStreams()
{
    auto api = demotalk::made();
    const QString id = newest(api, u"Ride"_s);
    const auto curve = ask(api, "GET", path(id, u"power-curve"_s)).json;
    QCOMPARE(curve.value("id"_L1).toString(), id);
    QCOMPARE(curve.value("watts"_L1), curve.value("values"_L1));
    const QJsonArray seconds = curve.value("secs"_L1).toArray();
    const QJsonArray values = curve.value("values"_L1).toArray();
    QVERIFY(seconds.size() > 60);
    QCOMPARE(seconds.size(), values.size());
    const auto streams = channels(api, id);
    for (const double length : {1.0, 60.0, 300.0, 1200.0}) {
        const auto best = analysis::bestAverages(streams, u"watts"_s, {length});
        const auto at = std::find(seconds.begin(), seconds.end(), QJsonValue(length)) - seconds.begin();
        QCOMPARE(values.at(at).toDouble(), std::round(best.front().value));
    }
    for (qsizetype i = 1; i < values.size(); ++i)
        QVERIFY2(values.at(i).toDouble() <= values.at(i - 1).toDouble() * 1.1, qPrintable(QString::number(i)));
    QCOMPARE(ask(api, "GET", path(id, u"power-curves?types=watts"_s)).list.first().toObject().value("values"_L1), curve.value("values"_L1));
    QVERIFY(ask(api, "GET", path(id, u"hr-curve"_s)).json.value("values"_L1).toArray().first().toInt() > 100);
}

void DemoCurvesTest::runsHaveCurvesOfWays()
{
    auto api = demotalk::made();
    const QString id = newest(api, u"Run"_s);
    const auto curve = ask(api, "GET", path(id, u"pace-curve"_s)).json;
    const QJsonArray metres = curve.value("distance"_L1).toArray();
    const QJsonArray seconds = curve.value("values"_L1).toArray();
    QVERIFY(metres.size() > 5);
    QCOMPARE(metres.first().toDouble(), 100.0);
    const double speed = 1000 / seconds.at(metres.toVariantList().indexOf(QVariant(1000.0))).toDouble();
    QVERIFY2(speed > 2.5 && speed < 6.5, qPrintable(QString::number(speed)));
    const auto level = ask(api, "GET", path(id, u"pace-curve?gap=true"_s)).json;
    QCOMPARE(level.value("type"_L1).toString(), u"GAP"_s);
    QVERIFY(level.value("values"_L1) != curve.value("values"_L1));
    QVERIFY(ask(api, "GET", path(id, u"power-curve"_s)).json.value("values"_L1).toArray().isEmpty());
}

void DemoCurvesTest::distributionsHoldTheWholeActivity()
{
    auto api = demotalk::made();
    const QString id = newest(api, u"Ride"_s);
    const auto streams = channels(api, id);
    const auto seconds = double(streams.timeSeconds.size());
    const auto power = ask(api, "GET", path(id, u"power-histogram"_s)).list;
    QVERIFY(std::abs(sum(power, "secs"_L1) - seconds) <= 5);
    QCOMPARE(power.at(1).toObject().value("start"_L1).toInt() - power.at(0).toObject().value("start"_L1).toInt(), 25);
    QVERIFY(ask(api, "GET", path(id, u"power-histogram?bucketSize=50"_s)).list.size() < power.size());
    const auto beats = ask(api, "GET", path(id, u"hr-histogram"_s)).list;
    QVERIFY(std::abs(sum(beats, "secs"_L1) - seconds) <= 5);
    const auto held = ask(api, "GET", path(id, u"time-at-hr"_s)).json;
    const QJsonArray cumulative = held.value("cumulative_secs"_L1).toArray();
    QVERIFY(std::abs(cumulative.first().toDouble() - seconds) <= 5);
    QCOMPARE(cumulative.size(), held.value("max_bpm"_L1).toInt() - held.value("min_bpm"_L1).toInt() + 1);
    const QString run = newest(api, u"Run"_s);
    const auto pace = ask(api, "GET", path(run, u"pace-histogram"_s)).list;
    QVERIFY(pace.first().toObject().value("start"_L1).toInt() > 120);
    QVERIFY(!ask(api, "GET", path(run, u"gap-histogram"_s)).list.isEmpty());
    const auto heart = ask(api, "GET", path(id, u"power-vs-hr"_s)).json;
    QVERIFY(heart.value("powerHr"_L1).toDouble() > 0.8 && heart.value("series"_L1).toArray().size() > 30);
    const auto air = ask(api, "GET", path(id, u"weather-summary"_s)).json;
    QVERIFY(air.value("min_temp"_L1).toDouble() <= air.value("average_temp"_L1).toDouble());
    QVERIFY(air.value("whole_activity"_L1).toBool());
}

void DemoCurvesTest::effortsAreAsTheStreamsHaveThem()
{
    auto api = demotalk::made();
    const QString id = newest(api, u"Ride"_s);
    const auto efforts = ask(api, "GET", path(id, u"best-efforts?stream=watts&duration=300&count=3"_s)).json.value("efforts"_L1).toArray();
    QCOMPARE(efforts.size(), 3);
    const auto streams = channels(api, id);
    double last = 1e9;
    for (const auto &entry : efforts) {
        const QJsonObject effort = entry.toObject();
        double mean = 0;
        for (int i = effort.value("start_index"_L1).toInt(); i < effort.value("end_index"_L1).toInt(); ++i)
            mean += double(streams.find(u"watts"_s)->values[size_t(i)]) / 300;
        QVERIFY(std::abs(mean - effort.value("average"_L1).toDouble()) < 0.01);
        QVERIFY(mean <= last);
        last = mean;
    }
    const auto byWay = ask(api, "GET", path(id, u"best-efforts?stream=velocity_smooth&distance=5000&count=1"_s)).json;
    QVERIFY(byWay.value("efforts"_L1).toArray().first().toObject().value("distance"_L1).toDouble() >= 4999);
}

void DemoCurvesTest::theMapShowsTheWay()
{
    auto api = demotalk::made();
    const QString id = newest(api, u"Ride"_s);
    const auto map = ask(api, "GET", path(id, u"map"_s)).json;
    const QJsonArray bounds = map.value("bounds"_L1).toArray();
    const QJsonArray points = map.value("latlngs"_L1).toArray();
    QCOMPARE(bounds.size(), 2);
    QVERIFY(points.size() > 1000);
    QVERIFY(bounds.at(0).toArray().at(0).toDouble() < bounds.at(1).toArray().at(0).toDouble());
    QVERIFY(ask(api, "GET", path(id, u"map?boundsOnly=true"_s)).json.value("latlngs"_L1).isNull());
    const double middle = (bounds.at(0).toArray().at(0).toDouble() + bounds.at(1).toArray().at(0).toDouble()) / 2;
    const auto half = ask(api, "GET", path(id, u"map?bounds=-90,-180,%1,180"_s.arg(middle))).json;
    QVERIFY(half.value("latlngs"_L1).toArray().size() < points.size());
    QVERIFY(half.value("bounds"_L1).toArray().at(1).toArray().at(0).toDouble() <= middle);
    QVERIFY(ask(api, "GET", path(newest(api, u"VirtualRide"_s), u"map"_s)).json.value("bounds"_L1).isNull());
}

void DemoCurvesTest::seasonsAreTheBestOfTheirActivities()
{
    auto api = demotalk::made();
    const auto set = ask(api, "GET", athlete + u"power-curves?type=Ride&curves=42d,14d"_s).json;
    const QJsonArray list = set.value("list"_L1).toArray();
    QCOMPARE(list.size(), 2);
    const QJsonObject long42 = list.at(0).toObject();
    const QJsonObject short14 = list.at(1).toObject();
    QCOMPARE(long42.value("id"_L1).toString(), u"42d"_s);
    QCOMPARE(long42.value("days"_L1).toInt(), 42);
    QCOMPARE(long42.value("start_date_local"_L1).toString(), u"2026-01-30T00:00:00"_s);
    for (qsizetype i = 0; i < 40; ++i)
        QVERIFY(long42.value("values"_L1).toArray().at(i).toInt() >= short14.value("values"_L1).toArray().at(i).toInt());
    // Every point belongs to an activity that has it, and the activity came with it.
    const QJsonArray seconds = long42.value("secs"_L1).toArray();
    for (const qsizetype i : {0, 20, 40}) {
        const QString owner = long42.value("activity_id"_L1).toArray().at(i).toString();
        QVERIFY(set.value("activities"_L1).toObject().contains(owner));
        const auto own = ask(api, "GET", path(owner, u"power-curve"_s)).json;
        QCOMPARE(own.value("values"_L1).toArray().at(own.value("secs"_L1).toArray().toVariantList().indexOf(seconds.at(i).toVariant())),
            long42.value("values"_L1).toArray().at(i));
    }
    const QJsonArray models = long42.value("powerModels"_L1).toArray();
    QCOMPARE(models.size(), 2);
    for (const auto &entry : models) {
        const double critical = entry.toObject().value("criticalPower"_L1).toDouble();
        QVERIFY2(critical > 200 && critical < 330, qPrintable(QString::number(critical)));
    }
    QCOMPARE(ask(api, "GET", athlete + u"power-curves?type=Ride&curves=42d&pmType=MS_2P"_s).json.value("list"_L1).toArray().first().toObject()
                 .value("powerModels"_L1).toArray().size(), 1);
    const auto pace = ask(api, "GET", athlete + u"pace-curves?type=Run&curves=r.2026-01-01.2026-02-01"_s).json;
    const QJsonObject run = pace.value("list"_L1).toArray().first().toObject();
    const double speed = run.value("paceModels"_L1).toArray().first().toObject().value("criticalSpeed"_L1).toDouble();
    QVERIFY2(speed > 2.5 && speed < 6, qPrintable(QString::number(speed)));
    QVERIFY(!ask(api, "GET", athlete + u"hr-curves?type=Run&curves=s0"_s).json.value("list"_L1).toArray().isEmpty());
}

void DemoCurvesTest::aYearIsAnsweredQuicklyOnceItIsKnown()
{
    auto api = demotalk::made();
    const QString year = athlete + u"power-curves?type=Ride&curves=1y"_s;
    const auto first = ask(api, "GET", year);
    QCOMPARE(first.status, 200);
    QElapsedTimer clock;
    clock.start();
    QCOMPARE(ask(api, "GET", year).body, first.body);
    QVERIFY2(clock.elapsed() < 2000, qPrintable(QString::number(clock.elapsed())));
}

void DemoCurvesTest::tiredRidersHaveCurvesOfTheirOwn()
{
    auto api = demotalk::made();
    const auto set = ask(api, "GET", athlete + u"power-curves?type=Ride&curves=42d,42d-kj0,42d-kj1"_s).json.value("list"_L1).toArray();
    QCOMPARE(set.size(), 3);
    QCOMPARE(set.at(1).toObject().value("id"_L1).toString(), u"42d-kj0"_s);
    for (qsizetype i = 0; i < 3; ++i)
        QCOMPARE(set.at(i).toObject().value("after_kj"_L1).toInt(), QList<int>({0, 1000, 1500}).at(i));
    const auto valuesOf = [&](qsizetype i) { return set.at(i).toObject().value("values"_L1).toArray(); };
    QVERIFY(!valuesOf(2).isEmpty() && valuesOf(2).size() <= valuesOf(1).size() && valuesOf(1).size() < valuesOf(0).size());
    for (qsizetype i = 0; i < valuesOf(2).size(); ++i)
        QVERIFY(valuesOf(0).at(i).toInt() >= valuesOf(1).at(i).toInt() && valuesOf(1).at(i).toInt() >= valuesOf(2).at(i).toInt());
    const QString owner = set.at(1).toObject().value("activity_id"_L1).toArray().first().toString();
    const auto own = ask(api, "GET", path(owner, u"power-curve?fatigue=kj0"_s)).json;
    QCOMPARE(own.value("after_kj"_L1).toInt(), 1000);
    QCOMPARE(own.value("values"_L1).toArray().first(), valuesOf(1).first());
    const auto streams = channels(api, owner);
    QCOMPARE(own.value("start_index"_L1).toArray().first().toInt() >= int(*analysis::sampleAfterWork(streams, 1000)), true);
    QCOMPARE(ask(api, "GET", path(owner, u"power-curves?fatigue=normal,kj0"_s)).list.size(), 2);
    QVERIFY(ask(api, "GET", path(owner, u"power-curves.csv?fatigue=normal,kj0"_s)).body.startsWith("secs,watts,watts after 1000 kJ\n1,"));
    const auto side = ask(api, "GET", athlete + u"activity-power-curves?oldest=2026-02-01&newest=2026-03-12&type=Ride&secs=60&fatigue=kj1"_s).json;
    QCOMPARE(side.value("after_kj"_L1).toInt(), 1500);
    // Another limit is another curve, though the first is kept.
    QCOMPARE(ask(api, "PUT", athlete + u"sport-settings/Ride?recalcHrZones=false"_s, {{u"after_kj0"_s, 500}}).status, 200);
    QCOMPARE(ask(api, "GET", path(owner, u"power-curve?fatigue=kj0"_s)).json.value("after_kj"_L1).toInt(), 500);
}

void DemoCurvesTest::theNextBestStandBehindTheBest()
{
    auto api = demotalk::made();
    const auto curve = ask(api, "GET", athlete + u"power-curves?type=Ride&curves=42d&subMaxEfforts=2"_s).json.value("list"_L1).toArray().first().toObject();
    const QJsonArray best = curve.value("values"_L1).toArray();
    const QJsonArray others = curve.value("submax_values"_L1).toArray();
    const QJsonArray owners = curve.value("submax_activity_id"_L1).toArray();
    QCOMPARE(others.size(), 2);
    QCOMPARE(others.at(0).toArray().size(), best.size());
    for (qsizetype i = 0; i < 40; ++i) {
        QVERIFY(best.at(i).toInt() >= others.at(0).toArray().at(i).toInt());
        QVERIFY(others.at(0).toArray().at(i).toInt() >= others.at(1).toArray().at(i).toInt());
        QVERIFY(owners.at(0).toArray().at(i) != curve.value("activity_id"_L1).toArray().at(i));
    }
    QVERIFY(!ask(api, "GET", athlete + u"power-curves?type=Ride&curves=42d"_s).json.value("list"_L1).toArray().first().toObject().contains("submax_values"_L1));
}

void DemoCurvesTest::activitiesStandSideBySide()
{
    auto api = demotalk::made();
    const auto found = ask(api, "GET", athlete + u"activity-power-curves?oldest=2026-02-20&newest=2026-03-12&type=Ride&secs=60,300"_s).json;
    QCOMPARE(found.value("secs"_L1).toArray(), (QJsonArray {60, 300}));
    QCOMPARE(found.value("after_kj"_L1).toInt(-1), 0);
    const QJsonArray curves = found.value("curves"_L1).toArray();
    QVERIFY(curves.size() > 3);
    for (const auto &entry : curves) {
        const QJsonArray watts = entry.toObject().value("watts"_L1).toArray();
        QCOMPARE(watts.size(), 2);
        QVERIFY(watts.at(0).toInt() >= watts.at(1).toInt() && watts.at(1).toInt() > 0);
    }
    QVERIFY(!ask(api, "GET", athlete + u"activity-hr-curves?oldest=2026-03-01&newest=2026-03-12"_s).json.value("curves"_L1).toArray().isEmpty());
    const auto pace = ask(api, "GET", athlete + u"activity-pace-curves?oldest=2026-03-01&newest=2026-03-12&type=Run&distances=1000"_s).json;
    QCOMPARE(pace.value("distances"_L1).toArray(), QJsonArray {1000});
    QCOMPARE(pace.value("gap"_L1), QJsonValue(false));
}

void DemoCurvesTest::powerMeetsTheHeart()
{
    auto api = demotalk::made();
    const auto curve = ask(api, "GET", athlete + u"power-hr-curve?start=2026-02-01&end=2026-03-12"_s).json;
    const QJsonArray beats = curve.value("bpm"_L1).toArray();
    const QJsonArray minutes = curve.value("minutes"_L1).toArray();
    double total = 0;
    for (qsizetype i = 0; i < beats.size(); ++i) {
        total += minutes.at(i).toDouble();
        QVERIFY(minutes.at(i).toInt() == 0 || (beats.at(i).toInt() > 85 && beats.at(i).toInt() < 200));
    }
    const auto rides = ask(api, "GET", athlete + u"activities?oldest=2026-02-01&newest=2026-03-12&fields=type,moving_time"_s).list;
    double ridden = 0;
    for (const auto &ride : rides)
        ridden += ride.toObject().value("type"_L1).toString().endsWith("Ride"_L1) ? ride.toObject().value("moving_time"_L1).toDouble() / 60 : 0;
    QVERIFY2(total > 0.9 * ridden && total < 1.02 * ridden, qPrintable(u"%1 of %2"_s.arg(total).arg(ridden)));
    QCOMPARE(beats.size(), curve.value("minutes"_L1).toArray().size());
    const auto model = ask(api, "GET", athlete + u"mmp-model?type=Ride"_s).json;
    QCOMPARE(model.value("type"_L1).toString(), u"MORTON_3P"_s);
    QVERIFY(model.value("pMax"_L1).toInt() > model.value("criticalPower"_L1).toInt());
}

void DemoCurvesTest::tablesHaveAColumnEach()
{
    auto api = demotalk::made();
    const QString id = newest(api, u"Ride"_s);
    QVERIFY(ask(api, "GET", path(id, u"power-curve.csv"_s)).body.startsWith("secs,watts\n1,"));
    QVERIFY(ask(api, "GET", path(id, u"power-vs-hr.csv"_s)).body.startsWith("start,watts,hr,cadence\n"));
    QVERIFY(ask(api, "GET", athlete + u"power-curves.csv?type=Ride&curves=42d,14d"_s).body.startsWith("secs,42 days,14 days\n1,"));
    QVERIFY(ask(api, "GET", athlete + u"activity-power-curves.csv?oldest=2026-03-01&newest=2026-03-12&type=Ride&secs=60"_s)
                .body.startsWith("id,start_date_local,weight,60\n"));
}

void DemoCurvesTest::wrongQuestionsAreRefused_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char *name, const QString &target, int status, const QByteArray &word) {
        QTest::newRow(name) << target << status << word;
    };
    row("no sport", athlete + u"power-curves?curves=1y"_s, 422, "type");
    row("a span that is none", athlete + u"power-curves?type=Ride&curves=1w"_s, 422, "1w");
    row("a range that ends before it starts", athlete + u"power-curves?type=Ride&curves=r.2026-02-01.2026-01-01"_s, 422, "r.2026");
    row("a span tired in a way of no name", athlete + u"power-curves?type=Ride&curves=1y-kj2"_s, 422, "1y-kj2");
    row("a span tired twice", athlete + u"power-curves?type=Ride&curves=1y-kj0-kj1"_s, 422, "twice");
    row("a sport without a limit of work", athlete + u"power-curves?type=Run&curves=1y-kj0"_s, 422, "after_kj0");
    row("heart rate of the tired", athlete + u"hr-curves?curves=1y-kj0"_s, 422, "1y-kj0");
    row("a tiredness of words", u"/api/v1/activity/NEW/power-curve?fatigue=very"_s, 422, "very");
    row("a model that is not published", athlete + u"power-curves?type=Ride&pmType=FFT_CURVES"_s, 422, "FFT_CURVES");
    row("a model of no name", athlete + u"power-curves?type=Ride&pmType=BEST"_s, 422, "BEST");
    row("fewer than no next best", athlete + u"power-curves?type=Ride&subMaxEfforts=-1"_s, 422, "subMaxEfforts");
    row("a filter", athlete + u"hr-curves?f1=x"_s, 422, "f1");
    row("a filter of power beside heart rate", athlete + u"power-hr-curve?start=2026-02-01&end=2026-03-01&filters=x"_s, 422, "filters");
    row("no days", athlete + u"activity-power-curves?type=Ride"_s, 422, "oldest");
    row("a length of words", athlete + u"activity-power-curves?oldest=2026-03-01&newest=2026-03-02&secs=x"_s, 422, "secs");
    row("no model for a sport without power", athlete + u"mmp-model?type=Run"_s, 404, "Run");
    row("an effort of no length", u"/api/v1/activity/NEW/best-efforts?stream=watts"_s, 422, "One of duration or distance is required");
    row("bounds of three", u"/api/v1/activity/NEW/map?bounds=1,2,3"_s, 422, "bounds");
    row("a bucket of nothing", u"/api/v1/activity/NEW/power-histogram?bucketSize=0"_s, 422, "bucketSize");
    row("a curve of nobody", u"/api/v1/activity/i1/power-curve"_s, 404, "Activity not found");
    row("a curve of an unknown kind", u"/api/v1/activity/NEW/lactate-curve"_s, 404, "Not Found");
    row("a stub", u"/api/v1/activity/9412003351/power-curve"_s, 422, "Strava");
}

void DemoCurvesTest::wrongQuestionsAreRefused()
{
    QFETCH(QString, target);
    QFETCH(int, status);
    QFETCH(QByteArray, text);
    auto api = demotalk::made();
    const auto answer = ask(api, "GET", target.replace("NEW"_L1, newest(api, u"Ride"_s)));
    QCOMPARE(answer.status, status);
    QVERIFY2(answer.body.contains(text), answer.body.constData());
}

MICROCYCLE_CORE_TEST(DemoCurvesTest)
#include "tst_democurves.moc"
