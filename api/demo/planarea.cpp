// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/planarea.h"

#include "api/demo/eventarea.h"
#include "api/demo/knownkeys.h"
#include "api/demo/libraryarea.h"
#include "models/domain/sharedwith.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

QString planKey(const QJsonValue &id)
{
    return id.isString() ? id.toString() : QString::number(id.toInteger());
}

http::Request inner(const QByteArray &method, const QJsonDocument &body)
{
    return {.method = method,
        .path = {},
        .query = {},
        .body = body.toJson(QJsonDocument::Compact),
        .contentType = "application/json",
        .headers = {}};
}

bool differs(const QJsonObject &event, const QJsonObject &wanted)
{
    for (auto it = wanted.begin(); it != wanted.end(); ++it) {
        if (event.value(it.key()) != it.value())
            return true;
    }
    return false;
}

}

QJsonObject PlanArea::shown()
{
    const QJsonObject person = m_core.state().find(Shelf::Athlete, Core::athleteId()).value_or(QJsonObject());
    QJsonObject json {{u"athlete_id"_s, Core::athleteId()},
        {u"timezone"_s, person.value("timezone"_L1)},
        {u"training_plan"_s, QJsonValue::Null}};
    for (const auto &key : {u"training_plan_id"_s,
             u"training_plan_start_date"_s,
             u"training_plan_alias"_s,
             u"training_plan_last_applied"_s})
        json.insert(key, person.contains(key) ? person.value(key) : QJsonValue(QJsonValue::Null));
    if (const auto plan = m_core.state().find(Shelf::Folder, planKey(person.value("training_plan_id"_L1))))
        json.insert(u"training_plan"_s, complete(*plan, blankFolder()));
    return json;
}

std::optional<domain::Error> PlanArea::choose(const QJsonObject &body)
{
    QJsonObject wanted;
    for (const auto &key : {u"training_plan_id"_s, u"training_plan_start_date"_s, u"training_plan_alias"_s}) {
        if (body.contains(key))
            wanted.insert(key, body.value(key));
    }
    const QJsonValue plan = wanted.value("training_plan_id"_L1);
    const auto known = m_core.state().find(Shelf::Folder, planKey(plan));
    if (!plan.isUndefined() && !plan.isNull() && plan.toInteger() != -1
        && (!known || known->value("type"_L1) != "PLAN"_L1))
        return refusal(404, u"Plan not found"_s);
    const QString start = wanted.value("training_plan_start_date"_L1).toString();
    if (!start.isEmpty() && !domain::LocalDateTime::parse(start))
        return refusal(422, u"training_plan_start_date: invalid date [%1]"_s.arg(start.left(40)));
    QJsonObject person = m_core.state().find(Shelf::Athlete, Core::athleteId()).value_or(QJsonObject());
    person = merged(person, wanted);
    if (!person.contains("training_plan_id"_L1)) {
        for (const auto &key :
            {u"training_plan_start_date"_s, u"training_plan_alias"_s, u"training_plan_last_applied"_s})
            person.remove(key);
    }
    m_core.state().put(Shelf::Athlete, Core::athleteId(), m_core.today(), person);
    return {};
}

Reply PlanArea::trainingPlan(const http::Request &request)
{
    if (request.method == "GET")
        return QJsonValue(shown());
    if (request.method != "PUT")
        return wrongMethod(request.method);
    const auto body = bodyObject(request);
    if (!body)
        return body.error();
    if (const auto error = choose(*body))
        return *error;
    return QJsonValue(shown());
}

Reply PlanArea::athletePlans(const http::Request &request)
{
    if (request.method != "PUT")
        return wrongMethod(request.method);
    const auto bodies = bodyObjects(request);
    if (!bodies)
        return bodies.error();
    for (const auto &body : *bodies) {
        const QString athlete = body.value("id"_L1).toString();
        if (athlete != Core::athleteId() && athlete != "0"_L1)
            return refusal(403, u"Access denied"_s);
    }
    for (const auto &body : *bodies) {
        if (const auto error = choose(body))
            return *error;
    }
    return QJsonValue(QJsonObject());
}

