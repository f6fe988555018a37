// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/http/exchange.h"

#include "api/http/classify.h"
#include "api/http/oneshotdevice.h"

#include <QNetworkAccessManager>
#include <QNetworkRequest>
#include <QSslConfiguration>

using namespace Qt::StringLiterals;

namespace http {

namespace {

constexpr int mostRedirects = 3;
constexpr qsizetype longestLocation = 2000;
constexpr int idleMilliseconds = 30'000; ///< without a byte; the deadline counts everything
constexpr qsizetype slowLine = 32; ///< bytes a millisecond

/// The only place that makes a request of the network layer, with everything off that it would do by itself.
QNetworkRequest configured(const QUrl &url, const Credential &credential, const Client::Options &options)
{
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::HttpPipeliningAllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setTransferTimeout(std::min(idleMilliseconds, int(options.deadline.count())));
    request.setDecompressedSafetyCheckThreshold(options.mostBytes);
    request.setHeader(QNetworkRequest::UserAgentHeader, u"Microcycle/" MICROCYCLE_VERSION ""_s);
    request.setRawHeader("Accept", "application/json");
    if (!credential.isEmpty())
        request.setRawHeader("Authorization", credential.header());
    if (url.scheme() == "https"_L1) {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setProtocol(QSsl::TlsV1_2OrLater);
        tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
        request.setSslConfiguration(tls);
    }
    return request;
}

bool isWrite(const QByteArray &method)
{
    return method == "POST" || method == "PUT";
}

}

std::chrono::milliseconds deadlineOf(const Client::Options &options, qsizetype bodyBytes)
{
    return options.deadline + std::chrono::milliseconds(bodyBytes / slowLine);
}

Exchange::Exchange(QNetworkAccessManager &network, const BaseUrl &base, const Credential &credential, const Client::Options &options,
    Request request, QObject *parent)
    : QObject(parent)
    , m_network(network)
    , m_base(base)
    , m_credential(credential)
    , m_options(options)
    , m_request(std::move(request))
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        m_timedOut = true;
        if (m_reply)
            m_reply->abort();
    });
}

Exchange::~Exchange()
{
    m_ended = true;
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
        m_reply->deleteLater();
    }
}

void Exchange::start()
{
    const auto url = m_base.resolved(m_request);
    if (!url) {
        end(url.error());
        return;
    }
    m_deadline.start(deadlineOf(m_options, m_request.body.size()));
    send(*url);
}

void Exchange::send(const QUrl &url)
{
    m_body.clear();
    m_url = url;
    QNetworkRequest request = configured(url, m_credential, m_options);
    for (auto it = m_request.headers.begin(); it != m_request.headers.end(); ++it)
        request.setRawHeader(it.key(), it.value());
    QIODevice *upload = nullptr;
    if (isWrite(m_request.method)) {
        request.setHeader(QNetworkRequest::ContentTypeHeader, m_request.contentType.isEmpty() ? QByteArray("application/json") : m_request.contentType);
        request.setHeader(QNetworkRequest::ContentLengthHeader, m_request.body.size());
        request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        upload = new OneShotDevice(m_request.body, this);
    }
    m_reply = m_network.sendCustomRequest(request, m_request.method, upload);
    connect(m_reply, &QNetworkReply::requestSent, this, [this] { m_sent = true; });
    connect(m_reply, &QNetworkReply::readyRead, this, &Exchange::readSome);
    connect(m_reply, &QNetworkReply::finished, this, &Exchange::complete);
}

void Exchange::readSome()
{
    if (!m_reply->isOpen())
        return;
    m_body += m_reply->readAll();
    if (m_body.size() > m_options.mostBytes) {
        m_tooLarge = true;
        m_reply->abort();
    }
}

void Exchange::complete()
{
    if (m_ended)
        return;
    QNetworkReply *reply = m_reply;
    m_reply = nullptr;
    reply->deleteLater();
    if (m_tooLarge) {
        end(domain::malformed({}, u"the answer is too large"_s));
        return;
    }
    if (reply->isOpen())
        m_body += reply->readAll();
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const auto error = reply->error();
    // A status below 200 is no answer; an error after a good status means that the body broke off. A redirected write
    // is an error too, since its body cannot be sent again, but there the status says it better.
    const bool brokenOff = status >= 200 && status < 300 && error != QNetworkReply::NoError;
    if (m_timedOut || status < 200 || brokenOff) {
        end(transportError(error, m_timedOut || error == QNetworkReply::OperationCanceledError, m_sent));
        return;
    }
    Response response {status, m_body, reply->header(QNetworkRequest::ContentTypeHeader).toByteArray(), {}};
    const auto headers = reply->rawHeaderPairs();
    for (const auto &[name, value] : headers)
        response.headers.insert(name.toLower(), value);
    if (status >= 300 && status < 400 && follow(response))
        return;
    end(response);
}

bool Exchange::follow(const Response &response)
{
    const QByteArray location = response.headers.value("location");
    if (m_request.method != "GET" || m_redirects >= mostRedirects || location.isEmpty() || location.size() > longestLocation)
        return false;
    const QUrl target = m_url.resolved(QUrl(QString::fromUtf8(location), QUrl::StrictMode));
    if (!target.isValid() || !m_base.sameOrigin(target))
        return false;
    ++m_redirects;
    send(target);
    return true;
}

void Exchange::end(const domain::Result<Response> &result)
{
    m_ended = true;
    m_deadline.stop();
    Q_EMIT finished(result);
}

}
