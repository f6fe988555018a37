// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSignalSpy>
#include <QTest>

namespace support {

/// Pins time zone (Europe/Berlin), C locale, test-mode paths and, for widgets, the offscreen platform and Inter.
void pinEnvironment();

using Run = int (*)(int argc, char **argv);

/// Makes a test known to the program that it is part of, under the name of its file. The program runs one of its tests:
/// the one named by the first argument, or the only one.
bool enlist(const char *file, Run run);

/// Runs one test object in a core or a widget application.
int runCore(int argc, char **argv, QObject *(*make)());
int runWidgets(int argc, char **argv, QObject *(*make)());

/// The folder of recorded answers and workouts, from MICROCYCLE_CORPUS; empty if it is not there, which is said aloud.
[[nodiscard]] QString corpus();

}

#define MICROCYCLE_ENLIST(Class, runner) \
    namespace { \
    [[maybe_unused]] const bool enlisted##Class = support::enlist( \
        __FILE__, [](int argc, char **argv) { return runner(argc, argv, []() -> QObject * { return new Class; }); }); \
    }
#define MICROCYCLE_CORE_TEST(Class) MICROCYCLE_ENLIST(Class, support::runCore)
#define MICROCYCLE_WIDGET_TEST(Class) MICROCYCLE_ENLIST(Class, support::runWidgets)
