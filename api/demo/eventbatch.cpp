// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/eventarea.h"
#include "api/demo/knownkeys.h"
#include "api/demo/pairing.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

constexpr int mostEventCopies = 52;
constexpr int daysOfAllFuture = 20 * 365;

QString eventId(const QJsonObject &event)
{
    return QString::number(event.value("id"_L1).toInteger());
}

domain::LocalDateTime startOfEvent(const QJsonObject &event)
{
    return domain::LocalDateTime::parse(event.value("start_date_local"_L1).toString()).valueOr({});
}

/// The event some days later, without what tells it from others.
QJsonObject copyOf(QJsonObject event, int days)
{
    for (const auto &key : {u"id"_s, u"uid"_s, u"external_id"_s, u"paired_activity_id"_s, u"updated"_s})
        event.remove(key);
    for (const auto &key : {u"start_date_local"_s, u"end_date_local"_s}) {
        auto moment = domain::LocalDateTime::parse(event.value(key).toString());
        if (!moment)
            continue;
        moment->day = moment->day.addDays(days);
        event.insert(key, moment->toString());
    }
    return event;
}

}

void EventArea::forget(const QJsonObject &event)
{
    releaseActivityOf(m_core.state(), event, m_core.stamp());
    m_core.state().remove(Shelf::Event, eventId(event));
    m_core.loadsChanged();
}

Reply EventArea::remove(const QJsonObject &known, const QUrlQuery &query)
{
    const QString batch = known.value("plan_applied"_L1).toString();
    QDate notBefore;
    if (query.hasQueryItem(u"notBefore"_s)) {
        const QString text = query.queryItemValue(u"notBefore"_s, QUrl::FullyDecoded);
        const auto moment = domain::LocalDateTime::parse(text);
        if (!moment)
            return refusal(422, u"notBefore: invalid date [%1]"_s.arg(text.left(40)));
        notBefore = moment->day;
    }
    if (isTrue(query, u"others"_s) && !batch.isEmpty()) {
        const auto all = m_core.state().all(Shelf::Event);
        for (const auto &event : all) {
            const bool early = notBefore.isValid() && startOfEvent(event).day < notBefore;
            if (!early && event.value("plan_applied"_L1) == batch)
                forget(event);
        }
    }
    forget(known);
    return QJsonValue(QJsonObject());
}

Reply EventArea::updateDays(const http::Request &request)
{
    for (const auto &key : {u"oldest"_s, u"newest"_s}) {
        if (const auto missing = missingParameter(request.query, key))
            return *missing;
    }
    const auto window = windowOf(request.query, m_core.today(), 0);
    if (!window)
        return window.error();
    const auto body = bodyObject(request);
    if (!body)
        return body.error();
    QJsonObject flags; // the service takes nothing else for a range
    for (const auto &key : {u"hide_from_athlete"_s, u"athlete_cannot_edit"_s}) {
        const QJsonValue flag = body->value(key);
        if (flag.isBool())
            flags.insert(key, flag);
        else if (!flag.isNull() && !flag.isUndefined())
            return refusal(422, key + u": expected true or false"_s);
    }
    QJsonArray changed;
    const auto events = m_core.state().between(Shelf::Event, window->days());
    for (QJsonObject event : events) {
        if (flags.isEmpty() || !window->contains(startOfEvent(event)))
            continue;
        for (auto it = flags.begin(); it != flags.end(); ++it)
            event.insert(it.key(), it.value());
        event.insert(u"updated"_s, m_core.stamp());
        m_core.state().put(Shelf::Event, eventId(event), startOfEvent(event).day, event);
        changed.append(shown(event));
    }
    return QJsonValue(changed);
}

Reply EventArea::removeDays(const http::Request &request)
{
    for (const auto &key : {u"oldest"_s, u"category"_s}) {
        if (const auto missing = missingParameter(request.query, key, key == "category"_L1 ? u"List"_s : u"String"_s))
            return *missing;
    }
    const auto window = windowOf(request.query, m_core.today(), daysOfAllFuture);
    if (!window)
        return window.error();
    const auto wanted = wantedOf(request.query);
    if (!wanted)
        return wanted.error();
    const QString creator = request.query.queryItemValue(u"createdById"_s, QUrl::FullyDecoded);
    if (!creator.isEmpty() && creator != "0"_L1 && creator != Core::athleteId())
        return QJsonValue(QJsonObject());
    const auto events = m_core.state().between(Shelf::Event, window->days());
    for (const auto &event : events) {
        if (window->contains(startOfEvent(event)) && wanted->categories.contains(event.value("category"_L1).toString()))
            forget(event);
    }
    return QJsonValue(QJsonObject());
}

