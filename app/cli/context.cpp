// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/context.h"

#include "app/common/accounts.h"
#include "app/common/keychain.h"

#include <QFile>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

struct Line {
    QString url;
    QByteArray key;
};

/// The line that "serve --json" prints.
domain::Result<Line> readSession(const QString &path)
{
    QFile file(path);
    const bool open = path == "-"_L1 ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!open)
        return domain::storageFailure(path, file.errorString());
    const QJsonObject line = QJsonDocument::fromJson(file.readLine(4096)).object();
    const Line read {line.value("url"_L1).toString(), line.value("key"_L1).toString().toLatin1()};
    if (read.url.isEmpty() || read.key.isEmpty())
        return domain::unreadable(path, u"expected one line {\"url\":…,\"key\":…}"_s);
    return read;
}

}

http::Credential::Style styleNamed(const std::string &name)
{
    if (name == "bearer")
        return http::Credential::Style::Bearer;
    return name == "apikey" ? http::Credential::Style::ApiKey : http::Credential::Style::Basic;
}

domain::Result<http::Client *> Context::client()
{
    if (m_client)
        return m_client.get();
    QString origin = QString::fromStdString(m_options.server);
    domain::Result<http::Credential> credential = domain::Error {.kind = domain::Error::Kind::Unauthorised, .httpStatus = 0,
        .item = u"account"_s, .detail = u"not signed in: use login"_s, .retryAfter = {}};
    if (!m_options.session.empty()) {
        const auto session = readSession(QString::fromStdString(m_options.session));
        if (!session)
            return session.error();
        if (origin.isEmpty())
            origin = session->url;
        credential = http::Credential::make(session->key, styleNamed(m_options.authStyle));
    } else {
        QSettings settings(app::settingsFile(), QSettings::IniFormat);
        if (const auto account = app::Accounts(settings).last()) {
            origin = account->origin.toString();
            app::Keychain keychain;
            credential = await(keychain.read(*account));
        }
    }
    if (!credential)
        return credential.error();
    const auto base = http::BaseUrl::parse(origin);
    if (!base)
        return base.error();
    m_client = std::make_unique<http::Client>(*base, *credential, http::Client::Options {});
    return m_client.get();
}

}
