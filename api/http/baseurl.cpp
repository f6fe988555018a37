// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/http/baseurl.h"

using namespace Qt::StringLiterals;

namespace http {

namespace {

int portOf(const QUrl &url)
{
    return url.port(url.scheme() == "https"_L1 ? 443 : 80);
}

domain::Error refused(const QString &text, const QString &why)
{
    return {.kind = domain::Error::Kind::Insecure, .httpStatus = 0, .item = text.left(100), .detail = why, .retryAfter = {}};
}

}

domain::Result<BaseUrl> BaseUrl::parse(const QString &text)
{
    const QUrl url(text.trimmed(), QUrl::StrictMode);
    const QString host = url.host(QUrl::FullyEncoded);
    if (!url.isValid() || host.isEmpty() || url.port() == 0 || host.endsWith(u'.') || host.contains("xn--"_L1))
        return refused(text, u"not an address of a server"_s);
    if (!url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment() || (!url.path().isEmpty() && url.path() != "/"_L1))
        return refused(text, u"only scheme, host and port are expected"_s);
    BaseUrl base;
    base.m_loopback = host == "127.0.0.1"_L1 || host == "localhost"_L1 || host == "::1"_L1;
    if (url.scheme() != "https"_L1 && !(url.scheme() == "http"_L1 && base.m_loopback))
        return refused(text, u"https is required"_s);
    base.m_url.setScheme(url.scheme());
    base.m_url.setHost(url.host());
    base.m_url.setPort(url.port());
    return base;
}

bool BaseUrl::sameOrigin(const QUrl &other) const
{
    return other.scheme() == m_url.scheme() && other.host(QUrl::FullyEncoded) == m_url.host(QUrl::FullyEncoded) && portOf(other) == portOf(m_url)
        && other.userInfo().isEmpty();
}

}
