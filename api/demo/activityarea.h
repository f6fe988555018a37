// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/demo/answers.h"
#include "api/demo/core.h"
#include "models/domain/activity.h"

namespace demo {

/// What was done: the list, one activity, its intervals and its streams.
class ActivityArea
{
public:
    explicit ActivityArea(Core &core)
        : m_core(core)
    {
    }

    Reply list(const http::Request &request);
    Reply one(const http::Request &request, const QString &id, const QStringList &rest);

private:
    Reply update(const QJsonObject &known, const http::Request &request);
    /// Ties the activity to the event and cuts the old ties of both; 422 if there is no such event.
    std::optional<domain::Error> pair(QJsonObject &activity, const QJsonValue &event);
    [[nodiscard]] QJsonObject shown(const QJsonObject &activity, const QStringList &fields = {});

    Core &m_core;
};

}