QHash<QString, QJsonObject> PlanArea::laidOut(const QString &plan)
{
    QHash<QString, QJsonObject> events;
    const auto all = m_core.state().all(Shelf::Event);
    for (const auto &event : all) {
        const QDate day = QDate::fromString(event.value("start_date_local"_L1).toString().left(10), Qt::ISODate);
        const bool done = !event.value("paired_activity_id"_L1).toString().isEmpty();
        if (day >= m_core.today() && !done && planKey(event.value("plan_folder_id"_L1)) == plan)
            events.insert(planKey(event.value("plan_workout_id"_L1)), event);
    }
    return events;
}

/// From today on the calendar follows the plan again: what is new is added, what changed is changed, what is gone goes.
Reply PlanArea::applyChanges(const http::Request &request)
{
    if (request.method != "PUT")
        return wrongMethod(request.method);
    QJsonObject person = m_core.state().find(Shelf::Athlete, Core::athleteId()).value_or(QJsonObject());
    const QString id = planKey(person.value("training_plan_id"_L1));
    const auto plan = m_core.state().find(Shelf::Folder, id);
    const auto start = domain::LocalDateTime::parse(person.value("training_plan_start_date"_L1).toString());
    if (!plan || !start)
        return refusal(422, u"The athlete has no training plan"_s);
    auto known = laidOut(id);
    QJsonArray added;
    int changed = 0;
    const auto workouts = m_core.state().all(Shelf::Workout);
    for (const auto &json : workouts) {
        const auto workout = domain::fromJson<domain::LibraryWorkout>(json).valueOr({});
        if (planKey(json.value("folder_id"_L1)) != id || !workout.day
            || start->day.addDays(*workout.day) < m_core.today())
            continue;
        QJsonObject event = plannedFrom(workout, *plan, start->day);
        event.insert(u"plan_workout_id"_s, json.value("id"_L1));
        const QJsonObject before = known.take(planKey(json.value("id"_L1)));
        if (before.isEmpty()) {
            added.append(event);
        } else if (differs(before, event)) {
            const Reply reply = m_events.handle(inner("PUT", QJsonDocument(event)), {planKey(before.value("id"_L1))});
            if (!reply)
                return reply;
            ++changed;
        }
    }
    for (const auto &event : std::as_const(known)) {
        const Reply reply = m_events.handle(inner("DELETE", {}), {planKey(event.value("id"_L1))});
        if (!reply)
            return reply;
    }
    http::Request creation = inner("POST", QJsonDocument(added));
    creation.query.addQueryItem(u"updatePlanApplied"_s, u"true"_s);
    if (const Reply reply = m_events.handle(creation, {u"bulk"_s}); !reply)
        return reply;
    person.insert(u"training_plan_last_applied"_s, m_core.stamp());
    m_core.state().put(Shelf::Athlete, Core::athleteId(), m_core.today(), person);
    return QJsonValue(QJsonObject {{u"added"_s, added.size()}, {u"updated"_s, changed}, {u"deleted"_s, known.size()}});
}

Reply PlanArea::sharedWith(const http::Request &request, const QString &folder)
{
    if (request.method != "GET" && request.method != "PUT")
        return wrongMethod(request.method);
    auto known = m_core.state().find(Shelf::Folder, folder);
    if (!known)
        return refusal(404, u"Folder not found"_s);
    if (request.method == "PUT") {
        const auto people = bodyObjects(request);
        if (!people)
            return people.error();
        QJsonArray list;
        for (const auto &json : *people) {
            const auto person = domain::fromJson<domain::SharedWith>(json);
            if (!person)
                return unreadableKey(person.error());
            if (!person->id)
                return refusal(422, u"id: an athlete is required"_s);
            list.append(json);
        }
        known->insert(u"shared_with"_s, list);
        m_core.state().put(Shelf::Folder, folder, m_core.today(), *known);
    }
    QJsonArray shown;
    const QJsonArray people = known->value("shared_with"_L1).toArray();
    for (const auto &person : people)
        shown.append(complete(person.toObject(), blankSharedWith()));
    return QJsonValue(shown);
}

}
