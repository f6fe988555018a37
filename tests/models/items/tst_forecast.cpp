// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/calendarmodel.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using items::Sky;

namespace {

constexpr qint64 noon = 1'773'313'200; // 12 March 2026, 11:00 UTC
const QDate forecastDay(2026, 3, 12);

domain::Weather weatherOf(const QJsonArray &daily, const QJsonArray &more = {})
{
    QJsonArray places {
        QJsonObject {{u"id"_s, 1}, {u"label"_s, u"Berlin"_s}, {u"enabled"_s, true}, {u"daily"_s, daily}}};
    for (const auto &place : more)
        places.append(place);
    domain::Weather weather;
    weather.places = places;
    return weather;
}

QJsonObject dailyOf(const QJsonObject &more)
{
    QJsonObject day {{u"dt"_s, noon}};
    for (auto it = more.begin(); it != more.end(); ++it)
        day.insert(it.key(), it.value());
    return day;
}

}

/// The forecast as the calendar shows it.
class ForecastTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDayIsRead_data();
    void aDayIsRead();
    void whatCannotBeReadIsLeftOut();
    void theFirstPlaceGivesTheSky();
    void onlyComingDaysShowIt();
};

void ForecastTest::aDayIsRead_data()
{
    QTest::addColumn<QJsonObject>("day");
    QTest::addColumn<bool>("fahrenheit");
    QTest::addColumn<Sky>("sky");
    QTest::addColumn<QString>("degrees");
    QTest::addColumn<QString>("words");
    const QJsonObject mild {{u"min"_s, 7.6}, {u"max"_s, 16.2}};
    QTest::newRow("a clear day") << QJsonObject {{u"temp"_s, mild}, {u"clouds"_s, 20}, {u"wind_speed"_s, 3.6}} << false
                                 << Sky::Clear << u"8 to 16°"_s << u"Berlin: clear, 8 to 16°C, wind 4 m/s"_s;
    QTest::newRow("in Fahrenheit") << QJsonObject {{u"temp"_s, mild}} << true << Sky::Clear << u"46 to 61°"_s
                                   << u"Berlin: clear, 46 to 61°F"_s;
    QTest::newRow("clouds") << QJsonObject {{u"clouds"_s, 90}} << false << Sky::Cloudy << QString()
                            << u"Berlin: cloudy"_s;
    QTest::newRow("a few drops") << QJsonObject {{u"clouds"_s, 90}, {u"rain"_s, 0.4}} << false << Sky::Cloudy
                                 << QString() << u"Berlin: cloudy, 0.4 mm of rain"_s;
    QTest::newRow("rain") << QJsonObject {{u"rain"_s, 5.2}} << false << Sky::Rain << QString()
                          << u"Berlin: rain, 5.2 mm of rain"_s;
    QTest::newRow("snow and frost") << QJsonObject {{u"snow"_s, 2},
        {u"rain"_s, 1},
        {u"temp"_s, QJsonObject {{u"max"_s, -3.4}}}}
                                    << false << Sky::Snow << u"\u22123°"_s
                                    << u"Berlin: snow, \u22123°C, 1.0 mm of rain, 2.0 mm of snow"_s;
}

void ForecastTest::aDayIsRead()
{
    QFETCH(QJsonObject, day);
    QFETCH(bool, fahrenheit);
    QFETCH(Sky, sky);
    QFETCH(QString, degrees);
    QFETCH(QString, words);
    const items::Forecast forecast = items::forecastFrom(weatherOf({dailyOf(day)}), QLocale::c(), fahrenheit);
    QCOMPARE(forecast.size(), 1);
    const items::DayWeather read = forecast.value(forecastDay);
    QCOMPARE(read.sky, sky);
    QCOMPARE(read.degrees, degrees);
    QCOMPARE(read.words, QStringList {words});
}

void ForecastTest::whatCannotBeReadIsLeftOut()
{
    const QJsonArray daily {
        u"rain"_s, QJsonObject {{u"rain"_s, 3}}, QJsonObject {{u"dt"_s, u"soon"_s}}, dailyOf({{u"temp"_s, u"warm"_s}})};
    QVERIFY(items::forecastFrom(weatherOf(daily), QLocale::c(), false).isEmpty());
    QVERIFY(items::forecastFrom({}, QLocale::c(), false).isEmpty());
}

void ForecastTest::theFirstPlaceGivesTheSky()
{
    const QJsonObject lyon {
        {u"id"_s, 2}, {u"location"_s, u"Lyon"_s}, {u"daily"_s, QJsonArray {dailyOf({{u"rain"_s, 9}})}}};
    const auto forecast = items::forecastFrom(weatherOf({dailyOf({})}, {lyon}), QLocale::c(), false);
    QCOMPARE(forecast.value(forecastDay).sky, Sky::Clear);
    QCOMPARE(forecast.value(forecastDay).words, (QStringList {u"Berlin: clear"_s, u"Lyon: rain, 9.0 mm of rain"_s}));
}

void ForecastTest::onlyComingDaysShowIt()
{
    domain::FixedClock clock {QDateTime(forecastDay, QTime(9, 0), Qt::UTC)};
    const auto store = *store::Store::open(u":memory:"_s, clock);
    items::FitnessTimeline timeline(*store);
    items::CalendarModel model(*store, timeline, QLocale::c());
    QVERIFY(!model.day(forecastDay).weather);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    items::Forecast forecast;
    for (const int ahead : {-1, 0, 1})
        forecast.insert(forecastDay.addDays(ahead), {Sky::Rain, u"8 to 16°"_s, {u"Berlin: rain"_s}});
    model.setForecast(forecast);
    QCOMPARE(changed.count(), 1);
    QVERIFY(!model.day(forecastDay.addDays(-1)).weather);
    QCOMPARE(model.day(forecastDay).weather, forecast.value(forecastDay));
    QVERIFY(model.indexOf(forecastDay.addDays(1)).data().toString().endsWith(u"Berlin: rain"_s));
    model.setForecast(forecast);
    QCOMPARE(changed.count(), 1); // no news
    model.setForecast({});
    QVERIFY(!model.day(forecastDay).weather);
}

MICROCYCLE_CORE_TEST(ForecastTest)
#include "tst_forecast.moc"
