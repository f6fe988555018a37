// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/http/client.h"

#include "api/http/classify.h"
#include "api/http/exchange.h"
#include "api/http/logging.h"
#include "api/http/networktransport.h"

using namespace std::chrono_literals;

namespace http {

namespace {

constexpr int mostAtOnce = 4;

}

Client::Client(BaseUrl base, Credential credential, Options options, QObject *parent)
    : Client(base,
        std::move(credential),
        options,
        std::make_unique<NetworkTransport>(base.isLoopback()),
        domain::systemScheduler(),
        parent)
{
}

Client::Client(BaseUrl base,
    Credential credential,
    Options options,
    std::unique_ptr<Transport> transport,
    domain::Scheduler &scheduler,
    QObject *parent)
    : QObject(parent)
    , m_base(std::move(base))
    , m_credential(std::move(credential))
    , m_options(options)
    , m_transport(std::move(transport))
    , m_scheduler(scheduler)
    , m_turn(scheduler.alarm([this] { next(); }))
    , m_rate(options.perSecond, options.burst)
{
}

Client::~Client()
{
    m_queue.clear();
    qDeleteAll(std::exchange(m_running, {})); // their promises are dropped, which cancels the futures
}

QFuture<domain::Result<Response>> Client::exchange(const Request &request)
{
    auto promise = std::make_shared<QPromise<domain::Result<Response>>>();
    promise->start();
    const quint64 ticket = submit(
        request,
        [promise](const domain::Result<Response> &result) {
            promise->addResult(result);
            promise->finish();
        },
        true);
    watch(promise->future(), ticket);
    return promise->future();
}

quint64 Client::submit(const Request &request, Receiver receiver, bool acceptErrors)
{
    m_queue.append({++m_tickets, request, std::move(receiver), acceptErrors});
    if (!m_turn->isActive())
        m_turn->start(0ms);
    return m_tickets;
}

void Client::cancel(quint64 ticket)
{
    m_queue.removeIf([ticket](const Waiting &waiting) { return waiting.ticket == ticket; });
    delete m_running.take(ticket);
    if (!m_queue.isEmpty() && !m_turn->isActive())
        m_turn->start(0ms);
}

void Client::next()
{
    if (m_queue.isEmpty() || m_running.size() >= mostAtOnce)
        return;
    if (const auto shut = m_shutUntil - m_scheduler.elapsed(); shut > 0ms) {
        const auto seconds = std::chrono::ceil<std::chrono::seconds>(shut);
        finish(m_queue.takeFirst(),
            domain::Error {.kind = domain::Error::Kind::RateLimited,
                .httpStatus = 429,
                .item = {},
                .detail = {},
                .retryAfter = seconds},
            0ms);
        return;
    }
    const auto wait = m_rate.take(m_scheduler.elapsed());
    if (wait.count() > 0) {
        m_turn->start(wait);
        return;
    }
    send(m_queue.takeFirst());
    if (!m_queue.isEmpty())
        m_turn->start(0ms);
}

void Client::send(const Waiting &waiting)
{
    auto *exchange
        = new Exchange(*m_transport, m_scheduler, m_rate, m_base, m_credential, m_options, waiting.request, this);
    m_running.insert(waiting.ticket, exchange);
    const auto started = m_scheduler.elapsed();
    connect(exchange,
        &Exchange::finished,
        this,
        [this, exchange, waiting, started](const domain::Result<Response> &result) {
            m_running.remove(waiting.ticket);
            exchange->deleteLater();
            finish(waiting, result, m_scheduler.elapsed() - started);
        });
    exchange->start();
}

void Client::finish(const Waiting &waiting, const domain::Result<Response> &result, std::chrono::milliseconds took)
{
    qCInfo(lcHttp).noquote() << waiting.request.method << routeTemplate(waiting.request.path)
                             << (result ? QString::number(result->status)
                                        : QString(domain::kindName(result.error().kind)))
                             << took.count() << "ms";
    if (!m_queue.isEmpty() && !m_turn->isActive())
        m_turn->start(0ms);
    const auto error = result ? errorOf(*result, m_scheduler.now()) : std::nullopt;
    if (error && error->retryAfter)
        m_shutUntil = m_scheduler.elapsed() + *error->retryAfter;
    if (error && !waiting.acceptErrors)
        waiting.receiver(*error);
    else
        waiting.receiver(result);
}

}
