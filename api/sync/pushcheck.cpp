// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/getactivity.h"
#include "api/endpoints/getevent.h"
#include "api/endpoints/getwellness.h"
#include "api/endpoints/getworkout.h"
#include "api/endpoints/listevents.h"
#include "api/endpoints/listfolders.h"
#include "api/http/client.h"
#include "api/sync/pushjob.h"
#include "models/domain/event.h"
#include "models/domain/whendone.h"
#include "models/store/entitytable.h"
#include "models/store/externalid.h"
#include "models/store/kinds.h"
#include "models/store/merge.h"
#include "models/store/remotefold.h"

using store::Operation;

namespace api::sync {

namespace {

constexpr std::chrono::seconds fresh {10};

template<typename T>
QList<QJsonObject> rawRecords(const json::Records<T> &records)
{
    QList<QJsonObject> raw;
    for (const auto &record : records.values)
        raw.append(record.json);
    for (const auto &record : records.quarantined) // whatever it is, it is there
        raw.append(record.raw.toObject());
    return raw;
}

}

bool PushJob::needsLook() const
{
    if (m_operation.type == Operation::Type::Create || m_operation.kind == store::Kind::Folder)
        return false;
    if (m_operation.state == Operation::State::Unknown)
        return true;
    return !store::EntityTable(m_store.database()).isFresh(m_operation.id, m_store.clock().now(), fresh);
}

QString PushJob::remoteId() const
{
    const auto entity = store::EntityTable(m_store.database()).find(m_operation.id);
    return entity ? entity->remoteId : QString();
}

bool PushJob::isOurs(const QJsonObject &answer) const
{
    if (m_operation.type != Operation::Type::Create)
        return store::remoteIdOf(m_operation.kind, answer) == remoteId();
    const auto ours = domain::fromJson<domain::Event>(m_operation.patch.applied({})).valueOr({});
    const auto theirs = domain::fromJson<domain::Event>(answer).valueOr({});
    const bool isEvent = m_operation.kind == store::Kind::Event;
    if (isEvent && !theirs.externalId.isEmpty())
        return theirs.externalId == ours.externalId;
    if (isEvent && !theirs.uid.isEmpty())
        return theirs.uid == ours.uid;
    // Without a key of ours at least it is nothing that is known already.
    const auto known = m_store.findRemote(m_operation.kind, store::remoteIdOf(m_operation.kind, answer));
    return !known || *known == m_operation.id;
}

void PushJob::look()
{
    m_looked = true;
    const QString remote = remoteId();
    switch (m_operation.kind) {
    case store::Kind::Event:
        lookWith(endpoints::GetEvent {.event = {remote.toLongLong()}});
        break;
    case store::Kind::Activity:
        lookWith(endpoints::GetActivity {.activity = {remote}});
        break;
    case store::Kind::Workout:
        lookWith(endpoints::GetWorkout {.workout = {remote}});
        break;
    case store::Kind::Wellness:
        if (const auto day = domain::parseDay(remote))
            lookWith(endpoints::GetWellness {.day = *day});
        else
            fail(day.error());
        break;
    case store::Kind::Folder:
        send(); // is listed only, with all others
        break;
    }
}

template<typename Endpoint>
void PushJob::lookWith(const Endpoint &endpoint)
{
    domain::whenDone(m_client.send(endpoint), this, [this](const auto &answer) {
        if (answer && !isOurs(answer->json))
            fail(domain::malformed({}, QStringLiteral("the answer is about something else")));
        else if (answer)
            compare(answer->json);
        else if (answer.error().kind == domain::Error::Kind::NotFound)
            notThere(answer.error());
        else
            fail(answer.error());
    });
}

void PushJob::notThere(const domain::Error &error)
{
    if (m_operation.kind == store::Kind::Wellness)
        send(); // the first entry of its day
    else if (m_operation.kind == store::Kind::Activity)
        fail(error); // a recording cannot be made again from its figures
    else
        checkGone();
}

void PushJob::checkGone()
{
    if (std::exchange(m_checked, true)) {
        fail(domain::malformed({}, QStringLiteral("it is there and is not")));
        return;
    }
    const auto unsure = [this](domain::Error error) {
        if (error.kind == domain::Error::Kind::NotFound)
            error.kind = domain::Error::Kind::Malformed; // there is always a list
        fail(error);
    };
    if (m_operation.kind != store::Kind::Event) {
        domain::whenDone(m_client.send(endpoints::ListFolders {}), this, [this, unsure](const auto &answer) {
            if (!answer)
                unsure(answer.error());
            else
                checkGoneWith(m_operation.kind == store::Kind::Folder ? rawRecords(answer->folders)
                                                                      : rawRecords(answer->workouts));
        });
        return;
    }
    const auto entity = store::EntityTable(m_store.database()).find(m_operation.id);
    const QDate day = entity ? store::dayOf(m_operation.kind, entity->base).value_or(QDate()) : QDate();
    if (!day.isValid()) {
        acceptGoneThere();
        return;
    }
    const endpoints::ListEvents list {.days = {day.addDays(-1), day.addDays(1)}};
    domain::whenDone(m_client.send(list), this, [this, unsure](const auto &answer) {
        if (answer)
            checkGoneWith(rawRecords(*answer));
        else
            unsure(answer.error());
    });
}

void PushJob::checkGoneWith(const QList<QJsonObject> &list)
{
    const QString remote = remoteId();
    const auto found = std::ranges::find_if(
        list, [&](const QJsonObject &record) { return store::remoteIdOf(m_operation.kind, record) == remote; });
    if (found == list.end())
        acceptGoneThere();
    else
        compare(*found);
}

void PushJob::acceptGoneThere()
{
    const bool wasSent = m_sent || m_operation.state == Operation::State::Unknown;
    const bool isDeleted = wasSent && m_operation.type == Operation::Type::Delete;
    if (!isDeleted && m_store.lately().has(m_operation.id, m_store.clock().now())) {
        fail(domain::malformed({}, QStringLiteral("it was there a moment ago")));
        return;
    }
    if (m_operation.type == Operation::Type::Delete)
        acceptGone();
    else
        end(store::RemoteFold(m_store).vanished(m_operation.id));
}

void PushJob::compare(const QJsonObject &record)
{
    const bool unknown = m_operation.state == Operation::State::Unknown;
    if (unknown && m_operation.type == Operation::Type::Patch
        && store::holdsAll(m_operation.kind, record, m_operation.patch)) {
        accept(record);
        return;
    }
    store::Outbox outbox(m_store.database());
    // It did not arrive, so it may be merged like one that was never sent.
    if (unknown && !outbox.setState(m_operation, Operation::State::Queued)) {
        fail(domain::storageFailure({}, m_store.database().lastError()));
        return;
    }
    const auto folded = store::RemoteFold(m_store).record(m_operation.kind, record);
    if (!folded) {
        fail(folded.error());
        return;
    }
    // The edit may have become another one, or none, or a question.
    const auto pending = outbox.pendingOf(m_operation.id);
    const auto now = std::ranges::find(pending, m_operation.sequence, &Operation::sequence);
    if (now == pending.end() || now->state == Operation::State::Conflict) {
        Q_EMIT finished({});
        return;
    }
    m_operation = *now;
    send();
}

void PushJob::lookUpCreation()
{
    // What was sent says where to look; the event may have been moved here since.
    const auto sent = domain::fromJson<domain::Event>(m_operation.patch.applied({}));
    if (!sent || !sent->start.day.isValid()) {
        send();
        return;
    }
    const endpoints::ListEvents list {.days = {sent->start.day.addDays(-1), sent->start.day.addDays(1)}};
    domain::whenDone(m_client.send(list), this, [this, key = sent->externalId, uid = sent->uid](const auto &answer) {
        if (!answer) {
            fail(answer.error());
            return;
        }
        for (const auto &record : answer->values) {
            const bool byKey = !key.isEmpty() && record.value.externalId == key;
            const bool byUid = record.value.externalId.isEmpty() && !uid.isEmpty() && record.value.uid == uid;
            if (byKey || byUid) {
                accept(record.json);
                return;
            }
        }
        send();
    });
}

}
