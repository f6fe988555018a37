// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/aggregates.h"
#include "tests/bench/measure.h"
#include "tests/bench/promises.h"

#include <QApplication>
#include <QFont>
#include <array>
#ifdef __GLIBC__
#include <malloc.h>
#endif

using namespace Qt::StringLiterals;

/// Measures what is promised about speed and says whether it is kept. Options are those of the benchmark library, for
/// example --benchmark_filter=drag.
int main(int argc, char **argv)
{
#ifdef __GLIBC__
    mallopt(M_TRIM_THRESHOLD, 8 << 20); // as the program does
#endif
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv))
        return 2;
    // What is measured inside this process paints into memory; only the programs it starts use the screen.
    std::array<char *, 3> arguments {argv[0], const_cast<char *>("-platform"), const_cast<char *>("offscreen")};
    int count = int(arguments.size());
    const QApplication application(count, arguments.data());
    bench::addStart();
    bench::addDrag();
    bench::addFitness();
    bench::addEdit();
    bench::addCharts();
    bench::addWorkouts();
    bench::addFitFiles();
    bench::addReaders();
    bench::addServer();
    bench::addAnswers();
    bench::addIntake();
    bench::addFirstSync();
    bench::Aggregates found;
    benchmark::RunSpecifiedBenchmarks(&found);
    benchmark::ClearRegisteredBenchmarks(); // what they hold must not outlive the application
    benchmark::Shutdown();
    return bench::printPromises(found) && !found.failed() ? 0 : 1;
}
