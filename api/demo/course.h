// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/demo/state.h"
#include "models/domain/daterange.h"

#include <vector>

namespace demo {

/// Fitness and fatigue of every day from the first activity to half a year ahead: done loads until today, planned ones
/// from today on. Flat arrays by day number.
class Course
{
public:
    struct Day {
        double ctl = 0;
        double atl = 0;
        double load = 0;
    };

    void compute(State &state, QDate today);
    void invalidate() { m_days.clear(); }
    [[nodiscard]] bool isValid() const { return !m_days.empty(); }
    [[nodiscard]] Day at(QDate day) const;

private:
    QDate m_first;
    std::vector<Day> m_days;
};

}
