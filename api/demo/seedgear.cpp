// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/seedgear.h"

#include "api/demo/core.h"
#include "api/demo/dice.h"
#include "models/domain/customitem.h"
#include "models/domain/gear.h"
#include "models/domain/sport.h"
#include "models/domain/weather.h"

#include <QTimeZone>
#include <cmath>

using namespace Qt::StringLiterals;
using domain::Gear;

namespace demo {

namespace {

const QString roadBike = u"b1"_s;
const QString trainerBike = u"b2"_s;
const QString runningShoes = u"g3"_s;
const QString wetsuit = u"g4"_s;
const QString chain = u"g5"_s;

Gear made(const QString &id, const QString &name, const QString &type, QDate bought)
{
    Gear gear;
    gear.id = domain::GearId {id};
    gear.name = name;
    gear.type = type;
    gear.purchased = bought.toString(Qt::ISODate);
    return gear;
}

QJsonObject chainReminder(double metres)
{
    domain::GearReminder reminder;
    reminder.id = 1;
    reminder.name = u"Replace the chain"_s;
    reminder.distanceMetres = 5'000'000;
    reminder.percentUsed = std::round(metres / 50'000);
    QJsonObject json = domain::toJson(reminder);
    json.insert(u"gear_id"_s, chain);
    json.insert(u"starting_distance"_s, 0);
    json.insert(u"distance_used"_s, metres);
    return json;
}

void putItem(State &state, QDate today, int id, const QString &type, const QString &name, const QJsonObject &content)
{
    domain::CustomItem item;
    item.id = id;
    item.type = type;
    item.name = name;
    item.visibility = u"PRIVATE"_s;
    item.index = id - 1;
    item.content = content;
    item.updated = today.addDays(-60).toString(Qt::ISODate) + u"T08:00:00.000+00:00"_s;
    QJsonObject json = domain::toJson(item);
    json.insert(u"athlete_id"_s, Core::athleteId());
    state.put(Shelf::CustomItem, QString::number(id), today, json);
}

QJsonObject place(int id, const QString &name, double latitude, double longitude, bool enabled)
{
    domain::WeatherPlace place;
    place.id = id;
    place.label = name;
    place.location = name;
    place.provider = u"OPEN_WEATHER"_s;
    place.latitude = latitude;
    place.longitude = longitude;
    QJsonObject json = domain::toJson(place);
    json.insert(u"enabled"_s, enabled);
    return json;
}

/// The athlete trains by the first plan of the library, which begins on a Monday.
void choosePlan(State &state, QDate today)
{
    QJsonObject person = state.find(Shelf::Athlete, Core::athleteId()).value_or(QJsonObject());
    const auto folders = state.all(Shelf::Folder);
    for (const auto &folder : folders) {
        if (folder.value("type"_L1) != "PLAN"_L1)
            continue;
        person.insert(u"training_plan_id"_s, folder.value("id"_L1));
        person.insert(
            u"training_plan_start_date"_s, today.addDays(8 - today.dayOfWeek() + 7 * 16).toString(Qt::ISODate));
        person.insert(u"training_plan_alias"_s, u"Winter base"_s);
        break;
    }
    state.put(Shelf::Athlete, Core::athleteId(), today, person);
}

}

QString gearFor(const QString &type)
{
    switch (domain::familyOf(type)) {
    case domain::SportFamily::Ride:
        return domain::isVirtual(type) ? trainerBike : roadBike;
    case domain::SportFamily::Run:
        return runningShoes;
    case domain::SportFamily::Swim:
        return type == "OpenWaterSwim"_L1 ? wetsuit : QString();
    default:
        return {};
    }
}

void GearSum::add(const QJsonObject &activity)
{
    ++activities;
    metres += activity.value("distance"_L1).toDouble();
    movingSeconds += activity.value("moving_time"_L1).toDouble();
    elapsedSeconds += activity.value("elapsed_time"_L1).toDouble();
}

void putGear(State &state, const QMap<QString, GearSum> &used, QDate today)
{
    Gear road = made(roadBike, u"Road bike"_s, u"Bike"_s, today.addDays(-1100));
    road.componentIds = {chain};
    Gear part = made(chain, u"Chain"_s, u"Chain"_s, today.addDays(-90));
    part.component = true;
    const QList<Gear> all {road,
        made(trainerBike, u"Trainer bike"_s, u"Bike"_s, today.addDays(-900)),
        made(runningShoes, u"Road shoes"_s, u"Shoes"_s, today.addDays(-400)),
        made(wetsuit, u"Wetsuit"_s, u"Wetsuit"_s, today.addDays(-700)),
        part};
    for (Gear gear : all) {
        const GearSum sum = gear.component ? GearSum {41, 2'150'000, 270'000, 281'000} : used.value(gear.id->value);
        gear.activities = sum.activities;
        gear.distanceMetres = std::round(sum.metres);
        gear.timeSeconds = gear.useElapsedTime ? sum.elapsedSeconds : sum.movingSeconds;
        QJsonObject json = domain::toJson(gear);
        json.insert(u"athlete_id"_s, Core::athleteId());
        if (gear.component)
            json.insert(u"reminders"_s, QJsonArray {chainReminder(sum.metres)});
        state.put(Shelf::Gear, gear.id->value, today, json);
    }
}

void putChoices(State &state, QDate today)
{
    putItem(state,
        today,
        1,
        u"FITNESS_CHART"_s,
        u"Load by sport"_s,
        {{u"type"_s, u"bar"_s}, {u"plots"_s, QJsonArray {u"load"_s}}});
    putItem(state, today, 2, u"INPUT_FIELD"_s, u"Knee"_s, {{u"code"_s, u"Knee"_s}, {u"type"_s, u"number"_s}});
    putItem(state,
        today,
        3,
        u"ACTIVITY_FIELD"_s,
        u"Lactate after"_s,
        {{u"code"_s, u"LactateAfter"_s}, {u"units"_s, u"mmol/L"_s}});
    const QJsonArray places {place(1, u"Berlin"_s, 52.52, 13.4, true), place(2, u"Lyon"_s, 45.76, 4.84, false)};
    state.put(Shelf::Choice, u"weather"_s, today, {{u"forecasts"_s, places}});
    state.put(Shelf::Choice, u"desktop"_s, today, {{u"calendarView"_s, u"month"_s}, {u"showFitness"_s, true}});
    choosePlan(state, today);
}

QJsonObject forecastOf(QDate day, double latitude)
{
    Dice dice(quint32(std::lround(latitude * 100)), quint64(day.toJulianDay()) * 8 + 6);
    const double season = -std::cos(6.283185307179586 * (day.dayOfYear() - 20) / 365);
    const double mean = 28 - 0.36 * std::abs(latitude) + 9 * (latitude < 0 ? -season : season) + dice.noise(3);
    const bool wet = dice.chance(0.35);
    const auto tenths = [](double value) { return std::round(value * 10) / 10; };
    return {{u"dt"_s, QDateTime(day, QTime(12, 0), QTimeZone::utc()).toSecsSinceEpoch()},
        {u"temp"_s,
            QJsonObject {{u"min"_s, tenths(mean - 4)}, {u"max"_s, tenths(mean + 4)}, {u"day"_s, tenths(mean + 2)}}},
        {u"wind_speed"_s, tenths(1.5 + dice.unit() * 7)},
        {u"wind_deg"_s, dice.below(360)},
        {u"humidity"_s, 45 + dice.below(50)},
        {u"pop"_s, wet ? 0.8 : 0.1},
        {u"rain"_s, wet ? tenths(0.5 + dice.unit() * 9) : 0},
        {u"clouds"_s, wet ? 90 : dice.below(60)}};
}

}
