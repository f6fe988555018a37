// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/http/requestfactory.h"

#include <QSslConfiguration>

using namespace Qt::StringLiterals;

namespace http {

QNetworkRequest makeRequest(const Request &request, const QUrl &url, const RequestTraits &traits)
{
    QNetworkRequest made(url);
    // Followed by default, a redirect to another server would take the credential along.
    made.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    made.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    made.setAttribute(QNetworkRequest::HttpPipeliningAllowedAttribute, false);
    made.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    made.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    made.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    made.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    made.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    made.setTransferTimeout(traits.idleMilliseconds);
    made.setDecompressedSafetyCheckThreshold(traits.maxBytes);
    made.setHeader(QNetworkRequest::UserAgentHeader, u"Microcycle/" MICROCYCLE_VERSION ""_s);
    made.setRawHeader("Accept", "application/json");
    made.setRawHeader("Authorization", traits.authorization);
    for (auto it = request.headers.begin(); it != request.headers.end(); ++it)
        made.setRawHeader(it.key(), it.value());
    if (url.scheme() == "https"_L1) {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setProtocol(QSsl::TlsV1_2OrLater);
        tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
        made.setSslConfiguration(tls);
    }
    if (request.method == "POST" || request.method == "PUT") {
        made.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        made.setHeader(QNetworkRequest::ContentLengthHeader, request.body.size());
        made.setHeader(QNetworkRequest::ContentTypeHeader, request.contentType.isEmpty() ? "application/json"_ba : request.contentType);
    }
    return made;
}

}
