// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http/request.h"

#include <QHttpServerRequest>

namespace demo {

/// The request as the API knows it; the method is empty if it is none of the API's.
[[nodiscard]] http::Request readRequest(const QHttpServerRequest &request);

/// 0 if a request to this port may pass, else the status to turn it away with: for another host's name (400, 403),
/// for what a page of another origin sent (403), for other methods (405), too much (413) and other contents (415).
[[nodiscard]] int guard(const http::Request &request, quint16 port);

}
