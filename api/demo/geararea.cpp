// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/geararea.h"

#include "api/demo/knownkeys.h"
#include "api/demo/seedgear.h"
#include "models/domain/gear.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

QString gearId(const QJsonObject &gear)
{
    return gear.value("id"_L1).toVariant().toString();
}

/// How far each reminder has come, of what it waits for: the most worn of its measures counts.
QJsonObject withWear(QJsonObject gear)
{
    QJsonArray reminders = gear.value("reminders"_L1).toArray();
    for (qsizetype i = 0; i < reminders.size(); ++i) {
        QJsonObject reminder = reminders.at(i).toObject();
        double percent = 0;
        for (const auto &measure : {u"distance"_s, u"time"_s, u"activities"_s}) {
            const double used = gear.value(measure).toDouble() - reminder.value(u"starting_"_s + measure).toDouble();
            reminder.insert(measure + u"_used"_s, used);
            if (const double limit = reminder.value(measure).toDouble(); limit > 0)
                percent = std::max(percent, 100 * used / limit);
        }
        reminder.insert(u"percent_used"_s, asFloat(percent));
        reminders[i] = reminder;
    }
    gear.insert(u"reminders"_s, reminders);
    return gear;
}

/// Counts from now on.
QJsonObject begun(QJsonObject reminder, const QJsonObject &gear, const QString &stamp)
{
    for (const auto &measure : {u"distance"_s, u"time"_s, u"activities"_s})
        reminder.insert(u"starting_"_s + measure, gear.value(measure).toDouble());
    reminder.insert(u"last_reset"_s, stamp);
    reminder.remove(u"snoozed_until"_s);
    return reminder;
}

}

Reply GearArea::handle(const http::Request &request, const QStringList &rest)
{
    const QByteArray &method = request.method;
    if (rest.isEmpty()) {
        if (method == "GET")
            return list();
        return method == "POST" ? create(request) : Reply(wrongMethod(method));
    }
    const QString part = rest.value(1);
    const bool known = part.isEmpty() || part == "calc"_L1 || part == "replace"_L1 || part == "reminder"_L1;
    if (!known || rest.size() > (part == "reminder"_L1 ? 3 : 2))
        return noSuchPath();
    const auto gear = m_core.state().find(Shelf::Gear, rest.first());
    if (!gear)
        return refusal(404, u"Gear not found"_s);
    if (part.isEmpty())
        return one(request, *gear);
    if (part == "reminder"_L1)
        return reminder(request, *gear, rest.value(2));
    if (part == "calc"_L1)
        return method == "GET" ? count(*gear) : Reply(wrongMethod(method));
    return method == "POST" ? replace(request, *gear) : Reply(wrongMethod(method));
}

Reply GearArea::list()
{
    QJsonArray list;
    const auto all = m_core.state().all(Shelf::Gear);
    for (const auto &gear : all)
        list.append(complete(withWear(gear), blankGear()));
    return QJsonValue(list);
}

QString GearArea::freshId()
{
    return u"g%1"_s.arg(1'000'000 + m_core.state().nextEventId());
}

void GearArea::keep(const QJsonObject &gear)
{
    m_core.state().put(Shelf::Gear, gearId(gear), m_core.today(), gear);
}

domain::Result<QJsonObject> GearArea::store(const QJsonObject &known, const QJsonObject &body)
{
    QJsonObject wanted = body;
    for (const auto &key : {u"id"_s, u"athlete_id"_s, u"reminders"_s})
        wanted.remove(key);
    const QJsonObject json = merged(known, wanted);
    const auto gear = domain::fromJson<domain::Gear>(json);
    if (!gear)
        return unreadableKey(gear.error());
    if (gear->name.trimmed().isEmpty())
        return refusal(422, u"Name is required"_s);
    if (!domain::gearTypes().contains(gear->type))
        return refusal(422, gear->type.isEmpty() ? u"Missing type"_s : u"Invalid type [%1]"_s.arg(gear->type.left(40)));
    keep(json);
    return json;
}

Reply GearArea::create(const http::Request &request)
{
    const auto body = bodyObject(request);
    if (!body)
        return body.error();
    const auto stored = store({{u"id"_s, freshId()},
                                  {u"athlete_id"_s, Core::athleteId()},
                                  {u"distance"_s, 0},
                                  {u"time"_s, 0},
                                  {u"activities"_s, 0}},
        *body);
    return stored ? Reply(QJsonValue(complete(*stored, blankGear()))) : Reply(stored.error());
}

Reply GearArea::one(const http::Request &request, const QJsonObject &known)
{
    if (request.method == "DELETE") {
        m_core.state().remove(Shelf::Gear, gearId(known));
        return QJsonValue(QJsonObject());
    }
    if (request.method != "PUT")
        return wrongMethod(request.method);
    const auto body = bodyObject(request);
    if (!body)
        return body.error();
    const auto stored = store(known, *body);
    return stored ? Reply(QJsonValue(complete(withWear(*stored), blankGear()))) : Reply(stored.error());
}

