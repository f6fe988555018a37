// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/http/retryafter.h"

#include <QLocale>
#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace http {

namespace {

std::optional<qint64> parseSeconds(const QByteArray &text)
{
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    if (text.isEmpty() || !std::ranges::all_of(text, isDigit))
        return {};
    bool fits = false;
    const qint64 seconds = text.toLongLong(&fits);
    return fits ? seconds : std::numeric_limits<int>::max();
}

}

QDateTime parseImfDate(const QByteArray &text)
{
    QDateTime date = QLocale::c().toDateTime(QString::fromLatin1(text), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    date.setTimeSpec(Qt::UTC);
    return date;
}

std::optional<std::chrono::seconds> parseRetryAfter(const QByteArray &header, const QDateTime &now)
{
    std::optional<qint64> longest;
    const auto take = [&longest](qint64 seconds) { longest = std::max(longest.value_or(0), seconds); };
    // Several headers arrive joined by commas, and a date holds a comma itself.
    const QList<QByteArray> parts = header.split(',');
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const QByteArray part = parts.at(i).trimmed();
        if (const auto seconds = parseSeconds(part)) {
            take(*seconds);
        } else if (i + 1 < parts.size()) {
            const QDateTime until = parseImfDate(part + ", " + parts.at(i + 1).trimmed());
            if (until.isValid()) {
                take(now.secsTo(until));
                ++i;
            }
        }
    }
    if (!longest)
        return {};
    return std::clamp(std::chrono::seconds(*longest), 1s, std::chrono::seconds(1h));
}

}
