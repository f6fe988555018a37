// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http/request.h"
#include "models/domain/result.h"

#include <QDateTime>
#include <QNetworkReply>

namespace http {

/// What an answer with a status means; no error for 200, 201 and 204, whose body the endpoint judges. A refusal that
/// comes with a web page is not the service's and settles nothing: Malformed.
[[nodiscard]] std::optional<domain::Error> errorOf(const Response &response, const QDateTime &now);

/// What a broken exchange means: whether the request was certainly not applied (Offline) or may have been, because it
/// had been sent.
[[nodiscard]] domain::Error transportError(QNetworkReply::NetworkError error, bool timedOut, bool sent);

/// Reads "Thu, 12 Mar 2026 09:00:30 GMT"; invalid if it is anything else.
[[nodiscard]] QDateTime httpDate(const QByteArray &text);

/// Seconds or an HTTP date; of several joined by commas the longest; between 1 s and 1 h. Nothing if unreadable.
[[nodiscard]] std::optional<std::chrono::seconds> retryAfter(const QByteArray &header, const QDateTime &now);

/// The service's own words in an error body, plain and at most 300 characters.
[[nodiscard]] QString errorText(const QByteArray &body);

}
