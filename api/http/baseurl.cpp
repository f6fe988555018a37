// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/http/baseurl.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace http {

namespace {

constexpr int defaultPort(bool encrypted)
{
    return encrypted ? 443 : 80;
}

bool isLoopbackHost(const QString &host)
{
    return host == "127.0.0.1"_L1 || host == "localhost"_L1 || host == "::1"_L1;
}

domain::Error notAnAddress(const QString &detail)
{
    return domain::unreadable(u"server address"_s, detail);
}

domain::Error forbidden(const QString &detail)
{
    return {.kind = domain::Error::Kind::Insecure, .httpStatus = 0, .item = u"server address"_s, .detail = detail, .retryAfter = {}};
}

/// Host names, IPv4 and bracketed IPv6, with a port if need be; nothing that a parser could see in two ways.
bool isPlainAuthority(const QString &authority)
{
    static const QRegularExpression plain(
        uR"(^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*|\[[0-9a-f:.]+\])(?::[1-9][0-9]{0,4})?\z)"_s);
    return plain.match(authority).hasMatch();
}

}

domain::Result<BaseUrl> BaseUrl::parse(const QString &text)
{
    constexpr qsizetype longest = 255;
    if (text.isEmpty() || text.size() > longest)
        return notAnAddress(u"expected an address such as https://intervals.icu"_s);
    QString written = text.toLower();
    if (written.endsWith(u'/'))
        written.chop(1);
    if (!written.contains("://"_L1))
        return notAnAddress(u"the address must start with https://"_s);
    const QString scheme = written.section("://"_L1, 0, 0);
    const QString authority = written.section("://"_L1, 1);
    if (scheme != "https"_L1 && scheme != "http"_L1)
        return forbidden(u"only https is allowed"_s);
    if (authority.contains(u'@'))
        return forbidden(u"the address must not hold a user name"_s);
    if (!isPlainAuthority(authority))
        return notAnAddress(u"expected a host name and perhaps a port"_s);

    QUrl url(written, QUrl::StrictMode);
    // What was read must be what was written: "0x7f.1" and "[0::1]" name this machine without looking like it.
    if (!url.isValid() || url.host().isEmpty() || url.toString(QUrl::FullyEncoded) != written)
        return notAnAddress(u"expected a host name and perhaps a port"_s);
    const bool encrypted = scheme == "https"_L1;
    if (!encrypted && !isLoopbackHost(url.host()))
        return forbidden(u"only https is allowed, except to this computer"_s);
    if (url.port() == defaultPort(encrypted))
        url.setPort(-1);
    return BaseUrl(url);
}

bool BaseUrl::isLoopback() const
{
    return isLoopbackHost(m_origin.host());
}

domain::Result<QUrl> BaseUrl::resolved(const Request &request) const
{
    const bool leadsOut = request.path.contains("//"_L1) || request.path.contains("/../"_L1) || request.path.contains("/./"_L1)
        || request.path.endsWith("/.."_L1) || request.path.contains(u'\\');
    if (!request.path.startsWith("/api/v1/"_L1) || leadsOut)
        return domain::malformed(u"id"_s, u"an id cannot be part of an address"_s);
    QUrl url = m_origin;
    url.setPath(request.path, QUrl::DecodedMode);
    if (!request.query.isEmpty())
        url.setQuery(request.query);
    if (!url.isValid() || !owns(url))
        return domain::malformed(u"id"_s, u"an id cannot be part of an address"_s);
    return url;
}

bool BaseUrl::owns(const QUrl &url) const
{
    const int standard = defaultPort(isEncrypted());
    return url.isValid() && url.scheme() == m_origin.scheme() && url.userInfo().isEmpty()
        && url.host(QUrl::FullyEncoded) == m_origin.host(QUrl::FullyEncoded) && url.port(standard) == m_origin.port(standard);
}

}
