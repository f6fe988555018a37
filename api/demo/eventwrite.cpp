// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/eventarea.h"
#include "api/demo/pairing.h"
#include "api/demo/plannedload.h"

#include <QJsonArray>
#include <QUuid>

using namespace Qt::StringLiterals;
using domain::Category;
using domain::Event;

namespace demo {

namespace {

/// The body without what only the service writes; what it computes comes in by hand only with the categories that set
/// it.
QJsonObject writablePart(QJsonObject body, const QString &category)
{
    static const QStringList editable = domain::editableKeys<Event>();
    static const QStringList known = domain::fieldKeys<Event>();
    static const QStringList own {u"athlete_id"_s,
        u"created_by_id"_s,
        u"calendar_id"_s,
        u"joules_above_ftp"_s,
        u"push_errors"_s,
        u"oauth_client_id"_s,
        u"workout"_s,
        u"file_contents"_s,
        u"file_contents_base64"_s,
        u"filename"_s};
    const QStringList keys = body.keys();
    for (const auto &key : keys) {
        const bool fitness = category == "SET_FITNESS"_L1 && (key == "icu_ctl"_L1 || key == "icu_atl"_L1);
        if (!fitness && ((known.contains(key) && !editable.contains(key)) || own.contains(key)))
            body.remove(key);
    }
    if (category != "SET_EFTP"_L1) {
        for (const auto &key : {u"icu_ftp"_s, u"w_prime"_s, u"p_max"_s})
            body.remove(key);
    }
    return body;
}

/// The first rule that the event breaks, in the service's words.
std::optional<domain::Error> brokenRule(const Event &event, const QJsonObject &body)
{
    if (event.category.isEmpty() || event.category == Category::Other)
        return refusal(422, u"Invalid category [%1]"_s.arg(event.category.text().left(40)));
    const bool dateOnly
        = body.contains("start_date_local"_L1) && !body.value("start_date_local"_L1).toString().contains(u'T');
    if (!event.start.day.isValid() || dateOnly)
        return refusal(422, u"start_date_local: a date and time is required"_s);
    if (event.category == Category::Note && event.name.isEmpty())
        return refusal(422, u"Name is required"_s);
    if (domain::isSession(event.category.value()) && event.type.isEmpty())
        return refusal(422, u"Missing type"_s);
    return {};
}

/// An end before the start, or none, becomes the midnight after the day.
void setEnd(Event &event, const std::optional<Event> &before, bool endGiven)
{
    if (before && !endGiven && event.end)
        event.end->day = event.end->day.addDays(before->start.day.daysTo(event.start.day));
    const bool early = event.end
        && (event.end->day < event.start.day
            || (event.end->day == event.start.day
                && event.end->time.value_or(QTime(0, 0)) <= event.start.time.value_or(QTime(0, 0))));
    if (!event.end || early)
        event.end = domain::LocalDateTime {event.start.day.addDays(1), {}};
}

}

domain::Result<QJsonObject> EventArea::store(const std::optional<QJsonObject> &known, const QJsonObject &body)
{
    const std::optional<Event> before
        = known ? std::optional(domain::fromJson<Event>(*known).valueOr({})) : std::nullopt;
    const QString category
        = body.value("category"_L1).toString(known ? known->value("category"_L1).toString() : QString());
    const QJsonObject wanted = writablePart(body, category);
    const auto read = domain::fromJson<Event>(merged(known.value_or(QJsonObject()), wanted));
    if (!read)
        return unreadableKey(read.error());
    Event event = *read;
    if (const auto error = brokenRule(event, wanted))
        return *error;
    event.id = before && before->id ? before->id : std::optional(domain::EventId {m_core.state().nextEventId()});
    if (event.uid.isEmpty())
        event.uid = QUuid::createUuid().toString(QUuid::WithoutBraces);
    setEnd(event, before, wanted.value("end_date_local"_L1).isString());
    const bool readAnew = !before || before->description != event.description || before->type != event.type
        || before->target != event.target || before->indoor != event.indoor;
    if (readAnew && domain::isSession(event.category.value()))
        readText(event, wanted);
    event.intensityPercent = intensityOf(event.load, event.movingTime);
    event.updated = m_core.stamp();
    const QJsonObject json = domain::toJson(event);
    m_core.state().put(Shelf::Event, QString::number(event.id->value), event.start.day, json);
    if (event.pairedActivity) {
        if (auto activity = m_core.state().find(Shelf::Activity, event.pairedActivity->value)) {
            setCompliance(*activity, m_core.state());
            const QDate day
                = QDate::fromString(activity->value("start_date_local"_L1).toString().left(10), Qt::ISODate);
            m_core.state().put(Shelf::Activity, event.pairedActivity->value, day, *activity);
        }
    }
    m_core.loadsChanged();
    return json;
}

void EventArea::readText(Event &event, const QJsonObject &body)
{
    const auto planned
        = plannedLoad(event.description, {event.type, event.indoor.value_or(false), event.target}, m_core.sports());
    event.workoutDoc = planned.document;
    if (!planned.hasSteps)
        return;
    const auto isGiven = [&body](QLatin1StringView key) { return body.contains(key) && !body.value(key).isNull(); };
    if (!isGiven("moving_time"_L1))
        event.movingTime = planned.movingTime;
    if (!isGiven("icu_training_load"_L1))
        event.load = planned.load;
    if (!isGiven("distance"_L1) && planned.metres > 0)
        event.distanceMetres = planned.metres;
    event.joules = planned.joules;
    event.extra.insert(u"joules_above_ftp"_s, planned.joulesAboveFtp);
}

}
