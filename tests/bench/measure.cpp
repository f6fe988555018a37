// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/measure.h"

#include <algorithm>
#include <benchmark/benchmark.h>
#include <memory>
#include <vector>

namespace bench {

namespace {

double at95Percent(const std::vector<double> &values)
{
    std::vector<double> sorted = values;
    const size_t index = std::min(sorted.size() - 1, sorted.size() * 95 / 100);
    std::nth_element(sorted.begin(), sorted.begin() + std::ptrdiff_t(index), sorted.end());
    return sorted[index];
}

}

double millisecondsSince(std::chrono::steady_clock::time_point begin)
{
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

void measure(const std::string &name, int turns, std::function<std::optional<Turn>()> turn)
{
    const auto works = std::make_shared<std::optional<bool>>(); // nothing until the first turn, which is thrown away
    benchmark::RegisterBenchmark(name.c_str(),
        [turn = std::move(turn), works](benchmark::State &state) {
            if (!works->has_value())
                *works = turn().has_value();
            for (auto _ : state) {
                const auto found = **works ? turn() : std::nullopt;
                if (!found) {
                    *works = false;
                    state.SkipWithError("could not be measured");
                    return;
                }
                for (const auto &[figure, value] : *found)
                    state.counters[figure] = value;
                state.SetIterationTime(found->at("ours") / 1000);
            }
        })
        ->UseManualTime()
        ->Unit(benchmark::kMillisecond)
        ->Iterations(1)
        ->Repetitions(turns)
        ->ComputeStatistics("p95", at95Percent)
        ->DisplayAggregatesOnly();
}

}
