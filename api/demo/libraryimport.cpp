// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/formdata.h"
#include "api/demo/libraryarea.h"
#include "api/demo/workoutfiles.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace demo {

Reply LibraryArea::importFile(const http::Request &request, const QString &folder)
{
    const QString type = request.query.queryItemValue(u"type"_s, QUrl::FullyDecoded);
    if (type.isEmpty())
        return refusal(422, u"Missing type"_s);
    const auto part = uploadedFile(request);
    if (!part)
        return part.error();
    auto read = workoutInFile(part->bytes, part->fileName);
    if (!read)
        return read.error();
    auto workout = domain::fromJson<domain::LibraryWorkout>(*read);
    if (!workout)
        return unreadableKey(workout.error());
    workout->folder = domain::FolderId {folder};
    workout->type = type;
    if (workout->name.isEmpty())
        workout->name = QFileInfo(part->fileName).completeBaseName();
    workout->name = workout->name.simplified().left(domain::longestLibraryName);
    return shownOr(storeWorkout({}, domain::toJson(*workout)));
}

}
