// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/createactivities.h"
#include "api/endpoints/listactivities.h"
#include "api/endpoints/updateactivity.h"
#include "app/cli/activityinput.h"
#include "app/cli/exchange.h"
#include "app/cli/workoutimport.h"
#include "models/domain/localdatetime.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

constexpr auto externalKey = "external_id"_L1;
constexpr auto idKey = "id"_L1;
constexpr qsizetype activitiesAtOnce = 100;

bool isWrittenByHand(const QJsonObject &activity)
{
    return activity.value("source"_L1) == "MANUAL"_L1;
}

QDate dayOf(const QJsonObject &activity)
{
    const auto start = domain::LocalDateTime::parse(activity.value("start_date_local"_L1).toString());
    return start ? start->day : QDate();
}

/// What a person wrote of an activity; the key under which it is found again is made of its own where it has none.
QJsonObject writtenKeys(const QJsonObject &activity)
{
    static const QStringList editable = domain::editableKeys<domain::Activity>();
    QJsonObject written;
    for (const QString &key : editable) {
        if (!activity.value(key).isNull() && !activity.value(key).isUndefined())
            written.insert(key, activity.value(key));
    }
    written.remove(u"paired_event_id"_s); // the event has another number elsewhere; the service pairs by day and sport
    for (const auto &key : {u"start_date_local"_s, u"type"_s})
        written.insert(key, activity.value(key));
    const QString external = activity.value(externalKey).toString();
    written.insert(externalKey, external.isEmpty() ? importKeyPrefix + activity.value(idKey).toString() : external);
    return written;
}

/// The activities of the days, by id and by the key of whoever made them.
struct KnownActivities {
    QHash<QString, QJsonObject> byKey;

    [[nodiscard]] QJsonObject find(const QJsonObject &wanted, const QString &id) const
    {
        const auto own = byKey.constFind(wanted.value(externalKey).toString());
        return own != byKey.constEnd() ? *own : byKey.value(u"id "_s + id);
    }
};

domain::Result<KnownActivities> knownActivities(Context &context, QDate first, QDate last)
{
    KnownActivities known;
    constexpr int daysAtOnce = 366;
    for (QDate day = first; day <= last; day = day.addDays(daysAtOnce)) {
        const auto list
            = context.call(endpoints::ListActivities {.days = {day, std::min(last, day.addDays(daysAtOnce - 1))}});
        if (!list)
            return list.error();
        for (const auto &record : list->values) {
            if (!isWrittenByHand(record.json))
                continue;
            known.byKey.insert(u"id "_s + record.json.value(idKey).toString(), record.json);
            if (const QString external = record.json.value(externalKey).toString(); !external.isEmpty())
                known.byKey.insert(external, record.json);
        }
    }
    return known;
}

bool saysTheSame(const QJsonObject &wanted, const QJsonObject &known)
{
    for (auto it = wanted.begin(); it != wanted.end(); ++it) {
        if (it.key() != externalKey && !sameValue(it.key(), it.value(), known.value(it.key())))
            return false;
    }
    return true;
}

}

domain::Result<Tally> importActivities(
    Context &context, const QJsonArray &activities, bool dryRun, QStringList &leftOut)
{
    QList<QJsonObject> byHand;
    QDate first;
    QDate last;
    for (qsizetype i = 0; i < activities.size(); ++i) {
        const QJsonObject activity = activities.at(i).toObject();
        if (!isWrittenByHand(activity))
            continue;
        const QDate day = dayOf(activity);
        if (!day.isValid() || activity.value("type"_L1).toString().isEmpty())
            return domain::unreadable(u"activity %1 (%2)"_s.arg(i + 1).arg(activity.value("name"_L1).toString()),
                u"its start_date_local or its type is missing"_s);
        first = first.isValid() ? std::min(first, day) : day;
        last = last.isValid() ? std::max(last, day) : day;
        byHand.append(activity);
    }
    if (const qsizetype recorded = activities.size() - byHand.size(); recorded > 0)
        leftOut.append(
            u"%1 recorded activities: they come from their files, with \"activities upload\""_s.arg(recorded));
    Tally tally;
    if (byHand.isEmpty())
        return tally;
    const auto known = knownActivities(context, first, last);
    if (!known)
        return known.error();
    QList<QJsonObject> waiting;
    for (const auto &activity : std::as_const(byHand)) {
        const QJsonObject wanted = writtenKeys(activity);
        const QJsonObject there = known->find(wanted, activity.value(idKey).toString());
        const bool same = !there.isEmpty() && saysTheSame(wanted, there);
        tally.count(there.isEmpty() ? Fate::Created : same ? Fate::Kept : Fate::Changed);
        if (same)
            continue;
        const QString external = there.value(externalKey).toString();
        if (there.isEmpty() || !external.isEmpty()) {
            waiting.append(wanted);
            if (!external.isEmpty())
                waiting.last().insert(externalKey, external);
        } else if (!dryRun) { // one that the service could not find again by a key
            QJsonObject body = wanted;
            body.remove(externalKey);
            const domain::ActivityId id {there.value(idKey).toString()};
            if (const auto sent = context.call(endpoints::UpdateActivity {.activity = id, .body = body}); !sent)
                return sent.error();
        }
    }
    for (qsizetype at = 0; at < waiting.size() && !dryRun; at += activitiesAtOnce) {
        const auto sent = context.call(endpoints::CreateActivities {.activities = waiting.mid(at, activitiesAtOnce)});
        if (!sent)
            return sent.error();
    }
    return tally;
}

}
