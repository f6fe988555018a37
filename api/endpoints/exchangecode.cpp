// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/exchangecode.h"

#include "api/json/records.h"
#include "models/domain/scopes.h"

using namespace Qt::StringLiterals;

namespace endpoints {

http::Request ExchangeCode::request() const
{
    const auto field
        = [](const QByteArray &name, const QByteArray &value) { return name + '=' + value.toPercentEncoding(); };
    const QByteArray body = field("grant_type", "authorization_code") + '&' + field("client_id", clientId.toUtf8())
        + '&' + field("client_secret", clientSecret.bytes()) + '&' + field("code", code.toUtf8()) + '&'
        + field("redirect_uri", redirect.toUtf8());
    return {"POST", u"/api/oauth/token"_s, {}, body, "application/x-www-form-urlencoded", {}};
}

domain::Result<Grant> ExchangeCode::parse(const QByteArray &body)
{
    const auto answer = json::object(body);
    if (!answer)
        return answer.error();
    if (answer->value("token_type"_L1).toString().compare("bearer"_L1, Qt::CaseInsensitive) != 0)
        return domain::malformed(u"token_type"_s, u"a bearer token is expected"_s);
    auto credential = http::Credential::make(
        answer->value("access_token"_L1).toString().toLatin1(), http::Credential::Style::Bearer);
    if (!credential)
        return domain::malformed(u"access_token"_s, credential.error().detail);
    auto athlete = domain::fromJson<domain::Athlete>(answer->value("athlete"_L1).toObject());
    if (!athlete)
        return athlete.error();
    return Grant {*credential, domain::scopesOf(answer->value("scope"_L1).toString()), *athlete};
}

}
