// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/activityarea.h"

#include "api/demo/intervals.h"
#include "api/demo/knownkeys.h"
#include "api/demo/pairing.h"
#include "api/demo/recordedtrack.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

domain::LocalDateTime startOf(const QJsonObject &activity)
{
    return domain::LocalDateTime::parse(activity.value("start_date_local"_L1).toString()).valueOr({});
}

bool isStub(const QJsonObject &activity)
{
    return activity.contains("_note"_L1);
}

/// What was uploaded, else what is made up from the effort.
Track trackIn(Core &core, const QJsonObject &activity)
{
    const QString id = activity.value("id"_L1).toString();
    const auto effort = core.state().find(Shelf::ActivityEffort, id);
    if (!effort || isStub(activity))
        return {};
    if (const auto recorded = core.recordings().streams(id))
        return trackOf(*recorded, effortFromJson(*effort));
    return trackOf(domain::fromJson<domain::Activity>(activity).valueOr({}), effortFromJson(*effort));
}

QJsonArray streamsIn(Core &core, const QJsonObject &activity, const QStringList &types)
{
    const auto recorded = core.recordings().streams(activity.value("id"_L1).toString());
    return recorded ? streamsJson(*recorded, types) : streamsJson(trackIn(core, activity), types);
}

}

Reply ActivityArea::list(const http::Request &request)
{
    if (request.method != "GET")
        return wrongMethod(request.method);
    if (!request.query.hasQueryItem(u"oldest"_s))
        return refusal(422, u"Required request parameter 'oldest' for method parameter type String is not present"_s);
    QUrlQuery query = request.query;
    if (!query.hasQueryItem(u"newest"_s))
        query.addQueryItem(u"newest"_s, domain::dayText(m_core.today()));
    const auto window = windowOf(query, {}, 0);
    if (!window)
        return window.error();
    const auto limit = limitOf(query);
    if (!limit)
        return limit.error();
    const QStringList fields = listOf(query, u"fields"_s);
    auto found = m_core.state().between(Shelf::Activity, window->days());
    std::stable_sort(found.begin(), found.end(), [](const QJsonObject &a, const QJsonObject &b) {
        return a.value("start_date_local"_L1).toString() > b.value("start_date_local"_L1).toString();
    });
    QJsonArray list;
    for (const auto &activity : std::as_const(found)) {
        if (*limit > 0 && list.size() >= *limit)
            break;
        if (window->contains(startOf(activity)))
            list.append(shown(activity, fields));
    }
    return QJsonValue(list);
}

QJsonObject ActivityArea::shown(const QJsonObject &activity, const QStringList &fields)
{
    if (isStub(activity))
        return complete(activity, {}, fields);
    QJsonObject json = activity;
    const auto end = m_core.fitness().at(startOf(activity).day);
    json.insert(u"icu_ctl"_s, asFloat(end.point.ctl));
    json.insert(u"icu_atl"_s, asFloat(end.point.atl));
    return complete(json, blankActivity(), fields);
}

Reply ActivityArea::one(const http::Request &request, const QString &id, const QStringList &rest)
{
    const QString part = rest.value(0);
    if (rest.size() > 1 || (!part.isEmpty() && part != "streams"_L1 && part != "intervals"_L1))
        return noSuchPath();
    if (request.method != "GET" && (request.method != "PUT" || !part.isEmpty()))
        return wrongMethod(request.method);
    const auto known = m_core.state().find(Shelf::Activity, id);
    if (!known)
        return refusal(404, u"Activity not found"_s);
    if (request.method == "PUT")
        return update(*known, request);
    if (part == "streams"_L1) {
        if (isStub(*known))
            return refusal(422, u"Strava activities are not available through the API"_s);
        return QJsonValue(streamsIn(m_core, *known, listOf(request.query, u"types"_s)));
    }
    if (part.isEmpty() && !isTrue(request.query, u"intervals"_s))
        return QJsonValue(shown(*known));
    QJsonObject answer;
    if (part.isEmpty())
        answer = shown(*known);
    else
        answer = {{u"id"_s, id}, {u"analyzed"_s, known->value("analyzed"_L1)}};
    const auto parts = intervalsOf(trackIn(m_core, *known), domain::fromJson<domain::Activity>(*known).valueOr({}));
    answer.insert(u"icu_intervals"_s, parts.intervals);
    answer.insert(u"icu_groups"_s, parts.groups);
    return QJsonValue(answer);
}

Reply ActivityArea::update(const QJsonObject &known, const http::Request &request)
{
    static const QStringList readable = domain::fieldKeys<domain::Activity>();
    static const QStringList writable = domain::editableKeys<domain::Activity>();
    if (isStub(known))
        return refusal(422, u"Strava activities cannot be changed"_s);
    const auto body = bodyObject(request);
    if (!body)
        return body.error();
    QJsonObject wanted = *body;
    for (auto it = body->begin(); it != body->end(); ++it) {
        if (readable.contains(it.key()) && !writable.contains(it.key()))
            wanted.remove(it.key());
    }
    const QJsonValue paired = wanted.take(u"paired_event_id"_s);
    QJsonObject json = merged(known, wanted);
    const auto sound = domain::fromJson<domain::Activity>(json);
    if (!sound)
        return unreadableKey(sound.error());
    if (!sound->start.day.isValid())
        return refusal(422, u"start_date_local: a date and time is required"_s);
    if (paired.isDouble()) {
        if (const auto error = pair(json, paired))
            return *error;
    }
    setCompliance(json, m_core.state());
    json.insert(u"updated"_s, m_core.stamp());
    m_core.state().put(Shelf::Activity, sound->id.value_or(domain::ActivityId {}).value, sound->start.day, json);
    m_core.loadsChanged();
    return QJsonValue(shown(json));
}

std::optional<domain::Error> ActivityArea::pair(QJsonObject &activity, const QJsonValue &event)
{
    const qint64 wanted = event.toInteger(-1);
    if (wanted > 0 && !m_core.state().find(Shelf::Event, QString::number(wanted)))
        return refusal(422, u"Event %1 not found"_s.arg(wanted));
    unpair(m_core.state(), activity, m_core.stamp());
    if (wanted > 0)
        tie(m_core.state(), activity, wanted, m_core.stamp());
    return {};
}

}
