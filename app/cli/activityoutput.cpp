// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/activityoutput.h"

using namespace Qt::StringLiterals;

namespace cli {

int printActivities(Context &context, const ManyActivities &activities)
{
    return printRows(context.output(),
        activities,
        {u"Id"_s, u"Start"_s, u"Sport"_s, u"Time"_s, u"Km"_s, u"Load"_s, u"Name"_s},
        [](const domain::Activity &a) -> QStringList {
            const auto metres = a.bestDistanceMetres();
            return {a.id.value_or(domain::ActivityId {}).value,
                a.start.toString(),
                a.isStub() ? a.source : a.type,
                figure(a.movingTime),
                figure(metres ? std::optional(*metres / 1000) : std::nullopt, 1),
                figure(a.load),
                a.isStub() ? a.note : a.name};
        });
}

int printActivity(Context &context, const OneActivity &activity)
{
    if (!activity)
        return context.output().fail(activity.error());
    if (context.output().isJson()) {
        context.output().json(QJsonDocument(activity->json));
        return Done;
    }
    QList<QStringList> rows;
    for (auto it = activity->json.begin(); it != activity->json.end(); ++it) {
        if (it.value().isString() || it.value().isDouble())
            rows.append({it.key(), it.value().toVariant().toString()});
    }
    context.output().table(rows);
    return Done;
}

QList<domain::ActivityId> activityIds(const std::vector<std::string> &arguments)
{
    QList<domain::ActivityId> ids;
    for (const auto &argument : arguments) {
        for (const auto &id : QString::fromStdString(argument).split(u',', Qt::SkipEmptyParts))
            ids.append(domain::ActivityId {id.trimmed()});
    }
    return ids;
}

}
