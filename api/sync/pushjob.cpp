// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/sync/pushjob.h"

#include "api/endpoints/createevents.h"
#include "api/endpoints/deleteevent.h"
#include "api/endpoints/putwellness.h"
#include "api/endpoints/updateactivity.h"
#include "api/endpoints/updateevent.h"
#include "api/http/client.h"
#include "models/domain/whendone.h"
#include "models/store/entitytable.h"
#include "models/store/kinds.h"
#include "models/store/remotefold.h"

using namespace Qt::StringLiterals;
using Kind = domain::Error::Kind;
using store::Operation;

namespace api::sync {

namespace {

constexpr std::chrono::seconds patience {300};

/// A service that deletes says so. An answer with nothing in it may come from anybody on the way.
struct DeleteAndSay {
    using Response = bool; ///< whether anything was said

    endpoints::DeleteEvent deletion;

    [[nodiscard]] http::Request request() const { return deletion.request(); }
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body)
    {
        const auto done = endpoints::DeleteEvent::parse(body);
        return done ? domain::Result<Response>(!body.trimmed().isEmpty()) : domain::Result<Response>(done.error());
    }
};

/// The request never left the machine or was turned away unread.
bool certainlyNotApplied(Kind kind)
{
    return kind == Kind::Offline || kind == Kind::RateLimited || kind == Kind::Unauthorised || kind == Kind::Insecure;
}

bool refused(Kind kind)
{
    return kind == Kind::Rejected || kind == Kind::Forbidden || kind == Kind::Conflict || kind == Kind::NotFound
        || kind == Kind::Parse;
}

}

