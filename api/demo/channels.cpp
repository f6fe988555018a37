// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/channels.h"

#include "api/demo/recordedtrack.h"

using namespace Qt::StringLiterals;

namespace demo {

domain::LocalDateTime startOf(const QJsonObject &activity)
{
    return domain::LocalDateTime::parse(activity.value("start_date_local"_L1).toString()).valueOr({});
}

bool isStub(const QJsonObject &activity)
{
    return activity.contains("_note"_L1);
}

Track trackIn(Core &core, const QJsonObject &activity)
{
    const QString id = activity.value("id"_L1).toString();
    const auto effort = core.state().find(Shelf::ActivityEffort, id);
    const auto recorded = isStub(activity) ? std::nullopt : core.recordings().streams(id);
    if (recorded)
        return trackOf(*recorded, effortFromJson(effort.value_or(QJsonObject())));
    if (!effort || isStub(activity))
        return {};
    return trackOf(domain::fromJson<domain::Activity>(activity).valueOr({}), effortFromJson(*effort));
}

domain::StreamSet channelsIn(Core &core, const QJsonObject &activity)
{
    if (const auto recorded = core.recordings().streams(activity.value("id"_L1).toString()))
        return *recorded;
    return channelsOf(trackIn(core, activity));
}

QJsonArray streamsIn(Core &core, const QJsonObject &activity, const QStringList &types)
{
    const auto recorded = core.recordings().streams(activity.value("id"_L1).toString());
    return recorded ? streamsJson(*recorded, types) : streamsJson(trackIn(core, activity), types);
}

domain::Result<QJsonObject> wholeActivity(Core &core, const QString &id)
{
    const auto known = core.state().find(Shelf::Activity, id);
    if (!known)
        return refusal(404, u"Activity not found"_s);
    if (isStub(*known))
        return refusal(422, u"Strava activities are not available through the API"_s);
    return *known;
}

}
