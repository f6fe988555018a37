// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/sync/engine.h"

#include "api/http/client.h"
#include "api/sync/pushjob.h"
#include "models/domain/localdatetime.h"
#include "models/store/database.h"
#include "models/store/outbox.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace api::sync {

namespace {

using Kind = domain::Error::Kind;

constexpr auto gather = 150ms;
constexpr auto regularly = 5min;
constexpr int historyYears = 3;
const QString pausedKey = u"past.paused"_s;
/// In the order in which a calendar becomes of use: what is planned, how it felt, what was done.
constexpr std::array listsOfDays {Pull::What::Events, Pull::What::Wellness, Pull::What::Activities};

domain::DateRange around(QDate day, int before, int after)
{
    return {day.addDays(-before), day.addDays(after)};
}

/// Whether it is about this one thing; anything else stands in the way of all of them.
bool isAboutOne(Kind kind)
{
    return kind == Kind::Rejected || kind == Kind::Forbidden || kind == Kind::NotFound || kind == Kind::Conflict
        || kind == Kind::Parse;
}

}

Engine::Engine(store::Store &store, http::Client &client, store::SyncStatus &status, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_client(client)
    , m_status(status)
    , m_soon(client.scheduler().alarm([this] { step(); }))
    , m_again(client.scheduler().alarm([this] { step(); }))
    , m_regular(client.scheduler().alarm([this] { beRegular(); }))
    , m_backoff(quint32(store.clock().now().toMSecsSinceEpoch()))
{
    connect(&m_store, &store::Store::outboxChanged, this, [this] {
        if (!m_busy && !m_again->isActive())
            m_soon->start(gather);
        if (m_status.state() != store::SyncStatus::State::Syncing || m_again->isActive())
            m_status.set(m_again->isActive() || m_stopped || !m_client.hasCredential()
                    ? m_status.state()
                    : store::SyncStatus::State::Waiting,
                m_store.waitingEdits(),
                m_status.error());
    });
}

Engine::~Engine() = default;

void Engine::start()
{
    m_regular->start(regularly);
    const QDate today = m_store.clock().today();
    enqueueWindow(around(today, 60, 120), false);
    enqueue({Pull::What::Library, {}, {}}, false);
    // First of all what the rest is read with: thresholds and zones, the athlete's units.
    enqueue({Pull::What::Sports, {}, {}}, true);
    enqueue({Pull::What::Athlete, {}, {}}, true);
    // The years before, newest first, in pieces that each take a moment.
    m_past.clear();
    for (int half = 0; half < historyYears * 2; ++half) {
        const QDate last = today.addDays(-61 - half * 183);
        for (const auto what : listsOfDays)
            m_past.append({what, {last.addDays(-182), last}, {}});
    }
    m_pieces = m_past.size();
    m_pastPaused = m_store.database().meta(pausedKey) == u"1";
    showPast();
    step();
    Q_EMIT resumed();
}

void Engine::pausePast(bool paused)
{
    m_pastPaused = paused;
    m_store.database().setMeta(pausedKey, paused ? u"1"_s : u"0"_s);
    showPast();
    if (!paused)
        m_soon->start(gather);
}

void Engine::showPast()
{
    if (m_past.isEmpty())
        m_status.setPast({});
    else
        m_status.setPast(store::SyncStatus::Past {int(m_pieces - m_past.size()), int(m_pieces), m_pastPaused});
}

void Engine::syncNow()
{
    m_stopped = false;
    m_again->stop();
    m_fresh = {};
    enqueue({Pull::What::Sports, {}, {}}, true);
    enqueue({Pull::What::Library, {}, {}}, true);
    enqueueWindow(around(m_store.clock().today(), 42, 120), true);
    step();
    Q_EMIT resumed();
}

void Engine::tryAgain()
{
    m_hinted = m_busy;
    if (m_stopped || m_backoff.failures() == 0)
        return;
    m_again->stop();
    step();
}

void Engine::show(const domain::DateRange &days)
{
    if (days.isEmpty() || (!m_fresh.isEmpty() && m_fresh.contains(days.first) && m_fresh.contains(days.last)))
        return;
    enqueueWindow(days, true);
    m_soon->start(gather);
}

void Engine::wantDetail(const domain::LocalId &activity)
{
    enqueue({Pull::What::ActivityDetail, {}, activity}, true);
    if (!m_store.streams(activity))
        enqueue({Pull::What::Streams, {}, activity}, true);
    m_soon->start(gather);
}

void Engine::refreshFrom(QDate day)
{
    const QDate today = m_store.clock().today();
    const QDate first = std::max(day, today.addYears(-historyYears));
    // In pieces that each take a moment; the day itself ends up in front.
    for (QDate last = today.addDays(120); last >= first; last = last.addDays(-183))
        enqueueWindow({std::max(first, last.addDays(-182)), last}, true);
    if (day < first)
        enqueueWindow({day, day}, true);
    m_soon->start(gather);
}

void Engine::settleAbsence(const QList<domain::LocalId> &ids)
{
    enqueue({Pull::What::Absence, {}, {}, ids}, true);
    m_soon->start(gather);
}

void Engine::enqueue(const Pull &pull, bool first)
{
    m_pulls.removeAll(pull);
    if (first)
        m_pulls.prepend(pull);
    else
        m_pulls.append(pull);
}

void Engine::enqueueWindow(const domain::DateRange &days, bool first)
{
    QList<Pull> pulls;
    for (const auto what : listsOfDays)
        pulls.append({what, days, {}});
    if (first)
        std::reverse(pulls.begin(), pulls.end());
    for (const auto &pull : std::as_const(pulls))
        enqueue(pull, first);
}

void Engine::step()
{
    if (m_busy || m_stopped || m_again->isActive() || !m_client.hasCredential())
        return;
    store::Outbox outbox(m_store.database());
    if (m_outcomeLost)
        m_outcomeLost = !outbox.recover();
    if (outbox.next(m_store.clock().now()))
        push();
    else if (!m_pulls.isEmpty())
        pull(m_pulls.takeFirst());
    else if (!m_past.isEmpty() && !m_pastPaused)
        pull(m_past.constFirst());
    else
        settle();
}

void Engine::push()
{
    const auto operation = store::Outbox(m_store.database()).next(m_store.clock().now());
    m_busy = true;
    m_status.set(store::SyncStatus::State::Syncing, m_store.waitingEdits());
    auto *job = new PushJob(m_store, m_client, *operation, this);
    connect(job, &PushJob::finished, this, [this, job](const std::optional<domain::Error> &error) {
        job->deleteLater();
        pushed(error);
    });
    job->start();
}

void Engine::pull(const Pull &pull)
{
    m_busy = true;
    m_status.set(store::SyncStatus::State::Syncing, m_store.waitingEdits());
    auto *job = new PullJob(m_store, m_client, pull, this);
    connect(job,
        &PullJob::finished,
        this,
        [this, job](const std::optional<domain::Error> &error, const QList<domain::Error> &setAside) {
            job->deleteLater();
            pulled(job->pull(), error, setAside);
        });
    connect(job, &PullJob::missingHeld, this, &Engine::missingHeld);
    connect(job, &PullJob::absenceSettled, this, &Engine::absenceSettled);
    job->start();
}

void Engine::pushed(const std::optional<domain::Error> &error)
{
    m_busy = false;
    m_outcomeLost = m_outcomeLost || error.has_value();
    if (error && !isAboutOne(error->kind)) {
        pause(*error);
        return;
    }
    recover();
    if (error)
        m_refusal = error;
    // What an edit does to fitness is known to the service only: read the days it can touch again, quietly.
    const QDate today = m_store.clock().today();
    enqueue({Pull::What::Events, around(today, 14, 120), {}}, false);
    enqueue({Pull::What::Wellness, around(today, 14, 120), {}}, false);
    m_soon->start(gather);
}

void Engine::pulled(const Pull &pull, const std::optional<domain::Error> &error, const QList<domain::Error> &setAside)
{
    m_busy = false;
    if (!setAside.isEmpty())
        Q_EMIT recordsSetAside(setAside);
    if (error && !isAboutOne(error->kind)) {
        if (!m_past.contains(pull))
            enqueue(pull, true);
        pause(*error);
        return;
    }
    recover();
    if (m_past.removeAll(pull) > 0)
        showPast();
    if (!error && pull.what == Pull::What::Events)
        m_fresh = m_fresh.united(pull.days);
    step();
}

void Engine::recover()
{
    m_hinted = false;
    const bool away = m_backoff.failures() > 0;
    m_backoff.reset();
    if (away)
        Q_EMIT resumed();
}

void Engine::pause(const domain::Error &error)
{
    if (error.kind == Kind::Unauthorised || error.kind == Kind::Insecure) {
        m_stopped = true;
        m_status.set(store::SyncStatus::State::NeedsLogin, m_store.waitingEdits(), error);
        Q_EMIT idle();
        return;
    }
    std::chrono::milliseconds wait = m_backoff.next();
    if (error.retryAfter) // the service knows better, but not all of its clients should come back at once
        wait = *error.retryAfter + std::min<std::chrono::milliseconds>(wait, 1s);
    else if (std::exchange(m_hinted, false))
        wait = std::min<std::chrono::milliseconds>(wait, 1s);
    m_again->start(wait);
    m_status.set(store::SyncStatus::State::Offline, m_store.waitingEdits(), error);
    Q_EMIT idle();
}

void Engine::beRegular()
{
    m_regular->start(regularly);
    // A refused key stays refused until a person does something about it, and a failure has a wait of its own.
    if (!m_stopped && m_backoff.failures() == 0)
        syncNow();
}

void Engine::settle()
{
    const auto refused = store::Outbox(m_store.database()).refused();
    const int waiting = m_store.waitingEdits();
    if (!refused.isEmpty()) {
        const bool onlyChoices = std::ranges::all_of(refused,
            [](const store::Operation &operation) { return operation.state == store::Operation::State::Conflict; });
        if (onlyChoices)
            m_refusal.reset();
        m_status.set(
            onlyChoices ? store::SyncStatus::State::Conflict : store::SyncStatus::State::Refused, waiting, m_refusal);
        if (onlyChoices)
            m_status.setLastSync(m_store.clock().now());
    } else {
        m_refusal.reset();
        m_status.set(waiting > 0 ? store::SyncStatus::State::Waiting : store::SyncStatus::State::Idle, waiting);
        m_status.setLastSync(m_store.clock().now());
    }
    if (waiting > int(refused.size()) && !m_again->isActive())
        m_again->start(1s); // something waits for its time
    Q_EMIT idle();
}

}