Reply EventArea::removeNamed(const http::Request &request)
{
    const auto doomed = bodyObjects(request);
    if (!doomed)
        return doomed.error();
    int count = 0;
    for (const auto &name : *doomed) {
        const QString external = name.value("external_id"_L1).toString();
        const auto event = external.isEmpty() ? m_core.state().find(Shelf::Event, eventId(name))
                                              : m_core.state().findExternal(external);
        if (!event)
            continue;
        forget(*event);
        ++count;
    }
    return QJsonValue(QJsonObject {{u"eventsDeleted"_s, count}});
}

Reply EventArea::duplicate(const http::Request &request)
{
    if (request.method != "POST")
        return wrongMethod(request.method);
    const auto body = bodyObject(request);
    if (!body)
        return body.error();
    const int count = body->value("numCopies"_L1).toInt(1);
    const int weeks = body->value("weeksBetween"_L1).toInt(1);
    if (count < 1 || count > mostEventCopies || weeks < 0 || weeks > mostEventCopies)
        return refusal(422, u"numCopies and weeksBetween: at most %1"_s.arg(mostEventCopies));
    QList<QJsonObject> originals;
    const QJsonArray ids = body->value("eventIds"_L1).toArray();
    for (const auto &id : ids) {
        const auto known = m_core.state().find(Shelf::Event, QString::number(id.toInteger()));
        if (!known)
            return refusal(404, u"Event not found"_s);
        originals.append(*known);
    }
    return copies(originals, count, weeks);
}

Reply EventArea::copies(const QList<QJsonObject> &originals, int count, int weeks)
{
    QList<QJsonObject> made;
    m_core.state().begin();
    for (int copy = 1; copy <= count; ++copy) {
        for (const auto &event : originals) {
            const auto stored = store({}, copyOf(event, 7 * weeks * copy));
            if (!stored) {
                m_core.state().rollback();
                m_core.loadsChanged();
                return stored.error();
            }
            made.append(*stored);
        }
    }
    m_core.state().commit();
    QJsonArray answers;
    for (const auto &event : std::as_const(made))
        answers.append(shown(event));
    return QJsonValue(answers);
}

Reply EventArea::markDone(const http::Request &, const QString &id)
{
    const auto known = m_core.state().find(Shelf::Event, id);
    if (!known)
        return refusal(404, u"Event not found"_s);
    const auto event = domain::fromJson<domain::Event>(*known);
    if (!event)
        return unreadableKey(event.error());
    if (!domain::isSession(event->category.value()))
        return refusal(422, u"Only workouts and races can be marked as done"_s);
    if (event->pairedActivity)
        return refusal(422, u"Event is paired with activity %1 already"_s.arg(event->pairedActivity->value));
    QJsonObject activity
        = manualActivityOf(*event, u"i%1"_s.arg(1'000'000 + m_core.state().nextEventId()), m_core.stamp());
    tie(m_core.state(), activity, event->id.value_or(domain::EventId {}).value, m_core.stamp());
    setCompliance(activity, m_core.state());
    m_core.state().put(Shelf::Activity, activity.value("id"_L1).toString(), event->start.day, activity);
    m_core.loadsChanged();
    const auto end = m_core.fitness().at(event->start.day);
    activity.insert(u"icu_ctl"_s, asFloat(end.point.ctl));
    activity.insert(u"icu_atl"_s, asFloat(end.point.atl));
    return QJsonValue(complete(activity, blankActivity()));
}

Reply EventArea::tags(const http::Request &request)
{
    if (request.method != "GET")
        return wrongMethod(request.method);
    QStringList tags;
    const auto all = m_core.state().all(Shelf::Event);
    for (const auto &event : all)
        tags += event.value("tags"_L1).toVariant().toStringList();
    tags.removeDuplicates();
    tags.sort(Qt::CaseInsensitive);
    return QJsonValue(QJsonArray::fromStringList(tags));
}

Reply EventArea::fitnessModel(const http::Request &request)
{
    if (request.method != "GET")
        return wrongMethod(request.method);
    QList<QJsonObject> events;
    for (const auto &category : {u"FITNESS_DAYS"_s, u"SET_FITNESS"_s, u"SET_EFTP"_s})
        events += m_core.state().eventsOf(category);
    std::stable_sort(events.begin(), events.end(), [](const auto &a, const auto &b) {
        return a.value("start_date_local"_L1).toString() < b.value("start_date_local"_L1).toString();
    });
    QJsonArray list;
    for (const auto &event : std::as_const(events))
        list.append(shown(event));
    return QJsonValue(list);
}

Reply EventArea::calendars(const http::Request &request)
{
    if (request.method != "GET")
        return wrongMethod(request.method);
    return QJsonValue(QJsonArray {QJsonObject {{u"id"_s, 1},
        {u"athlete_id"_s, Core::athleteId()},
        {u"name"_s, u"Calendar"_s},
        {u"color"_s, QJsonValue::Null}}});
}

}
