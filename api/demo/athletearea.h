// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/demo/answers.h"
#include "api/demo/core.h"

namespace demo {

/// The athlete and the sport settings.
class AthleteArea
{
public:
    explicit AthleteArea(Core &core)
        : m_core(core)
    {
    }

    Reply person(const http::Request &request);
    Reply sportSettings(const http::Request &request, const QStringList &rest);

private:
    Reply listSports();

    Core &m_core;
};

}
