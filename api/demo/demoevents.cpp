// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/answers.h"
#include "api/demo/demoapi.h"
#include "models/domain/sportsettings.h"
#include "models/workout/document.h"
#include "models/workout/parse.h"
#include "models/workout/resolve.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUuid>
#include <cmath>

using namespace Qt::StringLiterals;
using domain::Event;

namespace demo {

namespace {

constexpr int longestSpanDays = 120; // how far before a window an event may start and still reach into it

/// Where a person's body names no time, the midnight after the day ends the event.
void setEnd(Event &event)
{
    if (!event.end || event.end->day <= event.start.day)
        event.end = domain::LocalDateTime {event.start.day.addDays(1), {}};
}

void resolveText(Event &event, const QList<domain::SportSettings> &sports, bool keepTime, bool keepLoad)
{
    const auto parsed = workout::parse(event.description);
    const auto settings = domain::settingsFor(event.type, sports).value_or(domain::SportSettings {});
    const auto figures = workout::resolve(parsed, settings, {.type = event.type, .indoor = event.indoor.value_or(false), .target = event.target});
    event.workoutDoc = workout::toDocument(parsed, settings, figures);
    if (parsed.isEmpty())
        return;
    if (!keepTime)
        event.movingTime = figures.duration;
    if (!keepLoad)
        event.load = figures.load;
    if (figures.metres > 0)
        event.distanceMetres = figures.metres;
    event.joules = figures.joules;
}

}

DemoApi::Reply DemoApi::events(const http::Request &request, const QStringList &rest)
{
    if (rest.isEmpty() && request.method == "GET")
        return listEvents(request.query);
    if (request.method == "POST" && (rest.isEmpty() || rest == QStringList {u"bulk"_s}))
        return createEvents(request, !rest.isEmpty());
    if (rest.size() != 1)
        return refusal(0, {});
    const auto known = m_state.find(Shelf::Event, rest.first());
    if (!known)
        return refusal(404, u"Event not found"_s);
    if (request.method == "PUT")
        return updateEvent(rest.first(), request);
    if (request.method == "DELETE") {
        m_state.remove(Shelf::Event, rest.first());
        m_course.invalidate();
        return QJsonValue(QJsonObject());
    }
    return QJsonValue(shown(domain::fromJson<Event>(*known).valueOr({})));
}

DemoApi::Reply DemoApi::listEvents(const QUrlQuery &query)
{
    const auto days = rangeOf(query, {m_options.today, m_options.today.addDays(6)});
    if (!days)
        return days.error();
    const QStringList categories = query.queryItemValue(u"category"_s, QUrl::FullyDecoded).split(u',', Qt::SkipEmptyParts);
    QJsonArray list;
    const auto candidates = m_state.between(Shelf::Event, {days->first.addDays(-longestSpanDays), days->last});
    for (const auto &json : candidates) {
        const auto event = domain::fromJson<Event>(json);
        if (!event || (!categories.isEmpty() && !categories.contains(event->category.text())))
            continue;
        if (event->start.day < days->first && (!event->end || event->end->day <= days->first))
            continue;
        list.append(complete(shown(*event), {}, query));
    }
    return QJsonValue(list);
}

QJsonObject DemoApi::shown(const Event &event)
{
    Event copy = event;
    const auto day = course().at(event.start.day);
    copy.ctl = float(day.ctl);
    copy.atl = float(day.atl);
    return complete(domain::toJson(copy), domain::fieldKeys<Event>());
}

DemoApi::Reply DemoApi::createEvents(const http::Request &request, bool bulk)
{
    const QJsonDocument document = QJsonDocument::fromJson(request.body);
    if (bulk != document.isArray() || document.isNull())
        return refusal(422, bulk ? u"JSON parse error: an array is required"_s : u"JSON parse error: an object is required"_s);
    const QJsonArray bodies = bulk ? document.array() : QJsonArray {document.object()};
    const bool byExternal = request.query.queryItemValue(u"upsert"_s) == "true"_L1;
    const bool byUid = request.query.queryItemValue(u"upsertOnUid"_s) == "true"_L1;
    QJsonArray answers;
    for (const auto &entry : bodies) {
        const QJsonObject body = entry.toObject();
        const auto wanted = domain::fromJson<Event>(body);
        if (!wanted)
            return refusal(422, wanted.error().item + u": "_s + wanted.error().detail);
        std::optional<Event> before;
        const auto all = byExternal || byUid ? m_state.all(Shelf::Event) : QList<QJsonObject>();
        for (const auto &json : all) {
            const auto candidate = domain::fromJson<Event>(json).valueOr({});
            const bool same = (byExternal && !wanted->externalId.isEmpty() && candidate.externalId == wanted->externalId)
                || (byUid && !byExternal && !wanted->uid.isEmpty() && candidate.uid == wanted->uid);
            if (same)
                before = candidate;
        }
        const auto stored = store(merged(before ? domain::toJson(*before) : QJsonObject(), body), body, before);
        if (!stored)
            return stored.error();
        answers.append(*stored);
    }
    return bulk ? QJsonValue(answers) : answers.first();
}

DemoApi::Reply DemoApi::updateEvent(const QString &id, const http::Request &request)
{
    const auto body = bodyObject(request);
    if (!body)
        return body.error();
    const QJsonObject known = *m_state.find(Shelf::Event, id);
    const auto stored = store(merged(known, *body), *body, domain::fromJson<Event>(known).valueOr({}));
    if (!stored)
        return stored.error();
    return QJsonValue(*stored);
}

domain::Result<QJsonObject> DemoApi::store(QJsonObject json, const QJsonObject &body, const std::optional<Event> &before)
{
    auto read = domain::fromJson<Event>(json);
    if (!read)
        return refusal(422, read.error().item + u": "_s + read.error().detail);
    Event event = *read;
    const Event given = domain::fromJson<Event>(body).valueOr({});
    if (event.category.isEmpty() || (event.category.value() == domain::Category::Other))
        return refusal(422, u"Invalid category [%1]"_s.arg(event.category.text().left(40)));
    if (!event.start.day.isValid() || (body.contains("start_date_local"_L1) && !body.value("start_date_local"_L1).toString().contains(u'T')))
        return refusal(422, u"start_date_local: a date and time is required"_s);
    if (event.category.value() == domain::Category::Note && event.name.isEmpty())
        return refusal(422, u"Name is required"_s);
    if (domain::isSession(event.category.value()) && event.type.isEmpty())
        return refusal(422, u"Missing type"_s);
    event.id = before && before->id ? before->id : std::optional(domain::EventId {m_state.nextEventId()});
    if (event.uid.isEmpty())
        event.uid = QUuid::createUuid().toString(QUuid::WithoutBraces);
    if (before && before->start.day != event.start.day && !given.end && event.end)
        event.end->day = event.end->day.addDays(before->start.day.daysTo(event.start.day));
    setEnd(event);
    const bool textTouched = !before || before->description != event.description || before->type != event.type || before->target != event.target;
    if (textTouched && domain::isSession(event.category.value())) {
        QList<domain::SportSettings> sports;
        const auto rows = m_state.all(Shelf::Sport);
        for (const auto &row : rows)
            sports.append(domain::fromJson<domain::SportSettings>(row).valueOr({}));
        resolveText(event, sports, given.movingTime.has_value(), given.load.has_value());
    }
    event.intensityPercent.reset();
    if (event.load && event.movingTime && event.movingTime->count() > 0)
        event.intensityPercent = float(100 * std::sqrt(*event.load * 36.0 / double(event.movingTime->count())));
    event.updated = stamp();
    event.ctl.reset();
    event.atl.reset();
    m_state.put(Shelf::Event, QString::number(event.id->value), event.start.day, domain::toJson(event));
    m_course.invalidate();
    return shown(event);
}

}
