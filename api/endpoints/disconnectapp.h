// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/endpoints/paths.h"
#include "models/domain/result.h"

namespace endpoints {

/// Gives an OAuth token back: it opens nothing from then on.
struct DisconnectApp {
    using Response = domain::Done;

    [[nodiscard]] http::Request request() const { return remove(QStringLiteral("/api/v1/disconnect-app")); }
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &) { return domain::Done {}; }
};

}
