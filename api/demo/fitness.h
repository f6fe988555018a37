// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/demo/state.h"
#include "models/analysis/fitness.h"

namespace demo {

/// Fitness and fatigue of every day from the first load to more than a season ahead: what was done until today, what is
/// planned from today on. Flat arrays by day number.
class Fitness
{
public:
    struct Day {
        analysis::FitnessPoint point; ///< at the end of the day
        analysis::DayLoad load; ///< whole numbers, as the service has them
    };

    Fitness(State &state, const QString &athlete, QDate today);

    [[nodiscard]] bool covers(QDate day) const { return indexOf(day) >= 0; }
    [[nodiscard]] Day at(QDate day) const; ///< zero before the first day and beyond the last

private:
    [[nodiscard]] qsizetype indexOf(QDate day) const;
    void readFactors(State &state, const QString &athlete);
    void addPlanned(State &state, QDate today);
    [[nodiscard]] std::vector<analysis::Turn> turnsOf(
        const QList<QJsonObject> &values, const QList<QJsonObject> &constants) const;
    void add(QDate day, const QString &type, double load);

    QDate m_first;
    QHash<QString, analysis::DayLoad> m_factors; ///< by sport
    std::vector<analysis::DayLoad> m_loads;
    std::vector<analysis::FitnessPoint> m_points;
};

}
