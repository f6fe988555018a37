// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/pairing.h"

#include "api/demo/answers.h"
#include "api/demo/core.h"
#include "models/domain/sport.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

QDate startDay(const QJsonObject &object)
{
    return QDate::fromString(object.value("start_date_local"_L1).toString().left(10), Qt::ISODate);
}

/// A ride on the trainer does what a ride outside was meant to do.
bool areCompatible(const QString &planned, const QString &done)
{
    using domain::SportFamily;
    const auto family = domain::familyOf(planned);
    return planned == done || (family != SportFamily::Other && family == domain::familyOf(done));
}

}

void unpair(State &state, QJsonObject &activity, const QString &stamp)
{
    const qint64 id = activity.take(u"paired_event_id"_s).toInteger();
    activity.remove(u"compliance"_s);
    auto event = state.find(Shelf::Event, QString::number(id));
    if (!event)
        return;
    event->remove(u"paired_activity_id"_s);
    event->insert(u"updated"_s, stamp);
    state.put(Shelf::Event, QString::number(id), startDay(*event), *event);
}

void tie(State &state, QJsonObject &activity, qint64 event, const QString &stamp)
{
    auto planned = state.find(Shelf::Event, QString::number(event)).value_or(QJsonObject());
    releaseActivityOf(state, planned, stamp);
    planned.insert(u"paired_activity_id"_s, activity.value("id"_L1));
    planned.insert(u"updated"_s, stamp);
    state.put(Shelf::Event, QString::number(event), startDay(planned), planned);
    activity.insert(u"paired_event_id"_s, event);
}

std::optional<qint64> plannedFor(State &state, const domain::Activity &activity)
{
    const double seconds = double(activity.movingTime.value_or(std::chrono::seconds(0)).count());
    std::optional<qint64> nearest;
    double least = 0;
    const auto events = state.between(Shelf::Event, {activity.start.day, activity.start.day});
    for (const auto &event : events) {
        const QString category = event.value("category"_L1).toString();
        const bool session = category == "WORKOUT"_L1 || category.startsWith("RACE_"_L1);
        if (!session || !event.value("paired_activity_id"_L1).toString().isEmpty()
            || !areCompatible(event.value("type"_L1).toString(), activity.type))
            continue;
        const double distance = std::abs(event.value("moving_time"_L1).toDouble() - seconds);
        if (!nearest || distance < least) {
            nearest = event.value("id"_L1).toInteger();
            least = distance;
        }
    }
    return nearest;
}

void releaseActivityOf(State &state, const QJsonObject &event, const QString &stamp)
{
    const QString id = event.value("paired_activity_id"_L1).toString();
    auto activity = state.find(Shelf::Activity, id);
    if (id.isEmpty() || !activity)
        return;
    activity->remove(u"paired_event_id"_s);
    activity->remove(u"compliance"_s);
    activity->insert(u"updated"_s, stamp);
    state.put(Shelf::Activity, id, startDay(*activity), *activity);
}

QJsonObject manualActivityOf(const domain::Event &event, const QString &id, const QString &stamp)
{
    domain::Activity activity;
    activity.id = domain::ActivityId {id};
    activity.start = event.start;
    activity.type = event.type;
    activity.name = event.name;
    activity.source = u"MANUAL"_s;
    activity.movingTime = activity.elapsedTime = event.movingTime;
    activity.distanceMetres = activity.icuDistanceMetres = event.distanceMetres;
    activity.load = event.load;
    activity.intensityPercent = event.intensityPercent;
    activity.trainer = event.indoor;
    activity.race = domain::isRace(event.category.value());
    activity.analyzed = activity.updated = stamp;
    for (const auto &key : {u"created"_s, u"icu_sync_date"_s})
        activity.extra.insert(key, stamp);
    activity.extra.insert(u"icu_athlete_id"_s, Core::athleteId());
    return domain::toJson(activity);
}

void setCompliance(QJsonObject &activity, State &state)
{
    const auto event = state.find(Shelf::Event, QString::number(activity.value("paired_event_id"_L1).toInteger()));
    if (!event)
        return;
    for (const auto key : {"icu_training_load"_L1, "moving_time"_L1}) {
        const double planned = event->value(key).toDouble();
        if (planned > 0 && activity.value(key).toDouble() > 0) {
            activity.insert(u"compliance"_s, asFloat(100 * activity.value(key).toDouble() / planned));
            return;
        }
    }
}

}
