// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/manualarea.h"

#include "api/demo/pairing.h"

#include <QJsonArray>
#include <cmath>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

/// Without the keys that only the service writes.
QJsonObject written(QJsonObject body)
{
    const QStringList editable = domain::editableKeys<domain::Activity>();
    for (const auto &key : domain::fieldKeys<domain::Activity>()) {
        if (!editable.contains(key))
            body.remove(key);
    }
    return body;
}

/// What follows from what was written down.
void complete(domain::Activity &activity)
{
    if (activity.name.isEmpty())
        activity.name = activity.type;
    if (!activity.elapsedTime)
        activity.elapsedTime = activity.movingTime;
    activity.icuDistanceMetres = activity.distanceMetres;
    const double seconds = activity.movingTime ? double(activity.movingTime->count()) : 0;
    if (activity.distanceMetres && seconds > 0)
        activity.averageSpeedMps = asFloat(*activity.distanceMetres / seconds);
    if (activity.rpe && seconds > 0)
        activity.extra.insert(u"session_rpe"_s, std::round(*activity.rpe * seconds / 60));
    if (activity.load && seconds > 0)
        activity.intensityPercent = asFloat(100 * std::sqrt(*activity.load * 36 / seconds));
}

}

Reply ManualArea::keep(const QJsonObject &body, bool upsert)
{
    const QString external = body.value("external_id"_L1).toString();
    const auto known
        = upsert && !external.isEmpty() ? m_core.state().findExternal(external, Shelf::Activity) : std::nullopt;
    const bool ours = known && known->value("source"_L1) == "MANUAL"_L1;
    auto activity = domain::fromJson<domain::Activity>(ours ? merged(*known, written(body)) : written(body));
    if (!activity)
        return unreadableKey(activity.error());
    if (!activity->start.day.isValid())
        return refusal(422, u"start_date_local: a date and time is required"_s);
    if (activity->type.isEmpty())
        return refusal(422, u"Missing type"_s);
    activity->pairedEvent = ours ? activity->pairedEvent : std::nullopt;
    activity->updated = activity->analyzed = m_core.stamp();
    if (!ours) {
        activity->id = domain::ActivityId {u"i%1"_s.arg(1'000'000 + m_core.state().nextEventId())};
        activity->source = u"MANUAL"_s;
        activity->extra.insert(u"icu_athlete_id"_s, Core::athleteId());
        activity->extra.insert(u"created"_s, activity->updated);
    }
    complete(*activity);
    QJsonObject json = domain::toJson(*activity);
    if (!ours) {
        const qint64 named = body.value("paired_event_id"_L1).toInteger();
        if (named > 0 && !m_core.state().find(Shelf::Event, QString::number(named)))
            return refusal(422, u"Event %1 not found"_s.arg(named));
        if (const auto planned = named > 0 ? std::optional(named) : plannedFor(m_core.state(), *activity))
            tie(m_core.state(), json, *planned, activity->updated);
    }
    setCompliance(json, m_core.state());
    m_core.state().put(Shelf::Activity, activity->id->value, activity->start.day, json);
    m_core.loadsChanged();
    return QJsonValue(json);
}

Reply ManualArea::create(const http::Request &request)
{
    if (request.method != "POST")
        return wrongMethod(request.method);
    const auto body = bodyObject(request);
    if (!body)
        return body.error();
    const Reply made = keep(*body, false);
    return made ? Reply(QJsonValue(m_activities.shown(made->toObject()))) : made;
}

Reply ManualArea::createMany(const http::Request &request)
{
    if (request.method != "POST")
        return wrongMethod(request.method);
    const auto list = bodyObjects(request);
    if (!list)
        return list.error();
    m_core.state().begin();
    QList<QJsonObject> kept;
    for (const auto &body : *list) {
        const Reply made = keep(body, true);
        if (!made) {
            m_core.state().rollback();
            m_core.loadsChanged();
            return refusal(made.error().httpStatus, u"Entry %1: %2"_s.arg(kept.size() + 1).arg(made.error().detail));
        }
        kept.append(made->toObject());
    }
    m_core.state().commit();
    QJsonArray answer;
    for (const auto &json : std::as_const(kept))
        answer.append(m_activities.shown(json));
    return QJsonValue(answer);
}

}
