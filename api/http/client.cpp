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
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace http {

Q_LOGGING_CATEGORY(lcHttp, "app.http", QtWarningMsg)

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

/// A path without anybody's ids, fit for a log.
QString routeOf(QString path)
{
    static const QRegularExpression ids(u"/(?:i?\\d[^/]*)(?=/|$)"_s);
    return path.replace(ids, u"/*"_s);
}

}

Client::Client(BaseUrl base, Credential credential, Options options, QObject *parent)
    : QObject(parent)
    , m_base(std::move(base))
    , m_credential(std::move(credential))
    , m_options(options)
    , m_network(new QNetworkAccessManager(this))
    , m_bucket(options.perSecond, options.burst)
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
    const auto running = findChildren<Exchange *>(QString(), Qt::FindDirectChildrenOnly);
    for (auto *exchange : running)
        delete exchange; // their promises are dropped, which cancels the futures
}

QFuture<domain::Result<Response>> Client::exchange(const Request &request)
{
    auto promise = std::make_shared<QPromise<domain::Result<Response>>>();
    promise->start();
    submit(request, [promise](const domain::Result<Response> &result) {
        promise->addResult(result);
        promise->finish();
    }, true);
    return promise->future();
}

void Client::submit(const Request &request, Receiver receiver, bool acceptErrors)
{
    m_queue.append({request, std::move(receiver), acceptErrors});
    if (!m_turn.isActive())
        m_turn.start(0);
}

void Client::next()
{
    if (m_queue.isEmpty() || m_running >= mostAtOnce)
        return;
    const auto wait = m_bucket.take(std::chrono::milliseconds(m_clock.elapsed()));
    if (wait.count() > 0) {
        m_turn.start(wait);
        return;
    }
    const Waiting waiting = m_queue.takeFirst();
    ++m_running;
    auto *exchange = new Exchange(*m_network, m_base, m_credential, m_options, waiting.request, this);
    const qint64 started = m_clock.elapsed();
    connect(exchange, &Exchange::finished, this, [this, exchange, waiting, started](const domain::Result<Response> &result) {
        exchange->deleteLater();
        --m_running;
        qCInfo(lcHttp).noquote() << waiting.request.method << routeOf(waiting.request.path)
                                 << (result ? QString::number(result->status) : QString(domain::kindName(result.error().kind)))
                                 << m_clock.elapsed() - started << "ms";
        if (!m_queue.isEmpty() && !m_turn.isActive())
            m_turn.start(0);
        const auto error = result && !waiting.acceptErrors ? errorOf(*result, QDateTime::currentDateTimeUtc()) : std::nullopt;
        if (error)
            waiting.receiver(*error);
        else
            waiting.receiver(result);
    });
    exchange->start();
    if (!m_queue.isEmpty())
        m_turn.start(0);
}

}
