// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/context.h"

#include "app/cli/sessionline.h"
#include "app/common/accounts.h"
#include "app/common/keychain.h"

using namespace Qt::StringLiterals;

namespace cli {

http::Credential::Style styleNamed(const std::string &name)
{
    if (name == "bearer")
        return http::Credential::Style::Bearer;
    return name == "apikey" ? http::Credential::Style::ApiKey : http::Credential::Style::Basic;
}

domain::Result<Context::Access> Context::access() const
{
    const QString server = QString::fromStdString(m_options.server);
    QString origin;
    QByteArray key;
    if (!m_options.session.empty()) {
        const auto line = SessionLine::read(QString::fromStdString(m_options.session));
        if (!line)
            return line.error();
        origin = line->url;
        key = line->key;
    } else if (qEnvironmentVariableIsSet(apiKeyVariable)) {
        origin = app::serviceOrigin().toString();
        key = qgetenv(apiKeyVariable);
    } else {
        return accessOfAccount();
    }
    const auto credential = http::Credential::make(key, styleNamed(m_options.authStyle));
    if (!credential)
        return credential.error();
    return Access {server.isEmpty() ? origin : server, *credential};
}

domain::Result<Context::Access> Context::accessOfAccount() const
{
    QSettings settings(app::settingsFile(), QSettings::IniFormat);
    const auto account = app::Accounts(settings).last();
    if (!account)
        return domain::Error {.kind = domain::Error::Kind::Unauthorised,
            .httpStatus = 0,
            .item = u"account"_s,
            .detail = u"not signed in: use login"_s,
            .retryAfter = {}};
    // A key goes to the server it was kept for and to no other, whatever the options say.
    const auto base = http::BaseUrl::parse(account->origin.toString());
    if (!m_options.server.empty() && (!base || !base->sameOrigin(QUrl(QString::fromStdString(m_options.server)))))
        return domain::Error {.kind = domain::Error::Kind::Insecure,
            .httpStatus = 0,
            .item = u"--server"_s,
            .detail = u"the kept key belongs to "_s + account->origin.toString(),
            .retryAfter = {}};
    app::Keychain keychain;
    const auto credential = await(keychain.read(*account));
    if (!credential)
        return credential.error();
    return Access {account->origin.toString(), *credential};
}

domain::Result<http::Client *> Context::client()
{
    if (m_client)
        return m_client.get();
    const auto wanted = access();
    if (!wanted)
        return wanted.error();
    const auto base = http::BaseUrl::parse(wanted->origin);
    if (!base)
        return base.error();
    m_client = std::make_unique<http::Client>(*base, wanted->credential, http::Client::Options {});
    return m_client.get();
}

}
