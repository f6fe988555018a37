// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/wellnessarea.h"

#include "api/demo/formdata.h"
#include "api/demo/knownkeys.h"
#include "api/demo/objecttext.h"
#include "models/domain/wellness.h"
#include "models/files/csv.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace demo {

Reply WellnessArea::handle(const http::Request &request, const QStringList &rest)
{
    if (rest.size() > 1)
        return noSuchPath();
    if (rest.isEmpty() && request.method == "POST")
        return upload(request);
    if (request.method != "GET" && request.method != "PUT")
        return wrongMethod(request.method);
    if (rest.isEmpty() && request.method == "GET")
        return list(request.query);
    const auto body = bodyObject(request);
    if (!body)
        return body.error();
    const QString text = rest.isEmpty() ? body->value("id"_L1).toString() : rest.first();
    const auto day = domain::parseDay(text);
    if (!day)
        return refusal(422, u"Invalid date [%1]"_s.arg(text.left(40)));
    return put(request.query, *day, *body);
}

domain::Result<QByteArray> WellnessArea::day(const QString &date)
{
    static const BlankText blank(blankWellness());
    const auto day = domain::parseDay(date);
    if (!day)
        return refusal(422, u"Invalid date [%1]"_s.arg(date.left(40)));
    const QString id = domain::dayText(*day);
    ObjectText object(m_core.state().text(Shelf::Wellness, id).value_or("{}"));
    object.set("id", '"' + id.toLatin1() + '"');
    const auto now = m_core.fitness().at(*day);
    object.set("ctl", asFloat(now.point.ctl));
    object.set("atl", asFloat(now.point.atl));
    object.set("rampRate", asFloat(now.point.ctl - m_core.fitness().at(day->addDays(-7)).point.ctl));
    object.set("ctlLoad", now.load.ctl);
    object.set("atlLoad", now.load.atl);
    QByteArray text;
    object.appendTo(text, blank, FieldFilter({}));
    return text;
}

Reply WellnessArea::list(const QUrlQuery &query)
{
    const auto window = windowOf(query, m_core.today(), 6);
    if (!window)
        return window.error();
    QHash<QString, QJsonObject> records;
    const auto written = m_core.state().between(Shelf::Wellness, window->days());
    for (const auto &record : written)
        records.insert(record.value("id"_L1).toString(), record);
    const QStringList fields = listOf(query, u"fields"_s);
    QJsonArray list;
    for (QDate day = window->oldest.day; day <= window->newest.day; day = day.addDays(1)) {
        const auto known = records.constFind(domain::dayText(day));
        if (known != records.constEnd())
            list.append(shown(day, *known, fields));
        else if (m_core.fitness().covers(day))
            list.append(shown(day, {}, fields));
    }
    return QJsonValue(list);
}

QJsonObject WellnessArea::shown(QDate day, const QJsonObject &record, const QStringList &fields)
{
    QJsonObject json = record;
    json.insert(u"id"_s, domain::dayText(day));
    const auto now = m_core.fitness().at(day);
    const auto weekAgo = m_core.fitness().at(day.addDays(-7));
    json.insert(u"ctl"_s, asFloat(now.point.ctl));
    json.insert(u"atl"_s, asFloat(now.point.atl));
    json.insert(u"rampRate"_s, asFloat(now.point.ctl - weekAgo.point.ctl));
    json.insert(u"ctlLoad"_s, now.load.ctl);
    json.insert(u"atlLoad"_s, now.load.atl);
    return complete(json, blankWellness(), fields);
}

Reply WellnessArea::put(const QUrlQuery &query, QDate day, const QJsonObject &body)
{
    const auto kept = stored(day, body);
    if (!kept)
        return kept.error();
    if (query.queryItemValue(u"localDate"_s) == domain::dayText(day))
        carryToAthlete(body);
    return QJsonValue(shown(day, *kept));
}

