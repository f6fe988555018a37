// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/demoapi.h"

#include "api/demo/answers.h"
#include "api/demo/seed.h"
#include "models/domain/athlete.h"
#include "models/domain/sportsettings.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

QByteArray bytesOf(const QJsonValue &value)
{
    if (value.isArray())
        return QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact);
    return QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
}

http::Response refused(const domain::Error &error)
{
    return {error.httpStatus, bytesOf(QJsonObject {{u"status"_s, error.httpStatus}, {u"error"_s, error.detail}}), "application/json", {}};
}

/// Takes as long for a wrong key as for a right one.
bool sameBytes(const QByteArray &a, const QByteArray &b)
{
    int difference = int(a.size() ^ b.size());
    for (qsizetype i = 0; i < a.size() && !b.isEmpty(); ++i)
        difference |= a.at(i) ^ b.at(i % b.size());
    return difference == 0;
}

}

DemoApi::DemoApi(Options options)
    : m_options(std::move(options))
    , m_state(m_options.databasePath)
{
    if (m_options.populate && m_state.isEmpty())
        populate(m_state, m_options.seed, m_options.today);
}

QString DemoApi::athleteId()
{
    return u"i0000001"_s;
}

const Course &DemoApi::course()
{
    if (!m_course.isValid())
        m_course.compute(m_state, m_options.today);
    return m_course;
}

QString DemoApi::stamp()
{
    QDateTime now = m_options.now();
    if (m_lastStamp.isValid() && now <= m_lastStamp)
        now = m_lastStamp.addMSecs(1);
    m_lastStamp = now;
    return now.toString(u"yyyy-MM-ddTHH:mm:ss.zzz"_s) + u"+00:00"_s;
}

bool DemoApi::authorised(const http::Request &request) const
{
    const QByteArray given = request.headers.value("authorization");
    const QByteArray key = m_options.key;
    const bool basic = sameBytes(given, "Basic " + QByteArray("API_KEY:" + key).toBase64());
    const bool bearer = sameBytes(given, "Bearer " + key);
    const bool apiKey = sameBytes(given, "ApiKey API_KEY:" + key);
    return basic || bearer || apiKey;
}

http::Response DemoApi::handle(const http::Request &request)
{
    if (!authorised(request))
        return refused(refusal(401, u"Unauthorized"_s));
    const auto reply = route(request);
    if (reply)
        return {200, bytesOf(*reply), "application/json", {}};
    if (reply.error().httpStatus == 0) {
        const QJsonObject body {{u"timestamp"_s, m_options.now().toString(Qt::ISODateWithMs)}, {u"status"_s, 404}, {u"error"_s, u"Not Found"_s}, {u"path"_s, request.path}};
        return {404, bytesOf(body), "application/json", {}};
    }
    return refused(reply.error());
}

DemoApi::Reply DemoApi::route(const http::Request &request)
{
    const QStringList parts = request.path.split(u'/', Qt::SkipEmptyParts);
    if (parts.size() < 4 || parts.at(0) != "api"_L1 || parts.at(1) != "v1"_L1)
        return refusal(0, {});
    if (parts.at(2) == "activity"_L1 && parts.size() <= 5)
        return activity(request, parts.at(3), parts.value(4));
    if (parts.at(2) != "athlete"_L1)
        return refusal(0, {});
    if (parts.at(3) != "0"_L1 && parts.at(3) != athleteId())
        return refusal(403, u"Access denied"_s);
    const QString area = parts.value(4);
    const QStringList rest = parts.mid(5);
    if (area.isEmpty())
        return athlete(request, rest);
    if (area == "sport-settings"_L1)
        return sportSettings(request, rest);
    if (area == "events"_L1)
        return events(request, rest);
    if (area == "activities"_L1 && rest.isEmpty() && request.method == "GET")
        return activities(request.query);
    if (area == "wellness"_L1)
        return wellness(request, rest);
    return refusal(0, {});
}

DemoApi::Reply DemoApi::athlete(const http::Request &request, const QStringList &)
{
    QJsonObject person = m_state.find(Shelf::Athlete, athleteId()).value_or(QJsonObject());
    if (request.method == "PUT") {
        const auto body = bodyObject(request);
        if (!body)
            return body.error();
        person = merged(person, *body);
        m_state.put(Shelf::Athlete, athleteId(), m_options.today, person);
    } else if (request.method != "GET") {
        return refusal(405, u"Method Not Allowed"_s);
    }
    QJsonArray sports;
    const auto rows = m_state.all(Shelf::Sport);
    for (const auto &row : rows)
        sports.append(row);
    person.insert(u"sportSettings"_s, sports);
    return QJsonValue(complete(person, domain::fieldKeys<domain::Athlete>()));
}

DemoApi::Reply DemoApi::sportSettings(const http::Request &request, const QStringList &rest)
{
    const auto rows = m_state.all(Shelf::Sport);
    if (rest.isEmpty() && request.method == "GET") {
        QJsonArray list;
        for (const auto &row : rows)
            list.append(complete(row, domain::fieldKeys<domain::SportSettings>()));
        return QJsonValue(list);
    }
    for (const auto &row : rows) {
        const auto settings = domain::fromJson<domain::SportSettings>(row);
        if (!settings || (QString::number(settings->id.value_or(0)) != rest.value(0) && !settings->types.contains(rest.value(0))))
            continue;
        QJsonObject changed = row;
        if (request.method == "PUT") {
            const auto body = bodyObject(request);
            if (!body)
                return body.error();
            changed = merged(row, *body);
            changed.insert(u"updated"_s, stamp());
            if (const auto sound = domain::fromJson<domain::SportSettings>(changed); !sound)
                return refusal(422, sound.error().item + u": "_s + sound.error().detail);
            m_state.put(Shelf::Sport, QString::number(settings->id.value_or(0)), m_options.today, changed);
        } else if (request.method != "GET") {
            return refusal(405, u"Method Not Allowed"_s);
        }
        return QJsonValue(complete(changed, domain::fieldKeys<domain::SportSettings>()));
    }
    return refusal(404, u"Sport settings not found"_s);
}

}
