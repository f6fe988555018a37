// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/http/networktransport.h"

#include "api/http/oneshotdevice.h"

#include <QNetworkAccessManager>
#include <QNetworkCookie>
#include <QNetworkCookieJar>
#include <QNetworkProxy>
#include <QNetworkRequest>
#include <QSslConfiguration>

using namespace Qt::StringLiterals;

namespace http {

namespace {

/// Never keeps or sends a cookie.
class NoCookies : public QNetworkCookieJar
{
public:
    using QNetworkCookieJar::QNetworkCookieJar;
    [[nodiscard]] QList<QNetworkCookie> cookiesForUrl(const QUrl &) const override { return {}; }
    bool setCookiesFromUrl(const QList<QNetworkCookie> &, const QUrl &) override { return false; }
};

/// The only place that makes a request of the network layer.
QNetworkRequest configured(const Outgoing &outgoing)
{
    QNetworkRequest request(outgoing.url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::HttpPipeliningAllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setTransferTimeout(int(outgoing.idle.count()));
    request.setDecompressedSafetyCheckThreshold(outgoing.mostBytes);
    for (auto it = outgoing.headers.begin(); it != outgoing.headers.end(); ++it)
        request.setRawHeader(it.key(), it.value());
    if (outgoing.url.scheme() == "https"_L1) {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setProtocol(QSsl::TlsV1_2OrLater);
        tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
        request.setSslConfiguration(tls);
    }
    return request;
}

class NetworkPassage : public Passage
{
public:
    NetworkPassage(QNetworkAccessManager &network, const Outgoing &outgoing, QObject *parent)
        : Passage(parent)
    {
        QNetworkRequest request = configured(outgoing);
        QIODevice *upload = nullptr;
        if (outgoing.body) {
            request.setHeader(QNetworkRequest::ContentLengthHeader, outgoing.body->size());
            request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
            upload = new OneShotDevice(*outgoing.body, this);
        }
        m_reply = network.sendCustomRequest(request, outgoing.method, upload);
        connect(m_reply, &QNetworkReply::requestSent, this, &Passage::requestSent);
        connect(m_reply, &QNetworkReply::readyRead, this, &NetworkPassage::readSome);
        connect(m_reply, &QNetworkReply::finished, this, &NetworkPassage::complete);
    }
    ~NetworkPassage() override
    {
        if (!m_reply)
            return;
        m_reply->disconnect(this);
        m_reply->abort();
        m_reply->deleteLater();
    }
    void abort() override
    {
        if (m_reply)
            m_reply->abort();
    }

private:
    void readSome()
    {
        if (m_reply && m_reply->isOpen() && m_reply->bytesAvailable() > 0)
            Q_EMIT received(m_reply->readAll());
    }

    void complete()
    {
        readSome();
        QNetworkReply *reply = std::exchange(m_reply, nullptr);
        if (!reply) // the receiver of the last bytes wanted no more
            return;
        reply->deleteLater();
        Arrival arrival {reply->error(),
            reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
            reply->header(QNetworkRequest::ContentTypeHeader).toByteArray(),
            {}};
        const auto headers = reply->rawHeaderPairs();
        for (const auto &[name, value] : headers)
            arrival.headers.insert(name.toLower(), value);
        Q_EMIT finished(arrival);
    }

    QNetworkReply *m_reply = nullptr;
};

}

NetworkTransport::NetworkTransport(bool loopback)
    : m_network(std::make_unique<QNetworkAccessManager>())
{
    m_network->setAutoDeleteReplies(false);
    m_network->setCookieJar(new NoCookies(m_network.get()));
    m_network->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_network->setStrictTransportSecurityEnabled(!loopback);
    m_network->setProxy(loopback ? QNetworkProxy::NoProxy : QNetworkProxy::DefaultProxy);
}

NetworkTransport::~NetworkTransport() = default;

Passage *NetworkTransport::send(const Outgoing &outgoing, QObject *parent)
{
    return new NetworkPassage(*m_network, outgoing, parent);
}

}
