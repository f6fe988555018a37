// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSignalSpy>
#include <QTest>

namespace support {

/// Pins time zone (Europe/Berlin), C locale, test-mode paths and, for widgets, the offscreen platform and Inter.
void pinEnvironment();

/// Runs one test object in a core or a widget application.
int runCore(int argc, char **argv, QObject *(*make)());
int runWidgets(int argc, char **argv, QObject *(*make)());

/// The folder of recorded answers and workouts, from MICROCYCLE_CORPUS; empty if it is not there, which is said aloud.
[[nodiscard]] QString corpus();

}

#define MICROCYCLE_CORE_TEST(Class)                                                                                    \
    int main(int argc, char **argv)                                                                                    \
    {                                                                                                                  \
        return support::runCore(argc, argv, [] () -> QObject * { return new Class; });                                 \
    }
#define MICROCYCLE_WIDGET_TEST(Class)                                                                                  \
    int main(int argc, char **argv)                                                                                    \
    {                                                                                                                  \
        return support::runWidgets(argc, argv, [] () -> QObject * { return new Class; });                              \
    }
