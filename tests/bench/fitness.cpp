// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/fitness.h"

#include "tests/bench/measure.h"

#include <array>
#include <benchmark/benchmark.h>

namespace bench {

namespace {

constexpr int days = 365;
constexpr int runs = 1000;

std::vector<analysis::DayLoad> loads()
{
    std::vector<analysis::DayLoad> list(days);
    for (size_t i = 0; i < list.size(); ++i)
        list[i] = {double(40 + i * 37 % 90), double(40 + i * 37 % 90)};
    return list;
}

/// Of one of many runs, so that the clock's own time does not count.
template<typename F>
Turn microseconds(F &&function)
{
    const double ms = timed([&] {
        for (int run = 0; run < runs; ++run) {
            function();
            benchmark::ClobberMemory();
        }
    });
    return {{"ours", ms}, {"microseconds", ms * 1000 / runs}};
}

}

void addFitness()
{
    measure("projection", 25, [year = loads(), points = std::vector<analysis::FitnessPoint>(days)]() mutable {
        benchmark::DoNotOptimize(points.data());
        return std::optional(microseconds([&] { analysis::project({60, 60}, year, points); }));
    });
    measure("projection change",
        25,
        [points = std::vector<analysis::FitnessPoint>(days), scratch = std::vector<analysis::DayLoad>()]() mutable {
            constexpr std::array moved {analysis::LoadChange {3, {-80, -80}}, analysis::LoadChange {5, {80, 80}}};
            benchmark::DoNotOptimize(points.data());
            return std::optional(microseconds([&] { analysis::addChanges(moved, points, {}, scratch); }));
        });
}

}
