// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/http/exchange.h"

#include "api/http/classify.h"
#include "api/http/transport.h"

using namespace Qt::StringLiterals;

namespace http {

namespace {

constexpr int mostRedirects = 3;
constexpr qsizetype longestLocation = 2000;
constexpr std::chrono::milliseconds idle {30'000}; ///< without a byte; the deadline counts everything
constexpr qsizetype slowLine = 32; ///< bytes a millisecond

bool isWrite(const QByteArray &method)
{
    return method == "POST" || method == "PUT";
}

}

std::chrono::milliseconds deadlineOf(const Client::Options &options, qsizetype bodyBytes)
{
    return options.deadline + std::chrono::milliseconds(bodyBytes / slowLine);
}

Exchange::Exchange(Transport &transport,
    domain::Scheduler &scheduler,
    RateWindow &rate,
    const BaseUrl &base,
    const Credential &credential,
    const Client::Options &options,
    Request request,
    QObject *parent)
    : QObject(parent)
    , m_transport(transport)
    , m_scheduler(scheduler)
    , m_rate(rate)
    , m_base(base)
    , m_credential(credential)
    , m_options(options)
    , m_request(std::move(request))
    , m_deadline(scheduler.alarm([this] {
        m_timedOut = true;
        if (m_passage)
            m_passage->abort();
        else
            end(transportError(QNetworkReply::OperationCanceledError, true, m_sent));
    }))
    , m_turn(scheduler.alarm([this] { sendInTurn(); }))
{
}

Exchange::~Exchange()
{
    m_ended = true;
    delete m_passage;
}

void Exchange::start()
{
    const auto url = m_base.resolved(m_request);
    if (!url) {
        end(url.error());
        return;
    }
    m_deadline->start(deadlineOf(m_options, m_request.body.size()));
    m_url = *url;
    send();
}

void Exchange::sendInTurn()
{
    const auto wait = m_rate.take(m_scheduler.elapsed());
    if (wait.count() > 0)
        m_turn->start(wait);
    else
        send();
}

void Exchange::send()
{
    m_body.clear();
    Outgoing outgoing {m_request.method, m_url, {}, {}, std::min(idle, m_options.deadline), m_options.mostBytes};
    outgoing.headers.insert("User-Agent", "Microcycle/" MICROCYCLE_VERSION);
    outgoing.headers.insert("Accept", "application/json");
    if (!m_credential.isEmpty())
        outgoing.headers.insert("Authorization", m_credential.header());
    for (auto it = m_request.headers.begin(); it != m_request.headers.end(); ++it)
        outgoing.headers.insert(it.key(), it.value());
    if (isWrite(m_request.method)) {
        outgoing.headers.insert(
            "Content-Type", m_request.contentType.isEmpty() ? QByteArray("application/json") : m_request.contentType);
        outgoing.body = m_request.body;
    }
    m_passage = m_transport.send(outgoing, this);
    connect(m_passage, &Passage::requestSent, this, [this] { m_sent = true; });
    connect(m_passage, &Passage::received, this, &Exchange::receive);
    connect(m_passage, &Passage::finished, this, &Exchange::complete);
}

void Exchange::receive(const QByteArray &bytes)
{
    m_body += bytes;
    if (m_body.size() > m_options.mostBytes) {
        m_tooLarge = true;
        m_passage->abort();
    }
}

void Exchange::complete(const Arrival &arrival)
{
    if (m_ended)
        return;
    std::exchange(m_passage, nullptr)->deleteLater();
    if (m_tooLarge) {
        end(domain::malformed({}, u"the answer is too large"_s));
        return;
    }
    // A status below 200 is no answer; an error after a good status means that the body broke off. A redirected write
    // is an error too, since its body cannot be sent again, but there the status says it better.
    const int status = arrival.status;
    const bool brokenOff = status >= 200 && status < 300 && arrival.error != QNetworkReply::NoError;
    if (m_timedOut || status < 200 || brokenOff) {
        end(transportError(
            arrival.error, m_timedOut || arrival.error == QNetworkReply::OperationCanceledError, m_sent));
        return;
    }
    const Response response {status, m_body, arrival.contentType, arrival.headers};
    if (status >= 300 && status < 400 && follow(response))
        return;
    end(response);
}

bool Exchange::follow(const Response &response)
{
    const QByteArray location = response.headers.value("location");
    if (m_request.method != "GET" || m_redirects >= mostRedirects || location.isEmpty()
        || location.size() > longestLocation)
        return false;
    const QUrl target = m_url.resolved(QUrl(QString::fromUtf8(location), QUrl::StrictMode));
    if (!target.isValid() || !m_base.sameOrigin(target))
        return false;
    ++m_redirects;
    m_url = target;
    sendInTurn();
    return true;
}

void Exchange::end(const domain::Result<Response> &result)
{
    m_ended = true;
    m_turn->stop();
    m_deadline->stop();
    Q_EMIT finished(result);
}

}
