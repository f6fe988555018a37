// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/demo/core.h"
#include "api/http/request.h"

#include <QHash>

namespace demo {

/// The service's OAuth: the page where a person allows a program, the code that this gives, and the token it is
/// exchanged for. Tokens are kept with the state, as hashes.
class OauthDoor
{
public:
    explicit OauthDoor(Core &core)
        : m_core(core)
    {
    }

    /// The answer for the page and for the exchange; nothing for every other path.
    [[nodiscard]] std::optional<http::Response> handle(const http::Request &request);
    /// What the token of a bearer header may do; nothing if there is no such token.
    [[nodiscard]] std::optional<QStringList> scopesOfToken(const QByteArray &authorization);
    /// Takes a token back.
    void disconnect(const QByteArray &authorization);

    /// The one program this server knows; its secret follows from the server's key.
    [[nodiscard]] static QByteArray clientId();
    [[nodiscard]] static QByteArray clientSecret(const QByteArray &key);
    /// Whether a token with these scopes may do this.
    [[nodiscard]] static bool allows(const QStringList &scopes, const http::Request &request);

private:
    /// What a page asks or a code stands for, until it is used or too old.
    struct Pending {
        QUrl redirect;
        QString state;
        QStringList scopes;
        QDateTime since;
    };

    [[nodiscard]] http::Response page(const http::Request &request);
    [[nodiscard]] http::Response decided(const http::Request &request);
    [[nodiscard]] http::Response exchanged(const http::Request &request);
    [[nodiscard]] bool mayRedirectTo(const QUrl &url) const;
    [[nodiscard]] std::optional<Pending> taken(
        QHash<QString, Pending> &from, const QString &key, std::chrono::seconds life);

    Core &m_core;
    QHash<QString, Pending> m_pages;
    QHash<QString, Pending> m_codes;
};

}
