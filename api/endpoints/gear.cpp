// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/gear.h"

using namespace Qt::StringLiterals;

namespace endpoints {

namespace {

QString gearPath(const domain::AthleteId &athlete, const domain::GearId &gear, const QString &rest = {})
{
    return athletePath(athlete, u"/gear/"_s + gear.value + rest);
}

}

http::Request ExportGear::request() const
{
    http::Request request = get(athletePath(athlete, u"/gear.csv"_s));
    request.headers.insert("accept", "*/*");
    return request;
}

http::Request UpdateGear::request() const
{
    return put(gearPath(athlete, gear), body);
}

http::Request DeleteGear::request() const
{
    return remove(gearPath(athlete, gear));
}

http::Request CountGearUse::request() const
{
    return get(gearPath(athlete, gear, u"/calc"_s));
}

http::Request ReplaceGear::request() const
{
    return post(gearPath(athlete, gear, u"/replace"_s), body);
}

http::Request AddGearReminder::request() const
{
    return post(gearPath(athlete, gear, u"/reminder"_s), body);
}

http::Request UpdateGearReminder::request() const
{
    QUrlQuery query;
    query.addQueryItem(u"reset"_s, reset ? u"true"_s : u"false"_s);
    query.addQueryItem(u"snoozeDays"_s, QString::number(snoozeDays));
    return put(gearPath(athlete, gear, u"/reminder/%1"_s.arg(reminder)), body, query);
}

http::Request DeleteGearReminder::request() const
{
    return remove(gearPath(athlete, gear, u"/reminder/%1"_s.arg(reminder)));
}

}
