// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/conformance/librarycalls.h"

#include "api/endpoints/applyplan.h"
#include "api/endpoints/createfolder.h"
#include "api/endpoints/createworkout.h"
#include "api/endpoints/createworkouts.h"
#include "api/endpoints/deletefolder.h"
#include "api/endpoints/deleteworkout.h"
#include "api/endpoints/downloadworkout.h"
#include "api/endpoints/duplicateworkouts.h"
#include "api/endpoints/getworkout.h"
#include "api/endpoints/importworkout.h"
#include "api/endpoints/listfolders.h"
#include "api/endpoints/listworkouts.h"
#include "api/endpoints/listworkouttags.h"
#include "api/endpoints/updatefolder.h"
#include "api/endpoints/updateworkout.h"

using namespace Qt::StringLiterals;

namespace conformance {

namespace {

QJsonObject plainWorkout(const domain::FolderId &folder, const QString &name)
{
    return {{u"folder_id"_s, folder.value.toLongLong()},
        {u"name"_s, name},
        {u"type"_s, u"Ride"_s},
        {u"description"_s, u"- 10m 60%\n- 5m 90%"_s}};
}

}

void callLibrary(Surface &surface, QDate today)
{
    const auto library = surface.call(endpoints::ListFolders {});
    surface.visit(endpoints::ListWorkouts {});
    surface.visit(endpoints::ListWorkoutTags {});
    for (const auto &folder : library ? library->folders.values : decltype(library->folders.values) {}) {
        if (folder.value.isPlan() && folder.value.id) {
            surface.visit(endpoints::ApplyPlan {.folder = *folder.value.id, .start = today.addDays(30)});
            break;
        }
    }
    const auto made
        = surface.call(endpoints::CreateFolder {.body = {{u"type"_s, u"FOLDER"_s}, {u"name"_s, u"Short ones"_s}}});
    if (!made || !made->value.id)
        return;
    const domain::FolderId folder = *made->value.id;
    surface.visit(endpoints::UpdateFolder {.folder = folder, .body = {{u"name"_s, u"Short and hard"_s}}});
    surface.visit(
        endpoints::CreateWorkouts {.workouts = {plainWorkout(folder, u"One"_s), plainWorkout(folder, u"Two"_s)}});
    surface.visit(endpoints::ImportWorkout {.folder = folder,
        .type = u"Ride"_s,
        .fileName = u"steady.mrc"_s,
        .file
        = "[COURSE HEADER]\nVERSION = 2\nUNITS = ENGLISH\nFILE NAME = steady\nMINUTES PERCENT\n[END COURSE HEADER]\n"
          "[COURSE DATA]\n0\t60\n10\t60\n[END COURSE DATA]\n"});
    const auto workout = surface.call(endpoints::CreateWorkout {.body = plainWorkout(folder, u"Three"_s)});
    if (workout && workout->value.id) {
        const domain::WorkoutId id = *workout->value.id;
        surface.visit(endpoints::GetWorkout {.workout = id});
        surface.visit(endpoints::UpdateWorkout {.workout = id, .body = {{u"name"_s, u"Three, longer"_s}}});
        surface.visit(endpoints::DownloadWorkout {.workout = workout->json, .format = u"zwo"_s});
        surface.visit(endpoints::DuplicateWorkouts {.workouts = {id}, .copies = 2, .weeksBetween = 1});
        surface.visit(endpoints::DeleteWorkout {.workout = id});
    }
    surface.visit(endpoints::DeleteFolder {.folder = folder});
}

}
