// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/json/records.h"
#include "app/cli/commands.h"
#include "models/domain/activity.h"

namespace cli {

using ManyActivities = domain::Result<json::Records<domain::Activity>>;
using OneActivity = domain::Result<json::Record<domain::Activity>>;

/// A row each for people, a list of the service's objects for machines.
int printActivities(Context &context, const ManyActivities &activities);
/// Every plain key for people, the service's object for machines.
int printActivity(Context &context, const OneActivity &activity);

/// The ids of a command line: several arguments, each of which may be a list with commas.
[[nodiscard]] QList<domain::ActivityId> activityIds(const std::vector<std::string> &arguments);

/// One object: rows made of it for people, the object itself for machines.
template<typename T, typename Rows>
int printRecord(Context &context, const domain::Result<json::Record<T>> &record, Rows rows)
{
    if (!record)
        return context.output().fail(record.error());
    if (context.output().isJson())
        context.output().json(QJsonDocument(record->json));
    else
        context.output().table(rows(record->value));
    return Done;
}

}
