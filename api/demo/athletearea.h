// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/demo/answers.h"
#include "api/demo/core.h"

namespace demo {

class SportArea;

/// The athlete: the person, what others see of them, what they chose and what they made themselves.
class AthleteArea
{
public:
    AthleteArea(Core &core, SportArea &sports)
        : m_core(core)
        , m_sports(sports)
    {
    }

    Reply person(const http::Request &request);
    Reply profile(const http::Request &request);
    Reply deviceSettings(const http::Request &request, const QStringList &rest);
    Reply customItems(const http::Request &request, const QStringList &rest);
    Reply weatherConfig(const http::Request &request);
    Reply weatherForecast(const http::Request &request);

private:
    [[nodiscard]] QJsonArray listCustomItems();
    [[nodiscard]] QJsonObject weather();

    Core &m_core;
    SportArea &m_sports;
};

}
