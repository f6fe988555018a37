// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http/request.h"
#include "models/domain/result.h"

#include <QUrl>

namespace http {

/// The one server a client talks to: https, or plain http on this machine itself. Checked once, then fixed.
class BaseUrl
{
public:
    /// Takes only the plain written form, for example "https://intervals.icu" or "http://127.0.0.1:8080/".
    static domain::Result<BaseUrl> parse(const QString &text);

    [[nodiscard]] const QUrl &url() const { return m_url; }
    [[nodiscard]] bool isLoopback() const { return m_loopback; }
    /// The full address of a request; an error if a part of its path could lead out of the interface.
    [[nodiscard]] domain::Result<QUrl> resolved(const Request &request) const;
    /// Same scheme, host and port.
    [[nodiscard]] bool sameOrigin(const QUrl &other) const;

private:
    QUrl m_url;
    bool m_loopback = false;
};

}
