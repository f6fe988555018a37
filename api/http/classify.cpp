// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/http/classify.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;
using Kind = domain::Error::Kind;

namespace http {

namespace {

Kind kindOf(int status)
{
    switch (status) {
    case 400:
    case 405:
    case 413:
    case 414:
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

/// These end an edit for good, so only the service itself may say them.
bool settles(Kind kind)
{
    return kind == Kind::Rejected || kind == Kind::Forbidden || kind == Kind::NotFound || kind == Kind::Conflict;
}

bool isWebPage(const QByteArray &body)
{
    return body.left(1024).trimmed().startsWith('<');
}

std::optional<qint64> seconds(const QByteArray &text)
{
    if (text.isEmpty() || !std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; }))
        return {};
    bool fits = false;
    const qint64 number = text.toLongLong(&fits);
    return fits ? number : std::numeric_limits<int>::max();
}

/// One line without control characters and without marks that turn text around.
QString plain(const QString &text)
{
    constexpr qsizetype longest = 300;
    QString line = text.left(longest * 4);
    for (auto &c : line) {
        if (c.category() == QChar::Other_Control || c.category() == QChar::Other_Format)
            c = u' ';
    }
    line = line.simplified().left(longest);
    if (!line.isEmpty() && line.back().isHighSurrogate())
        line.chop(1);
    return line;
}

}

QDateTime httpDate(const QByteArray &text)
{
    QDateTime date = QLocale::c().toDateTime(QString::fromLatin1(text.trimmed()), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    date.setTimeSpec(Qt::UTC);
    return date;
}

std::optional<std::chrono::seconds> retryAfter(const QByteArray &header, const QDateTime &now)
{
    std::optional<qint64> longest;
    const auto consider = [&longest](qint64 wait) { longest = std::max(longest.value_or(0), wait); };
    // Several headers arrive joined by commas, and a date holds a comma itself.
    const QByteArrayList parts = header.split(',');
    for (qsizetype i = 0; i < parts.size(); ++i) {
        if (const auto wait = seconds(parts.at(i).trimmed())) {
            consider(*wait);
        } else if (i + 1 < parts.size()) {
            const QDateTime date = httpDate(parts.at(i) + ',' + parts.at(i + 1));
            if (date.isValid()) {
                consider(now.secsTo(date));
                ++i;
            }
        }
    }
    if (!longest)
        return {};
    return std::chrono::seconds(std::clamp<qint64>(*longest, 1, 3600));
}

QString errorText(const QByteArray &body)
{
    constexpr qsizetype most = 64 << 10;
    const QByteArray start = body.left(most);
    const QJsonObject object = QJsonDocument::fromJson(start).object();
    QString text = object.value("error"_L1).toString();
    if (text.isEmpty())
        text = object.value("message"_L1).toString();
    if (text.isEmpty() && !isWebPage(start) && !start.trimmed().startsWith('{'))
        text = QString::fromUtf8(start);
    return plain(text);
}

std::optional<domain::Error> errorOf(const Response &response, const QDateTime &now)
{
    if (response.status == 200 || response.status == 201 || response.status == 204)
        return {};
    domain::Error error {.kind = kindOf(response.status),
        .httpStatus = response.status,
        .item = {},
        .detail = errorText(response.body),
        .retryAfter = {}};
    if (settles(error.kind) && isWebPage(response.body)) {
        error.kind = Kind::Malformed;
        error.detail = u"a web page instead of data"_s;
    }
    if (response.status == 429 || response.status == 503) {
        // A date is meant by the service's own clock; this machine's may be wrong.
        const QDateTime theirs = httpDate(response.headers.value("date"));
        error.retryAfter = retryAfter(response.headers.value("retry-after"), theirs.isValid() ? theirs : now);
    }
    return error;
}

domain::Error transportError(QNetworkReply::NetworkError error, bool timedOut, bool sent)
{
    domain::Error result {.kind = Kind::Server, .httpStatus = 0, .item = {}, .detail = {}, .retryAfter = {}};
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::NetworkSessionFailedError:
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::UnknownNetworkError:
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
        result.kind = sent ? Kind::Server : Kind::Offline;
        break;
    case QNetworkReply::ProxyAuthenticationRequiredError:
        result.kind = Kind::Offline;
        result.httpStatus = 407;
        break;
    case QNetworkReply::SslHandshakeFailedError:
        result.kind = Kind::Insecure;
        break;
    case QNetworkReply::TimeoutError:
    case QNetworkReply::ProxyTimeoutError:
        timedOut = true;
        break;
    case QNetworkReply::UnknownContentError:
        result = domain::malformed({}, u"the answer cannot be unpacked or is too large"_s);
        break;
    default:
        break;
    }
    if (timedOut)
        result.kind = sent ? Kind::Timeout : Kind::Offline;
    return result;
}

}
