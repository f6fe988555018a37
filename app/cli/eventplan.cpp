// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/eventplan.h"

#include "api/endpoints/createevents.h"
#include "api/endpoints/listevents.h"
#include "api/endpoints/updateevent.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

constexpr auto startKey = "start_date_local"_L1;
constexpr auto externalKey = "external_id"_L1;
constexpr auto uidKey = "uid"_L1;
constexpr qsizetype mostAtOnce = 500;
/// An event may have been moved since it was made.
constexpr int daysAround = 35;

bool sameStart(const QString &wanted, const QString &known)
{
    const auto a = domain::LocalDateTime::parse(wanted);
    const auto b = domain::LocalDateTime::parse(known);
    return a && b && a->day == b->day && (!a->time || a->time == QTime(0, 0) || a->time == b->time);
}

bool isNothing(const QJsonValue &value)
{
    return value.isUndefined() || value.isNull() || (value.isString() && value.toString().isEmpty())
        || (value.isBool() && !value.toBool()) || (value.isArray() && value.toArray().isEmpty());
}

QJsonObject changesOf(const QJsonObject &wanted, const QJsonObject &known)
{
    QJsonObject changes;
    for (auto it = wanted.begin(); it != wanted.end(); ++it) {
        const bool isKey = it.key() == externalKey || it.key() == uidKey;
        if (!isKey && !sameValue(it.key(), it.value(), known.value(it.key())))
            changes.insert(it.key(), it.value());
    }
    return changes;
}

QString targetKey(const QJsonObject &event)
{
    if (event.value("category"_L1) != "TARGET"_L1)
        return {};
    return event.value(startKey).toString().left(10) + u' ' + event.value("type"_L1).toString();
}

/// Finds events again by any of their keys.
class KnownEvents
{
public:
    explicit KnownEvents(const QList<QJsonObject> &events)
    {
        for (const auto &event : events) {
            insert(m_byExternal, event.value(externalKey).toString(), event);
            insert(m_byUid, event.value(uidKey).toString(), event);
            insert(m_byTarget, targetKey(event), event);
        }
    }
    [[nodiscard]] QJsonObject find(const QJsonObject &wanted) const
    {
        for (const auto &[keys, key] : {std::pair {&m_byExternal, wanted.value(externalKey).toString()},
                 std::pair {&m_byUid, wanted.value(uidKey).toString()},
                 std::pair {&m_byTarget, targetKey(wanted)}}) {
            if (!key.isEmpty() && keys->contains(key))
                return keys->value(key);
        }
        return {};
    }

private:
    static void insert(QHash<QString, QJsonObject> &keys, const QString &key, const QJsonObject &event)
    {
        if (!key.isEmpty())
            keys.insert(key, event);
    }
    QHash<QString, QJsonObject> m_byExternal;
    QHash<QString, QJsonObject> m_byUid;
    QHash<QString, QJsonObject> m_byTarget;
};

domain::DateRange daysOf(const QList<QJsonObject> &wanted)
{
    domain::DateRange days;
    for (const auto &event : wanted) {
        if (const auto start = domain::LocalDateTime::parse(event.value(startKey).toString()))
            days = days.united({start->day, start->day});
    }
    return {days.first.addDays(-daysAround), days.last.addDays(daysAround)};
}

domain::Result<domain::Done> create(Context &context, QList<PlannedChange> &plan)
{
    QList<qsizetype> fresh;
    for (qsizetype i = 0; i < plan.size(); ++i) {
        if (plan.at(i).fate == Fate::Created)
            fresh.append(i);
    }
    for (qsizetype at = 0; at < fresh.size(); at += mostAtOnce) {
        const auto some = fresh.mid(at, mostAtOnce);
        QList<QJsonObject> events;
        for (const qsizetype i : some)
            events.append(plan.at(i).wanted);
        const auto created = context.call(endpoints::CreateEvents {.events = events});
        if (!created)
            return created.error();
        if (created->values.size() != some.size())
            return domain::malformed(
                u"events"_s, u"%1 sent, %2 answered"_s.arg(some.size()).arg(created->values.size()));
        for (qsizetype i = 0; i < some.size(); ++i)
            plan[some.at(i)].known = created->values.at(i).json;
    }
    return domain::Done {};
}

}

bool sameValue(const QString &key, const QJsonValue &wanted, const QJsonValue &known)
{
    if (key == startKey)
        return sameStart(wanted.toString(), known.toString());
    if (isNothing(wanted) || isNothing(known))
        return isNothing(wanted) && isNothing(known);
    if (wanted.isString() && known.isString()) {
        const auto plain = [](QString text) { return text.remove(u'\r').trimmed(); };
        return plain(wanted.toString()) == plain(known.toString());
    }
    if (wanted.isDouble() && known.isDouble())
        return std::abs(wanted.toDouble() - known.toDouble()) <= 1e-6 * std::max(1.0, std::abs(wanted.toDouble()));
    return wanted == known;
}

QString fateName(Fate fate)
{
    return fate == Fate::Created ? u"created"_s : fate == Fate::Changed ? u"changed"_s : u"kept"_s;
}

QList<PlannedChange> planOf(const QList<QJsonObject> &wanted, const QList<QJsonObject> &known)
{
    const KnownEvents events(known);
    QList<PlannedChange> plan;
    for (const auto &event : wanted) {
        const QJsonObject found = events.find(event);
        if (found.isEmpty()) {
            plan.append({Fate::Created, event, {}, {}});
            continue;
        }
        const QJsonObject changes = changesOf(event, found);
        plan.append({changes.isEmpty() ? Fate::Kept : Fate::Changed, event, found, changes});
    }
    return plan;
}

domain::Result<QList<PlannedChange>> planFor(Context &context, const QList<QJsonObject> &wanted)
{
    const auto events = context.call(endpoints::ListEvents {.days = daysOf(wanted)});
    if (!events)
        return events.error();
    QList<QJsonObject> known;
    for (const auto &record : events->values)
        known.append(record.json);
    return planOf(wanted, known);
}

domain::Result<domain::Done> carryOut(Context &context, QList<PlannedChange> &plan)
{
    if (const auto created = create(context, plan); !created)
        return created;
    for (auto &change : plan) {
        if (change.fate != Fate::Changed)
            continue;
        const domain::EventId id {change.known.value("id"_L1).toInteger()};
        const auto updated = context.call(endpoints::UpdateEvent {.event = id, .body = change.changes});
        if (!updated) {
            domain::Error error = updated.error();
            error.item = u"event %1 (%2)"_s.arg(id.value).arg(change.wanted.value("name"_L1).toString());
            return error;
        }
        change.known = updated->json;
    }
    return domain::Done {};
}

void Tally::count(Fate fate)
{
    ++(fate == Fate::Created ? created : fate == Fate::Changed ? changed : kept);
}

QString Tally::text() const
{
    return u"%1 created, %2 changed, %3 kept"_s.arg(created).arg(changed).arg(kept);
}

QJsonObject Tally::json() const
{
    return {{u"created"_s, created}, {u"changed"_s, changed}, {u"kept"_s, kept}};
}

Tally tallyOf(const QList<PlannedChange> &plan)
{
    Tally tally;
    for (const auto &change : plan)
        tally.count(change.fate);
    return tally;
}

}
