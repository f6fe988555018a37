// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/commands/planner.h"

#include "models/commands/estimate.h"
#include "models/store/entitytable.h"
#include "models/store/externalid.h"

#include <QUuid>

using namespace Qt::StringLiterals;
using domain::Error;

namespace commands {

namespace {

Error nothingToDo(const QString &item, const QString &detail)
{
    return {.kind = Error::Kind::Rejected, .httpStatus = 0, .item = item, .detail = detail, .retryAfter = {}};
}

/// A new event of its own: keys of the original are dropped, what the service computed too.
domain::Event asNew(domain::Event event, const domain::LocalId &id)
{
    event.id.reset();
    event.uid = QUuid::createUuid().toString(QUuid::WithoutBraces);
    event.externalId = store::externalIdText(id, 0);
    event.pairedActivity.reset();
    event.workoutDoc = {};
    event.ctl.reset();
    event.atl.reset();
    event.updated.clear();
    event.structureReadOnly = false;
    event.athleteCannotEdit = false;
    return event;
}

void shift(domain::Event &event, qint64 days)
{
    event.start.day = event.start.day.addDays(days);
    if (event.end)
        event.end->day = event.end->day.addDays(days);
}

store::Edit creation(const store::Store &store, const domain::LocalId &id, const domain::Event &event)
{
    return {id, store::Kind::Event, {}, domain::toJson(event), estimated(event, store.sports())};
}

}

domain::Result<domain::LocalId> Planner::create(domain::Event event)
{
    if (!event.start.day.isValid())
        return domain::malformed(u"start_date_local"_s, {});
    const domain::LocalId id = store::EntityTable::newId();
    event = asNew(std::move(event), id);
    const auto done
        = m_store.perform({store::Verb::Create, event.name, event.start.day, {creation(m_store, id, event)}});
    if (!done)
        return done.error();
    return id;
}

domain::Result<domain::Done> Planner::move(const QList<domain::LocalId> &ids, int days)
{
    store::Gesture gesture {store::Verb::Move, {}, {}, {}};
    for (const auto &id : ids) {
        const auto summary = m_store.summary(id);
        if (!summary || summary->kind != store::Kind::Event || summary->readOnly)
            continue;
        const auto event = m_store.event(id);
        if (!event)
            return event.error();
        domain::Event after = *event;
        shift(after, days);
        if (gesture.edits.isEmpty()) {
            gesture.subject = event->name;
            gesture.target = after.start.day;
        }
        gesture.edits.append({id, store::Kind::Event, domain::toJson(*event), domain::toJson(after), {}});
    }
    if (gesture.edits.isEmpty() || days == 0)
        return nothingToDo(u"event"_s, u"nothing that can be moved"_s);
    return m_store.perform(gesture);
}

domain::Result<QList<domain::LocalId>> Planner::copyTo(const QList<domain::LocalId> &ids, QDate day)
{
    QList<domain::Event> events;
    for (const auto &id : ids) {
        if (auto event = m_store.event(id))
            events.append(*std::move(event));
    }
    return paste(events, day);
}

domain::Result<QList<domain::LocalId>> Planner::paste(const QList<domain::Event> &events, QDate day)
{
    if (events.isEmpty())
        return nothingToDo(u"event"_s, u"nothing to paste"_s);
    const qint64 offset = events.first().start.day.daysTo(day);
    QList<domain::Event> shifted = events;
    for (auto &event : shifted)
        shift(event, offset);
    return createAll(shifted, store::Verb::Paste, events.first().name);
}

domain::Result<QList<domain::LocalId>> Planner::createAll(
    const QList<domain::Event> &events, store::Verb verb, const QString &subject)
{
    if (events.isEmpty())
        return nothingToDo(u"event"_s, u"nothing to plan"_s);
    QList<domain::LocalId> ids;
    store::Gesture gesture {verb, subject, events.first().start.day, {}};
    for (const auto &event : events) {
        const domain::LocalId id = store::EntityTable::newId();
        gesture.edits.append(creation(m_store, id, asNew(event, id)));
        ids.append(id);
    }
    const auto done = m_store.perform(gesture);
    if (!done)
        return done.error();
    return ids;
}

domain::Result<domain::Done> Planner::edit(const domain::LocalId &id, const domain::Event &after)
{
    const auto before = m_store.event(id);
    if (!before)
        return before.error();
    const auto patch = domain::difference(*before, after);
    if (patch.isEmpty())
        return domain::Done {};
    if (!after.start.day.isValid())
        return domain::malformed(u"start_date_local"_s, {});
    const bool readsOtherwise = before->description != after.description || before->type != after.type
        || before->target != after.target || before->indoor.value_or(false) != after.indoor.value_or(false);
    store::Edit edit {id, store::Kind::Event, domain::toJson(*before), domain::toJson(after), {}};
    if (readsOtherwise)
        edit.derived = estimated(after, m_store.sports(), *before);
    return m_store.perform({store::Verb::Edit, after.name, after.start.day, {edit}});
}

domain::Result<domain::Done> Planner::remove(const QList<domain::LocalId> &ids)
{
    store::Gesture gesture {store::Verb::Delete, {}, {}, {}};
    for (const auto &id : ids) {
        const auto summary = m_store.summary(id);
        if (!summary || summary->kind != store::Kind::Event || summary->readOnly)
            continue;
        const auto event = m_store.event(id);
        if (!event)
            return event.error();
        if (gesture.edits.isEmpty()) {
            gesture.subject = event->name;
            gesture.target = event->start.day;
        }
        gesture.edits.append({id, store::Kind::Event, domain::toJson(*event), {}, {}});
    }
    if (gesture.edits.isEmpty())
        return nothingToDo(u"event"_s, u"nothing that can be deleted"_s);
    return m_store.perform(gesture);
}

domain::Result<domain::Done> WellnessLog::set(const domain::Wellness &after)
{
    const domain::Wellness before = m_store.wellness(after.day);
    if (before.locked) {
        return Error {.kind = Error::Kind::Forbidden,
            .httpStatus = 0,
            .item = domain::dayText(after.day),
            .detail = u"locked"_s,
            .retryAfter = {}};
    }
    if (domain::difference(before, after).isEmpty())
        return domain::Done {};
    const QString day = domain::dayText(after.day);
    return m_store.perform({store::Verb::Wellness,
        day,
        after.day,
        {{store::EntityTable::wellnessId(after.day),
            store::Kind::Wellness,
            domain::toJson(before),
            domain::toJson(after),
            {}}}});
}

domain::Result<domain::Done> Reviewer::edit(const domain::LocalId &id, const domain::Activity &after)
{
    const auto before = m_store.activity(id);
    if (!before)
        return before.error();
    if (domain::difference(*before, after).isEmpty())
        return domain::Done {};
    return m_store.perform({store::Verb::Activity,
        after.name,
        after.start.day,
        {{id, store::Kind::Activity, domain::toJson(*before), domain::toJson(after), {}}}});
}

}
