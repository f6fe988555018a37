// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/listwellness.h"
#include "api/endpoints/putwellness.h"
#include "app/cli/eventinput.h"
#include "app/cli/exchange.h"
#include "app/cli/workoutimport.h"

using namespace Qt::StringLiterals;

namespace cli {

namespace {

/// What belongs to the account or the program an event was exported from, or is worked out by the service.
const QStringList &ownersKeys()
{
    static const QStringList keys {u"id"_s,
        u"athlete_id"_s,
        u"created_by_id"_s,
        u"calendar_id"_s,
        u"oauth_client_id"_s,
        u"push_errors"_s,
        u"joules_above_ftp"_s,
        u"plan_athlete_id"_s,
        u"plan_folder_id"_s,
        u"plan_workout_id"_s,
        u"plan_applied"_s,
        u"shared_event_id"_s,
        u"attachments"_s,
        u"strain_score"_s,
        u"ss_cp"_s,
        u"ss_p_max"_s,
        u"ss_w_prime"_s,
        u"entered"_s};
    return keys;
}

QJsonObject portable(const QJsonObject &event)
{
    QJsonObject result;
    for (auto it = event.begin(); it != event.end(); ++it) {
        if (!it.value().isNull() && !ownersKeys().contains(it.key()))
            result.insert(it.key(), it.value());
    }
    return result;
}

/// A calendar says less of an event than the account it came from, which keeps what it has. Keys of other programs are
/// no keys of the service.
void respectOwnEvents(QList<PlannedChange> &plan)
{
    for (auto &change : plan) {
        const QString key = change.wanted.value("external_id"_L1).toString();
        if (!key.startsWith(importKeyPrefix))
            continue;
        if (change.fate == Fate::Changed && change.known.value("external_id"_L1).toString() != key)
            change.fate = Fate::Kept;
        change.wanted.remove(u"uid"_s);
    }
}

domain::Result<QMap<QDate, QJsonObject>> knownDays(Context &context, const QMap<QDate, QJsonObject> &wanted)
{
    QMap<QDate, QJsonObject> known;
    constexpr int daysAtOnce = 366;
    for (QDate day = wanted.firstKey(); day <= wanted.lastKey(); day = day.addDays(daysAtOnce)) {
        const auto list = context.call(
            endpoints::ListWellness {.days = {day, std::min(wanted.lastKey(), day.addDays(daysAtOnce - 1))}});
        if (!list)
            return list.error();
        for (const auto &record : list->values)
            known.insert(record.value.day, record.json);
    }
    return known;
}

/// The keys of a day that a person enters. A lock is for the athlete alone to set, and a carried-over figure was not
/// measured on that day.
QJsonObject enteredKeys(const QJsonObject &wanted, const QJsonObject &known)
{
    static const QStringList editable = domain::editableKeys<domain::Wellness>();
    static const QStringList all = domain::fieldKeys<domain::Wellness>();
    QJsonObject entered;
    for (auto it = wanted.begin(); it != wanted.end(); ++it) {
        const bool ofThisAccount = !all.contains(it.key()) && known.contains(it.key());
        const bool carried = (it.key() == "weight"_L1 && wanted.value("tempWeight"_L1).toBool())
            || (it.key() == "restingHR"_L1 && wanted.value("tempRestingHR"_L1).toBool());
        const bool isOwn = it.key() == "id"_L1 || it.key() == "locked"_L1;
        if ((editable.contains(it.key()) || ofThisAccount) && !carried && !isOwn && !it.value().isNull()
            && !sameValue(it.key(), it.value(), known.value(it.key())))
            entered.insert(it.key(), it.value());
    }
    return entered;
}

/// Whether a person has entered anything on a day.
bool isBlank(const QJsonObject &known)
{
    return known.value("updated"_L1).toString().isEmpty();
}

domain::Result<QMap<QDate, QJsonObject>> daysOf(const QJsonArray &records)
{
    QMap<QDate, QJsonObject> days;
    for (qsizetype i = 0; i < records.size(); ++i) {
        const auto day = domain::fromJson<domain::Wellness>(records.at(i).toObject());
        if (!day || !day->day.isValid())
            return domain::unreadable(u"wellness %1"_s.arg(i + 1),
                day ? u"its day is missing"_s : day.error().item + u": "_s + day.error().detail);
        days.insert(day->day, records.at(i).toObject());
    }
    return days;
}

}

domain::Result<Tally> importEvents(Context &context, const QJsonArray &events, bool dryRun)
{
    QJsonArray plain;
    for (const auto &event : events)
        plain.append(portable(event.toObject()));
    if (plain.isEmpty())
        return Tally {};
    const auto wanted = newEvents(QJsonDocument(plain), true);
    if (!wanted)
        return wanted.error();
    auto plan = planFor(context, *wanted);
    if (!plan)
        return plan.error();
    respectOwnEvents(*plan);
    if (!dryRun) {
        if (const auto done = carryOut(context, *plan); !done)
            return done.error();
    }
    return tallyOf(*plan);
}

domain::Result<Tally> importWellness(Context &context, const QJsonArray &records, bool dryRun, QStringList &leftOut)
{
    Tally tally;
    const auto wanted = daysOf(records);
    if (!wanted)
        return wanted.error();
    if (wanted->isEmpty())
        return tally;
    const auto known = knownDays(context, *wanted);
    if (!known)
        return known.error();
    QList<QJsonObject> waiting;
    for (auto day = wanted->begin(); day != wanted->end(); ++day) {
        const QJsonObject there = known->value(day.key());
        QJsonObject changes = enteredKeys(day.value(), there);
        if (!changes.isEmpty() && there.value("locked"_L1).toBool()) {
            leftOut.append(u"wellness of %1: it is locked"_s.arg(domain::dayText(day.key())));
            continue;
        }
        tally.count(changes.isEmpty() ? Fate::Kept : isBlank(there) ? Fate::Created : Fate::Changed);
        if (changes.isEmpty())
            continue;
        changes.insert(u"id"_s, domain::dayText(day.key()));
        waiting.append(changes);
    }
    constexpr qsizetype recordsAtOnce = 100;
    for (qsizetype at = 0; at < waiting.size() && !dryRun; at += recordsAtOnce) {
        const auto some = waiting.mid(at, recordsAtOnce);
        const auto put = context.call(endpoints::PutManyWellness {.days = some});
        if (!put) {
            domain::Error error = put.error();
            error.item = u"wellness of %1 to %2"_s.arg(
                some.first().value("id"_L1).toString(), some.last().value("id"_L1).toString());
            return error;
        }
    }
    return tally;
}

}
