// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/demo/answers.h"
#include "api/demo/core.h"
#include "models/domain/stream.h"

namespace demo {

/// What is worked out from the channels of one activity: distributions, efforts, the way on the map and the air.
class FigureArea
{
public:
    explicit FigureArea(Core &core)
        : m_core(core)
    {
    }

    /// GET activity/{id}/power-histogram and the like; noSuchPath() for what it does not know.
    Reply handle(const http::Request &request, const QJsonObject &activity, const QString &part);

private:
    Reply efforts(const http::Request &request, const QJsonObject &activity, const domain::StreamSet &streams);

    Core &m_core;
};

}
