// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/sportsettings.h"

using namespace Qt::StringLiterals;

namespace endpoints {

namespace {

QString sportPath(const domain::AthleteId &athlete, const QString &sport, const QString &rest = {})
{
    return athletePath(athlete, u"/sport-settings/"_s + sport + rest);
}

QUrlQuery recalculation(bool wanted)
{
    QUrlQuery query;
    query.addQueryItem(u"recalcHrZones"_s, wanted ? u"true"_s : u"false"_s); // refused without
    return query;
}

domain::Result<QList<double>> metres(const QJsonObject &answer, const QString &key)
{
    QList<double> list;
    const QJsonValue value = answer.value(key);
    const QJsonArray entries = value.toArray();
    if (!value.isArray() && !value.isNull() && !value.isUndefined())
        return domain::malformed(key, u"expected a list"_s);
    for (const auto &entry : entries) {
        if (!entry.isDouble())
            return domain::malformed(key, u"expected numbers"_s);
        list.append(entry.toDouble());
    }
    return list;
}

}

http::Request GetSportSettings::request() const
{
    return get(sportPath(athlete, sport));
}

http::Request CreateSportSettings::request() const
{
    return post(athletePath(athlete, u"/sport-settings"_s), body);
}

http::Request UpdateSportSettings::request() const
{
    return put(sportPath(athlete, sport), body, recalculation(recalculateHeartRateZones));
}

http::Request UpdateManySportSettings::request() const
{
    QJsonArray array;
    for (const auto &row : settings)
        array.append(row);
    return put(athletePath(athlete, u"/sport-settings"_s), array, recalculation(recalculateHeartRateZones));
}

http::Request DeleteSportSettings::request() const
{
    return remove(sportPath(athlete, QString::number(settings)));
}

http::Request ApplySportSettings::request() const
{
    return {.method = "PUT", .path = sportPath(athlete, sport, u"/apply"_s)};
}

http::Request ListMatchingActivities::request() const
{
    return get(sportPath(athlete, sport, u"/matching-activities"_s));
}

http::Request GetPaceDistances::request() const
{
    return get(sportPath(athlete, sport, u"/pace_distances"_s));
}

domain::Result<GetPaceDistances::Response> GetPaceDistances::parse(const QByteArray &body)
{
    const auto whole = json::object(body);
    if (!whole)
        return whole.error();
    const auto distances = metres(*whole, u"distances"_s);
    const auto defaults = metres(*whole, u"defaults"_s);
    if (!distances || !defaults)
        return distances ? defaults.error() : distances.error();
    return PaceDistances {*distances, *defaults};
}

}
