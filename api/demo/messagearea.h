// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/demo/answers.h"
#include "api/demo/core.h"

namespace demo {

/// What people say about an activity.
class MessageArea
{
public:
    explicit MessageArea(Core &core)
        : m_core(core)
    {
    }

    /// GET and POST activity/{id}/messages.
    Reply handle(const http::Request &request, const QJsonObject &activity);

private:
    Reply list(const http::Request &request, const QJsonObject &activity);
    Reply add(const http::Request &request, QJsonObject activity);

    Core &m_core;
};

}
