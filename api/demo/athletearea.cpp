// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/athletearea.h"

#include "api/demo/knownkeys.h"
#include "models/domain/athlete.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace demo {

Reply AthleteArea::person(const http::Request &request)
{
    QJsonObject person = m_core.state().find(Shelf::Athlete, Core::athleteId()).value_or(QJsonObject());
    if (request.method == "PUT") {
        auto body = bodyObject(request);
        if (!body)
            return body.error();
        body->remove(u"id"_s);
        body->remove(u"sportSettings"_s);
        person = merged(person, *body);
        if (const auto sound = domain::fromJson<domain::Athlete>(person); !sound)
            return unreadableKey(sound.error());
        m_core.state().put(Shelf::Athlete, Core::athleteId(), m_core.today(), person);
        m_core.loadsChanged();
    } else if (request.method != "GET") {
        return wrongMethod(request.method);
    }
    const Reply sports = listSports();
    person.insert(u"sportSettings"_s, *sports);
    return QJsonValue(complete(person, blankAthlete()));
}

Reply AthleteArea::listSports()
{
    QJsonArray list;
    const auto rows = m_core.state().all(Shelf::Sport);
    for (const auto &row : rows)
        list.append(complete(row, blankSportSettings()));
    return QJsonValue(list);
}

Reply AthleteArea::sportSettings(const http::Request &request, const QStringList &rest)
{
    if (rest.size() > 1)
        return noSuchPath();
    if (request.method != "GET" && (request.method != "PUT" || rest.isEmpty()))
        return wrongMethod(request.method);
    if (rest.isEmpty())
        return listSports();
    const auto rows = m_core.state().all(Shelf::Sport);
    for (const auto &row : rows) {
        const auto settings = domain::fromJson<domain::SportSettings>(row).valueOr({});
        const QString id = QString::number(settings.id.value_or(0));
        if (id != rest.first() && !settings.types.contains(rest.first()))
            continue;
        if (request.method == "GET")
            return QJsonValue(complete(row, blankSportSettings()));
        auto body = bodyObject(request);
        if (!body)
            return body.error();
        body->remove(u"id"_s);
        QJsonObject changed = merged(row, *body);
        if (const auto sound = domain::fromJson<domain::SportSettings>(changed); !sound)
            return unreadableKey(sound.error());
        changed.insert(u"updated"_s, m_core.stamp());
        m_core.state().put(Shelf::Sport, id, m_core.today(), changed);
        return QJsonValue(complete(changed, blankSportSettings()));
    }
    return refusal(404, u"Sport settings not found"_s);
}

}