PushJob::PushJob(store::Store &store, http::Client &client, store::Operation operation, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_client(client)
    , m_operation(std::move(operation))
{
}

void PushJob::start()
{
    const bool perhapsThere
        = m_operation.state == Operation::State::Unknown && m_operation.type == Operation::Type::Create;
    if (perhapsThere && m_operation.kind == store::Kind::Event)
        lookUpCreation();
    else if (perhapsThere && store::isLibrary(m_operation.kind))
        lookUpInLibrary();
    else if (needsLook())
        look();
    else
        send();
}

void PushJob::send()
{
    // What nobody would know of afterwards must not be sent.
    if (!store::Outbox(m_store.database()).setState(m_operation, Operation::State::Inflight)) {
        fail(domain::storageFailure({}, m_store.database().lastError()));
        return;
    }
    m_sent = true;
    ++m_operation.attempts;
    const auto entity = store::EntityTable(m_store.database())
                            .find(m_operation.id)
                            .value_or(store::Entity {m_operation.id, m_operation.kind, {}, {}, 0, {}, {}, {}});
    switch (m_operation.kind) {
    case store::Kind::Event:
        sendEvent(entity);
        break;
    case store::Kind::Wellness:
        sendWellness(entity);
        break;
    case store::Kind::Activity:
        sendActivity(entity);
        break;
    case store::Kind::Folder:
        sendFolder(entity);
        break;
    case store::Kind::Workout:
        sendWorkout(entity);
        break;
    }
}

void PushJob::sendEvent(const store::Entity &entity)
{
    const domain::EventId id {entity.remoteId.toLongLong()};
    const QJsonObject body = store::wireBodyOf(m_operation.kind, m_operation.patch);
    if (m_operation.type == Operation::Type::Create) {
        domain::whenDone(m_client.send(endpoints::CreateEvents {.events = {body}}), this, [this](const auto &answer) {
            if (!answer)
                fail(answer.error());
            else if (answer->values.isEmpty())
                fail(domain::malformed(u"event"_s, u"the answer holds no event"_s));
            else
                accept(answer->values.first().json);
        });
    } else if (m_operation.type == Operation::Type::Delete) {
        domain::whenDone(m_client.send(DeleteAndSay {{.event = id}}), this, [this](const domain::Result<bool> &answer) {
            if (answer && *answer)
                acceptGone();
            else if (answer || answer.error().kind == Kind::NotFound)
                checkGone();
            else
                fail(answer.error());
        });
    } else {
        domain::whenDone(
            m_client.send(endpoints::UpdateEvent {.event = id, .body = body}), this, [this](const auto &answer) {
                if (answer)
                    accept(answer->json);
                else
                    fail(answer.error());
            });
    }
}

void PushJob::sendWellness(const store::Entity &entity)
{
    const auto day = domain::parseDay(entity.remoteId);
    if (!day) {
        fail(day.error());
        return;
    }
    const QJsonObject body = store::wireBodyOf(m_operation.kind, m_operation.patch);
    domain::whenDone(
        m_client.send(endpoints::PutWellness {.day = *day, .body = body}), this, [this](const auto &answer) {
            if (answer)
                accept(answer->json);
            else
                fail(answer.error());
        });
}

void PushJob::sendActivity(const store::Entity &entity)
{
    const QJsonObject body = store::wireBodyOf(m_operation.kind, m_operation.patch);
    const endpoints::UpdateActivity update {.activity = {entity.remoteId}, .body = body};
    domain::whenDone(m_client.send(update), this, [this](const auto &answer) {
        if (answer)
            accept(answer->json);
        else
            fail(answer.error());
    });
}

void PushJob::accept(const QJsonObject &answer)
{
    if (!isOurs(answer)) {
        fail(domain::malformed({}, u"the answer is about something else"_s));
        return;
    }
    end(store::RemoteFold(m_store).confirmed(m_operation, answer));
}

void PushJob::acceptGone()
{
    end(store::RemoteFold(m_store).gone(m_operation));
}

void PushJob::fail(const domain::Error &error)
{
    if (error.kind == Kind::NotFound && m_sent && m_operation.type == Operation::Type::Patch && vanishes()) {
        if (m_operation.kind == store::Kind::Folder)
            checkGone();
        else if (!m_looked)
            look();
        else
            checkGone();
        return;
    }
    settleAs(error);
    const bool library = store::isLibrary(m_operation.kind);
    m_store.announce({library ? QList<domain::LocalId> {} : QList {m_operation.id}, {}, false, library});
    m_store.announceOutbox();
    Q_EMIT finished(error);
}

bool PushJob::vanishes() const
{
    return m_operation.kind == store::Kind::Event || store::isLibrary(m_operation.kind);
}

void PushJob::settleAs(const domain::Error &error)
{
    store::Outbox outbox(m_store.database());
    if (!m_sent && m_operation.state == Operation::State::Unknown) {
        // Whether it arrived is still the question. If the service will not say, others need not wait for it.
        if (refused(error.kind))
            outbox.retryAt(m_operation, m_store.clock().now().addSecs(patience.count()), error.httpStatus);
        return;
    }
    const bool mayHaveArrivedBefore = m_operation.state == Operation::State::Unknown;
    const bool isOut = m_sent && !mayHaveArrivedBefore && (refused(error.kind) || certainlyNotApplied(error.kind));
    if (isOut && store::RemoteFold(m_store).takenBack(m_operation).valueOr(false))
        return;
    if (mayHaveArrivedBefore && (error.kind == Kind::RateLimited || certainlyNotApplied(error.kind)))
        outbox.setState(m_operation, Operation::State::Unknown, error.httpStatus, error.detail);
    else if (error.kind == Kind::RateLimited) // the whole account waits, and the engine knows how long
        outbox.setState(m_operation, Operation::State::Waiting, error.httpStatus, error.detail);
    else if (certainlyNotApplied(error.kind))
        outbox.setState(m_operation, Operation::State::Queued, error.httpStatus, error.detail);
    else if (refused(error.kind))
        outbox.setState(m_operation, Operation::State::Rejected, error.httpStatus, error.detail);
    else if (m_sent)
        outbox.setState(m_operation, Operation::State::Unknown, error.httpStatus, error.detail);
}

void PushJob::end(const domain::Result<domain::Done> &stored)
{
    if (stored)
        Q_EMIT finished({});
    else
        fail(stored.error());
}

}
