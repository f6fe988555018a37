// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/plans.h"

using namespace Qt::StringLiterals;

namespace endpoints {

namespace {

QString folderPath(const domain::AthleteId &athlete, const domain::FolderId &folder, const QString &rest)
{
    return athletePath(athlete, u"/folders/"_s + folder.value + rest);
}

}

http::Request PutAthletePlans::request() const
{
    QJsonArray array;
    for (const auto &plan : plans)
        array.append(plan);
    return put(u"/api/v1/athlete-plans"_s, array);
}

http::Request ApplyPlanChanges::request() const
{
    return {.method = "PUT", .path = athletePath(athlete, u"/apply-plan-changes"_s)};
}

domain::Result<ApplyPlanChanges::Response> ApplyPlanChanges::parse(const QByteArray &body)
{
    if (body.trimmed().isEmpty())
        return QJsonObject();
    return json::object(body);
}

http::Request HidePlanDays::request() const
{
    QUrlQuery query;
    query.addQueryItem(u"oldest"_s, QString::number(oldest));
    query.addQueryItem(u"newest"_s, QString::number(newest));
    return put(folderPath(athlete, folder, u"/workouts"_s), QJsonObject {{u"hide_from_athlete"_s, hide}}, query);
}

http::Request ListSharing::request() const
{
    return get(folderPath(athlete, folder, u"/shared-with"_s));
}

http::Request PutSharing::request() const
{
    QJsonArray array;
    for (const auto &person : people)
        array.append(domain::toJson(person));
    return put(folderPath(athlete, folder, u"/shared-with"_s), array);
}

}