Reply GearArea::count(QJsonObject known)
{
    GearSum sum;
    const auto activities = m_core.state().all(Shelf::Activity);
    for (const auto &activity : activities) {
        if (gearId(activity.value("gear"_L1).toObject()) == gearId(known))
            sum.add(activity);
    }
    known.insert(u"activities"_s, sum.activities);
    known.insert(u"distance"_s, sum.metres);
    known.insert(u"time"_s, known.value("use_elapsed_time"_L1).toBool() ? sum.elapsedSeconds : sum.movingSeconds);
    keep(known);
    return QJsonValue(QJsonObject {{u"activities"_s, sum.activities},
        {u"distance"_s, sum.metres},
        {u"moving_time"_s, sum.movingSeconds},
        {u"elapsed_time"_s, sum.elapsedSeconds}});
}

Reply GearArea::replace(const http::Request &request, QJsonObject known)
{
    const auto body = bodyObject(request);
    if (!body)
        return body.error();
    if (!known.value("component"_L1).toBool())
        return refusal(422, u"Only components can be replaced"_s);
    QJsonObject fresh = known;
    fresh.insert(u"id"_s, freshId());
    fresh.insert(u"purchased"_s, m_core.today().toString(Qt::ISODate));
    for (const auto &key : {u"distance"_s, u"time"_s, u"activities"_s})
        fresh.insert(key, 0);
    QJsonArray reminders;
    const QJsonArray old = known.value("reminders"_L1).toArray();
    for (const auto &entry : old) {
        QJsonObject reminder = begun(entry.toObject(), fresh, m_core.stamp());
        reminder.insert(u"gear_id"_s, fresh.value("id"_L1));
        reminders.append(reminder);
    }
    fresh.insert(u"reminders"_s, reminders);
    const auto stored = store(fresh, *body);
    if (!stored)
        return stored.error();
    known.insert(u"retired"_s, m_core.today().toString(Qt::ISODate));
    keep(known);
    const auto all = m_core.state().all(Shelf::Gear);
    for (QJsonObject whole : all) {
        QJsonArray parts = whole.value("component_ids"_L1).toArray();
        const auto at = std::find(parts.begin(), parts.end(), known.value("id"_L1));
        if (at == parts.end())
            continue;
        *at = fresh.value("id"_L1);
        whole.insert(u"component_ids"_s, parts);
        keep(whole);
    }
    return QJsonValue(QJsonArray {complete(withWear(known), blankGear()), complete(withWear(*stored), blankGear())});
}

Reply GearArea::reminder(const http::Request &request, const QJsonObject &known, const QString &id)
{
    const bool adds = id.isEmpty();
    if (adds ? request.method != "POST" : request.method != "PUT" && request.method != "DELETE")
        return wrongMethod(request.method);
    QJsonArray reminders = known.value("reminders"_L1).toArray();
    qint64 last = 0;
    qsizetype at = -1;
    for (qsizetype i = 0; i < reminders.size(); ++i) {
        const qint64 number = reminders.at(i).toObject().value("id"_L1).toInteger();
        last = std::max(last, number);
        if (QString::number(number) == id)
            at = i;
    }
    if (!adds && at < 0)
        return refusal(404, u"Reminder not found"_s);
    if (request.method == "DELETE") {
        reminders.removeAt(at);
    } else {
        auto body = bodyObject(request);
        if (!body)
            return body.error();
        body->remove(u"id"_s);
        QJsonObject changed = merged(adds ? QJsonObject() : reminders.at(at).toObject(), *body);
        if (const auto sound = domain::fromJson<domain::GearReminder>(changed); !sound)
            return unreadableKey(sound.error());
        if (changed.value("name"_L1).toString().trimmed().isEmpty())
            return refusal(422, u"Name is required"_s);
        if (adds || isTrue(request.query, u"reset"_s))
            changed = begun(changed, known, m_core.stamp());
        if (const int days = request.query.queryItemValue(u"snoozeDays"_s).toInt(); days > 0)
            changed.insert(u"snoozed_until"_s, m_core.today().addDays(days).toString(Qt::ISODate));
        changed.insert(u"gear_id"_s, known.value("id"_L1));
        if (adds) {
            changed.insert(u"id"_s, last + 1);
            reminders.append(changed);
        } else {
            reminders[at] = changed;
        }
    }
    QJsonObject gear = known;
    gear.insert(u"reminders"_s, reminders);
    keep(gear);
    return QJsonValue(complete(withWear(gear), blankGear()));
}

}
