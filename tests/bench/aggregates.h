// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <benchmark/benchmark.h>
#include <map>
#include <optional>
#include <string>

namespace bench {

/// Prints as the library does and keeps the aggregates, for the table of promises.
class Aggregates : public benchmark::ConsoleReporter
{
public:
    using ConsoleReporter::ConsoleReporter;

    void ReportRuns(const std::vector<Run> &runs) override;

    /// A figure of a measurement, for example ("edit", "median", "ours"); nothing if it was not measured.
    [[nodiscard]] std::optional<double> find(
        const std::string &measurement, const std::string &statistic, const std::string &figure) const;

    [[nodiscard]] bool failed() const { return m_failed; } ///< something could not be measured

private:
    bool m_failed = false;
    std::map<std::string, double> m_values;
};

}
