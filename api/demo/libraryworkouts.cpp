// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/libraryarea.h"
#include "api/demo/plannedload.h"
#include "models/workout/parse.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using domain::LibraryWorkout;

namespace demo {

namespace {

constexpr int mostCopies = 52;

QStringList targetsOf(const workout::Workout &workout)
{
    bool power = false;
    bool heartRate = false;
    bool pace = false;
    for (const auto &block : workout.blocks) {
        for (const auto &step : block.steps) {
            power |= step.power.has_value();
            heartRate |= step.heartRate.has_value();
            pace |= step.pace.has_value();
        }
    }
    QStringList targets;
    if (power)
        targets.append(u"POWER"_s);
    if (heartRate)
        targets.append(u"HR"_s);
    if (pace)
        targets.append(u"PACE"_s);
    return targets;
}

/// The body without what only the service writes.
QJsonObject writablePart(QJsonObject body)
{
    const QStringList editable = domain::editableKeys<LibraryWorkout>();
    for (const QString &key : domain::fieldKeys<LibraryWorkout>()) {
        if (!editable.contains(key))
            body.remove(key);
    }
    for (const auto &key :
        {u"athlete_id"_s, u"joules_above_ftp"_s, u"file_contents"_s, u"file_contents_base64"_s, u"filename"_s})
        body.remove(key);
    return body;
}

}

void readWorkoutText(LibraryWorkout &workout, const QJsonObject &body, const QList<domain::SportSettings> &sports)
{
    const auto planned
        = plannedLoad(workout.description, {workout.type, workout.indoor.value_or(false), workout.target}, sports);
    workout.workoutDoc = planned.document;
    workout.targets = targetsOf(workout::parse(workout.description));
    if (!planned.hasSteps)
        return;
    const auto isGiven = [&body](QLatin1StringView key) { return body.contains(key) && !body.value(key).isNull(); };
    if (!isGiven("moving_time"_L1))
        workout.movingTime = planned.movingTime;
    if (!isGiven("icu_training_load"_L1))
        workout.load = planned.load;
    if (!isGiven("distance"_L1) && planned.metres > 0)
        workout.distanceMetres = planned.metres;
    workout.joules = planned.joules;
    workout.extra.insert(u"joules_above_ftp"_s, planned.joulesAboveFtp);
}

Reply LibraryArea::workouts(const http::Request &request, const QStringList &rest)
{
    if (rest.size() > 1)
        return noSuchPath();
    if (rest.isEmpty() && request.method == "GET") {
        QJsonArray list;
        const auto all = m_core.state().all(Shelf::Workout);
        for (const auto &workout : all)
            list.append(shownWorkout(workout));
        return QJsonValue(list);
    }
    if (rest.isEmpty()) {
        if (request.method != "POST")
            return wrongMethod(request.method);
        const auto body = bodyObject(request);
        return body ? shownOr(storeWorkout({}, *body)) : Reply(body.error());
    }
    if (rest.first() == "bulk"_L1)
        return request.method == "POST" ? createWorkouts(request) : Reply(wrongMethod(request.method));
    return oneWorkout(request, rest.first());
}

Reply LibraryArea::shownOr(const domain::Result<QJsonObject> &stored) const
{
    return stored ? Reply(QJsonValue(shownWorkout(*stored))) : Reply(stored.error());
}

Reply LibraryArea::createWorkouts(const http::Request &request)
{
    const auto bodies = bodyObjects(request);
    if (!bodies)
        return bodies.error();
    QJsonArray answers;
    m_core.state().begin();
    for (const auto &body : *bodies) {
        const auto stored = storeWorkout({}, body);
        if (!stored) {
            m_core.state().rollback();
            return stored.error();
        }
        answers.append(shownWorkout(*stored));
    }
    m_core.state().commit();
    return QJsonValue(answers);
}

Reply LibraryArea::oneWorkout(const http::Request &request, const QString &id)
{
    if (request.method != "GET" && request.method != "PUT" && request.method != "DELETE")
        return wrongMethod(request.method);
    const auto known = m_core.state().find(Shelf::Workout, id);
    if (!known)
        return refusal(404, u"Workout not found"_s);
    if (request.method == "GET")
        return QJsonValue(shownWorkout(*known));
    if (request.method == "DELETE")
        return removeWorkout(*known, isTrue(request.query, u"others"_s));
    const auto body = bodyObject(request);
    return body ? shownOr(storeWorkout(known, *body)) : Reply(body.error());
}

Reply LibraryArea::removeWorkout(const QJsonObject &known, bool others)
{
    QList<QJsonObject> gone {known};
    const QString batch = known.value("plan_applied"_L1).toString();
    if (others && !batch.isEmpty()) {
        const auto all = m_core.state().all(Shelf::Workout);
        for (const auto &workout : all) {
            if (workout.value("plan_applied"_L1) == batch && workout != known)
                gone.append(workout);
        }
    }
    QJsonArray ids;
    for (const auto &workout : std::as_const(gone)) {
        m_core.state().remove(Shelf::Workout, QString::number(workout.value("id"_L1).toInteger()));
        ids.append(workout.value("id"_L1));
    }
    return QJsonValue(ids);
}

domain::Result<QJsonObject> LibraryArea::storeWorkout(const std::optional<QJsonObject> &known, const QJsonObject &body)
{
    const std::optional<LibraryWorkout> before
        = known ? std::optional(domain::fromJson<LibraryWorkout>(*known).valueOr({})) : std::nullopt;
    const QJsonObject wanted = writablePart(body);
    const auto read = domain::fromJson<LibraryWorkout>(merged(known.value_or(QJsonObject()), wanted));
    if (!read)
        return unreadableKey(read.error());
    LibraryWorkout workout = *read;
    if (workout.type.isEmpty())
        return refusal(422, u"Missing type"_s);
    if (!workout.folder || !m_core.state().find(Shelf::Folder, workout.folder->value))
        return refusal(422, u"Folder is required"_s);
    if (workout.name.size() > domain::longestLibraryName)
        return refusal(422, u"Name is too long"_s);
    const bool readAnew = !before || before->description != workout.description || before->type != workout.type
        || before->target != workout.target || before->indoor != workout.indoor;
    if (readAnew && !workout.isNote())
        readWorkoutText(workout, wanted, m_core.sports());
    workout.id = before && before->id
        ? before->id
        : std::optional(domain::WorkoutId {QString::number(m_core.state().nextEventId())});
    workout.intensityPercent = intensityOf(workout.load, workout.movingTime);
    workout.updated = m_core.stamp();
    const QJsonObject json = domain::toJson(workout);
    m_core.state().put(Shelf::Workout, workout.id->value, m_core.today(), json);
    return json;
}

Reply LibraryArea::duplicate(const http::Request &request)
{
    if (request.method != "POST")
        return wrongMethod(request.method);
    const auto body = bodyObject(request);
    if (!body)
        return body.error();
    const int copies = body->value("numCopies"_L1).toInt(1);
    const int weeks = body->value("weeksBetween"_L1).toInt(0);
    if (copies < 1 || copies > mostCopies || weeks < 0 || weeks > mostCopies)
        return refusal(422, u"numCopies and weeksBetween: at most %1"_s.arg(mostCopies));
    QList<QJsonObject> originals;
    const QJsonArray ids = body->value("workoutIds"_L1).toArray();
    for (const auto &id : ids) {
        const auto known = m_core.state().find(Shelf::Workout, QString::number(id.toInteger()));
        if (!known)
            return refusal(404, u"Workout not found"_s);
        originals.append(*known);
    }
    QJsonArray answers;
    const QString batch = m_core.stamp();
    for (int copy = 1; copy <= copies; ++copy) {
        for (QJsonObject workout : std::as_const(originals)) {
            if (const QJsonValue day = workout.value("day"_L1); day.isDouble())
                workout.insert(u"day"_s, day.toInt() + 7 * weeks * copy);
            workout.insert(u"plan_applied"_s, batch);
            const auto stored = storeWorkout({}, workout);
            if (!stored)
                return stored.error();
            answers.append(shownWorkout(*stored));
        }
    }
    return QJsonValue(answers);
}

}
