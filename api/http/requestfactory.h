// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http/request.h"

#include <QNetworkRequest>
#include <QUrl>

namespace http {

/// What every request of one client has in common.
struct RequestTraits {
    QByteArray authorization;
    int idleMilliseconds = 30'000;
    qint64 maxBytes = 32LL << 20;
};

/// The only maker of network requests: no redirects, no cookies, no cache, no stored logins, no HTTP/2, TLS 1.2 or newer.
[[nodiscard]] QNetworkRequest makeRequest(const Request &request, const QUrl &url, const RequestTraits &traits);

}
