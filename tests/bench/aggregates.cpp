// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/aggregates.h"

namespace bench {

namespace {

std::string keyOf(const std::string &measurement, const std::string &statistic, const std::string &figure)
{
    return measurement + ' ' + statistic + ' ' + figure;
}

}

void Aggregates::ReportRuns(const std::vector<Run> &runs)
{
    for (const Run &run : runs) {
        m_failed = m_failed || run.error_occurred;
        if (run.run_type != Run::RT_Aggregate)
            continue;
        for (const auto &[figure, counter] : run.counters)
            m_values[keyOf(run.run_name.function_name, run.aggregate_name, figure)] = counter.value;
    }
    ConsoleReporter::ReportRuns(runs);
}

std::optional<double> Aggregates::find(
    const std::string &measurement, const std::string &statistic, const std::string &figure) const
{
    const auto found = m_values.find(keyOf(measurement, statistic, figure));
    return found == m_values.end() ? std::nullopt : std::optional(found->second);
}

}
