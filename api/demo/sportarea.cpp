// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/sportarea.h"

#include "api/demo/channels.h"
#include "api/demo/knownkeys.h"
#include "api/demo/recordedmeasure.h"
#include "api/demo/uploadarea.h"
#include "models/domain/sport.h"

#include <cmath>

using namespace Qt::StringLiterals;
using domain::SportSettings;

namespace demo {

namespace {

QString rowId(const QJsonObject &row)
{
    return QString::number(row.value("id"_L1).toInteger());
}

/// The service's zones of heart rate: shares of the threshold, and the highest rate last.
QList<int> heartRateZones(int threshold, int highest)
{
    QList<int> zones;
    for (const double share : {0.83, 0.88, 0.93, 0.98, 1.01, 1.035})
        zones.append(int(std::floor(threshold * share)));
    zones.append(std::max(highest, zones.constLast() + 1));
    return zones;
}

/// What the service gives sports that have no settings yet.
SportSettings usual(const QStringList &types)
{
    SportSettings settings;
    settings.types = types;
    settings.sweetSpotMinPercent = 84;
    settings.sweetSpotMaxPercent = 97;
    const auto family = domain::familyOf(types.value(0));
    const bool paced = family == domain::SportFamily::Run || family == domain::SportFamily::Swim;
    if (paced) {
        settings.paceUnits = family == domain::SportFamily::Run ? u"MINS_KM"_s : u"SECS_100M"_s;
        settings.paceLoadType = family == domain::SportFamily::Run ? u"RUN"_s : u"SWIM"_s;
        settings.paceZonesPercent = {77.5, 87.7, 94.3, 100, 103.4, 111.5, 999};
    } else {
        settings.powerZonesPercent = domain::defaultPowerZonesPercent();
    }
    settings.loadOrder = settings.workoutOrder = paced ? u"PACE_HR_POWER"_s : u"POWER_HR_PACE"_s;
    return settings;
}

constexpr double kilometre = 1000;

QJsonArray paceDistances(domain::SportFamily family)
{
    if (family == domain::SportFamily::Swim)
        return {25, 50, 100, 200, 400, 750, 800, 1500, 1900, 3800};
    return {400, 800, kilometre, 1500, 1609.34, 3000, 5000, 10000, 15000, 21097.5, 30000, 42195};
}

QJsonArray usualPaceDistances(domain::SportFamily family)
{
    return family == domain::SportFamily::Swim ? QJsonArray {100, 400, 1500}
                                               : QJsonArray {400, kilometre, 5000, 10000, 21097.5};
}

}

Reply SportArea::handle(const http::Request &request, const QStringList &rest)
{
    if (rest.size() == 2)
        return about(request, rest.first(), rest.last());
    if (rest.size() > 2)
        return noSuchPath();
    if (rest.size() == 1)
        return one(request, rest.first());
    if (request.method == "GET")
        return QJsonValue(list());
    if (request.method == "POST")
        return create(request);
    return request.method == "PUT" ? updateMany(request) : Reply(wrongMethod(request.method));
}

QJsonArray SportArea::list()
{
    QJsonArray list;
    const auto rows = m_core.state().all(Shelf::Sport);
    for (const auto &row : rows)
        list.append(complete(row, blankSportSettings()));
    return list;
}

std::optional<QJsonObject> SportArea::find(const QString &name)
{
    const auto rows = m_core.state().all(Shelf::Sport);
    for (const auto &row : rows) {
        if (rowId(row) == name || row.value("types"_L1).toArray().contains(name))
            return row;
    }
    return {};
}

QString SportArea::coveredElsewhere(const QStringList &types, const QJsonObject &row)
{
    const auto rows = m_core.state().all(Shelf::Sport);
    for (const auto &other : rows) {
        const QJsonArray covered = other.value("types"_L1).toArray();
        for (const auto &type : types) {
            if (other.value("id"_L1) != row.value("id"_L1) && covered.contains(type))
                return type;
        }
    }
    return {};
}

Reply SportArea::create(const http::Request &request)
{
    const auto body = bodyObject(request);
    if (!body)
        return body.error();
    const auto wanted = domain::fromJson<SportSettings>(*body);
    if (!wanted)
        return unreadableKey(wanted.error());
    if (wanted->types.isEmpty())
        return refusal(422, u"Missing types"_s);
    qint64 last = 0;
    const auto rows = m_core.state().all(Shelf::Sport);
    for (const auto &row : rows)
        last = std::max(last, row.value("id"_L1).toInteger());
    SportSettings settings = usual(wanted->types);
    settings.id = last + 1;
    const auto stored = store(domain::toJson(settings), *body, false);
    return stored ? Reply(QJsonValue(complete(*stored, blankSportSettings()))) : Reply(stored.error());
}

domain::Result<QJsonObject> SportArea::store(const QJsonObject &known, const QJsonObject &body, bool newHeartRateZones)
{
    QJsonObject wanted = body;
    for (const auto &key : {u"id"_s, u"athlete_id"_s, u"created"_s, u"updated"_s, u"other"_s})
        wanted.remove(key);
    QJsonObject changed = merged(known, wanted);
    auto settings = domain::fromJson<SportSettings>(changed);
    if (!settings)
        return unreadableKey(settings.error());
    if (const QString type = coveredElsewhere(settings->types, known); !type.isEmpty())
        return refusal(422, u"There are settings for [%1] already"_s.arg(type));
    if (newHeartRateZones && settings->lthrBpm.value_or(0) > 0) {
        settings->heartrateZonesBpm = heartRateZones(*settings->lthrBpm, settings->maxHrBpm.value_or(0));
        changed = domain::toJson(*settings);
    }
    changed.insert(u"updated"_s, m_core.stamp());
    m_core.state().put(Shelf::Sport, rowId(changed), m_core.today(), changed);
    return changed;
}

Reply SportArea::updateMany(const http::Request &request)
{
    if (const auto missing = missingParameter(request.query, u"recalcHrZones"_s, u"boolean"_s))
        return *missing;
    const auto bodies = bodyObjects(request);
    if (!bodies)
        return bodies.error();
    QJsonArray answers;
    m_core.state().begin();
    for (const auto &body : *bodies) {
        const auto known = find(rowId(body));
        const auto stored = known ? store(*known, body, isTrue(request.query, u"recalcHrZones"_s))
                                  : domain::Result<QJsonObject>(refusal(404, u"Sport settings not found"_s));
        if (!stored) {
            m_core.state().rollback();
            return stored.error();
        }
        answers.append(complete(*stored, blankSportSettings()));
    }
    m_core.state().commit();
    return QJsonValue(answers);
}

Reply SportArea::one(const http::Request &request, const QString &name)
{
    if (request.method != "GET" && request.method != "PUT" && request.method != "DELETE")
        return wrongMethod(request.method);
    const auto known = find(name);
    if (!known)
        return refusal(404, u"Sport settings not found"_s);
    if (request.method == "GET")
        return QJsonValue(complete(*known, blankSportSettings()));
    if (request.method == "DELETE") {
        if (known->value("other"_L1).toBool())
            return refusal(422, u"The settings of all other sports cannot be deleted"_s);
        m_core.state().remove(Shelf::Sport, rowId(*known));
        return QJsonValue(QJsonObject());
    }
    if (const auto missing = missingParameter(request.query, u"recalcHrZones"_s, u"boolean"_s))
        return *missing;
    const auto body = bodyObject(request);
    if (!body)
        return body.error();
    const auto stored = store(*known, *body, isTrue(request.query, u"recalcHrZones"_s));
    return stored ? Reply(QJsonValue(complete(*stored, blankSportSettings()))) : Reply(stored.error());
}

Reply SportArea::about(const http::Request &request, const QString &name, const QString &what)
{
    const bool applies = what == "apply"_L1;
    if (!applies && what != "matching-activities"_L1 && what != "pace_distances"_L1)
        return noSuchPath();
    if (request.method != (applies ? "PUT" : "GET"))
        return wrongMethod(request.method);
    const auto known = find(name);
    if (!known)
        return refusal(404, u"Sport settings not found"_s);
    const auto settings = domain::fromJson<SportSettings>(*known).valueOr({});
    if (applies)
        return apply(settings);
    if (what == "matching-activities"_L1)
        return matching(settings);
    const auto family = domain::familyOf(settings.types.value(0));
    return QJsonValue(
        QJsonObject {{u"distances"_s, paceDistances(family)}, {u"defaults"_s, usualPaceDistances(family)}});
}

QList<QJsonObject> SportArea::activitiesOf(const SportSettings &settings)
{
    const auto rows = m_core.sports();
    QList<QJsonObject> list;
    const auto all = m_core.state().all(Shelf::Activity);
    for (const auto &activity : all) {
        const auto row = domain::settingsFor(activity.value("type"_L1).toString(), rows);
        if (row && row->id == settings.id && !activity.contains("_note"_L1))
            list.append(activity);
    }
    return list;
}

Reply SportArea::matching(const SportSettings &settings)
{
    QJsonArray list;
    const auto activities = activitiesOf(settings);
    for (const auto &activity : activities) {
        QJsonObject row;
        for (const auto &key : {u"id"_s, u"name"_s, u"start_date_local"_s, u"type"_s})
            row.insert(key, activity.value(key));
        list.append(row);
    }
    return QJsonValue(list);
}

/// An activity with the zones of today: their bounds, and how long it was in each. Its thresholds stay those of its
/// day.
QJsonObject SportArea::rezoned(const QJsonObject &json, const Owner &owner)
{
    auto activity = domain::fromJson<domain::Activity>(json);
    if (!activity)
        return json;
    const auto streams = channelsIn(m_core, json);
    files::Stretch session;
    session.sport = activity->type;
    Measure measure = measureOf(streams, session, owner);
    if (activity->ftpWatts)
        measure.ftp = *activity->ftpWatts;
    if (const double then = activity->extra.value("threshold_pace"_L1).toDouble(); then > 0)
        measure.settings.thresholdPaceMps = then;
    activity->powerZonesPercent.clear();
    for (const double zone : measure.settings.powerZonesPercent)
        activity->powerZonesPercent.append(int(zone));
    activity->heartrateZonesBpm = measure.settings.heartrateZonesBpm;
    if (!streams.timeSeconds.empty())
        countZones(*activity, measure);
    activity->analyzed = m_core.stamp();
    return domain::toJson(*activity);
}

Reply SportArea::apply(const SportSettings &settings)
{
    const Owner owner = ownerOf(m_core);
    const auto activities = activitiesOf(settings);
    m_core.state().begin();
    for (const QJsonObject &activity : activities) {
        const QDate day = QDate::fromString(activity.value("start_date_local"_L1).toString().left(10), Qt::ISODate);
        m_core.state().put(Shelf::Activity, activity.value("id"_L1).toString(), day, rezoned(activity, owner));
    }
    m_core.state().commit();
    return QJsonValue(QJsonObject());
}

}
