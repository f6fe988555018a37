// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/listactivities.h"
#include "api/endpoints/listevents.h"
#include "api/endpoints/listfolders.h"
#include "api/endpoints/listsportsettings.h"
#include "api/endpoints/listwellness.h"
#include "app/cli/exchange.h"
#include "models/domain/localdatetime.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

constexpr int daysAtOnce = 366;

/// Every record once, also one that touches two years. A record that cannot be read is exported as it came.
template<typename Endpoint>
domain::Result<QJsonArray> fetchDays(Context &context, const domain::DateRange &days)
{
    QJsonArray all;
    QSet<QString> seen;
    const auto add = [&](const QJsonValue &record) {
        const QString id = record.toObject().value("id"_L1).toVariant().toString();
        if (!seen.contains(id) || id.isEmpty())
            all.append(record);
        seen.insert(id);
    };
    for (QDate day = days.first; day <= days.last; day = day.addDays(daysAtOnce)) {
        const domain::DateRange some {day, std::min(days.last, day.addDays(daysAtOnce - 1))};
        const auto list = context.call(Endpoint {.days = some});
        if (!list) {
            domain::Error error = list.error();
            error.item = u"%1 to %2"_s.arg(domain::dayText(some.first), domain::dayText(some.last));
            return error;
        }
        for (const auto &record : list->values)
            add(record.json);
        for (const auto &record : list->quarantined)
            add(record.raw);
    }
    return all;
}

domain::Result<QJsonArray> fetchLibrary(Context &context)
{
    const auto library = context.call(endpoints::ListFolders {});
    if (!library)
        return library.error();
    QJsonArray folders;
    for (const auto &folder : library->folders.values) {
        QJsonObject json = folder.json;
        QJsonArray children;
        for (const auto &workout : library->workouts.values) {
            if (workout.value.folder == folder.value.id)
                children.append(workout.json);
        }
        json.insert(u"children"_s, children);
        folders.append(json);
    }
    return folders;
}

domain::Result<QJsonArray> fetchSports(Context &context)
{
    const auto sports = context.call(endpoints::ListSportSettings {});
    if (!sports)
        return sports.error();
    QJsonArray rows;
    for (const auto &record : sports->values)
        rows.append(record.json);
    return rows;
}

domain::Result<QJsonArray> fetchKind(Context &context, const QString &kind, const domain::DateRange &days)
{
    if (kind == eventsKind)
        return fetchDays<endpoints::ListEvents>(context, days);
    if (kind == activitiesKind)
        return fetchDays<endpoints::ListActivities>(context, days);
    if (kind == wellnessKind)
        return fetchDays<endpoints::ListWellness>(context, days);
    return kind == libraryKind ? fetchLibrary(context) : fetchSports(context);
}

}

QStringList exchangeKinds()
{
    return {eventsKind, activitiesKind, wellnessKind, libraryKind, sportsKind};
}

domain::Result<Exchange> fetchExchange(Context &context, const QStringList &kinds, const domain::DateRange &days)
{
    Exchange exchange;
    for (const auto &kind : kinds) {
        const auto records = fetchKind(context, kind, days);
        if (!records) {
            domain::Error error = records.error();
            error.item = error.item.isEmpty() ? kind : kind + u", "_s + error.item;
            return error;
        }
        exchange.insert(kind, *records);
    }
    return exchange;
}

}
