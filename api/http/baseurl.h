// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http/request.h"
#include "models/domain/result.h"

#include <QUrl>

namespace http {

/// The server that a client talks to: scheme, host and port, read once and frozen. Only https, or http to this machine.
class BaseUrl
{
public:
    /// Takes only the plain written form, for example "https://intervals.icu" or "http://127.0.0.1:8080/".
    static domain::Result<BaseUrl> parse(const QString &text);

    [[nodiscard]] QString toString() const { return m_origin.toString(QUrl::FullyEncoded); } ///< without slash at the end
    [[nodiscard]] const QUrl &origin() const { return m_origin; }
    [[nodiscard]] bool isLoopback() const;
    [[nodiscard]] bool isEncrypted() const { return m_origin.scheme() == QLatin1StringView("https"); }

    /// The full address of a request; an error if its path could lead out of the interface.
    [[nodiscard]] domain::Result<QUrl> resolved(const Request &request) const;
    /// Whether the address belongs to this server, so that the credential may go there.
    [[nodiscard]] bool owns(const QUrl &url) const;

    friend bool operator==(const BaseUrl &, const BaseUrl &) = default;

private:
    explicit BaseUrl(QUrl origin)
        : m_origin(std::move(origin))
    {
    }

    QUrl m_origin;
};

}
