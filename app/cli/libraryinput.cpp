// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/libraryinput.h"

#include "app/cli/commands.h"
#include "models/domain/folder.h"

using namespace Qt::StringLiterals;
using domain::LibraryWorkout;

namespace cli {

namespace {

domain::Error about(const QString &entry, domain::Error error)
{
    error.item = error.item.isEmpty() ? entry : entry + u": "_s + error.item;
    return error;
}

QString entryName(const QJsonObject &workout, qsizetype index)
{
    const QString name = workout.value("name"_L1).toString().left(60);
    return name.isEmpty() ? u"workout %1"_s.arg(index + 1) : u"workout %1 (%2)"_s.arg(index + 1).arg(name);
}

/// Every key that we know must have its type; a template needs a sport and a folder.
domain::Result<QJsonObject> complete(const QJsonObject &entry, std::optional<qint64> folder)
{
    auto read = domain::fromJson<LibraryWorkout>(entry);
    if (!read)
        return read.error();
    if (!read->folder && folder)
        read->folder = domain::FolderId {QString::number(*folder)};
    if (!read->folder)
        return domain::unreadable(u"folder_id"_s, u"it is missing; --folder says it for all"_s);
    if (read->type.isEmpty())
        return domain::unreadable(u"type"_s, u"it is missing, for example Ride"_s);
    if (read->name.size() > domain::longestLibraryName)
        return domain::unreadable(u"name"_s, u"it has more than %1 letters"_s.arg(domain::longestLibraryName));
    return domain::wireBody<LibraryWorkout>(domain::difference(LibraryWorkout {}, *read));
}

}

domain::Result<QList<QJsonObject>> newWorkouts(const QJsonDocument &document, bool bulk, std::optional<qint64> folder)
{
    if (bulk != document.isArray())
        return domain::unreadable(
            u"workouts"_s, bulk ? u"--bulk expects a list"_s : u"one object is expected; a list needs --bulk"_s);
    const QJsonArray entries = bulk ? document.array() : QJsonArray {document.object()};
    QList<QJsonObject> workouts;
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const QString name = entryName(entries.at(i).toObject(), i);
        if (!entries.at(i).isObject())
            return domain::unreadable(name, u"an object is expected"_s);
        const auto workout = complete(entries.at(i).toObject(), folder);
        if (!workout)
            return about(bulk ? name : u"workout"_s, workout.error());
        workouts.append(*workout);
    }
    if (workouts.isEmpty())
        return domain::unreadable(u"workouts"_s, u"the list is empty"_s);
    return workouts;
}

domain::Result<QJsonObject> newWorkout(const LibraryText &plan, std::optional<qint64> folder)
{
    const auto text = readText(plan.file);
    if (!text)
        return text.error();
    if (text->trimmed().isEmpty())
        return domain::unreadable(QString::fromStdString(plan.file), u"the workout is empty"_s);
    if (plan.type.empty() || !folder)
        return domain::unreadable(u"--text"_s, u"it needs --folder and --type"_s);
    LibraryWorkout workout;
    workout.type = QString::fromStdString(plan.type);
    workout.name = plan.name.empty() ? workout.type : QString::fromStdString(plan.name);
    workout.tags = QString::fromStdString(plan.tags).split(u',', Qt::SkipEmptyParts);
    workout.day = plan.day;
    workout.description = *text;
    const auto body = complete(domain::toJson(workout), folder);
    return body ? body : about(u"workout"_s, body.error());
}

}
