// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http/request.h"
#include "models/domain/error.h"

#include <QDateTime>
#include <QNetworkReply>
#include <optional>

namespace http {

/// What an answer's status means; nothing for 200, 201 and 204. The detail is the service's own words. What a
/// status of the service would settle (not found, refused) is not believed when a web page comes with it.
[[nodiscard]] std::optional<domain::Error> statusError(const Response &answer, const QDateTime &now);

/// What a connection's failure means. As long as nothing was sent it is "offline", later the outcome is unknown.
[[nodiscard]] domain::Error transportError(QNetworkReply::NetworkError error, bool sent);

/// The deadline has passed.
[[nodiscard]] domain::Error deadlineError(bool sent);

/// Text of an answer made fit to show: one line, no control characters, at most 300 characters.
[[nodiscard]] QString plainDetail(const QString &text);

}
