// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http/baseurl.h"
#include "api/http/credential.h"
#include "api/http/ratewindow.h"
#include "api/http/request.h"
#include "api/http/transport.h"
#include "models/domain/result.h"
#include "models/domain/scheduler.h"

#include <QFuture>
#include <QFutureWatcher>
#include <QHash>
#include <QObject>
#include <QPromise>
#include <memory>

namespace http {

class Exchange;

/// Talks to one server with one credential. Requests wait for their turn (rate, four at a time), are sent at most once
/// and end with a whole answer or an error; redirects to other places are never followed. When the service names a time
/// for which it wants to be left alone, everything until then ends with RateLimited and is not sent. Cancelling a
/// future that came from here aborts its exchange.
class Client : public QObject
{
    Q_OBJECT

public:
    struct Options {
        std::chrono::milliseconds deadline {60'000}; ///< for one exchange, all included
        qint64 mostBytes = 32 << 20;
        double perSecond = 7.5; ///< below the 8 that are promised, since the line may shorten the gap between two
        int burst = 8;
    };

    /// Over the network, by the machine's clock.
    Client(BaseUrl base, Credential credential, Options options, QObject *parent = nullptr);
    Client(BaseUrl base,
        Credential credential,
        Options options,
        std::unique_ptr<Transport> transport,
        domain::Scheduler &scheduler,
        QObject *parent = nullptr);
    ~Client() override; ///< aborts what is under way; its futures are cancelled

    [[nodiscard]] const BaseUrl &base() const { return m_base; }
    [[nodiscard]] domain::Scheduler &scheduler() const { return m_scheduler; } ///< of everything that waits for answers
    void setCredential(const Credential &credential) { m_credential = credential; }
    [[nodiscard]] const Credential &credential() const { return m_credential; }
    [[nodiscard]] bool hasCredential() const { return !m_credential.isEmpty(); }

    /// The raw exchange; any status counts as an answer.
    [[nodiscard]] QFuture<domain::Result<Response>> exchange(const Request &request);

    /// Sends an endpoint and reads its answer.
    template<typename Endpoint>
    [[nodiscard]] QFuture<domain::Result<typename Endpoint::Response>> send(const Endpoint &endpoint)
    {
        using Answer = domain::Result<typename Endpoint::Response>;
        auto promise = std::make_shared<QPromise<Answer>>();
        promise->start();
        const quint64 ticket = submit(endpoint.request(), [promise](const domain::Result<Response> &result) {
            if (!result)
                promise->addResult(Answer(result.error()));
            else if constexpr (requires { Endpoint::parse(*result); }) // the status says something too
                promise->addResult(Endpoint::parse(*result));
            else
                promise->addResult(Endpoint::parse(result->body));
            promise->finish();
        });
        watch(promise->future(), ticket);
        return promise->future();
    }

private:
    using Receiver = std::function<void(const domain::Result<Response> &)>;
    struct Waiting {
        quint64 ticket = 0;
        Request request;
        Receiver receiver; ///< owns the promise: when it goes unused, the future counts as cancelled
        bool acceptErrors = false;
    };

    quint64 submit(const Request &request, Receiver receiver, bool acceptErrors = false);
    void next();
    void send(const Waiting &waiting);
    void finish(const Waiting &waiting, const domain::Result<Response> &result, std::chrono::milliseconds took);
    void cancel(quint64 ticket);

    template<typename Answer>
    void watch(const QFuture<Answer> &future, quint64 ticket)
    {
        auto *watcher = new QFutureWatcher<Answer>(this);
        connect(watcher, &QFutureWatcherBase::canceled, this, [this, ticket] { cancel(ticket); });
        connect(watcher, &QFutureWatcherBase::finished, watcher, &QObject::deleteLater);
        watcher->setFuture(future);
    }

    BaseUrl m_base;
    Credential m_credential;
    Options m_options;
    std::unique_ptr<Transport> m_transport;
    domain::Scheduler &m_scheduler;
    QList<Waiting> m_queue;
    std::unique_ptr<domain::Alarm> m_turn;
    RateWindow m_rate;
    std::chrono::milliseconds m_shutUntil {0}; ///< the service wants to be left alone
    QHash<quint64, Exchange *> m_running;
    quint64 m_tickets = 0;
};

}