domain::Result<QJsonObject> WellnessArea::stored(QDate day, const QJsonObject &body)
{
    static const QStringList writable = domain::editableKeys<domain::Wellness>();
    const QString id = domain::dayText(day);
    QJsonObject wanted;
    for (auto it = body.begin(); it != body.end(); ++it) {
        const bool own = !it.key().isEmpty() && it.key().at(0).isUpper(); // fields of the athlete's own making
        if (!own && !blankWellness().contains(it.key()))
            return refusal(422, u"Unrecognized wellness field [%1]"_s.arg(it.key().left(60)));
        if (own || writable.contains(it.key()))
            wanted.insert(it.key(), it.value());
    }
    if (!wanted.value("locked"_L1).toBool())
        wanted.remove(u"locked"_s); // only the web page unlocks a day
    const QJsonObject known = m_core.state().find(Shelf::Wellness, id).value_or(QJsonObject());
    if (known.value("locked"_L1).toBool())
        return known;
    QJsonObject json = merged(known, wanted);
    if (const auto sound = domain::fromJson<domain::Wellness>(json); !sound)
        return unreadableKey(sound.error());
    json.insert(u"id"_s, id);
    json.insert(u"updated"_s, m_core.stamp());
    m_core.state().put(Shelf::Wellness, id, day, json);
    return json;
}

Reply WellnessArea::storeAll(const QList<std::pair<QDate, QJsonObject>> &days)
{
    m_core.state().begin();
    for (const auto &[day, body] : days) {
        if (const auto kept = stored(day, body); !kept) {
            m_core.state().rollback();
            return kept.error();
        }
    }
    m_core.state().commit();
    return QJsonValue(QJsonValue::Undefined);
}

Reply WellnessArea::putMany(const http::Request &request)
{
    if (request.method != "PUT")
        return wrongMethod(request.method);
    const auto records = bodyObjects(request);
    if (!records)
        return records.error();
    QList<std::pair<QDate, QJsonObject>> days;
    for (const auto &record : *records) {
        const QString text = record.value("id"_L1).toString();
        const auto day = domain::parseDay(text);
        if (!day)
            return refusal(422, u"Invalid date [%1]"_s.arg(text.left(40)));
        days.append({*day, record});
    }
    return storeAll(days);
}

/// A table of days. An empty cell clears its field, unless missing fields are to be ignored.
Reply WellnessArea::upload(const http::Request &request)
{
    const auto part = uploadedFile(request);
    if (!part)
        return part.error();
    const auto table = files::readWellnessCsv(part->bytes);
    const auto cells = files::readCsvTable(part->bytes);
    if (!table || !cells)
        return refusal(422, part->fileName + u": "_s + (table ? cells.error() : table.error()).detail);
    if (!table->unknownColumns.isEmpty())
        return refusal(422, u"Unrecognized wellness field [%1]"_s.arg(table->unknownColumns.constFirst().left(60)));
    if (!table->notes.isEmpty())
        return refusal(422, u"%1: %2 cannot be read"_s.arg(part->fileName, table->notes.constFirst().item));
    QJsonObject cleared;
    if (!isTrue(request.query, u"ignoreMissingFields"_s)) {
        domain::Patch clearing;
        for (const QString &key : domain::editableKeys<domain::Wellness>()) {
            if (cells->header.contains(key, Qt::CaseInsensitive))
                clearing.changes.insert(key, {});
        }
        cleared = domain::wireBody<domain::Wellness>(clearing);
    }
    QList<std::pair<QDate, QJsonObject>> days;
    for (const auto &value : table->values) {
        QJsonObject body = cleared;
        const QJsonObject given = domain::toJson(value);
        for (auto it = given.begin(); it != given.end(); ++it)
            body.insert(it.key(), it.value());
        days.append({value.day, body});
    }
    const Reply kept = storeAll(days);
    return kept ? Reply(QJsonValue(QJsonObject())) : kept;
}

/// Today's weight and resting heart rate are also the athlete's current ones.
void WellnessArea::carryToAthlete(const QJsonObject &body)
{
    QJsonObject person = m_core.state().find(Shelf::Athlete, Core::athleteId()).value_or(QJsonObject());
    for (const auto &[from, to] :
        {std::pair {"weight"_L1, u"icu_weight"_s}, std::pair {"restingHR"_L1, u"icu_resting_hr"_s}}) {
        if (body.value(from).toDouble() > 0)
            person.insert(to, body.value(from));
    }
    m_core.state().put(Shelf::Athlete, Core::athleteId(), m_core.today(), person);
}

}
