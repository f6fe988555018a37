// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QUrl>

namespace http {

/// The one server a client talks to: https, or plain http on this machine itself. Checked once, then fixed.
class BaseUrl
{
public:
    static domain::Result<BaseUrl> parse(const QString &text);

    [[nodiscard]] const QUrl &url() const { return m_url; }
    [[nodiscard]] bool isLoopback() const { return m_loopback; }
    /// Same scheme, host and port.
    [[nodiscard]] bool sameOrigin(const QUrl &other) const;

private:
    QUrl m_url;
    bool m_loopback = false;
};

}
