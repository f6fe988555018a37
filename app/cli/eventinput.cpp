// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/eventinput.h"

#include "app/cli/commands.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

constexpr auto startKey = "start_date_local"_L1;

/// The error said of an entry: "event 3 (Tempo): start_date_local".
domain::Error about(const QString &entry, domain::Error error)
{
    error.item = error.item.isEmpty() ? entry : entry + u": "_s + error.item;
    return error;
}

QString entryName(const QJsonObject &event, qsizetype index)
{
    const QString name = event.value("name"_L1).toString().left(60);
    return name.isEmpty() ? u"event %1"_s.arg(index + 1) : u"event %1 (%2)"_s.arg(index + 1).arg(name);
}

/// Without what only the service writes. Fitness may be set by hand only where that is what the event is for.
QJsonObject writable(QJsonObject event)
{
    const QStringList editable = domain::editableKeys<domain::Event>();
    const bool setsFitness = event.value("category"_L1) == "SET_FITNESS"_L1;
    for (const QString &key : domain::fieldKeys<domain::Event>()) {
        if (!editable.contains(key) && !(setsFitness && (key == "icu_ctl"_L1 || key == "icu_atl"_L1)))
            event.remove(key);
    }
    return event;
}

/// Every key that we know must have its type, and a start must be a day that exists.
domain::Result<QJsonObject> checked(const QJsonObject &entry)
{
    const auto read = domain::fromJson<domain::Event>(entry);
    if (!read)
        return read.error();
    QJsonObject event = writable(entry);
    if (read->start.day.isValid())
        event.insert(startKey, read->start.toString());
    else if (entry.contains(startKey))
        return domain::unreadable(startKey, u"it is empty"_s);
    return event;
}

domain::Result<QJsonObject> complete(const QJsonObject &entry, bool bulk)
{
    auto event = checked(entry);
    if (!event)
        return event;
    if (!event->contains(startKey))
        return domain::unreadable(startKey, u"it is missing"_s);
    if (event->value("category"_L1).toString().isEmpty())
        return domain::unreadable(u"category"_s, u"it is missing, for example WORKOUT or NOTE"_s);
    const bool hasExternal = !event->value("external_id"_L1).toString().isEmpty();
    QString uid = event->value("uid"_L1).toString();
    if (uid.isEmpty() && !hasExternal) {
        uid = QUuid::createUuid().toString(QUuid::WithoutBraces);
        event->insert(u"uid"_s, uid);
    }
    if (bulk && !hasExternal) // a list is matched by this key alone, so that sending it again changes nothing
        event->insert(u"external_id"_s, u"microcycle-cli:"_s + uid);
    return event;
}

}

domain::Result<QList<QJsonObject>> newEvents(const QJsonDocument &document, bool bulk)
{
    if (bulk != document.isArray())
        return domain::unreadable(
            u"events"_s, bulk ? u"--bulk expects a list"_s : u"one object is expected; a list needs --bulk"_s);
    const QJsonArray entries = bulk ? document.array() : QJsonArray {document.object()};
    QList<QJsonObject> events;
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const QString name = entryName(entries.at(i).toObject(), i);
        if (!entries.at(i).isObject())
            return domain::unreadable(name, u"an object is expected"_s);
        const auto event = complete(entries.at(i).toObject(), bulk);
        if (!event)
            return bulk ? about(name, event.error()) : about(u"event"_s, event.error());
        events.append(*event);
    }
    if (events.isEmpty())
        return domain::unreadable(u"events"_s, u"the list is empty"_s);
    return events;
}

domain::Result<QJsonObject> newEvent(const TextPlan &plan)
{
    const auto text = readText(plan.file);
    if (!text)
        return text.error();
    if (text->trimmed().isEmpty())
        return domain::unreadable(QString::fromStdString(plan.file), u"the workout is empty"_s);
    if (plan.date.empty() || plan.type.empty())
        return domain::unreadable(u"--text"_s, u"it needs --date and --type"_s);
    QString start = QString::fromStdString(plan.date);
    if (!plan.time.empty())
        start += u'T' + QString::fromStdString(plan.time);
    const QString type = QString::fromStdString(plan.type);
    const QString name = plan.name.empty() ? type : QString::fromStdString(plan.name);
    return complete({{u"category"_s, u"WORKOUT"_s},
                        {startKey, start},
                        {u"type"_s, type},
                        {u"name"_s, name},
                        {u"description"_s, *text}},
        false);
}

domain::Result<EventChange> eventChange(const QJsonDocument &document, std::optional<qint64> id)
{
    if (!document.isObject())
        return domain::unreadable(u"event"_s, u"an object is expected"_s);
    const QJsonObject entry = document.object();
    const auto body = checked(entry);
    if (!body)
        return about(u"event"_s, body.error());
    const QJsonValue own = entry.value("id"_L1);
    const std::optional<qint64> ownId = own.isUndefined() ? std::nullopt : std::optional(own.toInteger());
    if (!id && !ownId)
        return domain::unreadable(u"event"_s, u"its id is missing"_s);
    if (id && ownId && *id != *ownId)
        return domain::unreadable(u"event %1"_s.arg(*id), u"the JSON is of event %1"_s.arg(*ownId));
    if (body->isEmpty())
        return domain::unreadable(u"event %1"_s.arg(id.value_or(ownId.value_or(0))), u"there is nothing to change"_s);
    return EventChange {{id ? *id : *ownId}, *body};
}

domain::Result<RangeChange> rangeChange(const QJsonDocument &document)
{
    RangeChange change;
    const QJsonObject keys = document.object();
    for (auto it = keys.begin(); it != keys.end(); ++it) {
        const bool hides = it.key() == "hide_from_athlete"_L1;
        if (!hides && it.key() != "athlete_cannot_edit"_L1)
            return domain::unreadable(
                it.key().left(60), u"a range takes only hide_from_athlete and athlete_cannot_edit"_s);
        if (!it.value().isBool())
            return domain::unreadable(it.key(), u"true or false is expected"_s);
        (hides ? change.hideFromAthlete : change.athleteCannotEdit) = it.value().toBool();
    }
    if (!change.hideFromAthlete && !change.athleteCannotEdit)
        return domain::unreadable(u"events"_s, u"there is nothing to change"_s);
    return change;
}

}
