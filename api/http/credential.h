// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QByteArray>

namespace http {

/// Bytes that are overwritten when they are no longer needed. There is no stream operator on purpose.
class Secret
{
public:
    Secret() = default;
    explicit Secret(QByteArray bytes)
        : m_bytes(std::move(bytes))
    {
        m_bytes.detach();
    }
    Secret(const Secret &other)
        : Secret(other.m_bytes)
    {
    }
    Secret &operator=(const Secret &other)
    {
        if (this != &other) {
            wipe(m_bytes);
            m_bytes = other.m_bytes;
            m_bytes.detach();
        }
        return *this;
    }
    ~Secret() { wipe(m_bytes); }

    /// Overwrites bytes that nobody else holds.
    static void wipe(QByteArray &bytes);

    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }
    [[nodiscard]] bool isEmpty() const { return m_bytes.isEmpty(); }

private:
    QByteArray m_bytes;
};

/// How a request proves whose it is: an API key (the default) or an OAuth token.
class Credential
{
public:
    enum class Style { Basic, Bearer, ApiKey };

    Credential() = default;
    /// Refuses anything but 8 to 256 letters, digits, "_" and "-" (after trimming): such a key could not be real, and
    /// a line break in it would smuggle a header.
    static domain::Result<Credential> make(const QByteArray &key, Style style = Style::Basic);

    [[nodiscard]] bool isEmpty() const { return m_secret.isEmpty(); }
    /// The value of the Authorization header.
    [[nodiscard]] QByteArray header() const;
    [[nodiscard]] const Secret &secret() const { return m_secret; }
    [[nodiscard]] Style style() const { return m_style; }

private:
    Secret m_secret;
    Style m_style = Style::Basic;
};

}
