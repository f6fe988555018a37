// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/http/classify.h"

#include "api/http/retryafter.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using Kind = domain::Error::Kind;

namespace http {

namespace {

domain::Error make(Kind kind, int status = 0, const QString &detail = {})
{
    return {.kind = kind, .httpStatus = status, .item = {}, .detail = detail, .retryAfter = {}};
}

Kind kindOf(int status)
{
    switch (status) {
    case 400:
    case 405:
    case 413:
    case 415:
    case 422:
        return Kind::Rejected;
    case 401:
        return Kind::Unauthorised;
    case 403:
        return Kind::Forbidden;
    case 404:
    case 410:
        return Kind::NotFound;
    case 409:
    case 412:
        return Kind::Conflict;
    case 429:
        return Kind::RateLimited;
    default:
        return status >= 300 && status < 400 ? Kind::Redirected : Kind::Server;
    }
}

/// These make an edit fail for good, so only the service itself may say them.
bool settles(Kind kind)
{
    return kind == Kind::Rejected || kind == Kind::Forbidden || kind == Kind::NotFound || kind == Kind::Conflict;
}

bool isWebPage(const Response &answer)
{
    return answer.body.trimmed().startsWith('<');
}

QString ownWords(const QByteArray &body)
{
    constexpr qsizetype most = 64 * 1024;
    if (body.size() > most)
        return {};
    const QJsonObject json = QJsonDocument::fromJson(body).object();
    const QString error = json.value("error"_L1).toString();
    return plainDetail(error.isEmpty() ? json.value("message"_L1).toString() : error);
}

}

QString plainDetail(const QString &text)
{
    constexpr qsizetype longest = 300;
    QString plain;
    for (QChar c : text.left(longest * 4))
        plain.append(c.isSpace() || c.isNonCharacter() || c.category() == QChar::Other_Control || c.category() == QChar::Other_Format ? u' ' : c);
    plain = plain.simplified().left(longest);
    if (!plain.isEmpty() && plain.back().isHighSurrogate())
        plain.chop(1);
    return plain;
}

std::optional<domain::Error> statusError(const Response &answer, const QDateTime &now)
{
    if (answer.status == 200 || answer.status == 201 || answer.status == 204)
        return {};
    domain::Error error = make(kindOf(answer.status), answer.status, ownWords(answer.body));
    if (settles(error.kind) && isWebPage(answer))
        return make(Kind::Malformed, answer.status, u"expected JSON, got a web page"_s);
    if (answer.status == 429 || answer.status == 503) {
        // The service's own clock counts, if it tells the time: this machine's may be wrong.
        const QDateTime theirs = parseImfDate(answer.headers.value("date"));
        error.retryAfter = parseRetryAfter(answer.headers.value("retry-after"), theirs.isValid() ? theirs : now);
    }
    return error;
}

domain::Error transportError(QNetworkReply::NetworkError error, bool sent)
{
    switch (error) {
    case QNetworkReply::SslHandshakeFailedError:
        return make(Kind::Insecure, 0, u"the secure connection could not be made"_s);
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::InsecureRedirectError:
        return make(Kind::Insecure);
    case QNetworkReply::TimeoutError:
    case QNetworkReply::ProxyTimeoutError:
        return deadlineError(sent);
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return make(Kind::Offline, 407, u"the proxy asks for a login"_s);
    case QNetworkReply::UnknownContentError:
        return make(Kind::Malformed, 0, u"the answer cannot be unpacked or is too large"_s);
    default:
        return make(sent ? Kind::Server : Kind::Offline);
    }
}

domain::Error deadlineError(bool sent)
{
    return make(sent ? Kind::Timeout : Kind::Offline);
}

}
