// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/http/classify.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

using namespace Qt::StringLiterals;
using Kind = domain::Error::Kind;

namespace http {

namespace {

Kind kindOf(int status)
{
    switch (status) {
    case 401:
        return Kind::Unauthorised;
    case 403:
        return Kind::Forbidden;
    case 404:
    case 410:
        return Kind::NotFound;
    case 409:
        return Kind::Conflict;
    case 429:
    case 503:
        return Kind::RateLimited;
    default:
        break;
    }
    if (status >= 300 && status < 400)
        return Kind::Redirected;
    return status >= 400 && status < 500 ? Kind::Rejected : Kind::Server;
}

}

std::optional<std::chrono::seconds> retryAfter(const QByteArray &header, const QDateTime &now)
{
    std::optional<qint64> longest;
    const auto consider = [&longest](qint64 seconds) { longest = std::max(longest.value_or(0), seconds); };
    const QByteArrayList parts = header.split(',');
    for (const auto &part : parts) {
        bool isNumber = false;
        const qint64 seconds = part.trimmed().toLongLong(&isNumber);
        if (isNumber && seconds >= 0)
            consider(seconds);
    }
    if (!longest) {
        QDateTime date = QLocale::c().toDateTime(QString::fromLatin1(header.trimmed()), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
        if (!date.isValid())
            return {};
        date.setTimeSpec(Qt::UTC);
        consider(std::max<qint64>(0, now.secsTo(date)));
    }
    return std::chrono::seconds(std::clamp<qint64>(*longest, 1, 3600));
}

QString errorText(const QByteArray &body)
{
    const QByteArray start = body.left(64 << 10);
    const QJsonObject object = QJsonDocument::fromJson(start).object();
    QString text = object.value("error"_L1).toString();
    if (text.isEmpty())
        text = object.value("message"_L1).toString();
    if (text.isEmpty() && !start.trimmed().startsWith('<') && !start.trimmed().startsWith('{'))
        text = QString::fromUtf8(start);
    return text.simplified().left(300);
}

std::optional<domain::Error> errorOf(const Response &response, const QDateTime &now)
{
    if (response.status >= 200 && response.status < 300)
        return {};
    domain::Error error {.kind = kindOf(response.status), .httpStatus = response.status, .item = {}, .detail = errorText(response.body), .retryAfter = {}};
    if (error.kind == Kind::RateLimited)
        error.retryAfter = retryAfter(response.headers.value("retry-after"), now);
    return error;
}

domain::Error transportError(QNetworkReply::NetworkError error, bool timedOut)
{
    Kind kind = Kind::Server;
    if (timedOut) {
        kind = Kind::Timeout;
    } else {
        switch (error) {
        case QNetworkReply::ConnectionRefusedError:
        case QNetworkReply::HostNotFoundError:
        case QNetworkReply::NetworkSessionFailedError:
        case QNetworkReply::TemporaryNetworkFailureError:
        case QNetworkReply::UnknownNetworkError:
        case QNetworkReply::ProxyConnectionRefusedError:
        case QNetworkReply::ProxyNotFoundError:
            kind = Kind::Offline;
            break;
        case QNetworkReply::SslHandshakeFailedError:
            kind = Kind::Insecure;
            break;
        case QNetworkReply::TimeoutError:
            kind = Kind::Timeout;
            break;
        default:
            break;
        }
    }
    return {.kind = kind, .httpStatus = 0, .item = {}, .detail = {}, .retryAfter = {}};
}

}
