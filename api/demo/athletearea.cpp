// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/athletearea.h"

#include "api/demo/knownkeys.h"
#include "api/demo/seedgear.h"
#include "api/demo/sportarea.h"
#include "models/domain/athlete.h"
#include "models/domain/weather.h"

using namespace Qt::StringLiterals;

namespace demo {

namespace {

const QString weatherKey = u"weather"_s;
constexpr int forecastDays = 8;

/// The keys of an athlete that others may see.
const QStringList &publicKeys()
{
    static const QStringList keys {u"id"_s,
        u"name"_s,
        u"city"_s,
        u"state"_s,
        u"country"_s,
        u"timezone"_s,
        u"sex"_s,
        u"bio"_s,
        u"website"_s,
        u"profile_medium"_s,
        u"email"_s};
    return keys;
}

}

Reply AthleteArea::person(const http::Request &request)
{
    QJsonObject person = m_core.state().find(Shelf::Athlete, Core::athleteId()).value_or(QJsonObject());
    if (request.method == "PUT") {
        auto body = bodyObject(request);
        if (!body)
            return body.error();
        for (const auto &key :
            {u"id"_s, u"sportSettings"_s, u"custom_items"_s, u"localDate"_s, u"recalcHrZones"_s, u"applyToAll"_s})
            body->remove(key);
        person = merged(person, *body);
        if (const auto sound = domain::fromJson<domain::Athlete>(person); !sound)
            return unreadableKey(sound.error());
        m_core.state().put(Shelf::Athlete, Core::athleteId(), m_core.today(), person);
        m_core.loadsChanged();
    } else if (request.method != "GET") {
        return wrongMethod(request.method);
    }
    person.insert(u"sportSettings"_s, m_sports.list());
    person.insert(u"custom_items"_s, listCustomItems());
    return QJsonValue(complete(person, blankAthlete()));
}

Reply AthleteArea::profile(const http::Request &request)
{
    if (request.method != "GET")
        return wrongMethod(request.method);
    const QJsonObject person = m_core.state().find(Shelf::Athlete, Core::athleteId()).value_or(QJsonObject());
    QJsonObject shown;
    for (const auto &key : publicKeys())
        shown.insert(key, person.contains(key) ? person.value(key) : QJsonValue(QJsonValue::Null));
    QJsonArray folders;
    const auto all = m_core.state().all(Shelf::Folder);
    for (const auto &folder : all) {
        if (folder.value("visibility"_L1) == "PUBLIC"_L1)
            folders.append(complete(folder, blankFolder()));
    }
    return QJsonValue(
        QJsonObject {{u"athlete"_s, shown}, {u"sharedFolders"_s, folders}, {u"customItems"_s, listCustomItems()}});
}

Reply AthleteArea::deviceSettings(const http::Request &request, const QStringList &rest)
{
    if (rest.size() != 1)
        return noSuchPath();
    if (request.method != "GET")
        return wrongMethod(request.method);
    if (!QStringList {u"phone"_s, u"tablet"_s, u"desktop"_s}.contains(rest.first()))
        return refusal(422, u"Invalid device class [%1]"_s.arg(rest.first().left(40)));
    return QJsonValue(m_core.state().find(Shelf::Choice, rest.first()).value_or(QJsonObject()));
}

QJsonArray AthleteArea::listCustomItems()
{
    QJsonArray list;
    const auto items = m_core.state().all(Shelf::CustomItem);
    for (const auto &item : items)
        list.append(complete(item, blankCustomItem()));
    return list;
}

Reply AthleteArea::customItems(const http::Request &request, const QStringList &rest)
{
    if (rest.size() > 1)
        return noSuchPath();
    if (request.method != "GET")
        return wrongMethod(request.method);
    if (rest.isEmpty())
        return QJsonValue(listCustomItems());
    const auto item = m_core.state().find(Shelf::CustomItem, rest.first());
    return item ? Reply(QJsonValue(complete(*item, blankCustomItem())))
                : Reply(refusal(404, u"Custom item not found"_s));
}

QJsonObject AthleteArea::weather()
{
    return m_core.state().find(Shelf::Choice, weatherKey).value_or(QJsonObject {{u"forecasts"_s, QJsonArray()}});
}

Reply AthleteArea::weatherConfig(const http::Request &request)
{
    if (request.method == "GET")
        return QJsonValue(weather());
    if (request.method != "PUT")
        return wrongMethod(request.method);
    const auto body = bodyObject(request);
    if (!body)
        return body.error();
    QJsonObject changed = weather();
    for (auto it = body->begin(); it != body->end(); ++it) {
        if (!it.value().isNull())
            changed.insert(it.key(), it.value()); // an empty list is a choice too
    }
    const auto sound = domain::fromJson<domain::Weather>(changed);
    if (!sound)
        return unreadableKey(sound.error());
    if (domain::placesOf(*sound).size() != sound->places.size())
        return refusal(422, u"forecasts: a place cannot be read"_s);
    m_core.state().put(Shelf::Choice, weatherKey, m_core.today(), changed);
    return QJsonValue(changed);
}

Reply AthleteArea::weatherForecast(const http::Request &request)
{
    if (request.method != "GET")
        return wrongMethod(request.method);
    QJsonArray forecasts;
    const QJsonArray places = weather().value("forecasts"_L1).toArray();
    for (const auto &entry : places) {
        QJsonObject place = entry.toObject();
        if (!place.value("enabled"_L1).toBool())
            continue;
        QJsonArray days;
        for (int ahead = 0; ahead < forecastDays; ++ahead)
            days.append(forecastOf(m_core.today().addDays(ahead), place.value("lat"_L1).toDouble()));
        place.insert(u"daily"_s, days);
        forecasts.append(place);
    }
    return QJsonValue(QJsonObject {{u"forecasts"_s, forecasts}});
}

}
