// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/http/client.h"

#include "api/http/classify.h"
#include "api/http/exchange.h"
#include "api/http/logging.h"

#include <QNetworkAccessManager>
#include <QNetworkCookie>
#include <QNetworkCookieJar>
#include <QNetworkProxy>

using namespace Qt::StringLiterals;

namespace http {

namespace {

constexpr int mostAtOnce = 4;

/// Never keeps or sends a cookie.
class NoCookies : public QNetworkCookieJar
{
public:
    using QNetworkCookieJar::QNetworkCookieJar;
    [[nodiscard]] QList<QNetworkCookie> cookiesForUrl(const QUrl &) const override { return {}; }
    bool setCookiesFromUrl(const QList<QNetworkCookie> &, const QUrl &) override { return false; }
};

}

Client::Client(BaseUrl base, Credential credential, Options options, QObject *parent)
    : QObject(parent)
    , m_base(std::move(base))
    , m_credential(std::move(credential))
    , m_options(options)
    , m_network(new QNetworkAccessManager(this))
    , m_rate(options.perSecond, options.burst)
{
    m_network->setAutoDeleteReplies(false);
    m_network->setCookieJar(new NoCookies(m_network));
    m_network->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_network->setStrictTransportSecurityEnabled(!m_base.isLoopback());
    m_network->setProxy(m_base.isLoopback() ? QNetworkProxy::NoProxy : QNetworkProxy::DefaultProxy);
    m_turn.setSingleShot(true);
    m_clock.start();
    connect(&m_turn, &QTimer::timeout, this, &Client::next);
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
    const quint64 ticket = submit(request, [promise](const domain::Result<Response> &result) {
        promise->addResult(result);
        promise->finish();
    }, true);
    watch(promise->future(), ticket);
    return promise->future();
}

quint64 Client::submit(const Request &request, Receiver receiver, bool acceptErrors)
{
    m_queue.append({++m_tickets, request, std::move(receiver), acceptErrors});
    if (!m_turn.isActive())
        m_turn.start(0);
    return m_tickets;
}

void Client::cancel(quint64 ticket)
{
    m_queue.removeIf([ticket](const Waiting &waiting) { return waiting.ticket == ticket; });
    delete m_running.take(ticket);
    if (!m_queue.isEmpty() && !m_turn.isActive())
        m_turn.start(0);
}

void Client::next()
{
    if (m_queue.isEmpty() || m_running.size() >= mostAtOnce)
        return;
    const auto wait = m_rate.take(std::chrono::milliseconds(m_clock.elapsed()));
    if (wait.count() > 0) {
        m_turn.start(wait);
        return;
    }
    const Waiting waiting = m_queue.takeFirst();
    auto *exchange = new Exchange(*m_network, m_base, m_credential, m_options, waiting.request, this);
    m_running.insert(waiting.ticket, exchange);
    const qint64 started = m_clock.elapsed();
    connect(exchange, &Exchange::finished, this, [this, exchange, waiting, started](const domain::Result<Response> &result) {
        m_running.remove(waiting.ticket);
        exchange->deleteLater();
        finish(waiting, result, m_clock.elapsed() - started);
    });
    exchange->start();
    if (!m_queue.isEmpty())
        m_turn.start(0);
}

void Client::finish(const Waiting &waiting, const domain::Result<Response> &result, qint64 milliseconds)
{
    qCInfo(lcHttp).noquote() << waiting.request.method << routeTemplate(waiting.request.path)
                             << (result ? QString::number(result->status) : QString(domain::kindName(result.error().kind))) << milliseconds << "ms";
    if (!m_queue.isEmpty() && !m_turn.isActive())
        m_turn.start(0);
    const auto error = result && !waiting.acceptErrors ? errorOf(*result, QDateTime::currentDateTimeUtc()) : std::nullopt;
    if (error)
        waiting.receiver(*error);
    else
        waiting.receiver(result);
}

}
