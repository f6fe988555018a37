// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/applyplan.h"
#include "api/endpoints/deleteworkout.h"
#include "api/endpoints/duplicateworkouts.h"
#include "api/endpoints/importworkout.h"
#include "api/endpoints/listfolders.h"
#include "api/http/multipart.h"
#include "models/domain/localdatetime.h"

using namespace Qt::StringLiterals;

namespace endpoints {

namespace {

/// The key as the service writes it: a number, whatever we hold it as.
QJsonValue wireKey(const domain::FolderId &folder)
{
    domain::LibraryWorkout named;
    named.folder = folder;
    return domain::toJson(named).value("folder_id"_L1);
}

template<typename T>
void keep(json::Records<T> &records, const QJsonObject &object)
{
    auto value = json::read<T>(object);
    if (value)
        records.values.append({*std::move(value), object});
    else
        records.quarantined.append({object, value.error()});
}

}

domain::Result<ListFolders::Response> ListFolders::parse(const QByteArray &body)
{
    const auto whole = json::array(body);
    if (!whole)
        return whole.error();
    Library library;
    for (const auto &entry : *whole) {
        if (!entry.isObject()) {
            library.folders.quarantined.append({entry, domain::malformed({}, u"expected an object"_s)});
            continue;
        }
        QJsonObject folder = entry.toObject();
        const QJsonValue children = folder.take(u"children"_s);
        if (!children.isArray() && !children.isNull()) { // a list of something else has none
            library.folders.quarantined.append({entry, domain::malformed(u"children"_s, u"expected a list"_s)});
            continue;
        }
        keep(library.folders, folder);
        const QJsonArray workouts = children.toArray();
        for (const auto &child : workouts) {
            QJsonObject workout = child.toObject();
            if (const QJsonValue named = workout.value("folder_id"_L1); named.isUndefined() || named.isNull())
                workout.insert(u"folder_id"_s, folder.value("id"_L1));
            keep(library.workouts, workout);
        }
    }
    if (library.workouts.values.size() > json::mostRecords)
        return domain::malformed(u"answer"_s, u"%1 workouts are too many"_s.arg(library.workouts.values.size()));
    return library;
}

domain::Result<DeleteWorkout::Response> DeleteWorkout::parse(const QByteArray &body)
{
    QList<domain::WorkoutId> gone;
    if (body.trimmed().isEmpty())
        return gone;
    const auto whole = json::array(body);
    if (!whole)
        return whole.error();
    for (const auto &entry : *whole) {
        const auto id = domain::fromJson<domain::LibraryWorkout>({{u"id"_s, entry}});
        if (!id)
            return id.error();
        if (id->id)
            gone.append(*id->id);
    }
    return gone;
}

http::Request ImportWorkout::request() const
{
    QUrlQuery query;
    query.addQueryItem(u"type"_s, type);
    const http::FormBody form = http::fileForm("file", fileName, file);
    return {.method = "POST",
        .path = athletePath(athlete, u"/folders/%1/import-workout"_s.arg(folder.value)),
        .query = query,
        .body = form.bytes,
        .contentType = form.contentType,
        .headers = {}};
}

http::Request DuplicateWorkouts::request() const
{
    QJsonArray ids;
    for (const auto &workout : workouts) {
        domain::LibraryWorkout named;
        named.id = workout;
        ids.append(domain::toJson(named).value("id"_L1));
    }
    return post(athletePath(athlete, u"/duplicate-workouts"_s),
        QJsonObject {{u"numCopies"_s, copies}, {u"weeksBetween"_s, weeksBetween}, {u"workoutIds"_s, ids}});
}

http::Request ApplyPlan::request() const
{
    const domain::LocalDateTime first {start, {}};
    return post(athletePath(athlete, u"/events/apply-plan"_s),
        QJsonObject {{u"folder_id"_s, wireKey(folder)},
            {u"start_date_local"_s, first.toString()},
            {u"extra_workouts"_s, QJsonArray()}});
}

}
