// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/fault/model/action.h"
#include "tests/fault/wire/wire.h"

#include <QJsonObject>

namespace fault {

/// Somebody who edits on the service's own pages: what they do is there at once.
class WebEditor
{
public:
    explicit WebEditor(Service &service)
        : m_service(service)
    {
    }

    /// False if there is nothing to do it to.
    bool perform(const Action &action, const QString &word);
    /// What the last action wrote to, as the path that a client would write to.
    [[nodiscard]] QString path() const { return m_path; }

private:
    bool send(const http::Request &request);

    Service &m_service;
    QString m_path;
};

}
