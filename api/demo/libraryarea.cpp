// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/libraryarea.h"

#include "api/demo/eventarea.h"
#include "api/demo/knownkeys.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;
using domain::LibraryWorkout;

namespace demo {

namespace {

QString keyText(const QJsonValue &id)
{
    return id.isString() ? id.toString() : QString::number(id.toInteger());
}

}

QJsonObject plannedFrom(const LibraryWorkout &workout, const QJsonObject &plan, QDate start)
{
    const QDate day = start.addDays(workout.day.value_or(0));
    QJsonObject event = domain::toJson(workout);
    QStringList own {
        u"id"_s, u"folder_id"_s, u"day"_s, u"days"_s, u"time"_s, u"targets"_s, u"updated"_s, u"workout_doc"_s};
    if (!workout.workoutDoc.value("steps"_L1).toArray().isEmpty()) // the text says it, with the thresholds of today
        own += {u"moving_time"_s, u"icu_training_load"_s, u"distance"_s};
    for (const auto &key : std::as_const(own))
        event.remove(key);
    const QString time = workout.time.isEmpty() ? u"00:00"_s : workout.time.left(5);
    event.insert(u"start_date_local"_s, day.toString(Qt::ISODate) + u'T' + time + u":00"_s);
    event.insert(u"category"_s, workout.isNote() ? u"NOTE"_s : u"WORKOUT"_s);
    if (workout.isNote()) {
        event.remove(u"type"_s);
        event.insert(u"end_date_local"_s,
            day.addDays(std::max(1, workout.days.value_or(1))).toString(Qt::ISODate) + u"T00:00:00"_s);
    }
    event.insert(u"plan_athlete_id"_s, Core::athleteId());
    event.insert(u"plan_folder_id"_s, plan.value("id"_L1));
    event.insert(u"plan_name"_s, plan.value("name"_L1));
    return event;
}

Reply LibraryArea::folders(const http::Request &request, const QStringList &rest)
{
    if (rest.isEmpty()) {
        if (request.method == "GET")
            return listFolders();
        return request.method == "POST" ? createFolder(request) : Reply(wrongMethod(request.method));
    }
    if (rest.size() == 1)
        return oneFolder(request, rest.first());
    if (rest.size() == 2 && rest.last() == "workouts"_L1)
        return request.method == "PUT" ? hideDays(request, rest.first()) : Reply(wrongMethod(request.method));
    if (rest.size() == 2 && rest.last() == "import-workout"_L1)
        return request.method == "POST" ? importFile(request, rest.first()) : Reply(wrongMethod(request.method));
    return noSuchPath();
}

QList<QJsonObject> LibraryArea::workoutsOf(const QString &folder)
{
    QList<QJsonObject> list;
    const auto all = m_core.state().all(Shelf::Workout);
    for (const auto &workout : all) {
        if (keyText(workout.value("folder_id"_L1)) == folder)
            list.append(workout);
    }
    return list;
}

Reply LibraryArea::listFolders()
{
    QJsonArray list;
    const auto all = m_core.state().all(Shelf::Folder);
    for (const auto &folder : all)
        list.append(shownFolder(folder));
    return QJsonValue(list);
}

QJsonObject LibraryArea::shownFolder(const QJsonObject &folder)
{
    QJsonObject json = folder;
    QJsonArray children;
    int lastDay = -1;
    const auto workouts = workoutsOf(keyText(folder.value("id"_L1)));
    for (const auto &workout : workouts) {
        children.append(shownWorkout(workout));
        lastDay = std::max(lastDay, workout.value("day"_L1).toInt(-1));
    }
    json.insert(u"children"_s, children);
    json.insert(u"num_workouts"_s, children.size());
    json.insert(u"athlete_id"_s, Core::athleteId());
    json.insert(u"canEdit"_s, true);
    json.insert(u"sharedWithCount"_s, json.take(u"shared_with"_s).toArray().size());
    if (folder.value("type"_L1) == "PLAN"_L1)
        json.insert(u"duration_weeks"_s, (lastDay + 7) / 7);
    return complete(json, blankFolder());
}

QJsonObject LibraryArea::shownWorkout(const QJsonObject &workout) const
{
    QJsonObject json = workout;
    json.insert(u"athlete_id"_s, Core::athleteId());
    return complete(json, blankWorkout());
}

domain::Result<QJsonObject> LibraryArea::storeFolder(const std::optional<QJsonObject> &known, const QJsonObject &body)
{
    QJsonObject wanted = body;
    const QStringList editable = domain::editableKeys<domain::Folder>();
    for (const QString &key : domain::fieldKeys<domain::Folder>()) {
        if (!editable.contains(key))
            wanted.remove(key);
    }
    for (const auto &key :
        {u"children"_s, u"athlete_id"_s, u"owner"_s, u"sharedWithCount"_s, u"shareToken"_s, u"copy_folder_id"_s})
        wanted.remove(key);
    const auto read = domain::fromJson<domain::Folder>(merged(known.value_or(QJsonObject()), wanted));
    if (!read)
        return unreadableKey(read.error());
    domain::Folder folder = *read;
    if (folder.type.isEmpty())
        folder.type = domain::FolderType::Folder;
    if (folder.type == domain::FolderType::Other)
        return refusal(422, u"Invalid type [%1]"_s.arg(folder.type.text().left(40)));
    if (folder.name.trimmed().isEmpty())
        return refusal(422, u"Name is required"_s);
    if (folder.name.size() > domain::longestLibraryName)
        return refusal(422, u"Name is too long"_s);
    if (folder.visibility.isEmpty())
        folder.visibility = u"PRIVATE"_s;
    if (!folder.id)
        folder.id = domain::FolderId {QString::number(m_core.state().nextEventId())};
    const QJsonObject json = domain::toJson(folder);
    m_core.state().put(Shelf::Folder, folder.id->value, m_core.today(), json);
    return json;
}

Reply LibraryArea::createFolder(const http::Request &request)
{
    const auto body = bodyObject(request);
    if (!body)
        return body.error();
    const QJsonValue source = body->value("copy_folder_id"_L1);
    const bool copies = source.isDouble() || source.isString();
    if (copies && !m_core.state().find(Shelf::Folder, keyText(source)))
        return refusal(404, u"Folder not found"_s);
    const auto stored = storeFolder({}, *body);
    if (!stored)
        return stored.error();
    if (copies) {
        const auto originals = workoutsOf(keyText(source));
        for (QJsonObject workout : originals) {
            workout.insert(u"folder_id"_s, stored->value("id"_L1));
            if (const auto copied = storeWorkout({}, workout); !copied)
                return copied.error();
        }
    }
    return QJsonValue(shownFolder(*stored));
}

Reply LibraryArea::oneFolder(const http::Request &request, const QString &id)
{
    if (request.method != "PUT" && request.method != "DELETE")
        return wrongMethod(request.method);
    const auto known = m_core.state().find(Shelf::Folder, id);
    if (!known)
        return refusal(404, u"Folder not found"_s);
    if (request.method == "DELETE") {
        const auto inside = workoutsOf(id);
        for (const auto &workout : inside)
            m_core.state().remove(Shelf::Workout, keyText(workout.value("id"_L1)));
        m_core.state().remove(Shelf::Folder, id);
        return QJsonValue(QJsonObject());
    }
    const auto body = bodyObject(request);
    if (!body)
        return body.error();
    const auto stored = storeFolder(known, *body);
    return stored ? Reply(QJsonValue(shownFolder(*stored))) : Reply(stored.error());
}

Reply LibraryArea::hideDays(const http::Request &request, const QString &folder)
{
    const auto body = bodyObject(request);
    if (!body)
        return body.error();
    if (!m_core.state().find(Shelf::Folder, folder))
        return refusal(404, u"Folder not found"_s);
    bool first = false;
    bool last = false;
    const int oldest = request.query.queryItemValue(u"oldest"_s).toInt(&first);
    const int newest = request.query.queryItemValue(u"newest"_s).toInt(&last);
    if (!first || !last)
        return refusal(422, u"oldest and newest are days of the plan"_s);
    QJsonArray changed;
    const auto inside = workoutsOf(folder);
    for (const auto &workout : inside) {
        const int day = workout.value("day"_L1).toInt(-1);
        if (day < oldest || day > newest)
            continue;
        const auto stored
            = storeWorkout(workout, {{u"hide_from_athlete"_s, body->value("hide_from_athlete"_L1).toBool()}});
        if (stored)
            changed.append(shownWorkout(*stored));
    }
    return QJsonValue(changed);
}

Reply LibraryArea::tags(const http::Request &request)
{
    if (request.method != "GET")
        return wrongMethod(request.method);
    QStringList tags;
    const auto all = m_core.state().all(Shelf::Workout);
    for (const auto &workout : all)
        tags += domain::fromJson<LibraryWorkout>(workout).valueOr({}).tags;
    tags.removeDuplicates();
    tags.sort(Qt::CaseInsensitive);
    return QJsonValue(QJsonArray::fromStringList(tags));
}

Reply LibraryArea::applyPlan(const http::Request &request)
{
    if (request.method != "POST")
        return wrongMethod(request.method);
    const auto body = bodyObject(request);
    if (!body)
        return body.error();
    const QString id = keyText(body->value("folder_id"_L1));
    const auto plan = m_core.state().find(Shelf::Folder, id);
    if (!plan)
        return refusal(404, u"Folder not found"_s);
    const auto start = domain::LocalDateTime::parse(body->value("start_date_local"_L1).toString());
    if (!start || !start->day.isValid())
        return refusal(422, u"start_date_local: a date is required"_s);
    QJsonArray events;
    QList<QJsonObject> chosen = workoutsOf(id);
    const QJsonArray extra = body->value("extra_workouts"_L1).toArray();
    for (const auto &workout : extra)
        chosen.append(workout.toObject());
    for (const auto &json : std::as_const(chosen)) {
        const auto workout = domain::fromJson<LibraryWorkout>(json);
        if (!workout)
            return unreadableKey(workout.error());
        if (!workout->day)
            continue;
        QJsonObject event = plannedFrom(*workout, *plan, start->day);
        event.insert(u"plan_workout_id"_s, json.value("id"_L1));
        events.append(event);
    }
    http::Request creation {.method = "POST",
        .path = request.path,
        .query = {},
        .body = QJsonDocument(events).toJson(QJsonDocument::Compact),
        .contentType = "application/json",
        .headers = {}};
    creation.query.addQueryItem(u"updatePlanApplied"_s, u"true"_s);
    const Reply created = m_events.handle(creation, {u"bulk"_s});
    return created ? Reply(QJsonValue(QJsonObject {})) : created; // an object, of which nothing more is known
}

}
