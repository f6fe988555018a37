// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http/baseurl.h"
#include "api/http/credential.h"
#include "api/http/ratelimiter.h"
#include "api/http/request.h"
#include "models/domain/result.h"

#include <QDateTime>
#include <QFuture>
#include <QFutureWatcher>
#include <QNetworkAccessManager>
#include <QPromise>
#include <QThreadPool>
#include <QTimer>
#include <memory>

namespace http {

class Exchange;

/// Limits of a client; only tests change them.
struct Options {
    std::chrono::milliseconds deadline = std::chrono::seconds(60); ///< of one exchange with its redirects, from its start
    std::chrono::milliseconds idle = std::chrono::seconds(30); ///< without a byte
    qint64 maxBytes = 32LL << 20; ///< of an answer, unpacked
    int parallel = 4;
    double perSecond = 8;
    int burst = 20;
    RateLimiter::Now monotonic = RateLimiter::steady();
    std::function<QDateTime()> now = [] { return QDateTime::currentDateTimeUtc(); };
};

/// Sends requests to one server with one credential. It never repeats a request, follows no redirect to another
/// server, and lets go of everything in flight when it is destroyed; those futures count as cancelled.
class Client : public QObject
{
    Q_OBJECT

public:
    Client(BaseUrl server, Credential credential, Options options = {}, QObject *parent = nullptr);
    ~Client() override;

    [[nodiscard]] const BaseUrl &server() const { return m_server; }

    /// Cancelling the future aborts the exchange.
    QFuture<domain::Result<Response>> send(const Request &request);

    /// Sends an endpoint's request and gives what its parse() makes of the answer.
    template<typename Endpoint>
        requires requires { typename Endpoint::Response; }
    QFuture<domain::Result<typename Endpoint::Response>> send(const Endpoint &endpoint)
    {
        return sendAs<typename Endpoint::Response>(endpoint.request(), [](Response &&answer) {
            return Endpoint::parse(answer.body);
        });
    }

private:
    using Done = std::function<void(domain::Result<Response> &&)>;

    template<typename T, typename Read>
    QFuture<domain::Result<T>> sendAs(const Request &request, Read read);
    Exchange *enqueue(const Request &request, Done done);
    void cancel(Exchange *exchange);
    void forget(Exchange *exchange);
    void pump();

    BaseUrl m_server;
    Credential m_credential;
    Options m_options;
    RateLimiter m_limiter;
    QNetworkAccessManager m_network;
    QTimer m_again; ///< when the next token is due
    QList<Exchange *> m_waiting;
    QList<Exchange *> m_running;
};

template<typename T, typename Read>
QFuture<domain::Result<T>> Client::sendAs(const Request &request, Read read)
{
    using Answer = domain::Result<T>;
    // When the last owner of an unfinished promise goes, its future is cancelled: that is how ~Client lets go.
    auto promise = std::make_shared<QPromise<Answer>>();
    promise->start();
    const QFuture<Answer> future = promise->future();
    QObject *exchange = enqueue(request, [promise, read](domain::Result<Response> &&answer) {
        const auto finish = [promise, read](domain::Result<Response> &&whole) {
            promise->addResult(whole ? read(*std::move(whole)) : Answer(whole.error()));
            promise->finish();
        };
        constexpr qsizetype large = 64 * 1024;
        if (answer && answer->body.size() > large)
            QThreadPool::globalInstance()->start([finish, answer = std::move(answer)]() mutable { finish(std::move(answer)); });
        else
            finish(std::move(answer));
    });
    auto *watcher = new QFutureWatcher<Answer>(exchange);
    connect(watcher, &QFutureWatcherBase::canceled, this, [this, exchange] { cancel(reinterpret_cast<Exchange *>(exchange)); });
    watcher->setFuture(future);
    return future;
}

}
