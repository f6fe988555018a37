// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http/credential.h"
#include "api/http/request.h"
#include "models/domain/athlete.h"
#include "models/domain/result.h"

namespace endpoints {

/// What an OAuth sign-in gains. The token has no end and cannot be renewed: it lasts until it is given back.
struct Grant {
    http::Credential credential;
    QStringList scopes; ///< granted, which may be fewer than asked for
    domain::Athlete athlete; ///< id and name
};

/// Turns the code that the browser brought back into a token. The code lasts two minutes and works once.
struct ExchangeCode {
    using Response = Grant;
    QString clientId;
    http::Secret clientSecret;
    QString code;
    QString redirect; ///< the address the code was sent to

    [[nodiscard]] http::Request request() const;
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body);
};

}
