// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <chrono>
#include <optional>

namespace domain {

/// What went wrong, as a value. It carries facts only; the sentence for people is made in ui/ and in the CLI.
struct Error {
    enum class Kind {
        Offline, ///< nothing was sent: no route, refused, name not found
        Timeout, ///< the deadline passed; the outcome of a write is unknown
        Unauthorised, ///< 401
        Forbidden, ///< 403
        NotFound, ///< 404
        Conflict, ///< 409, or an edit whose ground has moved
        RateLimited, ///< 429
        Rejected, ///< 400, 405, 413, 415, 422: the service understood and refused
        Server, ///< 5xx, or the connection broke after the request was sent
        Redirected, ///< a redirect to another origin, never followed
        Insecure, ///< TLS or credential rules forbid the request
        Malformed, ///< an answer that is not what the endpoint promises
        Storage, ///< the local database or a file failed
        Parse, ///< input of a person or a file that cannot be read
    };

    Kind kind = Kind::Server;
    int httpStatus = 0;
    QString item; ///< what the error is about, for example "event 1234" or "start_date_local"; may be empty
    QString detail; ///< the service's or parser's own words, plain text, at most 300 characters
    std::optional<std::chrono::seconds> retryAfter;

    friend bool operator==(const Error &, const Error &) = default;
};

/// Names the error kind for logs and for --json output, for example "rate-limited".
[[nodiscard]] QLatin1StringView kindName(Error::Kind kind);

[[nodiscard]] inline Error malformed(const QString &item, const QString &detail)
{
    return {.kind = Error::Kind::Malformed, .httpStatus = 0, .item = item, .detail = detail, .retryAfter = {}};
}

[[nodiscard]] inline Error unreadable(const QString &item, const QString &detail)
{
    return {.kind = Error::Kind::Parse, .httpStatus = 0, .item = item, .detail = detail, .retryAfter = {}};
}

[[nodiscard]] inline Error storageFailure(const QString &item, const QString &detail)
{
    return {.kind = Error::Kind::Storage, .httpStatus = 0, .item = item, .detail = detail, .retryAfter = {}};
}

}
