// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QString>
#include <span>
#include <vector>

namespace http {

/// Overwrites memory in a way that the compiler may not leave out.
void wipe(std::span<char> memory);

/// A key or token. It has no stream operator, is never shared with another owner, and is overwritten when it goes.
class Secret
{
public:
    /// Takes 8 to 256 letters, digits, "-" and "_", with blanks around them; anything else could forge a header.
    static domain::Result<Secret> parse(const QString &text);

    Secret(const Secret &) = default;
    Secret(Secret &&) noexcept = default;
    Secret &operator=(const Secret &other);
    Secret &operator=(Secret &&other) noexcept;
    ~Secret();

    /// A copy in plain text, for the keychain and the header; hold it briefly.
    [[nodiscard]] QByteArray revealed() const;

private:
    explicit Secret(std::vector<char> bytes);

    std::vector<char> m_bytes;
};

/// How the secret is presented to the server.
enum class AuthStyle {
    Basic, ///< personal key: user API_KEY, the key as password
    Bearer, ///< OAuth token
    ApiKey, ///< "ApiKey API_KEY:<key>"
};

/// Reads "basic", "bearer" or "apikey".
[[nodiscard]] domain::Result<AuthStyle> parseAuthStyle(const QString &name);
[[nodiscard]] QLatin1StringView authStyleName(AuthStyle style);

/// A secret and the way to present it: all that an Authorization header needs.
class Credential
{
public:
    static domain::Result<Credential> make(AuthStyle style, const QString &key);

    Credential(AuthStyle style, Secret secret)
        : m_style(style)
        , m_secret(std::move(secret))
    {
    }

    [[nodiscard]] AuthStyle style() const { return m_style; }
    [[nodiscard]] const Secret &secret() const { return m_secret; }
    /// The value of the Authorization header.
    [[nodiscard]] QByteArray authorization() const;

private:
    AuthStyle m_style;
    Secret m_secret;
};

}
