// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/demo/answers.h"
#include "api/demo/core.h"

namespace demo {

/// Weeks summed up, one row each.
class SummaryArea
{
public:
    explicit SummaryArea(Core &core)
        : m_core(core)
    {
    }

    Reply weeks(const http::Request &request);

private:
    [[nodiscard]] QJsonObject week(QDate monday, const domain::DateRange &days);

    Core &m_core;
};

}
