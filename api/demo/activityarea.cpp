// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/activityarea.h"

#include "api/demo/channels.h"
#include "api/demo/intervalarea.h"
#include "api/demo/knownkeys.h"
#include "api/demo/pairing.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

constexpr QByteArrayView startKey = "start_date_local";
constexpr QByteArrayView noteKey = "_note"; ///< of stubs

}

domain::Result<QByteArray> ActivityArea::list(const http::Request &request)
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
    std::vector<std::pair<domain::LocalDateTime, ObjectText>> found;
    const auto kept = m_core.state().textsBetween(Shelf::Activity, window->days());
    for (const auto &text : kept) {
        const ObjectText activity(text);
        const auto start = domain::LocalDateTime::parse(activity.text(startKey)).valueOr({});
        if (window->contains(start))
            found.emplace_back(start, activity);
    }
    std::stable_sort(found.begin(), found.end(), [](const auto &a, const auto &b) {
        return a.second.value(startKey) > b.second.value(startKey);
    });
    if (*limit > 0 && found.size() > size_t(*limit))
        found.erase(found.begin() + *limit, found.end());
    const FieldFilter filter(listOf(query, u"fields"_s));
    QByteArray list = "[";
    for (auto &[start, activity] : found)
        append(list, activity, start.day, filter);
    return list += ']';
}

void ActivityArea::append(QByteArray &list, ObjectText &activity, QDate day, const FieldFilter &filter)
{
    static const BlankText blank(blankActivity());
    list += list.endsWith('[') ? "" : ",";
    if (!activity.value(noteKey).isEmpty()) {
        activity.appendTo(list, BlankText(), filter);
        return;
    }
    const auto end = m_core.fitness().at(day);
    activity.set("icu_ctl", asFloat(end.point.ctl));
    activity.set("icu_atl", asFloat(end.point.atl));
    activity.appendTo(list, blank, filter);
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

Reply ActivityArea::byIds(const http::Request &request, const QString &ids)
{
    if (request.method != "GET")
        return wrongMethod(request.method);
    QJsonArray list;
    for (const auto &id : ids.split(u',', Qt::SkipEmptyParts)) {
        if (const auto known = m_core.state().find(Shelf::Activity, id))
            list.append(detailed(*known, isTrue(request.query, u"intervals"_s)));
    }
    return QJsonValue(list);
}

QJsonObject ActivityArea::detailed(const QJsonObject &activity, bool intervals)
{
    QJsonObject answer = shown(activity);
    if (!intervals || isStub(activity))
        return answer;
    const auto parts = measuredParts(m_core, activity);
    answer.insert(u"icu_intervals"_s, parts.intervals);
    answer.insert(u"icu_groups"_s, parts.groups);
    return answer;
}

Reply ActivityArea::one(const http::Request &request, const QString &id)
{
    if (request.method != "GET" && request.method != "PUT" && request.method != "DELETE")
        return wrongMethod(request.method);
    const auto known = m_core.state().find(Shelf::Activity, id);
    if (!known)
        return refusal(404, u"Activity not found"_s);
    if (request.method == "PUT")
        return update(*known, request);
    if (request.method == "DELETE")
        return take(*known);
    return QJsonValue(detailed(*known, isTrue(request.query, u"intervals"_s)));
}

Reply ActivityArea::take(QJsonObject activity)
{
    const QString id = activity.value("id"_L1).toString();
    const QDate day = startOf(activity).day;
    m_core.state().begin();
    unpair(m_core.state(), activity, m_core.stamp());
    for (const Shelf shelf : {Shelf::Activity, Shelf::ActivityEffort, Shelf::Partition})
        m_core.state().remove(shelf, id);
    m_core.recordings().forget(id);
    m_book.forget(id);
    m_core.state().put(Shelf::Tombstone, id, day, {{u"id"_s, id}, {u"deleted"_s, m_core.stamp()}});
    m_core.state().commit();
    m_core.loadsChanged();
    return QJsonValue(QJsonObject {{u"icu_athlete_id"_s, Core::athleteId()}, {u"id"_s, id}});
}

Reply ActivityArea::tombstone(const http::Request &request, const QString &id)
{
    if (request.method != "DELETE")
        return wrongMethod(request.method);
    if (!m_core.state().remove(Shelf::Tombstone, id))
        return refusal(404, u"Activity tombstone not found"_s);
    return QJsonValue(QJsonObject());
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
