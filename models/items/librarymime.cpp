// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/librarymime.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace items::librarymime {

namespace {

constexpr auto planKey = "plan"_L1;
constexpr auto workoutsKey = "workouts"_L1;
constexpr auto localKey = "local"_L1;
constexpr auto workoutKey = "workout"_L1;

}

QString format()
{
    return u"application/x-microcycle-workouts+json"_s;
}

std::unique_ptr<QMimeData> write(const LibraryDrag &drag, const store::Store &store)
{
    auto data = std::make_unique<QMimeData>();
    QJsonArray entries;
    QStringList texts;
    for (const auto &id : drag.workouts) {
        const auto workout = store.libraryWorkout(id);
        if (!workout)
            continue;
        entries.append(QJsonObject {{localKey, id.value}, {workoutKey, domain::toJson(*workout)}});
        texts.append(workout->description.isEmpty() ? workout->name : workout->name + u'\n' + workout->description);
    }
    QJsonObject whole {{workoutsKey, entries}};
    if (const auto plan = store.folder(drag.plan)) {
        whole.insert(planKey, drag.plan.value);
        texts.append(plan->name);
    }
    data->setData(format(), QJsonDocument(whole).toJson(QJsonDocument::Compact));
    data->setText(texts.join(u"\n\n"_s));
    return data;
}

LibraryDrag read(const QMimeData *data)
{
    LibraryDrag drag;
    if (!data || !data->hasFormat(format()))
        return drag;
    const QJsonObject whole = QJsonDocument::fromJson(data->data(format())).object();
    drag.plan.value = whole.value(planKey).toString();
    const QJsonArray entries = whole.value(workoutsKey).toArray();
    for (const auto &entry : entries) {
        if (const QString id = entry.toObject().value(localKey).toString(); !id.isEmpty())
            drag.workouts.append({id});
    }
    return drag;
}

}
