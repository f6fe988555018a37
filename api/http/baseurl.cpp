// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/http/baseurl.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace http {

namespace {

int portOf(const QUrl &url)
{
    return url.port(url.scheme() == "https"_L1 ? 443 : 80);
}

domain::Error refused(const QString &text, const QString &why)
{
    return {.kind = domain::Error::Kind::Insecure,
        .httpStatus = 0,
        .item = text.left(100),
        .detail = why,
        .retryAfter = {}};
}

/// Host names, IPv4 and bracketed IPv6, with a port if need be; nothing that two readers could see differently.
bool isPlainAuthority(const QString &authority)
{
    static const QRegularExpression plain(
        uR"(\A(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*|\[[0-9a-f:.]+\])(?::[1-9][0-9]{0,4})?\z)"_s);
    return plain.match(authority).hasMatch();
}

}

domain::Result<BaseUrl> BaseUrl::parse(const QString &text)
{
    constexpr qsizetype longest = 255;
    QString written = text.trimmed().toLower();
    if (written.endsWith(u'/'))
        written.chop(1);
    const QUrl url(written, QUrl::StrictMode);
    if (written.isEmpty() || written.size() > longest || !url.isValid() || url.host().isEmpty())
        return refused(text, u"not an address of a server"_s);
    if (!url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment() || !url.path().isEmpty())
        return refused(text, u"only scheme, host and port are expected"_s);
    // What was read must be what was written: "0x7f.1" and "[0::1]" name this machine without looking like it, and
    // letters of other scripts look like a name that they are not.
    const QString authority = written.section("://"_L1, 1);
    if (!isPlainAuthority(authority) || url.toString(QUrl::FullyEncoded) != written || authority.contains("xn--"_L1))
        return refused(text, u"not an address of a server"_s);

    BaseUrl base;
    base.m_loopback = url.host() == "127.0.0.1"_L1 || url.host() == "localhost"_L1 || url.host() == "::1"_L1;
    if (url.scheme() != "https"_L1 && !(url.scheme() == "http"_L1 && base.m_loopback))
        return refused(text, u"https is required"_s);
    base.m_url = url;
    return base;
}

domain::Result<QUrl> BaseUrl::resolved(const Request &request) const
{
    const QStringList segments = request.path.split(u'/').mid(1);
    const bool leadsOut = segments.contains(QString()) || segments.contains("."_L1) || segments.contains(".."_L1);
    QUrl url = m_url;
    url.setPath(request.path, QUrl::DecodedMode);
    if (!request.query.isEmpty())
        url.setQuery(request.query);
    if (leadsOut || !(request.path.startsWith("/api/v1/"_L1) || request.path == "/api/oauth/token"_L1) || !url.isValid()
        || !sameOrigin(url))
        return domain::malformed(u"id"_s, u"an id cannot be part of an address"_s);
    return url;
}

bool BaseUrl::sameOrigin(const QUrl &other) const
{
    return other.scheme() == m_url.scheme() && other.host(QUrl::FullyEncoded) == m_url.host(QUrl::FullyEncoded)
        && portOf(other) == portOf(m_url) && other.userInfo().isEmpty();
}

}
